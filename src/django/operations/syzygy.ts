import type { CallValue, Value } from "../../python/value.ts";
import { atLeast } from "../project.ts";
import type { ReadContext } from "./context.ts";
import type { KnownOperation } from "./known-operations.ts";

/**
 * What django-syzygy's AddField, PreRemoveField and PostAddField of old migrations make since Django 5.0 (syzygy/operations.py 1.2.3): the path and
 * arguments of an operation of Django's own. null on an older Django, and where the field's default is not a plain value.
 */
export function databaseDefaultOperation({ withDatabaseDefault: what }: KnownOperation, values: ReadonlyMap<string, Value>, { facts }: ReadContext): { readonly path: string; readonly kwargs: ReadonlyMap<string, Value> } | null {
  const field = values.get("field");
  if (what === undefined || facts === null || !atLeast(facts.django.value, "5.0") || !isCall(field)) return null;
  const kwargs = new Map(field.kwargs);
  const value = kwargs.get("default");
  if (what === "none") {
    kwargs.delete("db_default");
    if (values.get("preserve_default") === false) kwargs.delete("default");
  } else if (value !== undefined) {
    if (value !== null && typeof value === "object") return null;
    kwargs.set("db_default", value);
  } else {
    if (what === "default") return null;
    kwargs.set("null", true);
  }
  const path = `django.db.migrations.${what === "default" ? "AddField" : "AlterField"}`;
  const given = [...values].filter(([name]) => name !== "preserve_default" || what === "default");
  return { path, kwargs: new Map<string, Value>([...given, ["field", { ...field, kwargs }]]) };
}

function isCall(value: Value | undefined): value is CallValue {
  return value !== undefined && value !== null && typeof value === "object" && value.kind === "call";
}
