import type { PyModule } from "../../python/python.ts";
import type { Expression } from "../../python/syntax.ts";
import type { Value } from "../../python/value.ts";
import { swappableSetting, type ReadContext } from "./context.ts";
import { itemsOf } from "./literals.ts";
import { swapperSetting } from "./swapper.ts";

/**
 * Whether a condition holds, as far as constants, the database (`connection.vendor`), Django's version (`django.VERSION`)
 * and swapped models tell; null when it cannot be decided without running it.
 */
export function decide(test: Expression, module: PyModule, locals: ReadonlyMap<string, Value>, context: ReadContext): boolean | null {
  if (test.kind === "unary" && test.operator === "not") return negate(decide(test.operand, module, locals, context));
  if (test.kind === "binary" && (test.operator === "and" || test.operator === "or")) {
    const [left, right] = [test.left, test.right].map((side) => decide(side, module, locals, context));
    const decisive = test.operator === "or";
    if (left === decisive || right === decisive) return decisive;
    return left === null || right === null ? null : !decisive;
  }
  if (test.kind === "binary") {
    const [left, right] = [test.left, test.right].map((side) => known(context.python.evaluate(side, module, locals), context));
    return compare(test.operator, left, right);
  }
  const value = known(context.python.evaluate(test, module, locals), context);
  return value === undefined ? null : truth(value);
}

/** A value with what the facts say put in; undefined when it stays unknown. */
function known(value: Value, context: ReadContext): Value | undefined {
  if (value === null || typeof value !== "object") return value;
  if (itemsOf(value) !== null) {
    const items = itemsOf(value)!.map((item) => known(item, context));
    return items.some((item) => item === undefined) ? undefined : { kind: "tuple", items: items as Value[] };
  }
  if (value.kind === "ref") return reference(value.path, context);
  if (value.kind === "call" && value.path === "swapper.is_swapped") {
    const [app, model] = value.args;
    if (typeof app !== "string" || typeof model !== "string") return undefined;
    return (swappableSetting(context.facts, swapperSetting(app, model)) ?? `${app}.${model}`) !== `${app}.${model}`;
  }
  return undefined;
}

function reference(path: string, { facts }: ReadContext): Value | undefined {
  if (path === "typing.TYPE_CHECKING") return false;
  if (!facts) return undefined;
  const vendor = facts.database.value.vendor;
  if (path === "django.db.connection.vendor" || path === "django.db.backends.utils.connection.vendor") return vendor === "mariadb" ? "mysql" : vendor;
  if (path === "django.db.connection.mysql_is_mariadb") return vendor === "mariadb";
  if (path === "django.VERSION") return { kind: "tuple", items: facts.django.value.split(".").map(Number) };
  return undefined;
}

function compare(operator: string, left: Value | undefined, right: Value | undefined): boolean | null {
  if (left === undefined || right === undefined) return null;
  const items = itemsOf(right);
  if (operator === "in" || operator === "not in") {
    const found = items ? items.some((item) => same(item, left)) : typeof left === "string" && typeof right === "string" ? right.includes(left) : null;
    return found === null ? null : (operator === "in") === found;
  }
  if (operator === "==" || operator === "is") return same(left, right);
  if (operator === "!=" || operator === "is not") return negate(same(left, right));
  const order = ordered(left, right);
  if (order === null) return null;
  if (operator === ">=") return order >= 0;
  if (operator === ">") return order > 0;
  if (operator === "<=") return order <= 0;
  return operator === "<" ? order < 0 : null;
}

function same(left: Value, right: Value): boolean {
  const [a, b] = [itemsOf(left), itemsOf(right)];
  if (a && b) return a.length === b.length && a.every((item, index) => same(item, b[index]!));
  return left === right;
}

/** Numbers, and tuples of numbers as Python orders them. */
function ordered(left: Value, right: Value): number | null {
  if (typeof left === "number" && typeof right === "number") return left - right;
  const [a, b] = [itemsOf(left), itemsOf(right)];
  if (!a || !b) return null;
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const difference = ordered(a[index]!, b[index]!);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function truth(value: Value): boolean | null {
  if (value === null || value === false || value === 0 || value === "") return false;
  const items = itemsOf(value);
  if (items) return items.length > 0;
  return typeof value === "object" ? null : true;
}

function negate(value: boolean | null): boolean | null {
  return value === null ? null : !value;
}
