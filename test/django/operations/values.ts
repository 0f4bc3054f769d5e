import type { CallValue, RefValue, UnknownValue, Value } from "../../../src/python/value.ts";

export const place = { path: "shop/migrations/0001_initial.py", line: 7 };

export function call(path: string, args: readonly Value[] = [], kwargs: Readonly<Record<string, Value>> = {}): CallValue {
  return { kind: "call", path, args, kwargs: new Map(Object.entries(kwargs)), unknownArgs: null, place, text: `${path.split(".").pop()}(…)` };
}

export function models(name: string, kwargs: Readonly<Record<string, Value>> = {}): CallValue {
  return call(`django.db.models.${name}`, [], kwargs);
}

export function ref(path: string): RefValue {
  return { kind: "ref", path, place, text: path };
}

export function list(...items: readonly Value[]): Value {
  return { kind: "list", items };
}

export function tuple(...items: readonly Value[]): Value {
  return { kind: "tuple", items };
}

export function dict(entries: Readonly<Record<string, Value>>): Value {
  return { kind: "dict", entries: Object.entries(entries) };
}

export function unknown(reason: string): UnknownValue {
  return { kind: "unknown", reason, place, text: "[f(x) for x in y]" };
}
