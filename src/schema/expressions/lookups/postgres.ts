import type { Data } from "../../../sql/literal/data.ts";
import { prepare } from "../../../sql/literal/prepare.ts";
import { text } from "../../../sql/literal/python-text.ts";
import { Unknown } from "../../../sql/literal/unknown.ts";
import { type Fragment, param, sql } from "../fragment.ts";
import { castNode } from "../functions/cast.ts";
import { functionSql } from "../functions/function-node.ts";
import type { Node } from "../node.ts";
import { castType, isInstance } from "../output-field.ts";
import { searchMatch } from "../search.ts";
import { valueNode } from "../value-node.ts";
import type { Lookup, LookupSql } from "./input.ts";
import { operate } from "./operators.ts";
import { listItems } from "./plain.ts";
import { adaptToField, asItIs, bracketed, castLeft, plainLeft, right } from "./sides.ts";

/** PostgresOperatorLookup: `lhs OPERATOR rhs`. */
function operator(symbol: string, other: (lookup: Lookup) => Fragment): LookupSql {
  return (lookup) => sql`${plainLeft(lookup)} ${symbol} ${other(lookup)}`;
}

const asObject = (lookup: Lookup): Fragment => right(lookup, asItIs);

/** ArrayRHSMixin: a list with anything in it is written ARRAY[…], and the whole is cast to the column's type. */
function arrayRight(lookup: Lookup): Fragment {
  return sql`${arrayItems(lookup)}::${castType(lookup.field, lookup.scope.dialect)}`;
}

function arrayItems(lookup: Lookup): Fragment {
  if ("node" in lookup.right) return bracketed(lookup.right.node, lookup);
  const items = listItems(lookup);
  if (items.every((item) => "data" in item && item.data === null)) return param({ kind: "list", items: items.map(() => null) });
  const base = lookup.field.baseField;
  if (!base) throw new Unknown("the field of the array's elements is not known");
  const nodes = items.map((item): Node => ("node" in item ? item.node : valueNode(prepare(item.data, base, lookup.scope.dialect), null, lookup.scope)));
  return sql`(${functionSql("ARRAY", nodes.map((node) => node.sql()), { template: "%(function)s[%(expressions)s]" })})`;
}

const arrayExact: LookupSql = (lookup) => sql`${castLeft(lookup)} ${operate("exact", arrayRight(lookup), lookup.scope.dialect)}`;

export const arrayLookups: Readonly<Record<string, LookupSql>> = {
  contains: operator("@>", arrayRight), contained_by: operator("<@", arrayRight), overlap: operator("&&", arrayRight), exact: arrayExact,
};

/** The keys of has_keys are str() of what is given. */
const keyList = (lookup: Lookup): Fragment => param({ kind: "list", items: listItems(lookup).map((item): Data => ("data" in item ? text(item.data) : null)) });

export const hstoreLookups: Readonly<Record<string, LookupSql>> = {
  contains: operator("@>", asObject), contained_by: operator("<@", asObject), has_key: operator("?", asObject), has_keys: operator("?&", keyList), has_any_keys: operator("?|", keyList),
};

/** RangeContains: a single value is cast to the range's element type. */
const rangeContains: LookupSql = (lookup) => {
  if ("data" in lookup.right && isRange(lookup.right.data)) return operator("@>", asObject)(lookup);
  const base = lookup.field.baseField;
  if ("items" in lookup.right || !base) throw new Unknown("a range that contains a list of expressions");
  if (isInstance(base, "DateField")) return momentContains(lookup);
  const value = "data" in lookup.right ? valueNode(lookup.right.data, null, lookup.scope) : lookup.right.node;
  return sql`${plainLeft(lookup)} @> ${bracketed(castNode(value, base, lookup.scope), lookup)}`;
};

/** DateTimeRangeContains: the cast follows the value. */
function momentContains(lookup: Lookup): Fragment {
  if ("items" in lookup.right) throw new Unknown("a range of dates that contains a list");
  const value = "data" in lookup.right ? valueNode(lookup.right.data, null, lookup.scope) : lookup.right.node;
  const cast = isInstance(lookup.field.baseField, "DateTimeField") ? "timestamp with time zone" : "date";
  const contained = sql`${plainLeft(lookup)} @> ${bracketed(value, lookup)}`;
  const type = value.output();
  return type === null || type.internalType === lookup.field.internalType ? contained : sql`${contained}::${cast}`;
}

const isRange = (data: Data): boolean => data !== null && typeof data === "object" && data.kind === "range";

export const rangeLookups: Readonly<Record<string, LookupSql>> = {
  contains: rangeContains, contained_by: operator("<@", asObject), overlap: operator("&&", asObject), fully_lt: operator("<<", asObject), fully_gt: operator(">>", asObject),
  not_lt: operator("&>", asObject), not_gt: operator("&<", asObject), adjacent_to: operator("-|-", asObject),
  exact: (lookup) => sql`${castLeft(lookup)} ${operate("exact", right(lookup, adaptToField), lookup.scope.dialect)}`,
};

export const searchLookups: Readonly<Record<string, LookupSql>> = { exact: searchMatch };

/** Registered on CharField and TextField by django.contrib.postgres. */
export const textSearchLookups: Readonly<Record<string, LookupSql>> = {
  search: searchMatch, trigram_similar: operator("%%", asObject), trigram_word_similar: operator("%%>", asObject), trigram_strict_word_similar: operator("%%>>", asObject),
};

