import type { ColumnDefinition, ConstraintDefinition, IndexDefinition, SchemaChange } from "../change.ts";
import { Cursor } from "./cursor.ts";
import { splitAtCommas, splitScript, type Token, tokens } from "./tokens.ts";
import { codeSpan } from "../../code-span.ts";

/**
 * Raw SQL for MySQL, MariaDB and SQLite as schema changes, by the leading keywords of each clause. A clause that is not recognised is Unknown,
 * never safe.
 */
export function mysqlChanges(sql: string): readonly SchemaChange[] {
  return splitScript(sql).flatMap((statement) => statementChanges(statement));
}

const unknown = (what: string): SchemaChange => ({ kind: "Unknown", reason: `${what} is not understood` });

function statementChanges(sql: string): readonly SchemaChange[] {
  const all = tokens(sql).filter((token, i, list) => !(token.text === ";" && token.kind === "punctuation" && i === list.length - 1));
  const cursor = new Cursor(all);
  if (cursor.take("ALTER", "TABLE") || cursor.take("ALTER", "IGNORE", "TABLE")) {
    const table = cursor.name();
    return table === null ? [unknown(sql)] : splitAtCommas(cursor.rest()).map((clause) => alterClause(table, clause, sql));
  }
  if (cursor.take("INSERT") || cursor.take("REPLACE")) return [writes("INSERT", cursor, ["INTO", "IGNORE", "OR"])];
  if (cursor.take("UPDATE")) return [writes("UPDATE", cursor, ["IGNORE"])];
  if (cursor.take("DELETE", "FROM")) return [writes("DELETE", cursor, [])];
  if (cursor.take("TRUNCATE")) return [writes("TRUNCATE", cursor, ["TABLE"])];
  if (["SELECT", "SET", "SHOW", "ANALYZE", "OPTIMIZE", "COMMIT", "BEGIN", "START", "USE", "FLUSH", "GRANT", "PRAGMA", "VACUUM", "REINDEX"].some((word) => cursor.take(word))) return [{ kind: "NoEffect" }];
  if (cursor.take("RENAME", "TABLE")) return splitAtCommas(cursor.rest()).map(renameTable);
  if (cursor.take("DROP", "TABLE")) {
    cursor.take("IF", "EXISTS");
    return splitAtCommas(cursor.rest()).map((part) => ({ kind: "DropTable", table: new Cursor(part).name() ?? "", cascade: false }));
  }
  if (cursor.take("DROP", "INDEX")) return [dropIndex(cursor, sql)];
  if (cursor.take("CREATE", "UNIQUE", "INDEX")) return [createIndex(cursor, true, sql)];
  if (cursor.take("CREATE", "INDEX")) return [createIndex(cursor, false, sql)];
  for (const method of ["FULLTEXT", "SPATIAL"]) if (cursor.take("CREATE", method, "INDEX")) return [createIndex(cursor, false, sql, method)];
  if (cursor.take("CREATE", "TABLE")) return [createTable(cursor, sql)];
  for (const [words, what] of others) if (cursor.take(...words)) return [{ kind: "Other", what, table: words[0] === "CREATE" && what === "a trigger" ? tableOfTrigger(cursor.rest()) : null }];
  return [unknown(`the statement ${codeSpan(sql.slice(0, 60))}`)];
}

/** `CREATE TRIGGER name BEFORE INSERT ON table FOR EACH ROW …` */
function tableOfTrigger(rest: readonly Token[]): string | null {
  const on = rest.findIndex((token) => token.kind === "word" && token.text.toUpperCase() === "ON");
  return on < 0 ? null : new Cursor(rest.slice(on + 1)).name();
}

const others: readonly (readonly [readonly string[], string])[] = [
  [["CREATE", "TRIGGER"], "a trigger"],
  [["DROP", "TRIGGER"], "a trigger"],
  [["CREATE", "VIEW"], "a view"],
  [["DROP", "VIEW"], "a view"],
  [["CREATE", "PROCEDURE"], "a procedure"],
  [["CREATE", "FUNCTION"], "a function"],
  [["ALTER", "DATABASE"], "the database's character set"],
];

function writes(statement: "INSERT" | "UPDATE" | "DELETE" | "TRUNCATE", cursor: Cursor, noise: readonly string[]): SchemaChange {
  while (cursor.takeAny(...noise));
  return { kind: "WriteRows", statement, table: cursor.name() };
}

function renameTable(part: readonly Token[]): SchemaChange {
  const cursor = new Cursor(part);
  const table = cursor.name();
  const to = cursor.take("TO") ? cursor.name() : null;
  return table === null || to === null ? unknown("RENAME TABLE") : { kind: "RenameTable", table, to };
}

function dropIndex(cursor: Cursor, sql: string): SchemaChange {
  const ifExists = cursor.take("IF", "EXISTS");
  const name = cursor.name();
  const table = cursor.take("ON") ? cursor.name() : null;
  return name === null || table === null ? unknown(`the table of ${codeSpan(sql.slice(0, 60))}`) : { kind: "DropIndex", table, name, concurrently: false, ifExists };
}

function createIndex(cursor: Cursor, unique: boolean, sql: string, method: string | null = null): SchemaChange {
  cursor.take("IF", "NOT", "EXISTS");
  const name = cursor.name();
  const table = cursor.take("ON") ? cursor.name() : null;
  const parts = cursor.brackets();
  if (name === null || table === null || !parts) return unknown(`the index of ${codeSpan(sql.slice(0, 60))}`);
  const { columns, expressions } = keyParts(parts, sql);
  return { kind: "CreateIndex", table, index: { ...index(name, unique, columns), expressions, method }, concurrently: false };
}

/** What an index is over: columns, and expressions, which stand in brackets of their own. */
function keyParts(body: readonly Token[], sql: string): Pick<IndexDefinition, "columns" | "expressions"> {
  const parts = splitAtCommas(body).filter((part) => part.length > 0);
  const isExpression = (part: readonly Token[]) => part[0]!.text === "(" && part[0]!.kind === "punctuation";
  return { columns: parts.filter((part) => !isExpression(part)).map((part) => part[0]!.text), expressions: parts.filter(isExpression).map((part) => sql.slice(part[0]!.start, part.at(-1)!.end)) };
}

function index(name: string, unique: boolean, columns: readonly string[]): IndexDefinition {
  return { name, unique, parts: [], columns, expressions: [], reads: columns, method: null, opclasses: [], include: [], nullsDistinct: null, condition: null, with: null, tablespace: null };
}

function createTable(cursor: Cursor, sql: string): SchemaChange {
  cursor.take("IF", "NOT", "EXISTS");
  const table = cursor.name();
  const body = cursor.brackets();
  if (table === null || !body) return unknown(`the table of ${codeSpan(sql.slice(0, 60))}`);
  const columns: ColumnDefinition[] = [];
  const constraints: ConstraintDefinition[] = [];
  for (const part of splitAtCommas(body)) {
    const constraint = tableConstraint(new Cursor(part), table, sql);
    if (constraint === "plain index") continue;
    if (constraint) constraints.push(constraint);
    else columns.push(column(new Cursor(part), sql));
  }
  return { kind: "CreateTable", table, columns, constraints, comment: null, tablespace: null };
}

/** A key or constraint clause; null when it is a column. */
function tableConstraint(cursor: Cursor, table: string, sql: string): ConstraintDefinition | "plain index" | null {
  const named = cursor.take("CONSTRAINT");
  let name = named ? cursor.name() : null;
  if (cursor.take("PRIMARY", "KEY")) return { kind: "primary key", name, columns: cursor.names() ?? [] };
  if (cursor.take("FOREIGN", "KEY")) {
    const columns = cursor.names() ?? [];
    const toTable = cursor.take("REFERENCES") ? (cursor.name() ?? "") : "";
    return { kind: "foreign key", name: name ?? `${table}_ibfk_1`, columns, toTable, toColumns: cursor.names() ?? ["id"], deferrable: null, onDelete: null, notValid: false };
  }
  if (cursor.take("CHECK")) return { kind: "check", name: name ?? `${table}_chk_1`, sql, columns: (cursor.brackets() ?? []).filter((t) => t.kind === "name").map((t) => t.text), notValid: false };
  const unique = cursor.take("UNIQUE");
  const key = cursor.takeAny("INDEX", "KEY");
  if (!unique && !key) return null;
  const columns = cursor.names();
  name = columns ? name : cursor.name();
  const list = columns ?? cursor.names() ?? [];
  return unique ? { kind: "unique", name, columns: list, deferrable: null, nullsDistinct: null, include: [], opclasses: [], usingIndex: null } : "plain index";
}

/** `name type [NOT NULL] [DEFAULT …] …`. */
function column(cursor: Cursor, sql: string): ColumnDefinition {
  const name = cursor.name() ?? "";
  const rest = cursor.rest();
  const words = rest.map((token) => token.text.toUpperCase());
  const has = (...sequence: readonly string[]) => words.some((_, i) => sequence.every((word, j) => words[i + j] === word));
  const default_ = words.indexOf("DEFAULT");
  const value = default_ < 0 ? null : defaultText(rest.slice(default_ + 1), sql);
  const collate = words.indexOf("COLLATE");
  return {
    name,
    type: columnType(rest, sql),
    null: !has("NOT", "NULL") && !has("PRIMARY", "KEY"),
    collation: collate < 0 ? null : (rest[collate + 1]?.text ?? null),
    comment: null,
    default: value === null || value.toUpperCase() === "NULL" ? null : { sql: value, lasting: true },
    generated: has("GENERATED") || (words.includes("AS") && words.includes("(")) ? { sql: "an expression", stored: words.includes("STORED") || words.includes("PERSISTENT") } : null,
    identity: has("AUTO_INCREMENT") || has("AUTOINCREMENT"),
    primaryKey: has("PRIMARY", "KEY"),
    unique: words.includes("UNIQUE"),
    check: words.includes("CHECK") ? sql : null,
    references: null,
    indexTablespace: null,
  };
}

/** One token, or an expression with its brackets. */
function defaultText(rest: readonly Token[], sql: string): string | null {
  const body = rest[0]?.text === "(" ? new Cursor(rest).brackets() : null;
  const last = body?.at(-1);
  return last ? `(${sql.slice(body![0]!.start, last.end)})` : (rest[0]?.text ?? null);
}

const afterType = new Set(["NOT", "NULL", "DEFAULT", "AUTO_INCREMENT", "AUTOINCREMENT", "PRIMARY", "UNIQUE", "KEY", "COMMENT", "COLLATE", "CHARACTER", "CHARSET", "REFERENCES", "CHECK", "GENERATED", "AS", "AFTER", "FIRST", "ON", "VIRTUAL", "STORED", "CONSTRAINT"]);

function columnType(rest: readonly Token[], sql: string): string {
  const end = rest.findIndex((token) => token.kind === "word" && afterType.has(token.text.toUpperCase()));
  const part = end < 0 ? rest : rest.slice(0, end);
  const [first, last] = [part[0], part.at(-1)];
  return first && last ? sql.slice(first.start, last.end).toLowerCase().replace(/\s+/g, " ") : "";
}

const harmless = [["ENGINE"], ["AUTO_INCREMENT"], ["ROW_FORMAT"], ["COMMENT"], ["LOCK"], ["ENABLE", "KEYS"], ["DISABLE", "KEYS"], ["ORDER", "BY"], ["FORCE"]] as const;

function alterClause(table: string, clause: readonly Token[], sql: string): SchemaChange {
  const cursor = new Cursor(clause);
  if (cursor.take("ADD")) return addClause(table, cursor, sql);
  if (cursor.take("DROP")) return dropClause(table, cursor);
  if (cursor.take("MODIFY")) {
    cursor.take("COLUMN");
    const definition = column(cursor, sql);
    return { kind: "AlterColumn", table, actions: [{ kind: "Modify", column: definition.name, definition }] };
  }
  if (cursor.take("RENAME", "COLUMN")) {
    const from = cursor.name();
    const to = cursor.take("TO") ? cursor.name() : null;
    return from === null || to === null ? unknown("RENAME COLUMN") : { kind: "RenameColumn", table, column: from, to, definition: null };
  }
  if (cursor.take("RENAME", "INDEX") || cursor.take("RENAME", "KEY")) {
    const from = cursor.name();
    const to = cursor.take("TO") ? cursor.name() : null;
    return from === null || to === null ? unknown("RENAME INDEX") : { kind: "RenameIndex", table, name: from, to };
  }
  if (cursor.take("RENAME")) {
    cursor.takeAny("TO", "AS");
    const to = cursor.name();
    return to === null ? unknown("RENAME") : { kind: "RenameTable", table, to };
  }
  if (cursor.take("ALTER")) return alterColumn(table, cursor);
  if (cursor.take("ALGORITHM")) return /=?COPY$/i.test(cursor.rest().map((token) => token.text).join("")) ? { kind: "Other", what: "ALGORITHM=COPY, which copies the table", table, breaksNothing: true } : { kind: "NoEffect" };
  if (harmless.some((words) => cursor.take(...words))) return { kind: "NoEffect" };
  if (cursor.take("CONVERT") || cursor.take("DEFAULT") || cursor.take("CHARACTER")) return { kind: "Other", what: "a table's character set", table };
  return unknown(`ALTER TABLE … ${clause.map((token) => token.text).join(" ").slice(0, 60)}`);
}

function addClause(table: string, cursor: Cursor, sql: string): SchemaChange {
  if (cursor.take("COLUMN")) return { kind: "AddColumn", table, column: column(cursor, sql) };
  const copy = new Cursor(cursor.rest());
  const constraint = tableConstraint(copy, table, sql);
  if (constraint === null) return { kind: "AddColumn", table, column: column(cursor, sql) };
  if (constraint !== "plain index") return { kind: "AddConstraint", table, constraint };
  cursor.takeAny("INDEX", "KEY");
  const name = cursor.name();
  const columns = cursor.names();
  return name === null || !columns ? unknown("ADD INDEX") : { kind: "CreateIndex", table, index: index(name, false, columns), concurrently: false };
}

function dropClause(table: string, cursor: Cursor): SchemaChange {
  if (cursor.take("PRIMARY", "KEY")) return { kind: "DropConstraint", table, name: "PRIMARY", constraint: "primary key", immediate: false };
  const kinds = [["FOREIGN", "KEY", "foreign key"], ["CHECK", "", "check"], ["CONSTRAINT", "", "check"]] as const;
  for (const [first, second, constraint] of kinds) {
    if (!(second ? cursor.take(first, second) : cursor.take(first))) continue;
    cursor.take("IF", "EXISTS");
    return { kind: "DropConstraint", table, name: cursor.name() ?? "", constraint, immediate: false };
  }
  if (cursor.takeAny("INDEX", "KEY")) return { kind: "DropIndex", table, name: cursor.name() ?? "", concurrently: false, ifExists: false };
  cursor.take("COLUMN");
  cursor.take("IF", "EXISTS");
  return { kind: "DropColumn", table, column: cursor.name() ?? "", cascade: false };
}

function alterColumn(table: string, cursor: Cursor): SchemaChange {
  cursor.take("COLUMN");
  const name = cursor.name();
  if (name === null) return unknown("ALTER COLUMN");
  if (cursor.take("DROP", "DEFAULT")) return { kind: "AlterColumn", table, actions: [{ kind: "DropDefault", column: name, temporary: false }] };
  if (cursor.take("SET", "DEFAULT")) {
    const sql = cursor.rest().map((token) => token.text).join(" ");
    return { kind: "AlterColumn", table, actions: [sql.toUpperCase() === "NULL" ? { kind: "DropDefault", column: name, temporary: false } : { kind: "SetDefault", column: name, sql, lasting: true }] };
  }
  return unknown("ALTER COLUMN");
}
