import type { SchemaChange } from "../../schema/change.ts";
import type { Dialect } from "../dialect.ts";
import { columnSql } from "./column.ts";
import { alterTable, columnList, copyRowsSql, createTableSql, indexHead, noWords } from "./common.ts";
import type { Rendered } from "./render.ts";

/** django.db.backends.sqlite3.schema.DatabaseSchemaEditor's statements; most alterations arrive as a remade table. */
export function sqliteStatement(change: SchemaChange, dialect: Dialect): Rendered {
  const quote = dialect.quoteName;
  const references = (column: { readonly references: { readonly table: string; readonly column: string; readonly onDelete?: string | null } | null }) =>
    column.references ? ` REFERENCES ${quote(column.references.table)} (${quote(column.references.column)})${column.references.onDelete ? ` ON DELETE ${column.references.onDelete}` : ""} DEFERRABLE INITIALLY DEFERRED` : "";
  switch (change.kind) {
    case "CreateTable":
      return createTableSql(change, dialect, references);
    case "DropTable":
      return `DROP TABLE ${quote(change.table)}`;
    case "RenameTable":
      return alterTable(change.table, `RENAME TO ${quote(change.to)}`, dialect);
    case "AddColumn":
      return alterTable(change.table, `ADD COLUMN ${quote(change.column.name)} ${columnSql(change.column, "add column", dialect)}${references(change.column)}`, dialect);
    case "DropColumn":
      return alterTable(change.table, `DROP COLUMN ${quote(change.column)}`, dialect);
    case "RenameColumn":
      return alterTable(change.table, `RENAME COLUMN ${quote(change.column)} TO ${quote(change.to)}`, dialect);
    case "AddConstraint":
      if (change.constraint.kind !== "unique") return noWords(change);
      return `CREATE UNIQUE INDEX ${quote(change.constraint.name ?? "")} ON ${quote(change.table)} (${columnList(change.constraint.columns, dialect)})`;
    case "DropConstraint":
      return `DROP INDEX ${quote(change.name)}`;
    case "CreateIndex":
      return `${indexHead(change.table, change.index, dialect)} (${change.index.parts.join(", ")})${change.index.condition === null ? "" : ` WHERE ${change.index.condition}`}`;
    case "DropIndex":
      return `DROP INDEX ${quote(change.name)}`;
    case "CopyRows":
      return copyRowsSql(change, dialect);
    default:
      return noWords(change);
  }
}
