import { isMySql } from "../../../sql/dialect.ts";
import { Unknown } from "../../../sql/literal/unknown.ts";
import { type Fragment, param, sql } from "../fragment.ts";
import type { Node, Scope } from "../node.ts";
import { bare, isInstance } from "../output-field.ts";
import { inZoneSql, sqliteZones, zoneName } from "./zone.ts";

/** Extract(on, part) and its sisters ExtractYear …; `zone` is tzinfo's name, null for the current one. */
export function extractNode(part: string, on: Node, scope: Scope, zone: string | null = null): Node {
  return { kind: "extract", output: () => bare("IntegerField"), sql: () => extractSql(part, on, scope, zone), detail: { kind: "extract", part, on } };
}

function extractSql(part: string, on: Node, scope: Scope, zone: string | null): Fragment {
  const field = on.output();
  const inner = on.sql();
  if (isInstance(field, "DateTimeField")) return momentPart(part, inner, scope, zone);
  if (isInstance(field, "DateField")) return scope.dialect.vendor === "sqlite" ? sql`django_date_extract(${param(part)}, ${inner})` : datePart(part, inner, scope);
  if (isInstance(field, "TimeField") || (isInstance(field, "DurationField") && scope.dialect.features.hasNativeDurationField)) return timePart(part, inner, scope);
  throw new Unknown("Extract takes dates, times and durations");
}

function momentPart(part: string, inner: Fragment, scope: Scope, zone: string | null): Fragment {
  if (scope.dialect.vendor === "sqlite") return sql`django_datetime_extract(${param(part)}, ${inner}, ${sqliteZones(scope, zone)})`;
  const local = inZoneSql(inner, zoneName(scope, zone), scope);
  if (part === "second" && scope.dialect.vendor === "postgresql") return sql`EXTRACT(SECOND FROM DATE_TRUNC(${param("second")}, ${local}))`;
  return datePart(part, local, scope);
}

function timePart(part: string, inner: Fragment, scope: Scope): Fragment {
  if (scope.dialect.vendor === "sqlite") return sql`django_time_extract(${param(part)}, ${inner})`;
  if (part === "second" && scope.dialect.vendor === "postgresql") return sql`EXTRACT(SECOND FROM DATE_TRUNC(${param("second")}, ${inner}))`;
  return datePart(part, inner, scope);
}

/** date_extract_sql. */
function datePart(part: string, inner: Fragment, scope: Scope): Fragment {
  if (isMySql(scope.dialect.vendor)) {
    if (part === "week_day") return sql`DAYOFWEEK(${inner})`;
    if (part === "iso_week_day") return sql`WEEKDAY(${inner}) + 1`;
    if (part === "week") return sql`WEEK(${inner}, 3)`;
    if (part === "iso_year") return sql`TRUNCATE(YEARWEEK(${inner}, 3), -2) / 100`;
  } else {
    if (part === "week_day") return sql`EXTRACT(DOW FROM ${inner}) + 1`;
    if (part === "iso_week_day") return sql`EXTRACT(ISODOW FROM ${inner})`;
    if (part === "iso_year") return sql`EXTRACT(ISOYEAR FROM ${inner})`;
  }
  return sql`EXTRACT(${part.toUpperCase()} FROM ${inner})`;
}
