import type { Data } from "../../../sql/literal/data.ts";
import { inZone } from "../../../sql/literal/datetime.ts";
import { prepareForDatabase } from "../../../sql/literal/prepare.ts";
import { Unknown } from "../../../sql/literal/unknown.ts";
import { type Fragment, param, sql } from "../fragment.ts";
import type { Node } from "../node.ts";
import { isInstance } from "../output-field.ts";
import type { Lookup, LookupSql } from "./input.ts";
import { operate } from "./operators.ts";
import { comparison } from "./plain.ts";
import { castLeft } from "./sides.ts";

/** `day__year=2020` compares the column itself with the first and last day of the year, so that an index can serve. */
export const year: LookupSql = (lookup) => {
  const detail = lookup.lhs.detail;
  if (!("data" in lookup.right) || detail?.kind !== "extract") return comparison(lookup);
  if (typeof lookup.right.data !== "bigint") throw new Unknown("a year that is not a number");
  if (detail.part !== "year") throw new Unknown("the bounds of ISO years are not computed here");
  const [first, last] = bounds(Number(lookup.right.data), detail.on, lookup);
  const left = castLeft(lookup, detail.on);
  if (lookup.name === "exact") return sql`${left} BETWEEN ${first} AND ${last}`;
  const bound = lookup.name === "gt" || lookup.name === "lte" ? last : first;
  return sql`${left} ${operate(lookup.name, bound, lookup.scope.dialect)}`;
};

function bounds(year: number, on: Node, lookup: Lookup): readonly [Fragment, Fragment] {
  const { dialect } = lookup.scope;
  const field = on.output();
  if (field === null) throw new Unknown("the year of an expression without a type");
  const write = (data: Data): Fragment => param(prepareForDatabase(data, field, dialect));
  if (!isInstance(field, "DateTimeField")) return [write({ kind: "date", year, month: 1, day: 1 }), write({ kind: "date", year, month: 12, day: 31 })];
  const first = { kind: "datetime", year, month: 1, day: 1, hour: 0, minute: 0, second: 0, microsecond: 0, offset: null } as const;
  const last = { kind: "datetime", year, month: 12, day: 31, hour: 23, minute: 59, second: 59, microsecond: 999_999, offset: null } as const;
  if (!dialect.useTz) return [write(first), write(last)];
  if (dialect.timeZone === null) throw new Unknown("the setting TIME_ZONE is not known, and the bounds of a year depend on it");
  return [write(inZone(first, dialect.timeZone)), write(inZone(last, dialect.timeZone))];
}
