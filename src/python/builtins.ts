import { mostItems } from "./context.ts";
import { asText } from "./format.ts";
import { readInteger } from "./numbers.ts";
import { asInteger, dict, hash, isComplete, isCompound, isDict, isItems, set, truth } from "./values.ts";
import type { Value } from "./value.ts";

/** Is it a function, class or constant of Python's builtins? */
export function isBuiltin(name: string): boolean {
  return builtins.has(name);
}

const builtins = new Set(
  `abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex delattr dict dir divmod enumerate eval
  exec filter float format frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len list locals map max memoryview
  min next object oct open ord pow print property range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip
  unicode basestring long xrange unichr reduce reload raw_input
  NotImplemented Ellipsis Exception BaseException ValueError TypeError KeyError IndexError AttributeError ImportError ModuleNotFoundError
  NotImplementedError RuntimeError LookupError OSError IOError AssertionError DeprecationWarning StopIteration Warning`.split(/\s+/),
);

/** Calls of builtins with literals. undefined: the result is not certain, the call stays a call. */
export function callBuiltin(name: string, args: readonly Value[], kwargs: ReadonlyMap<string, Value>): Value | undefined {
  if (name === "dict") return makeDict(args, kwargs);
  if (kwargs.size > 0 || args.length > 1) return undefined;
  return calls.get(name)?.(args[0]);
}

type Call = (value: Value | undefined) => Value | undefined;

const calls = new Map(Object.entries<Call>({
  len: (value) => {
    if (typeof value === "string") return Array.from(value).length;
    if (value === undefined || (!isItems(value) && !isDict(value)) || !isComplete(value)) return undefined;
    return isDict(value) ? value.entries.length : value.items.length;
  },
  list: collect("list"),
  tuple: collect("tuple"),
  set: collect("set"),
  frozenset: collect("set"),
  str: (value) => (value === undefined ? "" : (asText(value) ?? undefined)),
  unicode: (value) => (value === undefined ? "" : (asText(value) ?? undefined)),
  int: toInteger,
  bool: (value) => (value === undefined ? false : (truth(value) ?? undefined)),
  range: (value) => {
    const count = value === undefined ? null : asInteger(value);
    if (count === null || count > BigInt(mostItems)) return undefined;
    return { kind: "list", items: Array.from({ length: Math.max(0, Number(count)) }, (_, index) => index) };
  },
  reversed: (value) => {
    if (value === undefined || !isItems(value) || value.kind === "set") return undefined;
    return { kind: "list", items: value.items.toReversed() };
  },
}));

function collect(kind: "list" | "tuple" | "set"): Call {
  return (value) => {
    if (value === undefined) return { kind, items: [] };
    const items = iterate(value);
    if (items === null) return undefined;
    return kind === "set" ? set(items) : { kind, items };
  };
}

/** The items that iterating over a literal gives; null when they are not certain. A set's order is not: it only makes sets. */
export function iterate(value: Value): readonly Value[] | null {
  if (typeof value === "string") return value.length > mostItems ? null : Array.from(value);
  if (isDict(value)) return value.entries.map(([key]) => key);
  return isItems(value) ? value.items : null;
}

function toInteger(value: Value | undefined): Value | undefined {
  if (value === undefined) return 0;
  if (typeof value === "string") return /^\s*\d+\s*$/.test(value) ? (readInteger(value.trim().replace(/^0+(?=\d)/, "")) ?? undefined) : undefined;
  if (typeof value === "boolean") return Number(value);
  return typeof value === "number" || typeof value === "bigint" ? value : undefined;
}

function makeDict(args: readonly Value[], kwargs: ReadonlyMap<string, Value>): Value | undefined {
  if (args.length > 1) return undefined;
  const given = args[0] === undefined ? [] : pairs(args[0]);
  return given === null ? undefined : dict([...given, ...kwargs]);
}

function pairs(value: Value): readonly (readonly [Value, Value])[] | null {
  if (isDict(value)) return value.entries;
  if (!isItems(value)) return null;
  const found = value.items.flatMap((item) => (isItems(item) && item.items.length === 2 && item.kind !== "set" ? [[item.items[0]!, item.items[1]!] as const] : []));
  return found.length === value.items.length ? found : null;
}

/** Methods of literal strings, lists and dicts that give a certain result; undefined for all else. */
export function callMethod(object: Value, method: string, args: readonly Value[]): Value | undefined {
  if (typeof object === "string") return strings.get(method)?.(object, args);
  if (isDict(object)) return dicts(object.entries, method, args, isComplete(object));
  if (isItems(object) && method === "copy" && args.length === 0) return object;
  return undefined;
}

type StringMethod = (text: string, args: readonly Value[]) => Value | undefined;

const strings = new Map(Object.entries<StringMethod>({
  join: (text, [items, ...more]) => {
    if (items === undefined || more.length > 0 || !isItems(items) || items.kind === "set") return undefined;
    return items.items.every((item) => typeof item === "string") ? items.items.join(text) : undefined;
  },
  find: (text, [part, ...more]) => (typeof part === "string" && more.length === 0 ? text.indexOf(part) : undefined),
  lower: plain((text) => text.toLowerCase()),
  upper: plain((text) => text.toUpperCase()),
  strip: plain((text) => text.trim()),
  lstrip: plain((text) => text.trimStart()),
  rstrip: plain((text) => text.trimEnd()),
  replace: (text, [from, to, ...more]) => {
    if (typeof from !== "string" || typeof to !== "string" || from === "" || more.length > 0) return undefined;
    return text.replaceAll(from, () => to);
  },
  split: (text, [by, ...more]) => {
    if (more.length > 0) return undefined;
    if (by === undefined) return { kind: "list", items: text.trim() === "" ? [] : text.trim().split(/\s+/) };
    return typeof by === "string" && by !== "" ? { kind: "list", items: text.split(by) } : undefined;
  },
  startswith: (text, [start, ...more]) => (typeof start === "string" && more.length === 0 ? text.startsWith(start) : undefined),
  endswith: (text, [end, ...more]) => (typeof end === "string" && more.length === 0 ? text.endsWith(end) : undefined),
}));

function plain(change: (text: string) => string): StringMethod {
  return (text, args) => (args.length === 0 ? change(text) : undefined);
}

function dicts(entries: readonly (readonly [Value, Value])[], method: string, args: readonly Value[], complete: boolean): Value | undefined {
  if (method === "get") return complete ? getItem(entries, args) : undefined;
  if (args.length > 0) return undefined;
  switch (method) {
    case "copy":
      return { kind: "dict", entries };
    case "keys":
      return { kind: "list", items: entries.map(([key]) => key) };
    case "values":
      return { kind: "list", items: entries.map(([, value]) => value) };
    case "items":
      return { kind: "list", items: entries.map(([key, value]) => ({ kind: "tuple", items: [key, value] })) };
    default:
      return undefined;
  }
}

function getItem(entries: readonly (readonly [Value, Value])[], [key, otherwise, ...more]: readonly Value[]): Value | undefined {
  if (key === undefined || more.length > 0) return undefined;
  const wanted = hash(key);
  const keys = entries.map(([one]) => hash(one));
  if (wanted === null || keys.includes(null) || (isCompound(key) && key.kind === "ref")) return undefined;
  const place = keys.indexOf(wanted);
  return place === -1 ? (otherwise ?? null) : entries[place]![1];
}
