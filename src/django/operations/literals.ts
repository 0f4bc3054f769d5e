import { setOrder } from "../../python/set-order.ts";
import type { CallValue, Value } from "../../python/value.ts";

/** The items of a list, tuple or set, however it is written (`set([…])`, `tuple(…)`); null when it is none or cannot be read. */
export function itemsOf(value: Value | undefined): readonly Value[] | null {
  if (value === undefined || value === null || typeof value !== "object") return null;
  if (value.kind === "list" || value.kind === "tuple" || value.kind === "set") return value.items;
  if (!isBuiltin(value, ["set", "frozenset", "list", "tuple"])) return null;
  return value.args.length === 0 ? [] : itemsOf(value.args[0]);
}

/** Text entries of a dict, or of `dict(a=1)`; null when a key is not text or the value is no dict. */
export function entriesOf(value: Value | undefined): ReadonlyMap<string, Value> | null {
  if (value === undefined || value === null || typeof value !== "object") return null;
  if (isBuiltin(value, ["dict"])) return value.args.length === 0 ? value.kwargs : null;
  if (value.kind !== "dict") return null;
  const entries = new Map<string, Value>();
  for (const [key, item] of value.entries) {
    if (typeof key !== "string") return null;
    entries.set(key, item);
  }
  return entries;
}

/** Field names in a list or tuple; null when one is not text. */
export function textsOf(value: Value | undefined): readonly string[] | null {
  const items = itemsOf(value);
  return items?.every((item) => typeof item === "string") ? items : null;
}

/** `unique_together` and `index_together` as Django normalises them: a single tuple of names is one entry; None and empty are none. null when unreadable. */
export function togetherOf(value: Value | undefined): readonly (readonly string[])[] | null {
  if (value === undefined || value === null || value === "") return [];
  const single = textsOf(value);
  if (single) return single.length === 0 ? [] : [single];
  const entries = itemsOf(value)?.map(textsOf);
  if (!entries?.every((entry) => entry !== null)) return null;
  const isSet = typeof value === "object" && value.kind === "set";
  const given = entries.filter((entry) => entry !== null);
  return isSet ? setOrder(given) : given;
}

/** How a value reads in a message: its source, cut short. */
export function textOf(value: Value | undefined): string {
  if (value === undefined) return "nothing";
  if (value === null) return "None";
  if (typeof value === "object") {
    return "text" in value ? shorten(value.text) : `a ${value.kind}`;
  }
  return shorten(JSON.stringify(typeof value === "bigint" ? String(value) : value));
}

export function shorten(text: string, length = 80): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`;
}

function isBuiltin(value: Value, names: readonly string[]): value is CallValue {
  return typeof value === "object" && value !== null && value.kind === "call" && value.unknownArgs === null && names.includes(value.path.replace(/^builtins\./, ""));
}
