import type { BoundModel } from "../../django/bound.ts";
import type { CallValue, Value } from "../../python/value.ts";
import type { Dialect } from "../../sql/dialect.ts";
import { isComputed } from "../../sql/literal/prepare.ts";
import { readData } from "../../sql/literal/read.ts";
import { Unknown } from "../../sql/literal/unknown.ts";
import { djangoClass } from "./class-name.ts";
import { referenceNode } from "./column.ts";
import { combinedNode, connectors } from "./combined.ts";
import { isExpression } from "./is-expression.ts";
import { type Node, type Scope, isConditional } from "./node.ts";
import { bare } from "./output-field.ts";
import { readQ } from "./q.ts";
import { readClass } from "./read-class.ts";
import { combinedSearch } from "./read-search.ts";
import { type Fragment, sql } from "./fragment.ts";
import { standsAlone } from "./stands-alone.ts";
import { valueNode } from "./value-node.ts";
import { whereNode } from "./where.ts";

/** A scope for one piece of SQL. `model` null: no field may be named. */
export function scopeOf(model: BoundModel | null, dialect: Dialect, resolves = true): Scope {
  const scope: Scope = { model, dialect, resolves, reads: new Set(), twice: { depth: 0 }, wrappers: [], read: (value) => readNode(value, scope), readArgument: (value) => readArgument(value, scope) };
  return scope;
}

/** BaseExpression._parse_expressions: text names a field, what is no expression is a value. */
function readArgument(value: Value, scope: Scope): Node {
  if (typeof value === "string") return referenceNode(value, scope);
  return isExpression(value) ? readNode(value, scope) : plainValue(value, scope);
}

/** An expression as a migration writes it. Throws Unknown for what is not Django's, or not known here. */
function readNode(value: Value, scope: Scope): Node {
  if (value === null || typeof value !== "object") return plainValue(value, scope);
  if (value.kind === "unknown") throw new Unknown(`${value.reason}: ${value.text}`);
  const q = readQ(value);
  if (q) return whereNode(q, scope);
  if (value.kind === "call") return readCall(value, scope);
  if (value.kind === "binary") return readBinary(value, scope);
  if (value.kind === "unary") return readUnary(value, scope);
  if (value.kind === "ref") throw new Unknown(`the expression ${value.text} is not written here`);
  return plainValue(value, scope);
}

/** What a call of the project's own gives may be an expression as well as a value: only Django's and Python's own are known to give values. */
function plainValue(value: Value, scope: Scope): Node {
  const data = readData(value);
  if (isComputed(data) && !/^(django\.utils|datetime|uuid|time|random|secrets|decimal|os)\./.test(data.what)) throw new Unknown(`the expression class ${data.what} is not one of Django's that are known`);
  return valueNode(data, null, scope);
}

function readCall(call: CallValue, scope: Scope): Node {
  if (call.unknownArgs) throw new Unknown(`not all arguments of ${call.path} can be read: ${call.unknownArgs.reason}`);
  const name = djangoClass(call.path);
  const node = call.on === undefined && name !== null ? readClass(name, call, scope) : readMethod(call, scope);
  if (node) return node;
  throw new Unknown(`the expression class ${call.path} is not one of Django's that are known`);
}

const bitMethods: Readonly<Record<string, string>> = { bitand: "&", bitor: "|", bitxor: "#", bitleftshift: "<<", bitrightshift: ">>" };

/** `F("x").desc()`, `F("x").bitand(1)`. */
function readMethod(call: CallValue, scope: Scope): Node | null {
  if (call.on === undefined) return null;
  const method = call.path.slice(call.path.lastIndexOf(".") + 1);
  if (method === "asc" || method === "desc") return readClass("OrderBy", { ...call, path: "django.db.models.OrderBy", args: [call.on], kwargs: new Map([...call.kwargs, ["descending", method === "desc"]]) }, scope);
  const connector = bitMethods[method];
  const [other] = call.args;
  if (connector === undefined || other === undefined) return null;
  return combinedNode(connector, readNode(call.on, scope), operand(other, scope), scope);
}

/** Combinable._combine: what is no expression is a Value. */
function operand(value: Value, scope: Scope): Node {
  return isExpression(value) ? readNode(value, scope) : plainValue(value, scope);
}

function readBinary(value: Extract<Value, { kind: "binary" }>, scope: Scope): Node {
  if (!isExpression(value)) return plainValue(value, scope);
  const [left, right] = [operand(value.left, scope), operand(value.right, scope)];
  const search = combinedSearch(value.operator, left, right, scope);
  if (search) return search;
  const connector = connectors[value.operator];
  if (connector === undefined) throw new Unknown(`the operator ${value.operator} on expressions`);
  return combinedNode(connector, left, right, scope);
}

/** `-F("x")` is F("x") * -1; `~` negates a condition. */
function readUnary(value: Extract<Value, { kind: "unary" }>, scope: Scope): Node {
  if (!isExpression(value)) return plainValue(value, scope);
  const inner = readNode(value.operand, scope);
  if (value.operator === "-") return combinedNode("*", inner, valueNode(-1n, null, scope), scope);
  if (value.operator !== "~" || !isConditional(inner)) throw new Unknown(`the operator ${value.operator} on an expression`);
  if (inner.kind === "negated") throw new Unknown("a condition that is negated twice");
  const write = (): Fragment => (standsAlone(inner, scope.dialect) ? sql`NOT ${inner.sql()}` : sql`CASE WHEN ${inner.sql()} = 0 THEN 1 ELSE 0 END`);
  return { kind: "negated", output: () => bare("BooleanField"), sql: write, wrapped: inner };
}
