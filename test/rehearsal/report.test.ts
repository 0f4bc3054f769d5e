import { expect, it } from "vitest";
import { rehearsalToJson } from "../../src/report/json-rehearsal.ts";
import { rehearsalSection } from "../../src/report/markdown/rehearsal.ts";
import { rehearsalLines } from "../../src/report/text/rehearsal.ts";
import { nothing } from "../../src/rehearsal/rehearse.ts";
import type { Rehearsal } from "../../src/rehearsal/types.ts";

const frame = { name: () => "shop.0002", heading: "###" } as const;
const failure = (statement: string) => ({ statement, table: "shop_order", sql: "INSERT …", error: 'null value in column "a|b" <script> @everyone', code: "23502" });
const rehearsal: Rehearsal = {
  server: "PostgreSQL 18",
  stopped: null,
  releases: ["running release", "this pull request"],
  rows: [
    { schema: "today", cells: [{ held: 12, of: 12, failures: [] }, null], steps: [] },
    { schema: "this pull request", cells: [{ held: 10, of: 12, failures: [failure("INSERT"), failure("INSERT with NULLs")] }, { held: 12, of: 12, failures: [] }], steps: [] },
  ],
  proven: false,
  notes: [],
};

it("a matrix, and failures with the same words on one line", () => {
  const markdown = rehearsalSection(frame, rehearsal);
  expect(markdown).toContain("### Rehearsed on PostgreSQL 18");
  expect(markdown).toContain("| today | ✅\u00a012\u00a0of\u00a012 | |");
  expect(markdown).toContain("| this pull request | ❌\u00a010\u00a0of\u00a012 | ✅\u00a012\u00a0of\u00a012 |");
  expect(markdown).toContain("<details><summary>2 failures, in the server's own words</summary>");
  expect(markdown).toContain('- running release on this pull request: INSERT, INSERT with NULLs on `shop_order`: `null value in column "a|b" <script> @everyone`');
  expect(markdown).not.toContain("proven");
});

it("the same for a terminal and as data", () => {
  expect(rehearsalLines(rehearsal).join("\n")).toContain("FAILS 10 of 12");
  expect(rehearsalToJson(rehearsal).schemas[1]!.releases["running release"]).toMatchObject({ held: 10, of: 12 });
});

it("proven is said", () => {
  expect(rehearsalSection(frame, { ...rehearsal, proven: true })).toContain("The plan is proven");
});

it("why there is none is said, and nothing where none was asked for", () => {
  expect(rehearsalSection(frame, nothing("The time was over."))).toBe("### Not rehearsed\n\nThe time was over.\n");
  expect(rehearsalLines(nothing("The time was over."))).toEqual(["Not rehearsed: The time was over."]);
  expect(rehearsalSection(frame, undefined)).toBe("");
});

it("a migration that fails has no cells, and its row says so", () => {
  const step = { migration: "shop.0002", sql: "ALTER TABLE x", error: { message: "no", code: "23505" }, locks: {}, works: [], left: null };
  expect(rehearsalSection(frame, { ...rehearsal, rows: [rehearsal.rows[0]!, { schema: "this pull request", cells: [null, null], steps: [step] }] })).toContain("| this pull request ❌ fails | | |");
});
