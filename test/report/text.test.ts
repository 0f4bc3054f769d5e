import { expect, it } from "vitest";
import { auditToMarkdown, explanationToMarkdown } from "../../src/report/markdown-history.ts";
import { auditToText, explanationToText, reviewToText } from "../../src/report/text.ts";
import type { Audit, Explanation } from "../../src/report/types.ts";
import * as cases from "./cases.ts";
import { expectGolden } from "./golden.ts";

const [one] = cases.breaking.projects;
const [two] = cases.unclear.projects;
const explanation: Explanation = { kind: "explain", version: "1.0.0", projects: [{ ...one!, migrations: [...one!.migrations, ...two!.migrations], skipped: two!.skipped }] };
const audit: Audit = {
  kind: "audit", since: "v1.0", version: "1.0.0",
  projects: [{
    ...one!,
    pending: [
      { what: "column", table: "shop_order", name: "old_ref", leftBy: "shop.0041_forget_old_ref", explanation: "No model names it any more.", sql: `ALTER TABLE "shop_order" DROP COLUMN "old_ref" CASCADE` },
      { what: "default", table: "shop_order", name: "priority", leftBy: null, explanation: "Kept for a release that is gone.", sql: null },
    ],
  }],
};

it.each([
  ["breaking.txt", reviewToText(cases.breaking)],
  ["unclear.txt", reviewToText(cases.unclear)],
  ["nothing.txt", reviewToText(cases.nothing)],
  ["explain.txt", explanationToText(explanation)],
  ["audit.txt", auditToText(audit)],
  ["explain.md", explanationToMarkdown(explanation)],
  ["audit.md", auditToMarkdown(audit)],
])("%s", (name, text) => {
  expectGolden(name, text);
});

it("shows a terminal no control characters", () => {
  expect(reviewToText(cases.hostile)).not.toMatch(/[\u202e\x1b]/);
});
