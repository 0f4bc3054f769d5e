import type { PyModule } from "../../python/python.ts";
import type { Expression } from "../../python/syntax.ts";
import type { UnknownValue, Value } from "../../python/value.ts";
import { callFunction } from "./call-function.ts";
import { limits, type ReadContext } from "./context.ts";
import { decide } from "./decide.ts";
import { itemsOf } from "./literals.ts";
import { codeSpan } from "../../code-span.ts";

/**
 * A list as it is really written: literals, `a + b`, `*a`, names, `x if condition else y` and calls of a repository's functions.
 * A piece that cannot be read is one Unknown among the items, so that the place of the others stays right where it can.
 * null when the expression is no list at all.
 */
export function listValue(expression: Expression, module: PyModule, locals: ReadonlyMap<string, Value>, context: ReadContext): Value | null {
  const items = listItems(expression, module, locals, context);
  return items && { kind: "list", items };
}

/** The same as an array of values; null when it is no list. */
export function listItems(expression: Expression, module: PyModule, locals: ReadonlyMap<string, Value>, context: ReadContext): readonly Value[] | null {
  const items = piecesOf(expression, module, locals, context);
  return items && items.length > limits.items ? [tooLong(expression, module)] : items;
}

function piecesOf(expression: Expression, module: PyModule, locals: ReadonlyMap<string, Value>, context: ReadContext): readonly Value[] | null {
  const inner = (part: Expression) => listItems(part, module, locals, context);
  const unknown = (part: Expression) => [unreadable(part, module, locals, context)];
  switch (expression.kind) {
    case "list":
    case "tuple":
      return expression.items.flatMap((item) => (item.kind === "starred" ? (inner(item.value) ?? unknown(item.value)) : [context.python.evaluate(item, module, locals)]));
    case "binary": {
      if (expression.operator !== "+") return null;
      const [left, right] = [inner(expression.left), inner(expression.right)];
      if (!left && !right) return null;
      return [...(left ?? unknown(expression.left)), ...(right ?? unknown(expression.right))];
    }
    case "conditional": {
      const holds = decide(expression.test, module, locals, context);
      if (holds !== null) return inner(holds ? expression.then : expression.otherwise);
      if (!inner(expression.then) && !inner(expression.otherwise)) return null;
      return [undecided(expression, expression.test, module)];
    }
    default:
      return expand(context.python.evaluate(expression, module, locals), context);
  }
}

/** The items behind a value that stands for a list: a constant elsewhere, or what a function of the repository returns. */
export function expand(value: Value, context: ReadContext): readonly Value[] | null {
  const items = itemsOf(value);
  if (items || value === null || typeof value !== "object") return items;
  if (value.kind === "binary" && value.operator === "+") {
    const [left, right] = [expand(value.left, context), expand(value.right, context)];
    return left || right ? [...(left ?? [value.left]), ...(right ?? [value.right])] : null;
  }
  if (value.kind !== "call" && value.kind !== "ref") return null;
  const found = context.python.find(value.path);
  if (value.kind === "ref") return found?.kind === "value" ? itemsOf(found.value) : null;
  return found?.kind === "function" ? itemsOf(callFunction(found, value, context)) : null;
}

/** An Unknown for a list that is longer than any is put together. */
export function tooLong(span: { readonly start: number; readonly end: number }, module: PyModule): UnknownValue {
  return { kind: "unknown", reason: `a list of more than ${limits.items} items`, place: { path: module.path, line: module.lineAt(span.start) }, text: module.text.slice(span.start, Math.min(span.end, span.start + 200)) };
}

/** An Unknown for a condition that only running the code decides. */
export function undecided(span: { readonly start: number; readonly end: number }, test: Expression, module: PyModule): UnknownValue {
  const condition = module.text.slice(test.start, test.end);
  return { kind: "unknown", reason: `decided by ${codeSpan(condition)}, which is only known when it runs`, place: { path: module.path, line: module.lineAt(span.start) }, text: module.text.slice(span.start, span.end) };
}

function unreadable(expression: Expression, module: PyModule, locals: ReadonlyMap<string, Value>, context: ReadContext): UnknownValue {
  const value = context.python.evaluate(expression, module, locals);
  const place = { path: module.path, line: module.lineAt(expression.start) };
  const text = module.text.slice(expression.start, expression.end);
  if (value !== null && typeof value === "object" && value.kind === "call") {
    const found = context.python.find(value.path);
    const result = found?.kind === "function" ? callFunction(found, value, context) : null;
    if (result !== null && typeof result === "object" && result.kind === "unknown") return { ...result, place };
    return { kind: "unknown", reason: `what ${codeSpan(value.path)} returns, which is only known when it runs`, place, text };
  }
  const reason = value !== null && typeof value === "object" && value.kind === "unknown" ? value.reason : "not a list";
  return { kind: "unknown", reason, place, text };
}
