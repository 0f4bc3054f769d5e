import type { BoundModel } from "../../django/bound.ts";
import type { CallValue, Value } from "../../python/value.ts";
import { djangoAtLeast, type Dialect } from "../../sql/dialect.ts";
import { Unknown } from "../../sql/literal/unknown.ts";
import { deferrableSql } from "../../sql/render/common.ts";
import type { ConstraintDefinition } from "../change.ts";
import type { Deferrable } from "../schema.ts";
import { condition, decided } from "./compile.ts";
import { formatted } from "./fragment.ts";
import { columnOf, textOf, textsOf } from "./index-arguments.ts";
import { indexExpression } from "./index-expression.ts";
import { scopeOf } from "./read.ts";

/** django.contrib.postgres.constraints.ExclusionConstraint: everything from EXCLUDE on. Throws Unknown for what cannot be read. */
export function exclusionDefinition(name: string, call: CallValue, deferrable: Deferrable, model: BoundModel, dialect: Dialect): ConstraintDefinition {
  if (dialect.vendor !== "postgresql") throw new Unknown("exclusion constraints are PostgreSQL's");
  const scope = scopeOf(model, dialect);
  const opclasses = djangoAtLeast(dialect, "5.0") ? [] : textsOf(call, "opclasses");
  const parts = pairsOf(call).map(([expression, operator], index) => {
    const part = formatted(decided(() => indexExpression(expression, scope)).fragment, dialect, "quote value");
    const opclass = opclasses[index];
    return `${part}${opclass === undefined ? "" : ` ${opclass}`} WITH ${operator}`;
  });
  const include = textsOf(call, "include").map((field) => dialect.quoteName(columnOf(field, model)));
  const given = call.kwargs.get("condition") ?? null;
  const where = given === null ? null : condition(given, model, dialect);
  const sql = [
    `EXCLUDE USING ${textOf(call, "index_type") ?? "GIST"} (${parts.join(", ")})`,
    include.length > 0 ? ` INCLUDE (${include.join(", ")})` : "",
    where ? ` WHERE (${where.sql})` : "",
    deferrableSql(deferrable),
  ].join("");
  return { kind: "exclusion", name, sql, columns: [...new Set([...scope.reads, ...(where?.columns ?? [])])] };
}

/** expressions=[("room", "="), ("span", RangeOperators.OVERLAPS)]. */
function pairsOf(call: CallValue): readonly (readonly [Value, string])[] {
  const value = call.kwargs.get("expressions") ?? null;
  if (value === null || typeof value !== "object" || !("items" in value)) throw new Unknown("the expressions of an exclusion constraint cannot be read");
  return value.items.map((item) => {
    if (item === null || typeof item !== "object" || !("items" in item) || item.items.length !== 2) throw new Unknown("an expression of an exclusion constraint that is no pair");
    return [item.items[0]!, operatorOf(item.items[1]!)] as const;
  });
}

/** django.contrib.postgres.fields.RangeOperators. */
const rangeOperators: Readonly<Record<string, string>> = {
  EQUAL: "=", NOT_EQUAL: "<>", CONTAINS: "@>", CONTAINED_BY: "<@", OVERLAPS: "&&", FULLY_LT: "<<", FULLY_GT: ">>", NOT_LT: "&>", NOT_GT: "&<", ADJACENT_TO: "-|-",
};

function operatorOf(value: Value): string {
  if (typeof value === "string") return value;
  const name = value !== null && typeof value === "object" && value.kind === "ref" ? /RangeOperators\.(\w+)$/.exec(value.path)?.[1] : undefined;
  const operator = name === undefined ? undefined : rangeOperators[name];
  if (operator === undefined) throw new Unknown("an operator of an exclusion constraint cannot be read");
  return operator;
}
