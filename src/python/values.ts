import type { Compound, UnknownValue, Value } from "./value.ts";

type Items = Extract<Compound, { items: readonly Value[] }>;
type Dict = Extract<Compound, { kind: "dict" }>;

export function isCompound(value: Value): value is Compound {
  return typeof value === "object" && value !== null;
}

export function isUnknown(value: Value): value is UnknownValue {
  return isCompound(value) && value.kind === "unknown";
}

/** A list, tuple or set. */
export function isItems(value: Value): value is Items {
  return isCompound(value) && (value.kind === "list" || value.kind === "tuple" || value.kind === "set");
}

export function isDict(value: Value): value is Dict {
  return isCompound(value) && value.kind === "dict";
}

/** An int, a bool counted as one; null for anything else. */
export function asInteger(value: Value): bigint | null {
  if (typeof value === "bigint") return value;
  return typeof value === "number" || typeof value === "boolean" ? BigInt(value) : null;
}

/** Is every part of it written out: no call, no reference, nothing unknown? */
export function isLiteral(value: Value): boolean {
  if (!isCompound(value)) return true;
  switch (value.kind) {
    case "float":
    case "bytes":
      return true;
    case "list":
    case "tuple":
    case "set":
      return value.items.every(isLiteral);
    case "dict":
      return value.entries.every(([key, item]) => isLiteral(key) && isLiteral(item));
    default:
      return false;
  }
}

/** Does it have a fixed number of items: none that stands for several unknown ones? */
export function isComplete(value: Items | Dict): boolean {
  return value.kind === "dict" ? !value.entries.some(([key]) => isUnknown(key)) : !value.items.some(isUnknown);
}

/** Python's truth of a value; null when it cannot be told. */
export function truth(value: Value): boolean | null {
  if (!isCompound(value)) return typeof value === "string" ? value !== "" : Boolean(value);
  switch (value.kind) {
    case "float":
      return Number(value.text.replaceAll("_", "")) !== 0;
    case "bytes":
      return value.text !== "";
    case "list":
    case "tuple":
    case "set":
      return value.items.length === 0 ? false : isComplete(value) || value.items.some((item) => !isUnknown(item)) ? true : null;
    case "dict":
      return value.entries.length === 0 ? false : isComplete(value) ? true : null;
    default:
      return null;
  }
}

/** Python's `==` of two values; null when it cannot be told. */
export function same(a: Value, b: Value): boolean | null {
  if (!isCompound(a) || !isCompound(b)) return isCompound(a) || isCompound(b) ? differentKinds(a, b) : sameScalar(a, b);
  if (!isLiteral(a) || !isLiteral(b)) return a === b && !isUnknown(a) ? true : null;
  if (a.kind === "float" && b.kind === "float") return Number(a.text.replaceAll("_", "")) === Number(b.text.replaceAll("_", ""));
  if (a.kind === "bytes" && b.kind === "bytes") return a.text === b.text;
  if (a.kind !== b.kind) return false;
  if (isItems(a) && isItems(b)) {
    if (a.kind === "set") return null;
    return a.items.length === b.items.length ? all(a.items.map((item, i) => same(item, b.items[i]!))) : false;
  }
  return null;
}

function sameScalar(a: Value, b: Value): boolean {
  if (a === null || b === null || typeof a === "string" || typeof b === "string") return a === b;
  return asInteger(a) === asInteger(b);
}

/** A scalar and a compound: only a float can equal a number, only what is not known can equal anything. */
function differentKinds(a: Value, b: Value): boolean | null {
  const [scalar, compound] = isCompound(a) ? [b, a] : [a, b];
  if (!isLiteral(compound)) return null;
  if (!isCompound(compound) || compound.kind !== "float" || scalar === null || typeof scalar === "string") return false;
  return Number(scalar) === Number(compound.text.replaceAll("_", ""));
}

function all(answers: readonly (boolean | null)[]): boolean | null {
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}

/** A key under which equal hashable values meet; null for what is not hashable or not known. */
export function hash(value: Value): string | null {
  if (typeof value === "string") return `s${value}`;
  if (value === null) return "none";
  if (!isCompound(value)) return `i${asInteger(value)}`;
  if (value.kind === "bytes") return `b${value.text}`;
  if (value.kind === "ref") return `r${value.path}`;
  if (value.kind !== "tuple") return null;
  const keys = value.items.map(hash);
  return keys.includes(null) ? null : `t${JSON.stringify(keys)}`;
}

/** Entries as a dict keeps them: a repeated key keeps its place and takes the last value. */
export function dict(entries: readonly (readonly [Value, Value])[]): Dict {
  const kept: (readonly [Value, Value])[] = [];
  const places = new Map<string, number>();
  for (const entry of entries) {
    const key = hash(entry[0]);
    const place = key === null ? undefined : places.get(key);
    if (place !== undefined) kept[place] = [kept[place]![0], entry[1]];
    else {
      if (key !== null) places.set(key, kept.length);
      kept.push(entry);
    }
  }
  return { kind: "dict", entries: kept };
}

/** Items as a set keeps them: each once, in the order written. */
export function set(items: readonly Value[]): Items {
  return { kind: "set", items: dict(items.map((item) => [item, null])).entries.map(([item]) => item) };
}

/** The item of an unpacked tuple or list at a path; undefined when it cannot be told. */
export function part(value: Value, path: readonly number[]): Value | undefined {
  let current = value;
  for (const index of path) {
    if (!isItems(current) || current.kind === "set" || !isComplete(current)) return undefined;
    const item = current.items[index];
    if (item === undefined) return undefined;
    current = item;
  }
  return current;
}

/** How many values a value is made of, counted up to a limit. */
export function weight(value: Value, limit: number): number {
  if (!isCompound(value)) return 1;
  let sum = 1;
  for (const child of children(value)) {
    if (sum >= limit) return sum;
    sum += weight(child, limit - sum);
  }
  return sum;
}

function children(value: Compound): readonly Value[] {
  switch (value.kind) {
    case "list":
    case "tuple":
    case "set":
      return value.items;
    case "dict":
      return value.entries.flat();
    case "call":
      return [...value.args, ...value.kwargs.values()];
    case "binary":
      return [value.left, value.right];
    case "unary":
      return [value.operand];
    default:
      return [];
  }
}/** Why a name has no value that nothing in its file gives one. */
export const notDefined = "a name that is not defined here";


