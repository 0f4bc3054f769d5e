import type { Data } from "../../../sql/literal/data.ts";
import { Unknown } from "../../../sql/literal/unknown.ts";
import { type Fragment, join, param, sql } from "../fragment.ts";
import { isConditional, Matches, type Node } from "../node.ts";
import { standsAlone } from "../stands-alone.ts";
import type { Lookup, LookupSql } from "./input.ts";
import { checkRange } from "./integers.ts";
import { operate } from "./operators.ts";
import { adaptToField, castLeft, resolvedTwice, right } from "./sides.ts";

/** exact: a condition stands for itself (`"active"`, `NOT "active"`) where it may. */
export const exact: LookupSql = (lookup) => {
  const data = "data" in lookup.right ? lookup.right.data : undefined;
  if (typeof data === "boolean" && isConditional(lookup.lhs) && standsAlone(lookup.lhs, lookup.scope.dialect)) {
    const left = castLeft(lookup);
    return data ? left : sql`NOT ${left}`;
  }
  return comparison(lookup);
};

/** exact, gt, gte, lt, lte. */
export const comparison: LookupSql = (lookup) => {
  checkRange(lookup);
  return sql`${castLeft(lookup)} ${operate(lookup.name, right(lookup, adaptToField), lookup.scope.dialect)}`;
};

export const isNull: LookupSql = (lookup) => {
  const data = "data" in lookup.right ? lookup.right.data : undefined;
  if (typeof data !== "boolean") throw new Unknown("an isnull lookup takes True or False");
  if (lookup.lhs.kind === "value") throw new Matches((lookup.lhs.data === null) === data ? "all" : "none");
  return sql`${castLeft(lookup)} IS ${data ? "NULL" : "NOT NULL"}`;
};

/** in: equal values once, without None, which equals nothing. */
export const isIn: LookupSql = (lookup) => {
  if ("node" in lookup.right) return sql`${castLeft(lookup)} IN ${right(lookup, adaptToField)}`;
  return sql`${castLeft(lookup)} IN (${join(members(lookup, adaptToField), ", ")})`;
};

/** The items of an `in`, written. Throws Matches when none is left. */
export function members(lookup: Lookup, adapt: (data: Data, lookup: Lookup) => Data): readonly Fragment[] {
  const seen = new Set<string>();
  const result: Fragment[] = [];
  for (const item of listItems(lookup)) {
    if ("node" in item) {
      result.push(resolvedTwice(lookup, item.node));
      continue;
    }
    const key = identity(item.data);
    if (item.data === null || seen.has(key)) continue;
    seen.add(key);
    result.push(param(adapt(item.data, lookup)));
  }
  if (result.length === 0) throw new Matches("none");
  return result;
}

/** Equal for equal Python objects: True is 1. */
function identity(data: Data): string {
  const plain = typeof data === "boolean" ? BigInt(data) : data;
  return JSON.stringify(plain, (_, value: unknown) => (typeof value === "bigint" ? `int ${value}` : value));
}

export function listItems(lookup: Lookup): readonly ({ readonly data: Data } | { readonly node: Node })[] {
  const { right } = lookup;
  if ("items" in right) return right.items;
  if ("data" in right && right.data !== null && typeof right.data === "object" && "items" in right.data) {
    if (right.data.kind === "set" && right.data.items.length > 1) throw new Unknown("the order of a Python set is not known");
    return right.data.items.map((data) => ({ data }));
  }
  throw new Unknown(`the lookup "${lookup.name}" takes a list`);
}

export const range: LookupSql = (lookup) => {
  const bounds = listItems(lookup).map((item) => ("node" in item ? resolvedTwice(lookup, item.node) : param(adaptToField(item.data, lookup))));
  const [from, to] = bounds;
  if (from === undefined || to === undefined) throw new Unknown('the lookup "range" takes two values');
  return sql`${castLeft(lookup)} BETWEEN ${from} AND ${to}`;
};
