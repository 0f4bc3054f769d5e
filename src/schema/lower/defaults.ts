import type { BoundField } from "../../django/bound.ts";
import { atLeast } from "../../django/project.ts";
import type { Value } from "../../python/value.ts";
import { isMySql } from "../../sql/dialect.ts";
import { effectiveDefaultLiteral, literal } from "../../sql/literal/literal.ts";
import type { ColumnDefinition } from "../change.ts";
import { isModelsCall } from "../expressions/class-name.ts";
import { compileDatabaseDefault, compileGenerated } from "../expressions/defaults.ts";
import type { Editor } from "./editor.ts";
import { isLimitedDataType } from "./field-indexes.ts";

/** A default as SQL: in a statement, and in a DEFAULT clause (MySQL wants brackets there for text and blobs). */
export interface DefaultSql {
  readonly sql: string;
  readonly columnSql: string;
  /** The empty string or empty bytes. */
  readonly empty: boolean;
  /** Only known when the migration runs: two of them differ even where the function is the same (uuid4, timezone.now). */
  readonly computed: boolean;
}

/** effective_default: what a new column is filled with once; null when there is nothing. A value that cannot be known is a doubt. */
export function effectiveDefault(editor: Editor, field: BoundField): DefaultSql | null {
  const value = effectiveDefaultLiteral(field, editor.dialect);
  if (value === null) return null;
  if ("unknown" in value) {
    editor.doubt(value.unknown);
    return { sql: "", columnSql: "", empty: false, computed: false };
  }
  if (value.isNone) return null;
  return { sql: value.sql, columnSql: inColumn(editor, field, value.sql), empty: value.isEmpty, computed: value.computed };
}

/** _column_default_sql: MySQL takes defaults for BLOB, TEXT and JSON only as expressions. */
function inColumn(editor: Editor, field: BoundField, sql: string): string {
  const { vendor, version } = editor.dialect;
  return vendor === "mysql" && atLeast(version, "8.0.13") && isLimitedDataType(field) ? `(${sql})` : sql;
}

/** db_default_sql: the lasting default. */
export function databaseDefault(editor: Editor, field: BoundField): { readonly sql: string } {
  const compiled = compileDatabaseDefault(field, editor.dialect);
  if ("unknown" in compiled) {
    editor.doubt(compiled.unknown);
    return { sql: "" };
  }
  return { sql: compiled.literal ? inColumn(editor, field, compiled.sql) : compiled.sql };
}

/** Is the lasting default written as `Value(…)`? (A bare value is wrapped later, so that SQLite's editor does not take it for one.) */
export function databaseDefaultIsValue(field: BoundField): boolean {
  return field.dbDefault !== undefined && isModelsCall(field.dbDefault, "Value");
}

/** GENERATED ALWAYS AS. */
export function generatedSql(editor: Editor, field: BoundField): ColumnDefinition["generated"] {
  if (!field.generated) return null;
  const compiled = compileGenerated(field, editor.dialect);
  if ("unknown" in compiled) {
    editor.doubt(compiled.unknown);
    return { sql: "", stored: field.generated.stored };
  }
  return { sql: compiled.sql, stored: field.generated.stored };
}

/** MySQL's skip_default: from Django 5.1 (#35000) an empty text or blob default is left out of ADD COLUMN, before MySQL 8.0.13 any default of such a type. */
export function skipsDefault(editor: Editor, field: BoundField): boolean {
  const { vendor, version } = editor.dialect;
  if (!isMySql(vendor)) return false;
  if (leavesOutEmpty(editor, field)) return true;
  return vendor === "mysql" && !atLeast(version, "8.0.13") && isLimitedDataType(field);
}

/** skip_default_on_alter: MySQL's ALTER COLUMN takes no default for BLOB and TEXT. */
export function skipsDefaultOnAlter(editor: Editor, field: BoundField): boolean {
  const { vendor } = editor.dialect;
  if (!isMySql(vendor)) return false;
  return leavesOutEmpty(editor, field) || (vendor === "mysql" && isLimitedDataType(field));
}

function leavesOutEmpty(editor: Editor, field: BoundField): boolean {
  return atLeast(editor.dialect.django, "5.1") && isTextOrBlob(field) && (effectiveDefault(editor, field)?.empty ?? false);
}

function isTextOrBlob(field: BoundField): boolean {
  return typeof field.dbType === "string" && /(blob|text)$/i.test(field.dbType);
}

/** Do the column's clauses carry query parameters (a db_default or generated expression with values)? */
export function sqlHasParameters(editor: Editor, field: BoundField): boolean {
  const compiled = field.dbDefault !== undefined ? compileDatabaseDefault(field, editor.dialect) : field.generated ? compileGenerated(field, editor.dialect) : null;
  return compiled !== null && "hasParameters" in compiled && compiled.hasParameters;
}

/** A parameter of raw SQL as the driver prints it; null when it cannot be known. */
export function parameterSql(editor: Editor, value: Value): string | null {
  const sql = literal(value, null, editor.dialect);
  return "unknown" in sql ? null : sql.sql;
}
