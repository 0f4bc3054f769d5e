import { djangoAtLeast } from "../../sql/dialect.ts";
import { type Fragment, join, sql } from "./fragment.ts";
import { castNode } from "./functions/cast.ts";
import { sharedOutput } from "./functions/function-node.ts";
import { Matches, type Node, type Scope } from "./node.ts";
import { dbType, type OutputField } from "./output-field.ts";
import { numericOnSqlite } from "./value-node.ts";

/* oxlint-disable unicorn/no-thenable -- When() calls its result `then` */

/** When(condition, then=…). */
export interface When {
  readonly condition: Node;
  readonly then: Node;
}

/** Case(*whens, default, output_field). */
export function caseNode(whens: readonly When[], otherwise: Node, explicit: OutputField | null, scope: Scope): Node {
  const output = (): OutputField | null => explicit ?? sharedOutput([...whens.map((when) => when.then), otherwise]);
  return { kind: "case", output, sql: () => numericOnSqlite(caseSql(whens, otherwise, output, scope), output, scope) };
}

function caseSql(whens: readonly When[], otherwise: Node, output: () => OutputField | null, scope: Scope): Fragment {
  const parts: Fragment[] = [];
  let rest = otherwise;
  for (const when of whens) {
    const part = whenSql(when);
    if (part === "none") continue;
    if (part === "all") {
      rest = when.then;
      break;
    }
    parts.push(part);
  }
  if (parts.length === 0) return onlyRest(rest, scope);
  return unified(sql`CASE ${join(parts, " ")} ELSE ${rest.sql()} END`, output(), scope);
}

function whenSql(when: When): Fragment | "none" | "all" {
  try {
    return sql`WHEN ${when.condition.sql()} THEN ${when.then.sql()}`;
  } catch (error) {
    if (error instanceof Matches) return error.rows;
    throw error;
  }
}

/** Django 6.1 casts a value that is all that is left of a Case. */
function onlyRest(rest: Node, scope: Scope): Fragment {
  const field = rest.kind === "value" ? rest.output() : null;
  return field && djangoAtLeast(scope.dialect, "6.1") ? castNode(rest, field, scope).sql() : rest.sql();
}

const unifiedTypes = new Set(["GenericIPAddressField", "IPAddressField", "TimeField", "UUIDField"]);

/** unification_cast_sql: PostgreSQL would take these for text. */
function unified(inner: Fragment, field: OutputField | null, scope: Scope): Fragment {
  if (scope.dialect.vendor !== "postgresql" || !field || !unifiedTypes.has(field.internalType)) return inner;
  return sql`CAST(${inner} AS ${dbType(field, scope.dialect).split("(")[0]!})`;
}
