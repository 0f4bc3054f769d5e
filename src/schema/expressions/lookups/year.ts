import type { Data, DateData } from "../../../sql/literal/data.ts";
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
  const [first, last] = bounds(Number(lookup.right.data), detail.part === "iso_year", detail.on, lookup);
  const left = castLeft(lookup, detail.on);
  if (lookup.name === "exact") return sql`${left} BETWEEN ${first} AND ${last}`;
  const bound = lookup.name === "gt" || lookup.name === "lte" ? last : first;
  return sql`${left} ${operate(lookup.name, bound, lookup.scope.dialect)}`;
};

function bounds(year: number, iso: boolean, on: Node, lookup: Lookup): readonly [Fragment, Fragment] {
  const { dialect } = lookup.scope;
  const field = on.output();
  if (field === null) throw new Unknown("the year of an expression without a type");
  const write = (data: Data): Fragment => param(prepareForDatabase(data, field, dialect));
  if (!isInstance(field, "DateTimeField")) return [write(firstDay(year, iso)), write(lastDay(year, iso))];
  const first = { ...firstDay(year, iso), kind: "datetime", hour: 0, minute: 0, second: 0, microsecond: 0, offset: null } as const;
  const last = { ...lastDay(year, iso), kind: "datetime", hour: 23, minute: 59, second: 59, microsecond: 999_999, offset: null } as const;
  if (!dialect.useTz) return [write(first), write(last)];
  if (dialect.timeZone === null) throw new Unknown("the setting TIME_ZONE is not known, and the bounds of a year depend on it");
  return [write(inZone(first, dialect.timeZone)), write(inZone(last, dialect.timeZone))];
}

/** An ISO year begins on the Monday of the week that January 4th is in. */
function firstDay(year: number, iso: boolean): DateData {
  if (!iso) return { kind: "date", year, month: 1, day: 1 };
  const fourth = dateOf(year, 1, 4);
  return plusDays(fourth, -((fourth.getUTCDay() + 6) % 7));
}

function lastDay(year: number, iso: boolean): DateData {
  if (!iso) return { kind: "date", year, month: 12, day: 31 };
  const next = firstDay(year + 1, true);
  return plusDays(dateOf(next.year, next.month, next.day), -1);
}

/** Date.UTC would take the years below 100 for those of the twentieth century. */
function dateOf(year: number, month: number, day: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date;
}

function plusDays(date: Date, days: number): DateData {
  const moved = new Date(date.getTime() + days * 86_400_000);
  return { kind: "date", year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
}
