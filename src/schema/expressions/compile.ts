import type { BoundModel } from "../../django/bound.ts";
import type { Value } from "../../python/value.ts";
import type { Dialect } from "../../sql/dialect.ts";
import { orUnknown, Unknown } from "../../sql/literal/unknown.ts";
import { formatted, type Fragment } from "./fragment.ts";
import { indexExpression } from "./index-expression.ts";
import { Matches, type Scope } from "./node.ts";
import { readQ } from "./q.ts";
import { scopeOf } from "./read.ts";
import { expressionCondition, whereOf, whereSql } from "./where.ts";

/** SQL of an expression, and the columns it reads in the order they first stand in it. */
export interface Compiled {
  readonly sql: string;
  readonly columns: readonly string[];
}

export type Compilation = Compiled | { readonly unknown: string };

/** The condition of an index, a unique constraint or a check as Django prints it: Query.build_where and quote_value. */
export function compileCondition(value: Value, model: BoundModel, dialect: Dialect): Compilation {
  return orUnknown(() => condition(value, model, dialect));
}

/** As compileCondition; throws Unknown. */
export function condition(value: Value, model: BoundModel, dialect: Dialect): Compiled {
  const scope = scopeOf(model, dialect);
  const fragment = decided(() => conditionSql(value, scope));
  return { sql: formatted(fragment, dialect, "quote value"), columns: [...scope.reads] };
}

function conditionSql(value: Value, scope: Scope): Fragment {
  const q = readQ(value);
  if (q) return whereSql(whereOf(q, scope), scope);
  return expressionCondition(value, scope).sql();
}

/** Django raises FullResultSet or EmptyResultSet where a condition is always or never true, and the migration crashes. */
export function decided<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof Matches) throw new Unknown(`a condition that ${error.rows === "all" ? "every" : "no"} row fulfils: Django has no SQL for it`);
    throw error;
  }
}

/** An expression of an index or a unique constraint, with its brackets, COLLATE, operator class and order. */
export function compileIndexExpression(value: Value, model: BoundModel, dialect: Dialect): Compilation {
  return orUnknown(() => {
    const scope = scopeOf(model, dialect);
    const { fragment } = decided(() => indexExpression(value, scope));
    return { sql: formatted(fragment, dialect, "quote value"), columns: [...scope.reads] };
  });
}
