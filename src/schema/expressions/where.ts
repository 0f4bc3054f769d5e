import type { Value } from "../../python/value.ts";
import { readData } from "../../sql/literal/read.ts";
import { Unknown } from "../../sql/literal/unknown.ts";
import { isModelsCall } from "./class-name.ts";
import { filterColumn, resolveName } from "./column.ts";
import { type Fragment, isEmpty, join, sql } from "./fragment.ts";
import { isExpression } from "./is-expression.ts";
import type { Right } from "./lookups/input.ts";
import { buildLookup } from "./lookups/build.ts";
import { isConditional, Matches, type Node, type Scope } from "./node.ts";
import { bare } from "./output-field.ts";
import type { Q, QChild } from "./q.ts";
import { xorSql } from "./xor.ts";

/** django.db.models.sql.where.WhereNode. */
export interface Where {
  readonly kind: "where";
  readonly connector: Q["connector"];
  readonly negated: boolean;
  readonly children: readonly (Where | Node)[];
}

/** Query._add_q. `negated` is current_negated above it. */
export function whereOf(q: Q, scope: Scope, negated = false): Where {
  const inside = negated !== q.negated;
  let children: (Where | Node)[] = [];
  for (const child of q.children) {
    const clause = clauseOf(child, scope, inside);
    if (clause.children.length > 0) children = [...children, ...squashed(clause, q.connector)];
  }
  return { kind: "where", connector: q.connector, negated: q.negated, children };
}

/** tree.Node.add: children of an equal connector, or an only child, move up. */
function squashed(clause: Where, connector: Q["connector"]): readonly (Where | Node)[] {
  return !clause.negated && (clause.connector === connector || clause.children.length === 1) ? clause.children : [clause];
}

/** Query.build_filter. */
function clauseOf(child: QChild, scope: Scope, negated: boolean): Where {
  if (child.kind === "q") return whereOf(child, scope, negated);
  if (child.kind === "expression") return all([expressionCondition(child.value, scope)]);
  return filterClause(child.name, child.value, scope, negated);
}

const all = (children: readonly Node[], connector: Q["connector"] = "AND"): Where => ({ kind: "where", connector, negated: false, children });

/** A bare F() has no `conditional` before it is resolved, and Django refuses it. */
export function expressionCondition(value: Value, scope: Scope): Node {
  if (isModelsCall(value, "F")) throw new Unknown("Django refuses a bare F() as a condition");
  return conditionNode(scope.read(value), scope);
}

/** An expression as a condition: what is no lookup is compared with True. */
function conditionNode(node: Node, scope: Scope): Node {
  if (!isConditional(node)) throw new Unknown("an expression that is no condition");
  return node.kind === "lookup" ? node : buildLookup(["exact"], node, { data: true }, scope).node;
}

function filterClause(name: string, value: Value, scope: Scope, negated: boolean): Where {
  const { field, rest } = resolveName(name, scope);
  const right = readRight(value, scope);
  const built = buildLookup(rest, filterColumn(field, scope), right, scope);
  const nodes = [built.node];
  let connector: Q["connector"] = "AND";
  const isNone = "data" in built.right && built.right.data === null;
  if (negated && built.name !== "isnull" && !isNone) {
    // A negated condition is true for NULL in Python: `NOT (x = 1 AND x IS NOT NULL)`.
    if (field.null) {
      const none = built.name === "in" && holdsNone(built.right);
      if (none && scope.dialect.django === "6.1") connector = "OR";
      if (none && scope.dialect.django === "6.0") throw new Unknown("how Django 6.0 negates a list with None in it is not known");
      nodes.push(buildLookup(["isnull"], filterColumn(field, scope), { data: connector === "OR" }, scope).node);
    }
    if ("node" in right && right.node.kind === "column" && right.node.column?.null) nodes.push(buildLookup(["isnull"], right.node, { data: false }, scope).node);
  }
  if (connector === "OR") return orClause(nodes);
  return all(nodes);
}

/** The OR takes in the first two; what is added after it stands beside them. */
function orClause([first, second, ...rest]: readonly Node[]): Where {
  const either = all([first!, second!], "OR");
  return rest.length === 0 ? either : { ...all(rest), children: [either, ...rest] };
}

function holdsNone(right: Right): boolean {
  return "data" in right && right.data !== null && typeof right.data === "object" && "items" in right.data && right.data.items.includes(null);
}

/** Query.resolve_lookup_value: expressions stay expressions, also within a list. */
export function readRight(value: Value, scope: Scope): Right {
  if (isExpression(value)) return { node: scope.read(value) };
  if (value !== null && typeof value === "object" && (value.kind === "list" || value.kind === "tuple") && value.items.some(isExpression)) {
    return { items: value.items.map((item) => (isExpression(item) ? { node: scope.read(item) } : { data: readData(item) })) };
  }
  return { data: readData(value) };
}

/** WhereNode.as_sql. `resolved`: brackets around a single child, too. Throws Matches when it is always or never true. */
export function whereSql(where: Where, scope: Scope, resolved = false): Fragment {
  if (where.connector === "XOR" && !scope.dialect.features.supportsLogicalXor) return xorSql(where, scope, resolved);
  const parts: Fragment[] = [];
  let full = where.connector === "AND" ? where.children.length : 1;
  let empty = where.connector === "AND" ? 1 : where.children.length;
  for (const child of where.children) {
    const part = childSql(child, scope);
    if (part === "none") empty -= 1;
    else if (part === "all" || isEmpty(part)) full -= 1;
    else parts.push(part);
    if (empty === 0) throw new Matches(where.negated ? "all" : "none");
    if (full === 0) throw new Matches(where.negated ? "none" : "all");
  }
  if (parts.length === 0) throw new Matches("all");
  const joined = join(parts, ` ${where.connector} `);
  if (where.negated) return sql`NOT (${joined})`;
  return parts.length > 1 || resolved ? sql`(${joined})` : joined;
}

function childSql(child: Where | Node, scope: Scope): Fragment | "none" | "all" {
  try {
    return isWhere(child) ? whereSql(child, scope) : child.sql();
  } catch (error) {
    if (error instanceof Matches) return error.rows;
    throw error;
  }
}

export const isWhere = (child: Where | Node): child is Where => "connector" in child;

/** A Q as an expression, as in When and ExpressionWrapper. */
export function whereNode(q: Q, scope: Scope): Node {
  const where = whereOf(q, scope);
  return { kind: "where", output: () => bare("BooleanField"), sql: () => whereSql(where, scope, scope.twice.depth > 0) };
}
