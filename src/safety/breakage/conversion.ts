import type { Vendor } from "../../django/project.ts";
import type { Family } from "./type.ts";

/**
 * What becomes of a value that a release sends as one type when the column has another.
 * - fits: written and compared without error
 * - length: fails when the text is longer than the column
 * - range: fails when the number does not fit
 * - syntax: fails when the text does not read as a value of the column's type, in writes and in comparisons
 * - write only: is written through an assignment cast, but there is no operator to compare with
 * - text: as "write only", and fails when its text is longer than the column
 * - number: as "write only", and fails when the number does not fit (elements of arrays)
 * - refused: no cast and no operator
 * - truncated: refused by MySQL with "Data truncated"
 * - unknown: not in the table
 */
export type Conversion = "fits" | "length" | "range" | "syntax" | "write only" | "text" | "number" | "refused" | "truncated" | "unknown";

interface Row {
  readonly to: Partial<Record<Family, Conversion>>;
  readonly otherwise: Conversion;
}

/**
 * PostgreSQL: parameters as psycopg inlines them (text untyped, numbers bare, everything else with `::type`).
 * Measured on PostgreSQL 15 cell by cell in test/safety/breakage/proof.test.ts; casts as in pg_cast.
 */
const postgresql: Record<Family, Row> = {
  text: { to: { text: "length", bytes: "fits", other: "unknown" }, otherwise: "syntax" },
  integer: { to: { text: "text", integer: "range", numeric: "range", float: "fits", other: "unknown" }, otherwise: "refused" },
  numeric: { to: { text: "text", integer: "range", numeric: "range", float: "fits", other: "unknown" }, otherwise: "refused" },
  float: { to: { text: "text", integer: "range", numeric: "range", float: "fits", other: "unknown" }, otherwise: "refused" },
  boolean: { to: { text: "text", boolean: "fits", other: "unknown" }, otherwise: "refused" },
  date: { to: { text: "text", date: "fits", timestamp: "fits", other: "unknown" }, otherwise: "refused" },
  timestamp: { to: { text: "text", date: "fits", timestamp: "fits", time: "write only", other: "unknown" }, otherwise: "refused" },
  time: { to: { text: "text", time: "fits", interval: "fits", other: "unknown" }, otherwise: "refused" },
  interval: { to: { text: "text", time: "fits", interval: "fits", other: "unknown" }, otherwise: "refused" },
  uuid: { to: { text: "text", uuid: "fits", other: "unknown" }, otherwise: "refused" },
  json: { to: { text: "text", json: "fits", other: "unknown" }, otherwise: "refused" },
  network: { to: { text: "text", network: "fits", other: "unknown" }, otherwise: "refused" },
  bytes: { to: { text: "text", bytes: "fits", other: "unknown" }, otherwise: "refused" },
  range: { to: { text: "text", range: "fits", other: "unknown" }, otherwise: "refused" },
  array: { to: { text: "text", array: "fits", other: "unknown" }, otherwise: "refused" },
  other: { to: {}, otherwise: "unknown" },
};

/** MySQL and MariaDB in strict mode: comparisons convert, only writes fail. Measured on MariaDB 10.11 and MySQL 9.7 (test/safety/breakage/mysql.test.ts). */
const mysql: Record<Family, Row> = {
  text: { to: { text: "length", bytes: "fits", other: "unknown" }, otherwise: "syntax" },
  integer: { to: { text: "length", integer: "range", numeric: "range", boolean: "range", float: "fits", bytes: "fits", date: "syntax", timestamp: "syntax" }, otherwise: "unknown" },
  numeric: { to: { text: "length", integer: "range", numeric: "range", boolean: "range", float: "fits", bytes: "fits", date: "syntax", timestamp: "syntax" }, otherwise: "unknown" },
  float: { to: { text: "fits", integer: "range", numeric: "range", boolean: "range", float: "fits", bytes: "fits", date: "syntax", timestamp: "syntax" }, otherwise: "unknown" },
  boolean: { to: { text: "length", integer: "fits", numeric: "range", boolean: "fits", float: "fits", bytes: "fits", date: "syntax", timestamp: "syntax" }, otherwise: "unknown" },
  date: { to: { text: "length", integer: "truncated", numeric: "truncated", float: "truncated", boolean: "range", date: "fits", timestamp: "fits", time: "syntax", uuid: "syntax", json: "syntax", bytes: "fits" }, otherwise: "unknown" },
  timestamp: { to: { text: "length", integer: "truncated", numeric: "truncated", float: "truncated", boolean: "range", date: "fits", timestamp: "fits", time: "fits", uuid: "syntax", json: "syntax", bytes: "fits" }, otherwise: "unknown" },
  time: { to: { text: "length", integer: "truncated", numeric: "truncated", float: "truncated", boolean: "truncated", time: "fits", uuid: "syntax", json: "syntax", bytes: "fits" }, otherwise: "unknown" },
  interval: { to: {}, otherwise: "unknown" },
  uuid: { to: { text: "length", uuid: "fits", bytes: "fits", integer: "truncated", numeric: "truncated", float: "truncated", boolean: "truncated", date: "syntax", timestamp: "syntax", time: "syntax", json: "syntax" }, otherwise: "unknown" },
  json: { to: { text: "length", json: "fits", bytes: "fits" }, otherwise: "syntax" },
  network: { to: {}, otherwise: "unknown" },
  bytes: { to: { bytes: "fits" }, otherwise: "syntax" },
  range: { to: {}, otherwise: "unknown" },
  array: { to: {}, otherwise: "unknown" },
  other: { to: {}, otherwise: "unknown" },
};

/** The table's cell. SQLite stores any value in any column (its type affinity is a preference), so everything fits. */
export function conversion(from: Family, to: Family, vendor: Vendor): Conversion {
  if (vendor === "sqlite") return "fits";
  const row = (vendor === "postgresql" ? postgresql : mysql)[from];
  return row.to[to] ?? row.otherwise;
}
