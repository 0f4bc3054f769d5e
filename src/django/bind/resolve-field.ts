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

const callCaches = new WeakMap<BindContext, WeakMap<CallValue, ResolvedField>>();

/** Resolves a field that stands in another's arguments: `base_field`, `output_field`. */
export function resolveCall(call: CallValue, context: BindContext): ResolvedField {
  let cache = callCaches.get(context);
  if (!cache) callCaches.set(context, (cache = new WeakMap()));
  let resolved = cache.get(call);
  if (!resolved) cache.set(call, (resolved = readCall(call, context)));
  return resolved;
}

function readCall(call: CallValue, context: BindContext): ResolvedField {
  return resolve(call.path, call.args, call.kwargs, context, call.unknownArgs ? `not all of its arguments can be read: ${call.unknownArgs.reason}` : null);
}

const implicitCaches = new WeakMap<BindContext, Map<string, ResolvedField>>();

/** Resolves a field that Django adds on its own, from arguments that are all plain. */
export function resolveImplicit(path: string, kwargs: Readonly<Record<string, string | number | boolean | null>>, context: BindContext): ResolvedField {
  let cache = implicitCaches.get(context);
  if (!cache) implicitCaches.set(context, (cache = new Map()));
  const key = `${path} ${JSON.stringify(kwargs)}`;
  let resolved = cache.get(key);
  if (!resolved) cache.set(key, (resolved = resolve(path, [], new Map<string, Value>(Object.entries(kwargs)), context, null)));
  return resolved;
}

function resolve(path: string, args: readonly Value[], kwargs: ReadonlyMap<string, Value>, context: BindContext, unknown: string | null): ResolvedField {
  const resolved = resolveClass(path, context);
  const composite = resolved.path === "django.db.models.CompositePrimaryKey" ? args.filter((name) => typeof name === "string") : null;
  const both = fieldArguments(resolved, args.map((value) => settled(value, context)), settledAll(kwargs, context));
  return {
    class: resolved,
    ...both,
    relation: said(resolved, "relation") ?? null,
    virtual: said(resolved, "virtual") ?? false,
    composite,
    unknown: unknown ?? both.unread ?? unreadable(both.attributes),
  };
}

function settledAll(kwargs: ReadonlyMap<string, Value>, context: BindContext): ReadonlyMap<string, Value> {
  return context.setting ? new Map([...kwargs].map(([name, value]) => [name, settled(value, context)])) : kwargs;
}

/** A setting by its value; those that name models stay, as Django writes them. */
function settled(value: Value, context: BindContext): Value {
  if (value === null || typeof value !== "object" || value.kind !== "ref" || !value.path.startsWith(settings)) return value;
  const found = context.setting?.(value.path.slice(settings.length));
  return found === undefined || (typeof found === "string" && found.includes(".")) ? value : found;
}

const settings = "django.conf.settings.";

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
