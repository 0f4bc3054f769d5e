import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { locksPage } from "../../../src/safety/impact/docs.ts";
import { postgresRows } from "../../../src/safety/impact/tables/postgresql.ts";

test("docs/locks.md is what the tables say today", () => {
  expect(readFileSync(new URL("../../../docs/locks.md", import.meta.url), "utf8")).toBe(locksPage());
});

test("every form of PostgreSQL has its line", () => {
  const page = locksPage();
  for (const row of postgresRows) expect(page).toContain(`\n| ${row.form} | `);
  expect(page).toContain("| create index | `SHARE` |  | index build | writes |  | `create_index`");
});
