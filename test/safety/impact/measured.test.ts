import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { atLeast } from "../../../src/django/project.ts";
import type { MysqlRow } from "../../../src/safety/impact/tables/mysql.ts";
import { mariadbRows } from "../../../src/safety/impact/tables/mariadb.ts";
import { mysqlRows } from "../../../src/safety/impact/tables/mysql.ts";
import { type PostgresRow, postgresRows } from "../../../src/safety/impact/tables/postgresql.ts";
import { freeConversions } from "../../../src/safety/impact/tables/postgresql-types.ts";

/** What a server was seen to do, trimmed to what the lock tables say. */
interface Measured {
  readonly form: string;
  readonly versions: readonly (number | string)[];
  readonly sql: readonly string[];
  readonly locks: Readonly<Record<string, string>>;
  readonly rewrites: readonly string[];
  readonly scans: readonly string[] | boolean;
  readonly rebuiltIndexes?: readonly string[];
  readonly algorithm?: string | null;
  readonly writesWaited?: readonly string[];
  readonly time: string;
  readonly error?: unknown;
}

function measured(server: string): readonly Measured[] {
  const file = new URL(`./measured/${server}.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { records: Measured[] }).records;
}

const subject = (sql: string) => /(?:TABLE|ON|OF|UPDATE|INTO|TO|FROM|COLUMN|TRUNCATE)\s+(?:IF EXISTS\s+)?["`]?(item|category|detail|plain|nopk2?|ser|legacyp?|newt|part)\b/i.exec(sql)?.[1] ?? "item";

describe("PostgreSQL's lock table says what PostgreSQL 12 to 18 did", () => {
  const records = measured("postgresql");
  const rows: readonly PostgresRow[] = postgresRows;
  for (const row of rows) {
    const cited = row.facts.map((fact) => [fact, records.filter((record) => record.form === fact)] as const);
    test.each(cited)(`${row.form}: %s`, (_, found) => {
      expect(found.length).toBeGreaterThan(0);
      for (const record of found) {
        const table = subject(record.sql.at(-1)!);
        const others = Object.entries(record.locks).filter(([name]) => ["item", "category", "detail", "legacyref"].includes(name) && name !== table);
        if (row.table !== null) expect(record.locks[table], "lock on the table").toBe(row.table);
        if (row.others !== null && others.length > 0) expect(new Set(others.map(([, lock]) => lock)), "lock on the others").toEqual(new Set([row.others]));
        if (record.form === "truncate") continue; // gives the table a new, empty file: nobody waits for rows
        expect(record.rewrites.includes(table), "rewrite").toBe(row.work === "rewrite");
        if (record.form !== "insert_select_backfill") expect(record.time, "work").toBe(row.work === "none" ? "O(1)" : "O(n)");
      }
    });
  }

  test("every version from 12 to 18 was measured for the forms every version has", () => {
    for (const row of rows.filter((candidate) => candidate.from === null && candidate.facts.length > 0)) {
      const versions = new Set(records.filter((record) => row.facts.includes(record.form)).flatMap((record) => record.versions.map(Number)));
      expect([...versions].sort((a, b) => a - b), row.form).toEqual([12, 13, 14, 15, 16, 17, 18]);
    }
  });

  test.each(freeConversions.flatMap((row) => row.facts.map((fact) => [row.from, row.to, fact, row] as const)))("%s to %s: %s", (_from, _to, fact, row) => {
    const found = records.filter((record) => record.form === fact);
    expect(found.length).toBeGreaterThan(0);
    for (const record of found) {
      expect(record.rewrites.length > 0).toBe(fact.endsWith("_nonutc"));
      if (/_indexed/.test(fact)) expect((record.rebuiltIndexes?.length ?? 0) > 0).toBe(row.indexes === "rebuilt");
    }
  });
});

describe.each([
  ["mysql", mysqlRows, { mysql97: "9.7.4" }],
  ["mariadb", mariadbRows, { maria1011: "10.11.19", maria118: "11.8.6" }],
] as const)("%s: the lock table says what the server did", (server, table, versions: Record<string, string>) => {
  const records = measured(server);
  const rows: readonly MysqlRow[] = table;
  for (const row of rows) {
    test.each(row.facts)(`${row.form} ${row.from ?? ""}: %s`, (fact) => {
      const covered = records.filter((record) => record.form === fact && record.versions.some((key) => covers(row, versions[key]!)));
      expect(covered.length).toBeGreaterThan(0);
      for (const record of covered) {
        const name = subject(record.sql.at(-1)!);
        if (row.lock?.includes("LOCK=") || row.lock === "INSTANT") expect(record.algorithm?.replace(",", ", ")).toBe(row.lock);
        if (row.lock === "metadata lock EXCLUSIVE" && record.locks[name]) expect(record.locks[name]).toBe("EXCLUSIVE");
        if (row.lock !== "row locks" && row.form !== "truncate") expect(record.rewrites.includes(name), "rewrite").toBe(row.work === "rewrite");
        if (row.parentsWait) expect(record.writesWaited).toContain("category_write");
        if (record.time !== "unclear") expect(record.time).toBe(row.work === "none" ? "O(1)" : "O(n)");
      }
    });
  }

  test("one row at most is true for a form and a version, and every row names where it is from", () => {
    for (const version of ["8.0", "8.0.36", "8.4", "9.7", "10.6", "10.11", "11.4", "11.8"]) {
      const forms = rows.filter((row) => covers(row, version)).map((row) => row.form);
      expect(new Set(forms).size).toBe(forms.length);
    }
    for (const row of rows) expect(row.facts.length > 0 || row.manual !== null, row.form).toBe(true);
  });
});

function covers(row: MysqlRow, version: string): boolean {
  return (row.from === null || atLeast(version, row.from)) && (row.until === null || !atLeast(version, row.until));
}
