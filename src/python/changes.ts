import { unknown } from "./context.ts";
import type { PyModule } from "./python.ts";
import type { Expression, Span } from "./syntax.ts";
import { asInteger, dict, hash, isComplete, isCompound, isDict, isItems } from "./values.ts";
import type { UnknownValue, Value } from "./value.ts";
import { codeSpan } from "../code-span.ts";

type Call = Expression & { readonly kind: "call" };
type Evaluate = (expression: Expression) => Value;

/** What a name holds after `NAME.method(…)` stood as a statement. A list or dict that is changed in a way that is not followed is unknown. */
export function evaluateMethod(before: Value, method: string, call: Call, evaluate: Evaluate, module: PyModule): Value {
  if (!isItems(before) && !isDict(before)) return before; // strings and numbers do not change; a call's value may, but stays that call
  if (harmless.has(method) || (isItems(before) && before.kind === "tuple")) return before;
  const spread = call.args.some((argument) => argument.kind === "star" || argument.kind === "double star");
  const after = spread ? null : changeBy(before, method, call, evaluate);
  return after ?? unknown(`changed by ${codeSpan(`.${method}()`)} in a way that is not followed`, call, module);
}

/** Methods of lists, dicts and sets that change nothing. */
const harmless = new Set(["copy", "count", "get", "index", "items", "keys", "values", "union", "difference", "intersection", "issubset", "issuperset"]);

function changeBy(before: Value, method: string, call: Call, evaluate: Evaluate): Value | null {
  const values = call.args.flatMap((argument) => (argument.kind === "positional" ? [evaluate(argument.value)] : []));
  if (isDict(before)) {
    if (method !== "update" || values.length > 1 || (values.length === 1 && !isDict(values[0]!))) return null;
    const given = values.length === 1 && isDict(values[0]!) ? values[0].entries : [];
    const named = call.args.flatMap((argument) => (argument.kind === "keyword" ? [[argument.name, evaluate(argument.value)] as const] : []));
    return dict([...before.entries, ...given, ...named]);
  }
  if (!isItems(before) || values.length !== call.args.length) return null;
  const { kind, items } = before;
  const [first, second, ...more] = values;
  if (first === undefined || more.length > 0) return null;
  if (method === "append" && second === undefined && kind === "list") return { kind, items: [...items, first] };
  if (method === "add" && second === undefined && kind === "set") return { kind, items: [...items, first] };
  if ((method === "extend" || method === "update") && second === undefined && isItems(first)) return { kind, items: [...items, ...first.items] };
  if (method === "insert" && second !== undefined && kind === "list") return insert(items, first, second);
  if (method === "remove" && second === undefined) return remove(before, first);
  return null;
}

function insert(items: readonly Value[], index: Value, item: Value): Value | null {
  const at = asInteger(index);
  if (at === null || !isComplete({ kind: "list", items })) return null;
  const length = items.length;
  const place = at < 0n ? Math.max(0, length + Number(at)) : Math.min(length, Number(at));
  return { kind: "list", items: items.toSpliced(place, 0, item) };
}

function remove(before: Extract<Value, { items: readonly Value[] }>, item: Value): Value | null {
  const key = hash(item);
  const keys = before.items.map(hash);
  const place = keys.indexOf(key);
  return key === null || place === -1 || keys.slice(0, place).includes(null) ? null : { kind: before.kind, items: before.items.toSpliced(place, 1) };
}

/** What a name holds after `NAME[index] = item`. */
export function evaluateItem(before: Value, index: Value, item: Value, span: Span, module: PyModule): Value {
  if (isDict(before)) return dict([...before.entries, [index, item]]);
  const at = asInteger(index);
  if (isItems(before) && before.kind === "list" && at !== null && isComplete(before)) {
    const place = Number(at < 0n ? at + BigInt(before.items.length) : at);
    if (place >= 0 && place < before.items.length) return { kind: "list", items: before.items.with(place, item) };
  }
  return isCompound(before) && !isItems(before) && before.kind !== "unknown" ? before : unknown("an item is set in a way that is not followed", span, module);
}

/** A list or dict to which something is added that cannot be told: what is known stays, an unknown item stands for the rest. */
export function grown(before: Value, added: UnknownValue): Value {
  if (isDict(before)) return { kind: "dict", entries: [...before.entries, [added, added]] };
  if (isItems(before) && before.kind !== "tuple") return { kind: before.kind, items: [...before.items, added] };
  return added;
}
