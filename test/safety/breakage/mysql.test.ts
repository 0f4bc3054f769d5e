import { afterAll, describe, expect, test } from "vitest";
import type { Database } from "../../../src/django/project.ts";
import { breakages } from "../../../src/safety/breakage/breakages.ts";
import { fit } from "../../../src/safety/breakage/fit.ts";
import { retypedRows } from "../../../src/safety/breakage/rowWords.ts";
import { readType } from "../../../src/safety/breakage/type.ts";
import { typeErrors } from "../../../src/safety/breakage/typeWords.ts";
import type { Schema } from "../../../src/schema/schema.ts";
import { connectMysql, requiredInCI } from "../../servers.ts";
import { check, column, id, releaseOf, schema, table, uniqueOn } from "./build.ts";

const server = await connectMysql();
requiredInCI(server, "No MySQL or MariaDB server answers: the words of breakages are not proven.");
const database: Database = server ?? { vendor: "mariadb", version: "10.11" };
/** Temporary tables only. */
const client = server?.connection;
afterAll(async () => {
  await server?.connection.end();
});

/** The error of the last statement without the database's name, or null. */
async function run(setup: readonly string[], statement: string): Promise<{ code: string; error: string } | null> {
  try {
    for (const sql of setup) await client!.query(sql);
    return await client!.query(statement).then(
      () => null,
      ({ errno, sqlMessage }: { errno: number; sqlMessage: string }) => ({ code: String(errno), error: sqlMessage.replace(/`test\w*`\.|\btest\w*\./g, "").replace(/Duplicate entry '.*?'/, "Duplicate entry '…'") }),
    );
  } finally {
    await client!.query("DROP TEMPORARY TABLE IF EXISTS t");
  }
}

const sent: readonly { readonly type: string; readonly largest: string; readonly odd: string }[] = [
  { type: "varchar(20)", largest: `'${"x".repeat(20)}'`, odd: "'abc'" },
  { type: "longtext", largest: `'${"x".repeat(500)}'`, odd: "'abc'" },
  { type: "integer", largest: "-2147483648", odd: "1" },
  { type: "bigint", largest: "-9223372036854775808", odd: "1" },
  { type: "integer unsigned", largest: "4294967295", odd: "1" },
  { type: "numeric(8, 2)", largest: "-999999.99", odd: "12.34" },
  { type: "double precision", largest: "-1.2345678901234567e+300", odd: "1.5e300" },
  { type: "bool", largest: "1", odd: "1" },
  { type: "date", largest: "'2020-01-01'", odd: "'2020-01-01'" },
  { type: "datetime(6)", largest: "'2020-01-01 10:00:00.000000'", odd: "'2020-01-01 10:00:00.000000'" },
  { type: "time(6)", largest: "'10:00:00.000000'", odd: "'10:00:00.000000'" },
];
const types = ["varchar(10)", "varchar(400)", "longtext", "bool", "smallint", "integer", "integer unsigned", "bigint", "numeric(6, 2)", "numeric(20, 4)", "double precision", "date", "datetime(6)", "time(6)", "json", ...(database.vendor === "mariadb" ? ["uuid"] : [])];

describe.skipIf(!client)(`the table of conversions, on ${database.vendor} ${database.version}`, () => {
  for (const { type: from, largest, odd } of sent) {
    test.each(types)(`${from} into %s`, async (to) => {
      const [a, b] = [readType(from, database.vendor), readType(to, database.vendor)];
      const conversion = fit(a, b, database);
      if (conversion === "unknown") return;
      const value = conversion === "syntax" ? odd : largest;
      const said = typeErrors(conversion, { table: "t", column: "c", sent: a, type: b }, database);
      expect(await run([`CREATE TEMPORARY TABLE t (c ${to})`], `INSERT INTO t (c) VALUES (${value})`)).toEqual(said.write);
      expect(await run([`CREATE TEMPORARY TABLE t (c ${to})`], `SELECT 1 FROM t WHERE t.c = ${value}`)).toEqual(said.filter);
    });
  }
});

describe.skipIf(!client)(`dates and times that are there become numbers, on ${database.vendor} ${database.version}`, () => {
  for (const [from, largest] of [["date", "'9999-12-31'"], ["datetime(6)", "'9999-12-31 23:59:59'"], ["time(6)", "'838:59:59'"]] as const) {
    test.each(["bool", "smallint", "integer", "bigint", "numeric(6, 2)", "numeric(10, 2)", "numeric(20, 4)", "double precision"])(`${from} to %s`, async (to) => {
      const [a, b] = [readType(from, database.vendor), readType(to, database.vendor)];
      const happened = await run([`CREATE TEMPORARY TABLE t (c ${from})`, `INSERT INTO t (c) VALUES (${largest})`], `ALTER TABLE t MODIFY c ${to}`);
      expect(happened?.error ?? null).toBe(retypedRows(fit(a, b, database), "t", "c", a, b, true, database));
    });
  }
});

const ref = column("ref", "varchar(50)");
const number = column("n", "integer");
const create = "CREATE TEMPORARY TABLE t (id bigint AUTO_INCREMENT PRIMARY KEY, ref varchar(50) NOT NULL, n integer NULL)";
const before = schema(table("t", [id, ref, column("n", "integer", { null: true })]));

describe.skipIf(!client)(`the words of breakages, on ${database.vendor} ${database.version}`, () => {
  test.each<{ name: string; after: Schema; ddl: string; statements: readonly string[] }>([
    { name: "a dropped table", after: schema(), ddl: "DROP TEMPORARY TABLE t", statements: ["SELECT t.id FROM t", "INSERT INTO t (ref) VALUES ('a')", "UPDATE t SET ref = 'a'", "DELETE FROM t"] },
    { name: "a dropped column", after: schema(table("t", [id, column("n", "integer", { null: true })])), ddl: "ALTER TABLE t DROP COLUMN ref", statements: ["SELECT t.ref FROM t", "INSERT INTO t (ref) VALUES ('a')", "UPDATE t SET ref = 'a'"] },
    { name: "a required column", after: schema(table("t", [id, ref, column("n", "integer", { null: true }), column("x", "integer")])), ddl: "ALTER TABLE t ADD COLUMN x integer NOT NULL", statements: ["INSERT INTO t (ref) VALUES ('a')"] },
    { name: "NOT NULL", after: schema(table("t", [id, ref, number])), ddl: "ALTER TABLE t MODIFY n integer NOT NULL", statements: ["INSERT INTO t (ref, n) VALUES ('a', NULL)", "UPDATE t SET n = NULL"] },
    { name: "a shorter varchar", after: schema(table("t", [id, column("ref", "varchar(5)"), column("n", "integer", { null: true })])), ddl: "ALTER TABLE t MODIFY ref varchar(5) NOT NULL", statements: ["INSERT INTO t (ref) VALUES ('abcdefgh')", "UPDATE t SET ref = 'abcdefgh'"] },
    { name: "unique", after: schema(table("t", [id, ref, column("n", "integer", { null: true })], [uniqueOn("u", ["ref"])])), ddl: "ALTER TABLE t ADD CONSTRAINT u UNIQUE (ref)", statements: ["INSERT INTO t (ref) VALUES ('b'), ('b')"] },
    { name: "a check", after: schema(table("t", [id, ref, column("n", "integer", { null: true })], [check("c", "`n` > 0", ["n"])])), ddl: "ALTER TABLE t ADD CONSTRAINT c CHECK (n > 0)", statements: ["INSERT INTO t (ref, n) VALUES ('a', -1)"] },
  ])("$name", async ({ after, ddl, statements }) => {
    const said = breakages(releaseOf(before), before, after, { tables: new Set(["t"]), database, side: "running", changes: [] });
    const rows = ddl.startsWith("DROP") ? [] : ["INSERT INTO t (ref, n) VALUES ('a', 1)"];
    const happened = [];
    for (const statement of statements) {
      expect(await run([create, ...rows], statement)).toBeNull();
      happened.push({ statement: /^\w+/.exec(statement)![0], ...(await run([create, ...rows, ddl], statement)) });
    }
    expect(said.map(({ statement, code, error }) => ({ statement, code, error }))).toEqual(happened);
  });
});
