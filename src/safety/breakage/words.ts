import { atLeast, type Database } from "../../django/project.ts";
import { codeSpan } from "../../code-span.ts";

/** An error as the server says it, without DETAIL and HINT, and its code: SQLSTATE, or MySQL's error number as text. */
export interface Said {
  readonly error: string;
  readonly code: string | null;
}

/** The part of a statement that names a column the table does not have. */
export type Clause = "SELECT" | "INSERT" | "SET" | "WHERE" | "RETURNING";

/**
 * How one database words the errors about tables, columns and constraints (typeWords.ts has those about types).
 * MySQL's errors name the database as well (`Table 'shop.shop_order'`), which is not known here: it is left out.
 */
export interface Words {
  noTable(table: string): Said;
  noColumn(clause: Clause, table: string, column: string): Said;
  /** NULL was sent, or nothing was sent and there is no default. */
  nullValue(table: string, column: string, sent: "NULL" | "nothing"): Said;
  writesGenerated(clause: "INSERT" | "SET", table: string, column: string): Said;
  duplicate(table: string, name: string, columns: readonly string[]): Said;
  checkFails(table: string, name: string, sql: string): Said;
  noParent(table: string, key: { readonly name: string; readonly columns: readonly string[]; readonly toTable: string; readonly toColumns: readonly string[] }): Said;
  excluded(name: string): Said;
}

/** The words of a database at a version. */
export function wordsOf(database: Database): Words {
  switch (database.vendor) {
    case "postgresql":
      return atLeast(database.version, "13") ? postgresql : postgresql12;
    case "mysql":
      return mysql;
    case "mariadb":
      return mariadb;
    case "sqlite":
      return sqlite;
  }
}

const postgresql: Words = {
  noTable: (table) => ({ error: `relation "${table}" does not exist`, code: "42P01" }),
  noColumn: (clause, table, column) =>
    clause === "INSERT" || clause === "SET"
      ? { error: `column "${column}" of relation "${table}" does not exist`, code: "42703" }
      : { error: `column ${table}.${column} does not exist`, code: "42703" },
  nullValue: (table, column) => ({ error: `null value in column "${column}" of relation "${table}" violates not-null constraint`, code: "23502" }),
  writesGenerated: (clause, _table, column) => ({ error: clause === "INSERT" ? `cannot insert a non-DEFAULT value into column "${column}"` : `column "${column}" can only be updated to DEFAULT`, code: "428C9" }),
  duplicate: (_table, name) => ({ error: `duplicate key value violates unique constraint "${name}"`, code: "23505" }),
  checkFails: (table, name) => ({ error: `new row for relation "${table}" violates check constraint "${name}"`, code: "23514" }),
  noParent: (table, key) => ({ error: `insert or update on table "${table}" violates foreign key constraint "${key.name}"`, code: "23503" }),
  excluded: (name) => ({ error: `conflicting key value violates exclusion constraint "${name}"`, code: "23P01" }),
};

/** PostgreSQL 12 does not name the relation. */
const postgresql12: Words = { ...postgresql, nullValue: (_table, column) => ({ error: `null value in column "${column}" violates not-null constraint`, code: "23502" }) };

const mysqlClauses: Record<Clause, string> = { SELECT: "field list", INSERT: "field list", SET: "field list", WHERE: "where clause", RETURNING: "field list" };
const mariadbClauses: Record<Clause, string> = { SELECT: "SELECT", INSERT: "INSERT INTO", SET: "SET", WHERE: "WHERE", RETURNING: "SELECT" };

function unknownColumn(clauses: Record<Clause, string>): Words["noColumn"] {
  return (clause, table, column) => ({ error: `Unknown column '${clause === "INSERT" || clause === "SET" ? column : `${table}.${column}`}' in '${clauses[clause]}'`, code: "1054" });
}

function quoted(names: readonly string[]): string {
  return names.map((name) => codeSpan(name)).join(", ");
}

const mysql: Words = {
  noTable: (table) => ({ error: `Table '${table}' doesn't exist`, code: "1146" }),
  noColumn: unknownColumn(mysqlClauses),
  nullValue: (_table, column, sent) => (sent === "NULL" ? { error: `Column '${column}' cannot be null`, code: "1048" } : { error: `Field '${column}' doesn't have a default value`, code: "1364" }),
  writesGenerated: (_clause, table, column) => ({ error: `The value specified for generated column '${column}' in table '${table}' is not allowed.`, code: "3105" }),
  duplicate: (table, name) => ({ error: `Duplicate entry '…' for key '${table}.${name}'`, code: "1062" }),
  checkFails: (_table, name) => ({ error: `Check constraint '${name}' is violated.`, code: "3819" }),
  noParent: (table, key) => ({
    error: `Cannot add or update a child row: a foreign key constraint fails (${codeSpan(table)}, CONSTRAINT ${codeSpan(key.name)} FOREIGN KEY (${quoted(key.columns)}) REFERENCES ${codeSpan(key.toTable)} (${quoted(key.toColumns)}))`,
    code: "1452",
  }),
  excluded: (name) => ({ error: `Duplicate entry '…' for key '${name}'`, code: "1062" }),
};

const mariadb: Words = {
  ...mysql,
  noColumn: unknownColumn(mariadbClauses),
  writesGenerated: (_clause, table, column) => ({ error: `The value specified for generated column '${column}' in table '${table}' has been ignored`, code: "1906" }),
  duplicate: (_table, name) => ({ error: `Duplicate entry '…' for key '${name}'`, code: "1062" }),
  checkFails: (table, name) => ({ error: `CONSTRAINT ${codeSpan(name)} failed for ${codeSpan(table)}`, code: "4025" }),
};

/** SQLite's result codes do not tell these apart: no code. */
const sqlite: Words = {
  noTable: (table) => ({ error: `no such table: ${table}`, code: null }),
  noColumn: (clause, table, column) => {
    if (clause === "INSERT") return { error: `table ${table} has no column named ${column}`, code: null };
    return { error: `no such column: ${clause === "SET" ? column : `${table}.${column}`}`, code: null };
  },
  nullValue: (table, column) => ({ error: `NOT NULL constraint failed: ${table}.${column}`, code: null }),
  writesGenerated: (clause, _table, column) => ({ error: clause === "INSERT" ? `cannot INSERT into generated column "${column}"` : `cannot UPDATE generated column "${column}"`, code: null }),
  duplicate: (table, name, columns) => ({ error: columns.length === 0 ? `UNIQUE constraint failed: index '${name}'` : `UNIQUE constraint failed: ${columns.map((column) => `${table}.${column}`).join(", ")}`, code: null }),
  // A CHECK without a name is called by its expression.
  checkFails: (table, name, sql) => ({ error: `CHECK constraint failed: ${name.startsWith(`${table}_chk_`) ? sql : name}`, code: null }),
  noParent: () => ({ error: "FOREIGN KEY constraint failed", code: null }),
  excluded: (name) => ({ error: `UNIQUE constraint failed: index '${name}'`, code: null }),
};
