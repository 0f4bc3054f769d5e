import type { Value } from "../../python/value.ts";
import { atLeast, type DjangoVersion } from "../project.ts";
import { canonicalReference } from "./values.ts";

export { sameValue } from "./values.ts";

/** Field.non_db_attrs, the same from 4.2 to 6.1 but for on_delete. */
const attributes = [
  "blank", "choices", "db_column", "editable", "error_messages", "help_text", "limit_choices_to", "related_name", "related_query_name", "validators", "verbose_name",
] as const;

/**
 * The arguments of a field that do not affect its column (Field.non_db_attrs). Since Django 6.1 a database-level on_delete
 * (DB_CASCADE, DB_SET_NULL, DB_SET_DEFAULT, ticket 21961) is part of the column: give the field's kwargs to have it told apart, and
 * ask for the old and the new field separately, as Django does.
 */
export function nonDbAttrs(version: DjangoVersion, _path?: string, kwargs?: ReadonlyMap<string, Value>): ReadonlySet<string> {
  const database = atLeast(version, "6.1") && isDatabaseOnDelete(kwargs?.get("on_delete"));
  return new Set<string>(database ? attributes : [...attributes, "on_delete"]);
}

function isDatabaseOnDelete(value: Value | undefined): boolean {
  if (value === undefined || value === null || typeof value !== "object" || value.kind !== "ref") return false;
  return ["DB_CASCADE", "DB_SET_NULL", "DB_SET_DEFAULT"].some((name) => canonicalReference(value.path) === `django.db.models.${name}`);
}
