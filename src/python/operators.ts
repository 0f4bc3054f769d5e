import { mostCharacters, mostItems, sourceOf, unknown } from "./context.ts";
import { formatPercent } from "./format.ts";
import { integer } from "./numbers.ts";
import type { PyModule } from "./python.ts";
import type { Span } from "./syntax.ts";
import { asInteger, dict, hash, isComplete, isCompound, isDict, isItems, isLiteral, isUnknown, same, set, truth } from "./values.ts";
import type { Value } from "./value.ts";
import { codeSpan } from "../code-span.ts";

/**
 * `left operator right` for Python's arithmetic and bitwise operators: the result when both are literals,
 * a "binary" when one is not (`Q(a=1) | Q(b=2)`), unknown when Python would raise an error or the result is too large.
 */
export function arithmetic(operator: string, left: Value, right: Value, span: Span, module: PyModule): Value {
  const result = compute(operator, left, right);
  if (result !== undefined) return result;
  if (isLiteral(left) && isLiteral(right)) return unknown(`${codeSpan(operator)} of values for which it is not worked out`, span, module);
  if (isUnknown(left) && isUnknown(right)) return unknown(left.reason, span, module);
  return { kind: "binary", operator, left, right, text: sourceOf(span, module) };
}

function compute(operator: string, left: Value, right: Value): Value | undefined {
  const [a, b] = [asInteger(left), asInteger(right)];
  if (a !== null && b !== null) return integers(operator, a, b, typeof left === "boolean" && typeof right === "boolean");
  const [x, y] = [asFloat(left), asFloat(right)];
  if (x !== null && y !== null) return floats(operator, x, y);
  if (operator === "+") return concatenate(left, right);
  if (operator === "*") return b !== null ? repeat(left, b) : a !== null ? repeat(right, a) : undefined;
  if (operator === "%" && typeof left === "string") return formatPercent(left, right) ?? undefined;
  if (operator === "|" && isDict(left) && isDict(right)) return dict([...left.entries, ...right.entries]);
  if (isItems(left) && isItems(right) && left.kind === "set" && right.kind === "set" && isLiteral(left) && isLiteral(right)) {
    return sets(operator, left.items, right.items);
  }
  return undefined;
}

function concatenate(left: Value, right: Value): Value | undefined {
  if (typeof left === "string" && typeof right === "string") return left.length + right.length > mostCharacters ? undefined : left + right;
  if (!isCompound(left) || !isCompound(right)) return undefined;
  if (left.kind === "bytes" && right.kind === "bytes") return { kind: "bytes", text: left.text + right.text };
  if (!isItems(left) || !isItems(right) || left.kind !== right.kind || left.kind === "set") return undefined;
  return left.items.length + right.items.length > mostItems ? undefined : { kind: left.kind, items: [...left.items, ...right.items] };
}

function repeat(value: Value, times: bigint): Value | undefined {
  const count = times < 0n ? 0 : Number(times);
  if (value === "" || (isItems(value) && value.items.length === 0)) return value;
  if (typeof value === "string") return value.length * count > mostCharacters ? undefined : value.repeat(count);
  if (!isItems(value) || value.kind === "set" || value.items.length * count > mostItems) return undefined;
  return { kind: value.kind, items: Array.from({ length: count }, () => value.items).flat() };
}

function sets(operator: string, left: readonly Value[], right: readonly Value[]): Value | undefined {
  const keys = new Set(right.map(hash));
  if (keys.has(null) || left.some((item) => hash(item) === null)) return undefined;
  if (operator === "|") return set([...left, ...right]);
  if (operator === "&") return set(left.filter((item) => keys.has(hash(item))));
  return operator === "-" ? set(left.filter((item) => !keys.has(hash(item)))) : undefined;
}

/** Results beyond are not worked out. */
const mostBits = 4096n;

function integers(operator: string, a: bigint, b: bigint, booleans: boolean): Value | undefined {
  switch (operator) {
    case "+":
      return integer(a + b);
    case "-":
      return integer(a - b);
    case "*":
      return bits(a) + bits(b) > mostBits ? undefined : integer(a * b);
    case "//":
      return b === 0n ? undefined : integer(floorDivide(a, b));
    case "%":
      return b === 0n ? undefined : integer(a - floorDivide(a, b) * b);
    case "/":
      return b === 0n ? undefined : floats("/", Number(a), Number(b));
    case "**":
      return b < 0n || bits(a) * b > mostBits ? undefined : integer(a ** b);
    case "<<":
      return b < 0n || bits(a) + b > mostBits ? undefined : integer(a << b);
    case ">>":
      return b < 0n ? undefined : integer(a >> b);
    case "|":
      return booleans ? Boolean(a | b) : integer(a | b);
    case "&":
      return booleans ? Boolean(a & b) : integer(a & b);
    case "^":
      return booleans ? Boolean(a ^ b) : integer(a ^ b);
    default:
      return undefined;
  }
}

function bits(value: bigint): bigint {
  return BigInt((value < 0n ? -value : value).toString(2).length);
}

/** Python rounds towards minus infinity. */
function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** A float, or an int that a float is exact for. */
function asFloat(value: Value): number | null {
  if (isCompound(value)) return value.kind === "float" ? Number(value.text.replaceAll("_", "")) : null;
  const whole = asInteger(value);
  return whole !== null && Number.isSafeInteger(Number(whole)) ? Number(whole) : null;
}

function floats(operator: string, a: number, b: number): Value | undefined {
  switch (operator) {
    case "+":
      return float(a + b);
    case "-":
      return float(a - b);
    case "*":
      return float(a * b);
    case "/":
      return b === 0 || !Number.isFinite(a) ? undefined : float(a / b);
    default:
      return undefined;
  }
}

/** A float written as Python's repr does; undefined where it would use an exponent. */
function float(value: number): Value | undefined {
  const size = Math.abs(value);
  if (value !== 0 && (size >= 1e16 || size < 1e-4 || !Number.isFinite(size))) return undefined;
  return { kind: "float", text: Object.is(value, -0) ? "-0.0" : Number.isInteger(value) ? `${value}.0` : String(value) };
}

/** `-x`, `+x`, `~x`, `not x`. */
export function prefix(operator: string, operand: Value, span: Span, module: PyModule): Value {
  if (operator === "not") {
    const truthful = truth(operand);
    return truthful === null ? unknown("`not` of a value that is not known", span, module) : !truthful;
  }
  const whole = asInteger(operand);
  if (whole !== null) return integer(operator === "-" ? -whole : operator === "~" ? -whole - 1n : whole);
  if (isCompound(operand) && operand.kind === "float" && operator !== "~") {
    if (operator === "+") return operand;
    return { kind: "float", text: operand.text.startsWith("-") ? operand.text.slice(1) : `-${operand.text}` };
  }
  if (isLiteral(operand)) return unknown(`${codeSpan(operator)} of a value for which it is not worked out`, span, module);
  return { kind: "unary", operator, operand, text: sourceOf(span, module) };
}

/** `==`, `<`, `in`, `is`, …; null when it cannot be told. */
export function compare(operator: string, left: Value, right: Value): boolean | null {
  switch (operator) {
    case "==":
      return same(left, right);
    case "!=":
      return not(same(left, right));
    case "is":
      return isSingleton(left) || isSingleton(right) ? identical(left, right) : null;
    case "is not":
      return not(compare("is", left, right));
    case "in":
      return contains(left, right);
    case "not in":
      return not(contains(left, right));
    case "<":
      return less(left, right);
    case ">":
      return less(right, left);
    case "<=":
      return not(less(right, left));
    case ">=":
      return not(less(left, right));
    default:
      return null;
  }
}

function not(answer: boolean | null): boolean | null {
  return answer === null ? null : !answer;
}

function isSingleton(value: Value): boolean {
  return value === null || typeof value === "boolean";
}

function identical(left: Value, right: Value): boolean | null {
  if (isCompound(left) || isCompound(right)) return isLiteral(left) && isLiteral(right) ? false : null;
  return left === right;
}

function contains(item: Value, container: Value): boolean | null {
  if (typeof container === "string") return typeof item === "string" ? container.includes(item) : null;
  if (!isItems(container) && !isDict(container)) return null;
  const answers = (isDict(container) ? container.entries.map(([key]) => key) : container.items).map((other) => same(item, other));
  if (answers.includes(true)) return true;
  return answers.includes(null) || !isComplete(container) ? null : false;
}

function less(left: Value, right: Value): boolean | null {
  const [a, b] = [asInteger(left), asInteger(right)];
  if (a !== null && b !== null) return a < b;
  const [x, y] = [asFloat(left), asFloat(right)];
  if (x !== null && y !== null) return x < y;
  if (typeof left === "string" && typeof right === "string") return left < right;
  if (!isItems(left) || !isItems(right) || left.kind === "set" || left.kind !== right.kind) return null;
  for (let i = 0; i < Math.min(left.items.length, right.items.length); i++) {
    const [one, other] = [left.items[i]!, right.items[i]!];
    if (isUnknown(one) || isUnknown(other)) return null;
    const equal = same(one, other);
    if (equal !== true) return equal === null ? null : less(one, other);
  }
  return left.items.length < right.items.length;
}
