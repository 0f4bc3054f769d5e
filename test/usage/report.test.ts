import { describe, expect, it } from "vitest";
import { usagesSection } from "../../src/report/markdown/usages.ts";
import { fullDetail } from "../../src/report/detail.ts";
import { summaryOf } from "../../src/usage/summary.ts";
import type { Usage } from "../../src/usage/types.ts";
import { migration, record } from "../report/build.ts";
import { note } from "./read.ts";

const frame = { name: () => "shop.0042", heading: "###" } as const;
const one: Usage = { path: "shop/views.py", line: 3, text: "order.note", certainty: "likely", kind: "Python", how: "attribute of `order`", test: false };

function section(found: readonly Usage[], leftOut: readonly string[] = []): string {
  const usages = [summaryOf(note, { found, leftOut, incomplete: leftOut.length > 0 })];
  return usagesSection(frame, [migration("shop", "0042_x", [record({ kind: "RemoveField", model: "bookorder", name: "note" }, { usages })])], fullDetail);
}

describe("the review's section", () => {
  it("counts what is sure, what is not, and tests apart", () => {
    const text = section([{ ...one, certainty: "certain" }, one, { ...one, certainty: "possible", line: 9 }, { ...one, test: true }]);
    expect(text).toContain("🔴 `BookOrder.note`: still named in 2 places (1 certain, 1 likely); 1 more has the bare name, which may be another's; 1 place in tests");
    expect(text).toContain("- `shop/views.py:3` likely, attribute of `order`: `order.note`");
  });

  it("is empty where only tests name it, or nothing does", () => {
    expect(section([])).toBe("");
    expect(section([{ ...one, test: true }])).toBe("");
  });

  it("says what was not looked at", () => {
    expect(section([one], ["3 of 9 files were not looked at."])).toContain("- 3 of 9 files were not looked at.");
  });

  it("shows a hostile line in its code span", () => {
    const text = section([{ ...one, path: "a`|@b.py", text: "</details> `@everyone` \u202e #1 ::error::" }]);
    expect(text).toContain("``</details> `@everyone` \\u202e #1 ::error::``");
    expect(text.match(/<\/details>/g)).toHaveLength(2);
    expect(text).toContain("``a`|@b.py:3``");
  });
});
