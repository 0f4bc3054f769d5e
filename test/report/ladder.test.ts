import { describe, expect, it } from "vitest";
import { annotations } from "../../src/report/annotations.ts";
import { commentLimit, fit } from "../../src/report/ladder.ts";
import { reviewToMarkdown } from "../../src/report/markdown.ts";
import type { Review } from "../../src/report/types.ts";
import { breakage, field, migration, project, record, review, sql } from "./build.ts";
import * as cases from "./cases.ts";

const marker = "<!-- django-expand-contract -->\n";

/** A review of so many migrations, all of which break and whose names are long. */
function huge(migrations: number): Review {
  const many = Array.from({ length: migrations }, (_, index) =>
    migration("shop", `${String(index).padStart(4, "0")}_${"name".repeat(20)}`, [
      record({ kind: "AddField", model: "order", field: field("x"), preserveDefault: true }, {
        target: `shop.Order.${"field".repeat(50)}${index}`, phase: "contract", statements: [sql(`ALTER TABLE ${"t".repeat(200)} ADD COLUMN c${index}`)],
        breaks: [breakage("INSERT", "shop_order", "x", `${"error ".repeat(60)}${index}`)],
      }),
    ]),
  );
  return review([project(many)], { verdict: "fail", reasons: ["It breaks."] });
}

describe("fit", () => {
  it("leaves a review that fits as it is", () => {
    expect(fit(cases.breaking, commentLimit, marker)).toEqual({ markdown: marker + reviewToMarkdown(cases.breaking), left: [] });
  });

  it.each([40, 400, 4000])("fits %s long operations into a comment, and says what is left out", (operations) => {
    const { markdown, left } = fit(huge(operations), commentLimit, marker);
    expect(markdown.length).toBeLessThanOrEqual(commentLimit);
    expect(markdown.startsWith(`${marker}## 🔴 Migrations: ${operations} of ${operations} operations break the running release`)).toBe(true);
    if (operations > 40) expect(left).not.toEqual([]);
    for (const what of left) expect(markdown).toContain(what);
    expect(markdown).toContain("error error");
  });

  it("goes no further down than it must", () => {
    const whole = reviewToMarkdown(cases.breaking).length;
    const { markdown, left } = fit(cases.breaking, whole - 1);
    expect(left).toEqual(["the SQL of this pull request as it stands"]);
    expect(markdown).toContain("CREATE INDEX CONCURRENTLY");
  });

  it("fits into anything that can hold a headline", () => {
    for (const one of [cases.breaking, cases.unclear, cases.hostile, huge(100)]) {
      for (let limit = commentLimit; limit > 400; limit = Math.floor(limit * 0.8)) expect(fit(one, limit, marker).markdown.length).toBeLessThanOrEqual(limit);
    }
  });
});

describe("annotations", () => {
  it("name level, place and what happens, errors first", () => {
    const found = annotations(cases.breaking);
    expect(found.map(({ level, title, path, line, endLine }) => ({ level, title, path, line, endLine }))).toEqual([
      { level: "error", title: "AddField Order.priority breaks the running release", path: "shop/migrations/0042_order_note_priority.py", line: 19, endLine: 23 },
      { level: "error", title: "RenameField User.display_name -> full_name breaks the running release", path: "users/migrations/0011_rename_display_name.py", line: 14, endLine: 18 },
      { level: "warning", title: "AddIndex order_ref_idx makes others wait", path: "shop/migrations/0043_order_ref_idx.py", line: 14, endLine: 18 },
    ]);
    expect(found[0]?.message).toMatch(/^INSERT into shop_order: null value in column "priority"/);
  });

  it("tell of unknowns, files not read and the graph", () => {
    expect(annotations(cases.unclear).filter((one) => one.level === "error").map((one) => one.title)).toEqual([
      "Migration graph", "Not read", "AddField Order.total cannot be judged", "AlterField Order.ref breaks the running release", "AlterField Order.ref breaks the new release",
    ]);
  });

  it("are one line each without control characters", () => {
    for (const { title, message } of annotations(cases.hostile)) expect(title + message).not.toMatch(/[\n\r\u202e]/);
  });
});
