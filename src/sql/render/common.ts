import type { ConstraintDefinition, IndexDefinition, SchemaChange } from "../../schema/change.ts";
import type { Deferrable } from "../../schema/schema.ts";
import type { Dialect } from "../dialect.ts";
import { columnSql } from "./column.ts";

/** BaseDatabaseSchemaEditor._deferrable_constraint_sql, with its leading blank. */
export function deferrableSql(deferrable: Deferrable): string {
  if (deferrable === "deferred") return " DEFERRABLE INITIALLY DEFERRED";
  return deferrable === "immediate" ? " DEFERRABLE INITIALLY IMMEDIATE" : "";
}

export function columnList(columns: readonly string[], dialect: Dialect): string {
  return columns.map((column) => dialect.quoteName(column)).join(", ");
}

/** A constraint without its table: `CONSTRAINT "x" UNIQUE ("a")`, or unnamed `PRIMARY KEY ("a", "b")`. */
export function constraintSql(constraint: ConstraintDefinition, dialect: Dialect): string {
  const name = constraint.name === null ? "" : `CONSTRAINT ${dialect.quoteName(constraint.name)} `;
  switch (constraint.kind) {
    case "primary key":
      if (constraint.usingIndex) return `${name}PRIMARY KEY USING INDEX ${dialect.quoteName(constraint.usingIndex)}`;
      return `${name}PRIMARY KEY (${columnList(constraint.columns, dialect)})`;
    case "unique":
      if (constraint.usingIndex !== null) return `${name}UNIQUE USING INDEX ${dialect.quoteName(constraint.usingIndex)}`;
      return `${name}UNIQUE${nullsSql(constraint.nullsDistinct)} (${columnList(constraint.columns, dialect)})${deferrableSql(constraint.deferrable)}`;
    case "check":
      return `${name}CHECK (${constraint.sql})${constraint.notValid ? " NOT VALID" : ""}`;
    case "exclusion":
      return `${name}${constraint.sql}`;
    case "foreign key": {
      const onDelete = constraint.onDelete === null ? "" : ` ON DELETE ${constraint.onDelete}`;
      const deferrable = dialect.vendor === "postgresql" ? deferrableSql(constraint.deferrable) : "";
      return `${name}FOREIGN KEY (${columnList(constraint.columns, dialect)}) REFERENCES ${dialect.quoteName(constraint.toTable)} (${columnList(constraint.toColumns, dialect)})${onDelete}${deferrable}${constraint.notValid ? " NOT VALID" : ""}`;
    }
  }
}

/** _unique_index_nulls_distinct_sql (Django 5.0, #34701). */
export function nullsSql(nullsDistinct: boolean | null): string {
  if (nullsDistinct === null) return "";
  return nullsDistinct ? " NULLS DISTINCT" : " NULLS NOT DISTINCT";
}

export function createTableSql(change: Extract<SchemaChange, { kind: "CreateTable" }>, dialect: Dialect, references: (column: (typeof change.columns)[number]) => string): string {
  const columns = change.columns.map((column) => `${dialect.quoteName(column.name)} ${columnSql(column, "create table", dialect)}${references(column)}`);
  const constraints = change.constraints.map((constraint) => constraintSql(constraint, dialect));
  return `CREATE TABLE ${dialect.quoteName(change.table)} (${[...columns, ...constraints].join(", ")})`;
}

/** The brackets and what follows them, in each vendor's order. */
export function indexHead(table: string, index: IndexDefinition, dialect: Dialect, words = ""): string {
  return `CREATE ${index.unique ? "UNIQUE " : ""}INDEX ${words}${index.ifNotExists ? "IF NOT EXISTS " : ""}${dialect.quoteName(index.name)} ON ${dialect.quoteName(table)}`;
}

export function copyRowsSql(change: Extract<SchemaChange, { kind: "CopyRows" }>, dialect: Dialect): string {
  const names = change.columns.map((c) => c.column).join(", ");
  const values = change.columns.map((c) => c.value).join(", ");
  return `INSERT INTO ${dialect.quoteName(change.to)} (${names}) SELECT ${values} FROM ${dialect.quoteName(change.table)}`;
}

/** ALTER TABLE statements that are the same on every database. */
export function alterTable(table: string, words: string, dialect: Dialect): string {
  return `ALTER TABLE ${dialect.quoteName(table)} ${words}`;
}

export const noWords = (change: SchemaChange): { readonly unknown: string } => ({ unknown: `no SQL is known for ${change.kind} on this database` });
