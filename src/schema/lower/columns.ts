import { atLeast } from "../../django/project.ts";
import type { BoundField, BoundModel } from "../../django/bound.ts";
import type { ColumnDefinition } from "../change.ts";
import { foreignKeyName } from "../names.ts";
import { databaseDefault, effectiveDefault, generatedSql, skipsDefault, skipsDefaultOnAlter } from "./defaults.ts";
import type { Editor } from "./editor.ts";

/** A column as column_sql makes it, with its check and identity; `withDefault` as add_field asks for it. The field must have a column. */
export function columnDefinition(editor: Editor, field: BoundField, withDefault: boolean, tablespace: string | null = null): ColumnDefinition {
  if (field.unknown !== null) editor.doubt(field.unknown);
  return {
    name: field.column!,
    type: field.dbType!,
    // Django writes no NOT NULL beside GENERATED (_iter_column_sql).
    null: field.null || field.generated !== null,
    collation: field.collation,
    comment: field.comment,
    default: defaultClause(editor, field, withDefault),
    generated: generatedSql(editor, field),
    identity: isIdentity(field),
    primaryKey: field.primaryKey,
    unique: field.unique && !field.primaryKey,
    check: field.check,
    references: null,
    indexTablespace: field.unique ? (field.tablespace ?? tablespace) : null,
  };
}

function defaultClause(editor: Editor, field: BoundField, withDefault: boolean): ColumnDefinition["default"] {
  if (field.dbDefault !== undefined) return { sql: databaseDefault(editor, field).sql, lasting: true };
  if (!withDefault || skipsDefault(editor, field) || (field.null && skipsDefaultOnAlter(editor, field))) return null;
  const value = effectiveDefault(editor, field);
  if (!value) return null;
  return { sql: value.columnSql, lasting: false };
}

const identityTypes = new Set(["AutoField", "BigAutoField", "SmallAutoField"]);

/** The server makes the value: identity, AUTO_INCREMENT, AUTOINCREMENT. */
export function isIdentity(field: BoundField): boolean {
  return field.suffix !== null || (identityTypes.has(field.internalType) && typeof field.dbType === "string" && /auto_increment/i.test(field.dbType));
}

/** The foreign key a column declares itself; null without one (or without constraint, or to a model that is not known). */
export function inlineReference(editor: Editor, model: BoundModel, field: BoundField): ColumnDefinition["references"] {
  const target = foreignKeyTarget(editor, field);
  if (!target) return null;
  return { name: foreignKeyName(editor.dialect.vendor, model.table, field.column!, target.table, target.column), table: target.table, column: target.column, onDelete: databaseOnDelete(editor, field) };
}

/** Table and column a foreign key constraint points at. A target that cannot be known is a doubt about the statement. */
export function foreignKeyTarget(editor: Editor, field: BoundField): { readonly table: string; readonly column: string } | null {
  const remote = field.remote;
  if (!remote || remote.kind === "many to many" || !remote.dbConstraint) return null;
  if (!remote.model || !remote.target?.column) {
    editor.doubt(`the table of ${remote.to} is not known: its app is neither in the repository nor in the built-in tables`);
    return null;
  }
  if (remote.target.unknown !== null) editor.doubt(remote.target.unknown);
  return { table: remote.model.table, column: remote.target.column };
}

const onDeleteWords: Readonly<Record<string, string>> = { DB_CASCADE: "CASCADE", DB_SET_NULL: "SET NULL", DB_SET_DEFAULT: "SET DEFAULT" };

/** Database-level on_delete (Django 6.1). */
export function databaseOnDelete(editor: Editor, field: BoundField): string | null {
  if (!atLeast(editor.dialect.django, "6.1")) return null;
  return onDeleteWords[field.remote?.onDelete.split(".").at(-1) ?? ""] ?? null;
}
