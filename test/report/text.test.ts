import { expect, it } from "vitest";
import { explanationToMarkdown } from "../../src/report/markdown-history.ts";
import { explanationToText, reviewToText } from "../../src/report/text.ts";
import type { Explanation } from "../../src/report/types.ts";
import * as cases from "./cases.ts";
import { expectGolden } from "../golden.ts";

const [one] = cases.breaking.projects;
const [two] = cases.unclear.projects;
const explanation: Explanation = { kind: "explain", version: "1.0.0", projects: [{ ...one!, migrations: [...one!.migrations, ...two!.migrations], skipped: two!.skipped }] };
it.each([
  ["breaking.txt", reviewToText(cases.breaking)],
  ["unclear.txt", reviewToText(cases.unclear)],
  ["nothing.txt", reviewToText(cases.nothing)],
  ["explain.txt", explanationToText(explanation)],
  ["explain.md", explanationToMarkdown(explanation)],
])("%s", (name, text) => {
  expectGolden("report", name, text);
});

it("shows a terminal no control characters", () => {
  expect(reviewToText(cases.hostile)).not.toMatch(/[\u202e\x1b]/);
});
