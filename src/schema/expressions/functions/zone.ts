import { Unknown } from "../../../sql/literal/unknown.ts";
import { type Fragment, param, sql } from "../fragment.ts";
import type { Scope } from "../node.ts";

/** TimezoneMixin.get_tzname: null without USE_TZ. Throws Unknown where the current time zone is asked for and TIME_ZONE is not known. */
export function zoneName(scope: Scope, zone: string | null): string | null {
  if (!scope.dialect.useTz) return null;
  if (zone !== null) return zone;
  if (scope.dialect.timeZone === null) throw new Unknown("the setting TIME_ZONE is not known, and the expression converts to it");
  return scope.dialect.timeZone;
}

/** _convert_sql_to_tz of PostgreSQL and MySQL; a connection without TIME_ZONE keeps its moments in UTC. */
export function inZoneSql(inner: Fragment, zone: string | null, scope: Scope): Fragment {
  if (zone === null) return inner;
  if (/[+-]\d/.test(zone)) throw new Unknown("a time zone that is an offset");
  if (scope.dialect.vendor === "postgresql") return sql`${inner} AT TIME ZONE ${param(zone)}`;
  return zone === "UTC" ? inner : sql`CONVERT_TZ(${inner}, ${param("UTC")}, ${param(zone)})`;
}

/** _convert_tznames_to_sql of SQLite: the zone asked for and the connection's. */
export function sqliteZones(scope: Scope, zone: string | null): Fragment {
  const name = zoneName(scope, zone);
  return name === null ? sql`${param(null)}, ${param(null)}` : sql`${param(name)}, ${param("UTC")}`;
}
