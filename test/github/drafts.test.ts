import { describe, expect, it, test } from "vitest";
import { draftsOf } from "../../src/github/drafts.ts";
import { hunksOf } from "../../src/github/hunks.ts";
import type { FirstStep, Replacement } from "../../src/plan/first-step.ts";
import type { Remark } from "../../src/report/remarks.ts";

describe("the lines that a patch shows", () => {
  test.each<[string, string | null, readonly (readonly [number, number])[]]>([
    ["of a new file", "@@ -0,0 +1,2 @@\n+a\n+b", [[1, 2]]],
    ["of one line", "@@ -0,0 +1 @@\n+a\n\\ No newline at end of file", [[1, 1]]],
    ["of a change with lines around it", "@@ -10,3 +12,4 @@ class A:\n a\n+b\n c\n d\n@@ -30 +33 @@\n-x\n+y", [[12, 15], [33, 33]]],
    ["of what only goes", "@@ -1,2 +0,0 @@\n-a\n-b", []],
    ["with text that looks like a header", "@@ -0,0 +1,2 @@\n+++ b/x\n+@@ -1 +9 @@", [[1, 2]]],
    ["that was cut off", "@@ -0,0 +1,3 @@\n+a\n+b", []],
    ["that is no patch", "<html>", []],
    ["of a file that was only renamed", "", []],
    ["that GitHub leaves out", null, []],
  ])("%s", (_, patch, ranges) => {
    expect(hunksOf(patch).map(({ first, last }) => [first, last])).toEqual(ranges);
  });
});

const shown = (...ranges: readonly (readonly [number, number])[]) => new Map([["m.py", ranges.map(([first, last]) => ({ first, last }))], ["models.py", [{ first: 1, last: 9 }]]]);
const step = { target: "t", recipe: "r", title: "Do it", explanation: "It helps.", edits: [], sql: [], unknown: null };

function remark(text: string | null = null, others: readonly Replacement[] = [], more: Partial<Remark> = {}): Remark {
  const fix: FirstStep | null = text === null ? null : { step, own: { path: "m.py", first: 3, last: 5, text }, others };
  return { path: "m.py", first: 3, last: 5, label: "`x`", text: "It breaks.\n", fix, ...more };
}

describe("a review comment", () => {
  it("covers the operation's lines, or its first where the diff shows no more, or has no place", () => {
    const at = (...ranges: readonly (readonly [number, number])[]) => draftsOf([remark("a")], shown(...ranges));
    expect(at([1, 9]).drafts).toMatchObject([{ first: 3, last: 5, body: "It breaks.\n\nIt helps.\n\n```suggestion\na\n```\n" }]);
    expect(at([1, 4], [5, 9]).drafts).toMatchObject([{ first: 3, last: 3, body: "It breaks.\n" }]);
    expect(at([4, 9])).toMatchObject({ drafts: [], left: [{ path: "m.py" }] });
    expect(draftsOf([remark()], new Map()).left).toHaveLength(1);
  });

  it("holds a suggestion in a fence longer than any in it", () => {
    expect(draftsOf([remark("a = '''\n````\n'''")], shown([1, 9])).drafts[0]!.body).toContain("`````suggestion\na = '''\n````\n'''\n`````\n");
  });

  it("offers nothing to take over that cannot be seen, is too long, or is half of it", () => {
    const other = { path: "models.py", first: 2, last: 2, text: "b" };
    const offers = (...args: Parameters<typeof remark>) => draftsOf([remark(...args)], shown([1, 9])).drafts.map(({ path, body }) => `${path} ${body.includes("suggestion\n")}`);
    expect(offers("a", [other])).toEqual(["m.py true", "models.py true"]);
    expect(offers("a\u202e")).toEqual(["m.py false"]);
    expect(offers("a\n".repeat(6000))).toEqual(["m.py false"]);
    expect(offers("a", [{ ...other, last: 10 }])).toEqual(["m.py false"]);
    expect(offers("a", [{ ...other, text: "b\u200b" }])).toEqual(["m.py false"]);
  });

  it("is one of twenty at most, and never half of a pair", () => {
    const other = { path: "models.py", first: 2, last: 2, text: "b" };
    const many = [...Array.from({ length: 19 }, () => remark()), remark("a", [other]), remark()];
    const { drafts, left } = draftsOf(many, shown([1, 9]));
    expect(drafts).toHaveLength(20);
    expect(drafts.every(({ path }) => path === "m.py")).toBe(true);
    expect(left).toEqual([many[19]]);
  });

  it("has a fingerprint of its own that outlives moved lines", () => {
    const prints = (first: number) => draftsOf([remark(null, [], { first, last: first }), remark(null, [], { first: first + 1, last: first + 1 })], shown([1, 99])).drafts.map(({ fingerprint }) => fingerprint);
    expect(prints(3)).toEqual(prints(50));
    expect(new Set(prints(3)).size).toBe(2);
  });
});
