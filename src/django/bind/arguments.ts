import type { Value } from "../../python/value.ts";
import type { FieldCall, FieldClass } from "./field-class.ts";
import type { ResolvedClass } from "./resolve-class.ts";
import { sameValue } from "./values.ts";

/** What a field's call says, seen two ways. */
export interface FieldArguments {
  /** What `__init__` makes of it: every argument of Field and of the class with its value. */
  readonly attributes: ReadonlyMap<string, Value>;
  /** What deconstruct() gives back: arguments named, those with the class's default left out. */
  readonly kwargs: ReadonlyMap<string, Value>;
  /** Why an `__init__` of the repository cannot be followed; null when it can. */
  readonly unread: string | null;
}

/** Runs a call through the `__init__`s of the class and its bases, and back through their deconstruct()s. */
export function fieldArguments(resolved: ResolvedClass, args: readonly Value[], kwargs: ReadonlyMap<string, Value>): FieldArguments {
  const { attributes, unknown } = initialise(resolved.chain, { args, kwargs });
  const deconstructed = deconstruct(resolved.chain, attributes);
  // What a class of the repository keeps to itself, its deconstruct() writes as it was given.
  for (const [name, value] of kwargs) if (!attributes.has(name) && !isNotProvided(value)) deconstructed.set(name, value);
  for (const one of resolved.chain) for (const name of one.hidden ?? []) deconstructed.delete(name);
  return { attributes, kwargs: deconstructed, unread: unknown };
}

/** From the class itself to Field: each names, sets, fills in or takes away arguments before its base sees them. */
function initialise(chain: readonly FieldClass[], call: FieldCall): { readonly attributes: Map<string, Value>; readonly unknown: string | null } {
  const kept = new Map<string, Value>();
  const stays = new Map<string, Value>();
  let unknown: string | null = null;
  let given = call;
  for (const one of chain) {
    if (one.init) {
      const done = one.init(given);
      given = done.passed;
      for (const [name, value] of done.attributes) if (!stays.has(name)) stays.set(name, value);
      unknown ??= done.unknown;
    } else {
      const named = nameArguments(one, given);
      for (const name of one.dropped ?? []) named.delete(name);
      for (const [name, other] of Object.entries(one.renamed ?? {})) rename(named, kept, name, other);
      for (const [name, value] of Object.entries(one.forced ?? {})) named.set(name, value);
      for (const [name, value] of Object.entries({ ...one.defaults, ...one.fallback })) if (!named.has(name)) named.set(name, value);
      for (const [name, value] of Object.entries(one.own ?? {})) if (!kept.has(name)) kept.set(name, named.has(name) ? named.get(name)! : value);
      given = { args: one.positional ? [] : given.args, kwargs: named };
    }
  }
  const attributes = new Map([...given.kwargs, ...kept, ...stays]);
  for (const name of ["default", "db_default"]) if (isNotProvided(attributes.get(name))) attributes.delete(name);
  // DateField and TimeField: both are set by auto_now, and deconstruct() takes them away again.
  if (isTrue(attributes.get("auto_now")) || isTrue(attributes.get("auto_now_add"))) attributes.set("editable", false).set("blank", true);
  return { attributes, unknown };
}

/** Under its new name for the base, under its own for deconstruct(). */
function rename(named: Map<string, Value>, kept: Map<string, Value>, name: string, other: string): void {
  const value = named.get(name);
  if (value === undefined) return;
  kept.set(name, value);
  named.delete(name);
  named.set(other, value);
}

function nameArguments({ positional }: FieldClass, { args, kwargs }: FieldCall): Map<string, Value> {
  const named = new Map(kwargs);
  for (const [index, name] of (positional ?? []).entries()) if (index < args.length) named.set(name, args[index]!);
  return named;
}

function deconstruct(chain: readonly FieldClass[], attributes: ReadonlyMap<string, Value>): Map<string, Value> {
  const forced = new Set(chain.flatMap((one) => [...Object.keys(one.forced ?? {}), ...Object.values(one.renamed ?? {})]));
  const always = new Set(chain.flatMap((one) => one.always ?? []));
  const defaults = new Map<string, Value>();
  for (const one of chain.toReversed()) for (const [name, value] of Object.entries({ ...one.own, ...one.defaults })) defaults.set(name, value);
  const automatic = isTrue(attributes.get("auto_now")) || isTrue(attributes.get("auto_now_add"));
  const result = new Map<string, Value>();
  for (const [name, value] of attributes) {
    if (forced.has(name) || unwritten.has(name) || (automatic && (name === "editable" || name === "blank"))) continue;
    const fallback = defaults.get(name);
    if (!always.has(name) && fallback !== undefined && sameDefault(value, fallback)) continue;
    result.set(name, value);
  }
  return result;
}

/** Arguments that deconstruct() never gives. */
const unwritten = new Set(["name", "rel", "swappable", "from_fields", "to_fields", "symmetrical"]);

function sameDefault(value: Value, fallback: Value): boolean {
  if (typeof fallback === "boolean" || fallback === null) return value === fallback;
  if (isEmptyList(fallback)) return isEmptyList(value);
  return sameValue(value, fallback);
}

/** validators=() and validators=[] are the same: Field.__init__ makes a list of them. */
function isEmptyList(value: Value): boolean {
  return value !== null && typeof value === "object" && (value.kind === "list" || value.kind === "tuple") && value.items.length === 0;
}

function isNotProvided(value: Value | undefined): boolean {
  return value !== undefined && value !== null && typeof value === "object" && value.kind === "ref" && value.path.endsWith(".NOT_PROVIDED");
}

function isTrue(value: Value | undefined): boolean {
  return value === true || value === 1;
}
