import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { DjangoVersion, Vendor } from "../../../src/django/project.ts";
import { dialectOf, type Dialect } from "../../../src/sql/dialect.ts";
import { literal } from "../../../src/sql/literal/literal.ts";
import { outcomeOf, type Recorded, recordedDialects, revive } from "../../schema/expressions/revive.ts";
import { fieldOf, thing } from "../../schema/expressions/thing.ts";

/** Defaults as real Django 4.2, 5.2 and 6.1 wrote them (effective_default, then the driver); "NONE" where it writes no DEFAULT. */
const cases = JSON.parse(readFileSync(new URL("recorded.json", import.meta.url), "utf8")) as readonly Recorded[];

const versions: Readonly<Record<string, string>> = { postgresql: "15", mysql: "8.4", mariadb: "10.11", sqlite: "3.45" };

function dialectNamed(name: string): Dialect {
  const [django, vendor, driver] = name.split(" ") as [DjangoVersion, Vendor, string?];
  return dialectOf({ vendor, version: versions[vendor]! }, django, { psycopg: driver ? 2 : 3, timeZone: "UTC" });
}

const knownUnknowns = /the MySQL driver writes a (bytes|uuid)|psycopg2 writes a (dict|range)/;

describe.each(recordedDialects)("Django %s", (name) => {
  const dialect = dialectNamed(name);
  // The MySQL drivers do not agree on empty bytes, which Django leaves out of the column anyway.
  const asked = cases.filter((one) => outcomeOf(one, name) !== undefined && !(/m(ysql|ariadb)/.test(name) && one.source === 'b""'));
  it.each(asked.map((one) => [`${one.source} for ${one.field}`, one] as const))("%s", (_, one) => {
    const django = outcomeOf(one, name)!;
    const result = literal(revive(one.value), fieldOf(revive(one.fieldValue), thing(dialect), dialect), dialect);
    if ("unknown" in result) {
      if (typeof django === "string") expect(result.unknown).toMatch(knownUnknowns);
      return;
    }
    expect(result.isNone ? "NONE" : result.sql).toEqual(django);
  });
});
