import type { BoundField, BoundModel } from "../../django/bound.ts";
import type { Value } from "../../python/value.ts";
import type { Editor } from "./editor.ts";
import { isLimitedDataType } from "./field-indexes.ts";

/**
 * AddDefaultValue.database_forwards of django-add-default-value (add_default_value.py): `ALTER COLUMN … SET DEFAULT`, the value between quotes whatever its
 * type. It does nothing on SQLite, nor to text on MySQL; on MariaDB that depends on the version's last digit.
 */
export function addDefaultValue(editor: Editor, model: BoundModel, field: BoundField, value: Value): void {
  const { vendor } = editor.dialect;
  if (vendor === "sqlite" || field.column === null) return;
  if (vendor === "mysql" && (isLimitedDataType(field) || constantOf(value) === "TODAY")) return;
  if (vendor === "mariadb" && constantOf(value) === "TODAY") return;
  if (vendor === "mariadb" && isLimitedDataType(field)) editor.doubt("whether AddDefaultValue gives text a default depends on the release of MariaDB");
  const sql = defaultSql(value, vendor === "postgresql");
  if (sql === null) editor.doubt("the value of AddDefaultValue is not one whose SQL is known here: see it with `sqlmigrate`");
  editor.execute({ kind: "AlterColumn", table: model.table, actions: [{ kind: "SetDefault", column: field.column, sql: sql ?? "(an expression)", lasting: true }] });
}

/** The package's constants, by name or as the text they stand for. */
function constantOf(value: Value): "NOW" | "TODAY" | null {
  const path = typeof value === "object" && value?.kind === "ref" && value.path.startsWith("django_add_default_value.") ? value.path.slice(value.path.lastIndexOf(".") + 1) : null;
  if (value === "__NOW__" || path === "NOW") return "NOW";
  return value === "__TODAY__" || path === "TODAY" ? "TODAY" : null;
}

/** clean_value, for the values it puts between quotes as they are. The package escapes nothing, so a quote or a percent sign is not for us to tell. */
function defaultSql(value: Value, postgresql: boolean): string | null {
  // MySQL wants brackets around CURRENT_TIMESTAMP here, which the package does not write.
  if (constantOf(value) !== null) return postgresql ? "now()" : null;
  if (typeof value === "boolean") return postgresql ? (value ? "'True'" : "'False'") : value ? "'1'" : "'0'";
  if (typeof value === "number" || typeof value === "bigint") return `'${value}'`;
  return typeof value === "string" && !/['\\%\0]/.test(value) ? `'${value}'` : null;
}
