import type { BoundField } from "../../django/bound.ts";
import type { Value } from "../../python/value.ts";
import { builtinDefault } from "./builtins.ts";
import type { Data } from "./data.ts";
import { nameOf, readData } from "./read.ts";

/** Where the value of a new column comes from (BaseDatabaseSchemaEditor._effective_default). */
export type DefaultKind =
  /** Field(default=…). */
  | { readonly kind: "default"; readonly value: Value }
  /** blank=True, null=False and a type that takes empty strings: "" or b"". */
  | { readonly kind: "empty"; readonly data: Data }
  /** auto_now and auto_now_add: the moment of the migration. */
  | { readonly kind: "now"; readonly data: Data }
  | { readonly kind: "none" };

/** Which of the four holds for a field. Generated fields and relations to many have none. */
export function defaultKind(field: BoundField): DefaultKind {
  if (field.default !== undefined) return { kind: "default", value: field.default };
  if (field.generated || field.column === null) return { kind: "none" };
  if (!field.null && field.blank && field.emptyStringsAllowed) return { kind: "empty", data: field.internalType === "BinaryField" ? { kind: "bytes", text: "" } : "" };
  if (field.autoNow) return { kind: "now", data: { kind: "computed", what: "timezone.now" } };
  return { kind: "none" };
}

/** What Field.get_default() returns: a callable is called. Throws Unknown for what cannot be read. */
export function defaultData(value: Value): Data {
  if (value === null || typeof value !== "object" || value.kind !== "ref") return readData(value);
  const builtin = builtinDefault(value.path);
  return builtin === undefined ? { kind: "computed", what: nameOf(value.text, value.path) } : builtin;
}
