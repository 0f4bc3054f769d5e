import { afterAll, describe, expect, test } from "vitest";
import { refusesNulls } from "../../../src/safety/breakage/nullCheck.ts";
import { connectPostgres, requiredInCI } from "../../servers.ts";

const client = await connectPostgres();
requiredInCI(client, "No PostgreSQL server answers: what a CHECK says of NULL is not proven.");
afterAll(async () => {
  await client?.end();
});

describe("a CHECK on columns that are NULL", () => {
  const refused = [
    `"a" IS NOT NULL`,
    `NOT ("a" IS NULL)`,
    `("a" IS NOT NULL AND "b" = 'x')`,
    `("a" = 'x' AND "b" IS NOT NULL)`,
    `(("a" IS NOT NULL) OR ("b" IS NOT NULL AND "b" <> ''))`,
    `NOT ("a" IS NULL OR "b" IS NULL)`,
    `coalesce("a", '') <> ''`,
    `num_nonnulls("a", "b") = 1`,
  ];
  const passed = [
    `"a" = 'x'`,
    `NOT ("a" = '' AND "a" IS NOT NULL)`,
    `("a" IS NULL OR "b" IS NOT NULL)`,
    `(("a" IS NULL AND "b" IS NULL) OR ("a" IS NOT NULL AND "b" IS NOT NULL))`,
    `"a" IN ('x', 'or y') OR "a" IS NULL`,
    `lower("a") BETWEEN 'a' AND 'f'`,
    `NOT ("a" = '(' AND "b" IS NOT NULL)`,
    `(length("a") + 1) > 3 AND "b" LIKE 'x%'`,
    `a >= 'b' and not (b = 'it''s')`,
  ];
  const cases = [...refused.map((sql) => [sql, true] as const), ...passed.map((sql) => [sql, false] as const)];

  test.each(cases)("%s", (sql, expected) => expect(refusesNulls(sql, new Set(["a", "b"]))).toBe(expected));

  test.skipIf(client === null).each(cases)("PostgreSQL says the same of %s", async (sql, expected) => {
    const { rows } = await client!.query(`select (${sql}) is false as refused from (select null::text as a, null::text as b) as row`);
    expect(rows[0].refused).toBe(expected);
  });

  test.each([
    [`"other" = 'x'`, false],
    [`"a" = 'x' AND "other" = 'x'`, false],
    [`"a" = 'x' OR "other" = 'x'`, false],
    [`"a" IS NULL OR "other" = 'x'`, false],
    [`"a" IS NOT NULL OR "other" = 'x'`, true],
    [`("a" -> 'x') IS NULL`, true],
    [`${"(".repeat(5000)}"a" IS NULL${")".repeat(5000)}`, true],
  ])("what other columns hold is no matter of the NULLs, and odd SQL may be anything: %s", (sql, expected) => expect(refusesNulls(sql, new Set(["a"]))).toBe(expected));
});
