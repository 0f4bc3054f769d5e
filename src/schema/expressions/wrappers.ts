import { type Fragment, sql } from "./fragment.ts";
import type { Node, Scope } from "./node.ts";
import { numericOnSqlite } from "./value-node.ts";

/** Collate(expression, name). */
export function collateNode(inner: Node, collation: string, scope: Scope): Node {
  scope.wrappers.push("collate");
  const wrap = (around: Node): Node => ({
    kind: "collate",
    output: () => around.output(),
    sql: () => numericOnSqlite(sql`${around.sql()} COLLATE ${scope.dialect.quoteName(collation)}`, () => around.output(), scope),
    wrapped: around,
    wrap,
  });
  return wrap(inner);
}

/** OpClass(expression, name). */
export function opClassNode(inner: Node, name: string, scope: Scope): Node {
  scope.wrappers.push("opclass");
  const wrap = (around: Node): Node => ({ kind: "opclass", output: () => around.output(), sql: () => sql`${around.sql()} ${name}`, wrapped: around, wrap });
  return wrap(inner);
}

/** OrderBy(expression, descending, nulls_first, nulls_last). */
export function orderByNode(inner: Node, descending: boolean, nullsFirst: boolean, nullsLast: boolean, scope: Scope): Node {
  scope.wrappers.push("order by");
  const wrap = (around: Node): Node => ({ kind: "order by", output: () => around.output(), sql: () => orderSql(around.sql(), descending, nullsFirst, nullsLast, scope), wrapped: around, wrap });
  return wrap(inner);
}

/** Where the database has no NULLS FIRST, Django sorts by IS NULL before. */
function orderSql(inner: Fragment, descending: boolean, nullsFirst: boolean, nullsLast: boolean, scope: Scope): Fragment {
  const ordered = sql`${inner} ${descending ? "DESC" : "ASC"}`;
  if (scope.dialect.features.supportsOrderByNullsModifier) return nullsLast ? sql`${ordered} NULLS LAST` : nullsFirst ? sql`${ordered} NULLS FIRST` : ordered;
  // order_by_nulls_first: MySQL sorts NULL first when ascending.
  if (nullsLast && !descending) return sql`${inner} IS NULL, ${ordered}`;
  if (nullsFirst && descending) return sql`${inner} IS NOT NULL, ${ordered}`;
  return ordered;
}
