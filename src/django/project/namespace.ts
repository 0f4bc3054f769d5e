import type { Place } from "../../place.ts";
import type { Value } from "../../python/value.ts";

/** One value a setting may have. */
export interface Alternative {
  readonly value: Value;
  readonly place: Place;
}

/**
 * Names and the values they may have, the most certain first: what is assigned in a condition that cannot be told comes beside what was there.
 * Lists take everything that any branch adds: the question is which apps there are, not which there are today.
 */
export type Namespace = Map<string, Alternative[]>;

/** More values of one setting, or items of one list, than any project has: hostile code doubles them. */
const mostAlternatives = 50;
const mostItems = 5000;

/** Binds a name. In a condition the values of before stay possible. */
export function assign(names: Namespace, name: string, found: readonly Alternative[], conditional: boolean): void {
  names.set(name, [...(conditional ? (names.get(name) ?? []) : []), ...found].slice(0, mostAlternatives));
}

/**
 * The values to evaluate an expression with: the most certain of each name it uses (null: of all). Calls and what is unknown are left to the reader,
 * who knows what is called.
 */
export function locals(names: Namespace, used: ReadonlySet<string> | null): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>();
  for (const name of used ?? names.keys()) {
    const first = names.get(name)?.[0];
    if (first && isPlain(first.value)) found.set(name, first.value);
  }
  return found;
}

function isPlain(value: Value): boolean {
  return typeof value !== "object" || value === null || !["call", "ref", "unknown"].includes(value.kind);
}

/** `NAME += value`: lists grow, whatever the condition. */
export function extend(names: Namespace, name: string, more: Value, place: Place): void {
  change(names, name, place, (value) => (isList(value) ? { kind: "list", items: [...value.items, ...itemsOf(more)].slice(0, mostItems) } : value));
}

/** `NAME["a"]["b"] = value`; a key that is not text leaves the dict alone. */
export function setItem(names: Namespace, name: string, keys: readonly Value[], item: Value, place: Place): void {
  change(names, name, place, (value) => withItem(value, keys, item));
}

/** Python's list and dict methods that change what a setting holds. */
export function callMethod(names: Namespace, name: string, method: string, args: readonly Value[], place: Place): void {
  const last = args.at(-1);
  if (last === undefined) return;
  if (method === "append" || method === "insert") extend(names, name, { kind: "list", items: [last] }, place);
  if (method === "extend") extend(names, name, last, place);
  if (method === "remove") change(names, name, place, (value) => (isList(value) ? { ...value, items: value.items.filter((item) => item !== last) } : value));
  if (method === "update") change(names, name, place, (value) => merged(value, last));
}

export function isList(value: Value | undefined): value is Exclude<Value, null | boolean | number | bigint | string> & { readonly items: readonly Value[] } {
  return typeof value === "object" && value !== null && "items" in value;
}

/** The entry of a dict with a text key; the last one counts. */
export function item(value: Value | undefined, key: string): Value | undefined {
  if (typeof value !== "object" || value === null || value.kind !== "dict") return undefined;
  return value.entries.findLast(([name]) => name === key)?.[1];
}

function itemsOf(value: Value): readonly Value[] {
  return isList(value) ? value.items : [value];
}

function change(names: Namespace, name: string, place: Place, map: (value: Value) => Value): void {
  const known = names.get(name);
  if (known) names.set(name, known.map((one) => ({ value: map(one.value), place: isList(one.value) ? one.place : place })));
}

function withItem(value: Value, [key, ...keys]: readonly Value[], item: Value): Value {
  if (key === undefined) return item;
  if (typeof value !== "object" || value === null || value.kind !== "dict") return value;
  const old = value.entries.findLast(([name]) => name === key)?.[1] ?? { kind: "dict", entries: [] };
  return { kind: "dict", entries: [...value.entries.filter(([name]) => name !== key), [key, withItem(old, keys, item)]] };
}

function merged(value: Value, more: Value): Value {
  if (typeof value !== "object" || value === null || value.kind !== "dict") return value;
  if (typeof more !== "object" || more === null || more.kind !== "dict") return value;
  return { kind: "dict", entries: [...value.entries, ...more.entries].slice(-mostItems) };
}
