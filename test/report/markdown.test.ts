import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";
import { reviewToMarkdown } from "../../src/report/markdown.ts";
import { migration, project, record, review } from "./build.ts";
import * as cases from "./cases.ts";
import { expectGolden } from "../golden.ts";

describe("the comment", () => {
  it.each([
    ["breaking", cases.breaking],
    ["all-clear", cases.allClear],
    ["careful", cases.careful],
    ["nothing", cases.nothing],
    ["unclear", cases.unclear],
    ["two-projects", cases.twoProjects],
    ["hostile", cases.hostile],
  ])("%s", (name, review) => {
    expectGolden("report", `${name}.md`, reviewToMarkdown(review));
  });

  it("says once what several operations have in common", () => {
    const finding = { rule: "irreversible", level: "note", message: "`RunPython` has no `reverse_code`.", place: null, advice: "Give it one." } as const;
    const run = () => record({ kind: "RunPython", code: null, reverseCode: null, atomic: null }, { findings: [finding] });
    const text = reviewToMarkdown(review([project([migration("shop", "0001_fill", [run()]), migration("crm", "0002_fill", [run()])])]));
    expect(text).toContain("- 🔵 `shop.0001` RunPython and `crm.0002` RunPython: `RunPython` has no `reverse_code`. Give it one.");
    expect(text.match(/reverse_code/g)).toHaveLength(1);
  });

  it("lets nothing hostile out of its code span, fence, cell or fold", () => {
    const html = micromark(reviewToMarkdown(cases.hostile), { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
    const outside = html.replace(/<code[^>]*>[\s\S]*?<\/code>/g, "").replace(/<a href="https:\/\/github\.com\/django-expand-contract\/[\w./-]+">why<\/a>/g, "");
    expect(outside).not.toMatch(/@|evil|<a |<img|\u202e/);
    const tags = [...new Set([...outside.matchAll(/<\/?([a-z0-9]+)/g)].map((match) => match[1]!))].sort();
    expect(tags).toEqual(["b", "br", "details", "h2", "h3", "li", "p", "pre", "strong", "sub", "summary", "table", "tbody", "td", "th", "thead", "tr", "ul"]);
    expect(outside.match(/<details>/g)?.length).toBe(outside.match(/<\/details>/g)?.length);
  });
});
