import type { CallValue, Value } from "../../python/value.ts";
import type { Data } from "./data.ts";

/** What a builtin type makes when it is called with nothing; the callables Django projects use as defaults. */
const empty: Readonly<Record<string, Data>> = {
  dict: { kind: "dict", entries: [] },
  list: { kind: "list", items: [] },
  set: { kind: "set", items: [] },
  tuple: { kind: "tuple", items: [] },
  str: "",
  int: 0n,
  bool: false,
  float: { kind: "float", value: 0 },
  bytes: { kind: "bytes", text: "" },
  "collections.OrderedDict": { kind: "dict", entries: [] },
};

/** The path of a builtin: `dict`, `builtins.dict`. */
function builtinOf(path: string): Data | undefined {
  const name = path.replace(/^builtins\./, "");
  return Object.hasOwn(empty, name) ? empty[name] : undefined;
}

/** What the callable default `path` returns; undefined when it is not one of the builtin types. */
export function builtinDefault(path: string): Data | undefined {
  return builtinOf(path);
}

/** `dict()`, `dict(a=1)`, `list([1])`, `str("x")`; undefined for any other call. */
export function builtinCall(call: CallValue, read: (value: Value) => Data): Data | undefined {
  const nothing = builtinOf(call.path);
  if (nothing === undefined) return undefined;
  if (call.args.length === 0 && call.kwargs.size === 0) return nothing;
  if (call.args.length === 0 && call.path.endsWith("dict")) return { kind: "dict", entries: [...call.kwargs].map(([key, value]) => [key, read(value)] as const) };
  const [argument] = call.args;
  if (call.args.length !== 1 || call.kwargs.size > 0 || argument === undefined) return undefined;
  const data = read(argument);
  return sameType(nothing, data) ? data : converted(nothing, data);
}

function sameType(a: Data, b: Data): boolean {
  if (a === null || b === null) return false;
  if (typeof a !== "object" || typeof b !== "object") return typeof a === typeof b;
  return a.kind === b.kind;
}

function converted(target: Data, data: Data): Data | undefined {
  if (target === null || typeof target !== "object" || data === null || typeof data !== "object") return undefined;
  if ((target.kind === "list" || target.kind === "tuple") && (data.kind === "list" || data.kind === "tuple")) return { kind: target.kind, items: data.items };
  return undefined;
}
