import { describe, expect, it } from "vitest";
import { visible } from "../../src/report/escape.ts";
import type { Review } from "../../src/report/types.ts";
import { remarksOf } from "../../src/report/remarks.ts";
import { migration, project, record, review } from "./build.ts";
import * as cases from "./cases.ts";
import { expectGolden } from "../golden.ts";

const none = () => null;
const text = (of: Review) => remarksOf(of, none).map(({ path, first, last, text: body }) => `## ${visible(path)}:${first}-${last}\n\n${body}`).join("\n");

describe("what is said on lines", () => {
  it.each(Object.entries({ breaking: cases.breaking, careful: cases.careful, unclear: cases.unclear, twoProjects: cases.twoProjects, hostile: cases.hostile }))("of %s", (name, of) => {
    expectGolden("report", `remarks-${name}.md`, text(of));
  });

  it("is nothing where all is well, nor where a label accepts everything", () => {
    expect(remarksOf(cases.allClear, none)).toEqual([]);
    expect(remarksOf({ ...cases.breaking, acceptedByLabel: "ok" }, none)).toEqual([]);
  });

  it("is of errors first, and of nothing that only loses data or is a note", () => {
    const wait = record({ kind: "RunSQL", sql: "x", reverseSql: "x", stateOperations: [] }, { impact: { locks: { t: "SHARE" }, blocksReads: false, blocksWrites: true, rewrites: [], scans: ["t"] } });
    const unknown = record({ kind: "RunSQL", sql: "x", reverseSql: "x", stateOperations: [] }, { phase: "unknown", unknown: "too clever" });
    const quiet = record({ kind: "RunSQL", sql: "x", reverseSql: "x", stateOperations: [] }, { losesData: "It forgets.", findings: [{ rule: "irreversible", level: "note", message: "m", place: null, advice: null }] });
    expect(remarksOf(review([project([migration("shop", "0001_x", [wait, unknown, quiet])])]), none).map(({ text: body }) => body.split("\n")[0])).toEqual(["⚪ **`shop.0001` RunSQL cannot be judged**", "🟡 **`shop.0001` RunSQL makes others wait**"]);
  });
});
