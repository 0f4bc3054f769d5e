import type { CallValue, Value } from "../../python/value.ts";
import type { Field } from "../operation.ts";
import { fieldArguments, type FieldArguments } from "./arguments.ts";
import type { BindContext } from "./context.ts";
import { resolveClass, said, type ResolvedClass } from "./resolve-class.ts";

/** A field with its class looked up and its arguments put in order: all that does not depend on other models. */
export interface ResolvedField extends FieldArguments {
  readonly class: ResolvedClass;
  readonly relation: "foreign key" | "one to one" | "many to many" | null;
  /** No column and no table of its own: GenericForeignKey and the like. */
  readonly virtual: boolean;
  /** CompositePrimaryKey's field names. */
  readonly composite: readonly string[] | null;
  /** Arguments that matter to the schema and cannot be read, with the way to settle it; null when all can. */
  readonly unknown: string | null;
}

const caches = new WeakMap<BindContext, WeakMap<Field, ResolvedField>>();

/** Resolves a field of a state once per context. */
export function resolveField(field: Field, context: BindContext): ResolvedField {
  let cache = caches.get(context);
  if (!cache) caches.set(context, (cache = new WeakMap()));
  let resolved = cache.get(field);
  if (!resolved) cache.set(field, (resolved = resolve(field.path, field.args, field.kwargs, context, field.unknown)));
  return resolved;
}

/** Resolves a field that stands in another's arguments: `base_field`, `output_field`. */
export function resolveCall(call: CallValue, context: BindContext): ResolvedField {
  return resolve(call.path, call.args, call.kwargs, context, call.unknownArgs ? `not all of its arguments can be read: ${call.unknownArgs.reason}` : null);
}

/** Resolves a field that Django adds on its own. */
export function resolveImplicit(path: string, kwargs: Readonly<Record<string, Value>>, context: BindContext): ResolvedField {
  return resolve(path, [], new Map(Object.entries(kwargs)), context, null);
}

function resolve(path: string, args: readonly Value[], kwargs: ReadonlyMap<string, Value>, context: BindContext, unknown: string | null): ResolvedField {
  const resolved = resolveClass(path, context);
  const composite = resolved.path === "django.db.models.CompositePrimaryKey" ? args.filter((name) => typeof name === "string") : null;
  const both = fieldArguments(resolved, args, kwargs);
  return {
    class: resolved,
    ...both,
    relation: said(resolved, "relation") ?? null,
    virtual: said(resolved, "virtual") ?? false,
    composite,
    unknown: unknown ?? both.unread ?? unreadable(both.attributes),
  };
}

const decisive = ["null", "unique", "primary_key", "db_index", "db_column", "db_constraint", "auto_created", "db_collation"];

function unreadable(attributes: ReadonlyMap<string, Value>): string | null {
  for (const name of decisive) {
    const value = attributes.get(name);
    if (value === undefined || value === null || typeof value !== "object") continue;
    const at = "place" in value ? ` (${value.place.path}:${value.place.line})` : "";
    const why = value.kind === "unknown" ? value.reason : "it is not a constant";
    return `its ${name} cannot be told${at}: ${why}. Write the value in the migration`;
  }
  return null;
}

/** Python's truth of an argument. */
export function truthy(value: Value | undefined): boolean {
  if (value === undefined || value === null || value === false || value === 0 || value === 0n || value === "") return false;
  if (typeof value !== "object") return true;
  if (value.kind === "list" || value.kind === "tuple" || value.kind === "set") return value.items.length > 0;
  return value.kind !== "dict" || value.entries.length > 0;
}

/** A text argument, or null. */
export function textArgument(attributes: ReadonlyMap<string, Value>, name: string): string | null {
  const value = attributes.get(name);
  return typeof value === "string" && value !== "" ? value : null;
}
