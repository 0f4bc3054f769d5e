import { isMySql } from "../../../sql/dialect.ts";
import { Unknown } from "../../../sql/literal/unknown.ts";
import { type Fragment, param, sql } from "../fragment.ts";
import type { Node, Scope } from "../node.ts";
import { bare, isInstance, type OutputField } from "../output-field.ts";
import { inZoneSql, sqliteZones, zoneName } from "./zone.ts";

/** Trunc(on, kind), TruncYear … ; `date` and `time` cast instead. */
export function truncateNode(kind: string, on: Node, explicit: OutputField | null, scope: Scope, zone: string | null = null): Node {
  if (kind === "date") return { kind: "function", output: () => bare("DateField"), sql: () => castSql("date", on.sql(), scope, zone) };
  if (kind === "time") return { kind: "function", output: () => bare("TimeField"), sql: () => castSql("time", on.sql(), scope, zone) };
  const output = (): OutputField | null => explicit ?? on.output();
  return { kind: "function", output, sql: () => truncateSql(kind, on, output(), scope, zone) };
}

/** datetime_cast_date_sql and datetime_cast_time_sql. */
function castSql(to: "date" | "time", inner: Fragment, scope: Scope, zone: string | null): Fragment {
  if (scope.dialect.vendor === "sqlite") return sql`django_datetime_cast_${to}(${inner}, ${sqliteZones(scope, zone)})`;
  const local = inZoneSql(inner, zoneName(scope, zone), scope);
  return scope.dialect.vendor === "postgresql" ? sql`(${local})::${to}` : sql`${to.toUpperCase()}(${local})`;
}

function truncateSql(kind: string, on: Node, output: OutputField | null, scope: Scope, zone: string | null): Fragment {
  const fromMoment = isInstance(on.output(), "DateTimeField");
  const target = isInstance(output, "DateTimeField") ? "datetime" : isInstance(output, "DateField") ? "date" : isInstance(output, "TimeField") ? "time" : null;
  if (target === null) throw new Unknown("Trunc takes dates and times");
  const inner = on.sql();
  if (scope.dialect.vendor === "sqlite") return sql`django_${target}_trunc(${param(kind)}, ${inner}, ${fromMoment ? sqliteZones(scope, zone) : sql`${param(null)}, ${param(null)}`})`;
  const local = fromMoment ? inZoneSql(inner, zoneName(scope, zone), scope) : inner;
  if (!isMySql(scope.dialect.vendor)) return target === "time" ? sql`DATE_TRUNC(${param(kind)}, ${local})::time` : sql`DATE_TRUNC(${param(kind)}, ${local})`;
  if (target === "datetime") return mysqlMoment(kind, local);
  return target === "date" ? mysqlDate(kind, local) : mysqlTime(kind, local);
}

function mysqlDate(kind: string, inner: Fragment): Fragment {
  if (kind === "year") return sql`CAST(DATE_FORMAT(${inner}, ${param("%Y-01-01")}) AS DATE)`;
  if (kind === "month") return sql`CAST(DATE_FORMAT(${inner}, ${param("%Y-%m-01")}) AS DATE)`;
  if (kind === "quarter") return sql`MAKEDATE(YEAR(${inner}), 1) + INTERVAL QUARTER(${inner}) QUARTER - INTERVAL 1 QUARTER`;
  if (kind === "week") return sql`DATE_SUB(${inner}, INTERVAL WEEKDAY(${inner}) DAY)`;
  return sql`DATE(${inner})`;
}

const mysqlFormats: Readonly<Record<string, string>> = {
  year: "%Y-01-01 00:00:00", month: "%Y-%m-01 00:00:00", day: "%Y-%m-%d 00:00:00", hour: "%Y-%m-%d %H:00:00", minute: "%Y-%m-%d %H:%i:00", second: "%Y-%m-%d %H:%i:%s",
};

function mysqlMoment(kind: string, inner: Fragment): Fragment {
  if (kind === "quarter") return sql`CAST(DATE_FORMAT(MAKEDATE(YEAR(${inner}), 1) + INTERVAL QUARTER(${inner}) QUARTER - INTERVAL 1 QUARTER, ${param("%Y-%m-01 00:00:00")}) AS DATETIME)`;
  if (kind === "week") return sql`CAST(DATE_FORMAT(DATE_SUB(${inner}, INTERVAL WEEKDAY(${inner}) DAY), ${param("%Y-%m-%d 00:00:00")}) AS DATETIME)`;
  const format = mysqlFormats[kind];
  return format === undefined ? inner : sql`CAST(DATE_FORMAT(${inner}, ${param(format)}) AS DATETIME)`;
}

function mysqlTime(kind: string, inner: Fragment): Fragment {
  const formats: Readonly<Record<string, string>> = { hour: "%H:00:00", minute: "%H:%i:00", second: "%H:%i:%s" };
  const format = formats[kind];
  return format === undefined ? sql`TIME(${inner})` : sql`CAST(DATE_FORMAT(${inner}, ${param(format)}) AS TIME)`;
}
