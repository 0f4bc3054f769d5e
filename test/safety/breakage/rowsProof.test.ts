import { afterAll, describe, expect, test } from "vitest";
import type { Database } from "../../../src/django/project.ts";
import { fit } from "../../../src/safety/breakage/fit.ts";
import { readType } from "../../../src/safety/breakage/type.ts";
import { nullRows, retypedRows, ruleOnRows } from "../../../src/safety/breakage/rowWords.ts";
import { connectPostgres, requiredInCI } from "../../servers.ts";
import { lastError } from "./lastError.ts";

const client = await connectPostgres();
requiredInCI(client, "No PostgreSQL server answers: what rows that are there refuse is not proven.");
const database: Database = { vendor: "postgresql", version: "15" };
afterAll(async () => {
  await client?.end();
});

/** A value of each type that is as long or large as it can be, and one to read as another type. */
const values: Readonly<Record<string, { readonly largest: string; readonly odd?: string }>> = {
  "varchar(20)": { largest: `'${"x".repeat(20)}'`, odd: "'abc'" },
  text: { largest: `'${"x".repeat(300)}'`, odd: "'abc'" },
  integer: { largest: "-2147483648" },
  bigint: { largest: "-9223372036854775808" },
  "numeric(8, 2)": { largest: "999999.99" },
  "double precision": { largest: "1.5e300" },
  boolean: { largest: "false" },
  date: { largest: "'2020-01-31'" },
  timestamptz: { largest: "'2020-01-31 10:00:00.123456+00'" },
  time: { largest: "'10:00:00.123456'" },
  uuid: { largest: "'6f1c5a3e-6f1c-4a3e-8f1c-5a3e6f1c5a3e'" },
  inet: { largest: "'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/127'" },
};
const types = ["varchar(10)", "varchar(200)", "text", "smallint", "integer", "bigint", "numeric(6, 2)", "numeric(20, 4)", "double precision", "boolean", "date", "timestamptz", "time", "uuid", "jsonb", "inet"];

describe.skipIf(!client)("ALTER COLUMN TYPE over rows, on PostgreSQL", () => {
  for (const [from, { largest, odd }] of Object.entries(values)) {
    test.each(types)(`${from} to %s`, async (to) => {
      const [a, b] = [readType(from, "postgresql"), readType(to, "postgresql")];
      const conversion = fit(a, b, database);
      // Django casts explicitly where the base type changes, and not where only the length does.
      const explicit = a.family !== b.family || a.name.replace(/\(.*/, "") !== b.name.replace(/\(.*/, "");
      const value = conversion === "syntax" ? odd! : largest;
      const happened = await lastError(client!, [`CREATE TEMP TABLE t (c ${from}) ON COMMIT DROP`, `INSERT INTO t VALUES (${value})`], `ALTER TABLE t ALTER COLUMN c TYPE ${to}${explicit ? ` USING c::${to}` : ""}`);
      expect(happened?.error ?? null).toBe(retypedRows(conversion, "t", "c", a, b, explicit, database));
    });
  }
});

describe.skipIf(!client)("rules over rows, on PostgreSQL", () => {
  const columns = { columns: ["a"], expressions: [], reads: [], condition: null, nullsDistinct: true };
  test.each([
    ["NOT NULL", "ALTER TABLE t ALTER COLUMN n SET NOT NULL", nullRows("t", "n", "postgresql")],
    ["a required column", "ALTER TABLE t ADD COLUMN x integer NOT NULL", nullRows("t", "x", "postgresql")],
    ["unique", "ALTER TABLE t ADD CONSTRAINT u UNIQUE (a)", ruleOnRows({ kind: "unique", name: "u", ...columns }, "t", database)],
    ["check", "ALTER TABLE t ADD CONSTRAINT c CHECK (a > 5)", ruleOnRows({ kind: "check", name: "c", columns: ["a"], sql: "a > 5", valid: true }, "t", database)],
    ["foreign key", "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id)", ruleOnRows({ kind: "foreign key", name: "f", columns: ["a"], toTable: "p", toColumns: ["id"], onDelete: null, valid: true }, "t", database)],
    ["exclusion", "ALTER TABLE t ADD CONSTRAINT e EXCLUDE (a WITH =)", ruleOnRows({ kind: "exclusion", name: "e", columns: ["a"], sql: "" }, "t", database)],
  ])("%s", async (_name, ddl, said) => {
    const setup = ["CREATE TEMP TABLE p (id integer PRIMARY KEY) ON COMMIT DROP", "CREATE TEMP TABLE t (a integer, n integer) ON COMMIT DROP", "INSERT INTO t VALUES (1, NULL), (1, NULL)"];
    expect((await lastError(client!, setup, ddl))?.error).toBe(said);
  });
});
