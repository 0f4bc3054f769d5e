import { djangoAtLeast } from "../../sql/dialect.ts";
import { caseNode } from "./case.ts";
import { combinedNode } from "./combined.ts";
import { type Fragment, sql } from "./fragment.ts";
import { functionNode } from "./functions/function-node.ts";
import type { Node, Scope } from "./node.ts";
import { bare } from "./output-field.ts";
import { lookupNode } from "./lookups/build.ts";
import { operate } from "./lookups/operators.ts";
import { valueNode } from "./value-node.ts";
import { isWhere, type Where, whereSql } from "./where.ts";

/**
 * Databases without XOR: (a OR b …) AND 1 = (a + b + …), each counted as 1 or 0. Of more than two, an odd number must be true
 * (#35011: MOD came with Django 5.0).
 */
export function xorSql(where: Where, scope: Scope, resolved: boolean): Fragment {
  const either: Where = { kind: "where", connector: "OR", negated: false, children: where.children };
  const exactlyOne = lookupNode(() => sql`${valueNode(1n, null, scope).sql()} ${operate("exact", bracketedSum(where, scope), scope.dialect)}`);
  return whereSql({ kind: "where", connector: "AND", negated: where.negated, children: [either, exactlyOne] }, scope, resolved);
}

function bracketedSum(where: Where, scope: Scope): Fragment {
  const count = where.children.map((child) => caseNode([{ condition: asNode(child, scope), then: valueNode(1n, null, scope) }], valueNode(0n, null, scope), null, scope));
  const sum = count.reduce((left, right) => combinedNode("+", left, right, { ...scope, resolves: false }));
  if (where.children.length <= 2 || !djangoAtLeast(scope.dialect, "5.0")) return withBrackets(sum.sql());
  return withBrackets(functionNode("MOD", [sum, valueNode(2n, null, scope)], () => bare("FloatField"), scope).sql());
}

const withBrackets = (inner: Fragment): Fragment => {
  const [first] = inner;
  return typeof first === "string" && first.startsWith("(") ? inner : sql`(${inner})`;
};

function asNode(child: Where | Node, scope: Scope): Node {
  if (!isWhere(child)) return child;
  return { kind: "where", output: () => bare("BooleanField"), sql: () => whereSql(child, scope) };
}

