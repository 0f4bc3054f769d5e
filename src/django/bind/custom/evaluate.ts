import type { PyModule, Python } from "../../../python/python.ts";
import type { Argument, Expression } from "../../../python/syntax.ts";
import type { Value } from "../../../python/value.ts";

/**
 * Answers for the parts of an expression that stand for something known where a method runs: `self.max_length`, `connection.vendor`,
 * `kwargs.pop("size", None)`. undefined: nothing special, Python's own meaning.
 */
export type Lookup = (expression: Expression) => Value | undefined;

/** Evaluates an expression of a method, with what the lookup knows put in its place. */
export function evaluateIn(expression: Expression, module: PyModule, locals: ReadonlyMap<string, Value>, lookup: Lookup, python: Python): Value {
  const known = new Map(locals);
  return python.evaluate(substitute(expression, lookup, known), module, known);
}

/** Whether a condition holds; null when it cannot be told. */
export function holds(test: Expression, module: PyModule, locals: ReadonlyMap<string, Value>, lookup: Lookup, python: Python): boolean | null {
  if (test.kind === "unary" && test.operator === "not") {
    const inner = holds(test.operand, module, locals, lookup, python);
    return inner === null ? null : !inner;
  }
  if (test.kind === "binary" && (test.operator === "and" || test.operator === "or")) {
    const left = holds(test.left, module, locals, lookup, python);
    const decisive = test.operator === "or";
    if (left === decisive) return decisive;
    const right = holds(test.right, module, locals, lookup, python);
    if (right === decisive) return decisive;
    return left === null || right === null ? null : !decisive;
  }
  return truth(evaluateIn(test, module, locals, lookup, python));
}

/** Python's truth of a value; null when it cannot be told. */
function truth(value: Value): boolean | null {
  if (value === null || typeof value !== "object") return Boolean(value);
  if (value.kind === "list" || value.kind === "tuple" || value.kind === "set") return value.items.length > 0;
  if (value.kind === "dict") return value.entries.length > 0;
  if (value.kind === "float") return Number(value.text) !== 0;
  // A function, a class or an object of Django is true.
  return value.kind === "ref" || value.kind === "call" ? true : null;
}

function substitute(expression: Expression, lookup: Lookup, known: Map<string, Value>): Expression {
  const inner = (part: Expression): Expression => substitute(part, lookup, known);
  const value = lookup(expression);
  if (value !== undefined) {
    const name = `__known_${known.size}`;
    known.set(name, value);
    return { kind: "name", path: name, start: expression.start, end: expression.end };
  }
  switch (expression.kind) {
    case "attribute":
      return { ...expression, object: inner(expression.object) };
    case "call":
      return { ...expression, callee: inner(expression.callee), args: expression.args.map((argument): Argument => ({ ...argument, value: inner(argument.value) })) };
    case "list":
    case "tuple":
    case "set":
      return { ...expression, items: expression.items.map(inner) };
    case "dict":
      return { ...expression, entries: expression.entries.map(([key, item]) => [key && inner(key), inner(item)] as const) };
    case "binary":
      return { ...expression, left: inner(expression.left), right: inner(expression.right) };
    case "unary":
      return { ...expression, operand: inner(expression.operand) };
    case "subscript":
      return { ...expression, object: inner(expression.object), index: inner(expression.index) };
    case "conditional": {
      /* oxlint-disable-next-line unicorn/no-thenable -- the syntax calls a conditional's first value `then` */
      return { ...expression, test: inner(expression.test), then: inner(expression.then), otherwise: inner(expression.otherwise) };
    }
    case "starred":
      return { ...expression, value: inner(expression.value) };
    case "other":
      return expression.parts ? { ...expression, parts: expression.parts.map((part) => (typeof part === "string" ? part : inner(part))) } : expression;
    default:
      return expression;
  }
}
