import type { Value } from "../../python/value.ts";
import type { FieldClass } from "./field-class.ts";
import { said, type ResolvedClass } from "./resolve-class.ts";
import { sameValue } from "./values.ts";

/** What a field's call says, seen two ways. */
export interface FieldArguments {
  /** What `__init__` makes of it: every argument of Field and of the class with its value. */
  readonly attributes: ReadonlyMap<string, Value>;
  /** What deconstruct() gives back: arguments named, those with the class's default left out. */
  readonly kwargs: ReadonlyMap<string, Value>;
}

/** Runs a call through the `__init__`s of the class and its bases, and back through their deconstruct()s. */
export function fieldArguments(resolved: ResolvedClass, args: readonly Value[], kwargs: ReadonlyMap<string, Value>): FieldArguments {
  const attributes = initialise(resolved.chain, named(resolved, args, kwargs));
  return { attributes, kwargs: deconstruct(resolved.chain, attributes) };
}

function named(resolved: ResolvedClass, args: readonly Value[], kwargs: ReadonlyMap<string, Value>): Map<string, Value> {
  const parameters = said(resolved, "positional") ?? [];
  const result = new Map<string, Value>();
  for (const [index, value] of args.entries()) if (parameters[index] !== undefined) result.set(parameters[index], value);
  for (const [name, value] of kwargs) result.set(name, value);
  return result;
}

/** From the class itself to Field: each sets, fills in or takes away arguments before its base sees them. */
function initialise(chain: readonly FieldClass[], given: Map<string, Value>): Map<string, Value> {
  const kept = new Map<string, Value>();
  for (const one of chain) {
    for (const name of one.dropped ?? []) given.delete(name);
    for (const [name, value] of Object.entries(one.forced ?? {})) given.set(name, value);
    for (const [name, value] of Object.entries({ ...one.defaults, ...one.fallback })) if (!given.has(name)) given.set(name, value);
    for (const [name, value] of Object.entries(one.own ?? {})) kept.set(name, given.has(name) ? given.get(name)! : value);
  }
  const result = new Map([...given, ...kept]);
  for (const name of ["default", "db_default"]) if (isNotProvided(result.get(name))) result.delete(name);
  // DateField and TimeField: both are set by auto_now, and deconstruct() takes them away again.
  if (isTrue(result.get("auto_now")) || isTrue(result.get("auto_now_add"))) result.set("editable", false).set("blank", true);
  return result;
}

function deconstruct(chain: readonly FieldClass[], attributes: ReadonlyMap<string, Value>): Map<string, Value> {
  const forced = new Set(chain.flatMap((one) => Object.keys(one.forced ?? {})));
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
