import type { Field } from "../../django/operation.ts";
import type { Value } from "../../python/value.ts";
import { call } from "../operations.ts";

/** What a field's default is worth to the database. */
export type Default =
  | { readonly kind: "none" }
  /** The same for all rows; `db` is what `db_default` takes. */
  | { readonly kind: "literal"; readonly value: Value; readonly db: Value }
  /** A function whose value the database can make itself, row by row without rewriting the table. */
  | { readonly kind: "now"; readonly path: string; readonly db: Value }
  /** A function of Python. */
  | { readonly kind: "callable"; readonly path: string }
  | { readonly kind: "unreadable" };

const now = new Set(["django.utils.timezone.now"]);
const containers: Readonly<Record<string, Value>> = { "builtins.dict": { kind: "dict", entries: [] }, "builtins.list": { kind: "list", items: [] } };

export function defaultOf(field: Field): Default {
  const value = field.kwargs.get("default");
  if (value === undefined) return { kind: "none" };
  if (value === null || typeof value !== "object") return value === null ? { kind: "none" } : { kind: "literal", value, db: value };
  switch (value.kind) {
    case "float":
    case "bytes":
    case "dict":
    case "list":
      return { kind: "literal", value, db: value };
    case "call":
      return ["decimal.Decimal", "datetime.date", "datetime.datetime", "datetime.time", "datetime.timedelta", "uuid.UUID"].includes(value.path) ? { kind: "literal", value, db: value } : { kind: "unreadable" };
    case "ref": {
      const empty = containers[value.path];
      if (empty && field.path.endsWith("JSONField")) return { kind: "literal", value: empty, db: empty };
      if (now.has(value.path)) return { kind: "now", path: value.path, db: call("django.db.models.functions.Now", []) };
      return { kind: "callable", path: value.path };
    }
    default:
      return { kind: "unreadable" };
  }
}
