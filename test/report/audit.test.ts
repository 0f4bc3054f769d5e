import { describe, expect, it } from "vitest";
import { fitAudit } from "../../src/report/audit/ladder.ts";
import { auditToMarkdown } from "../../src/report/audit/markdown.ts";
import { auditToText } from "../../src/report/audit/text.ts";
import { auditHeadline, hasSomethingLeft } from "../../src/report/audit/words.ts";
import { auditToJson, jsonText } from "../../src/report/json.ts";
import { auditToSql } from "../../src/report/sql.ts";
import type { ProjectReview } from "../../src/report/types.ts";
import { audit, audited, everything, pending } from "./audits.ts";
import { expectGolden } from "../golden.ts";

it.each([
  ["audit.md", () => auditToMarkdown(everything)],
  ["audit.txt", () => auditToText(everything)],
  ["audit.json", () => jsonText(auditToJson(everything))],
  ["audit-since.txt", () => auditToText({ ...everything, since: "v1.0", unreleased: null })],
  ["audit-clear.md", () => auditToMarkdown(audit({ projects: [audited({ migrations: [] })] }))],
])("%s", (name, text) => {
  expectGolden("report", name, text());
});

describe("the headline", () => {
  it.each([
    [{}, "🟢", "nothing is left to do"],
    [{ pending: [pending()] }, "🟡", "1 contract pending, safe now"],
    [{ pending: [pending({ contract: { ...pending().contract, safe: "not yet" } }), pending()] }, "🟡", "2 contracts pending, 1 of them safe now"],
    [{ unfinished: everything.projects[0]!.unfinished }, "🟡", "1 unfinished plan"],
    [{ graph: everything.projects[0]!.graph }, "🟡", "1 problem in the migration graph"],
    [{ skipped: [{ path: "a.py", line: null, reason: "a binary file" }] }, "🟡", "1 file could not be read"],
  ] as const)("%#", (more, emoji, text) => {
    const one = audit({ projects: [audited(more)] });
    expect(auditHeadline(one)).toEqual({ emoji, text });
    expect(hasSomethingLeft(one)).toBe(emoji !== "🟢");
  });

  it("what broke long ago is nothing that is left; what will break is", () => {
    expect(hasSomethingLeft(audit())).toBe(false);
    expect(auditHeadline(audit({ unreleased: everything.unreleased })).emoji).toBe("🔴");
  });
});

describe("a finding of the graph", () => {
  const graph = [{ rule: "conflicting-leaf-nodes", level: "error", message: "App `shop` has 2 last migrations.", place: { path: "shop/migrations/0005_x.py", line: 4 }, advice: null }] as const;
  const [reviewed] = everything.unreleased!.projects;
  const unreleased = (found: ProjectReview["graph"]) => ({ ...everything.unreleased!, verdict: "fail" as const, projects: [{ ...reviewed!, migrations: [], plan: null, graph: found }] });

  it("that comes with what is not released yet is told once", () => {
    const one = audit({ unreleased: unreleased(graph.map((finding) => ({ ...finding, place: { path: "shop/migrations/0005_other.py", line: 4 } }))), projects: [audited({ graph })] });
    expect(auditHeadline(one).text).toBe("1 problem in the migration graph");
    for (const text of [auditToMarkdown(one), auditToText(one)]) expect(text.split("has 2 last migrations").length).toBe(2);
  });

  it("about models that are not migrated is in the headline", () => {
    const one = audit({ unreleased: unreleased([{ ...graph[0], rule: "model-without-migration" }]), projects: [audited({})] });
    expect(auditHeadline(one)).toEqual({ emoji: "🔴", text: "1 difference between models and migrations" });
    expect(hasSomethingLeft(one)).toBe(true);
  });
});

it("the SQL is that of the contracts, and says which may run", () => {
  const sql = auditToSql(audit({ projects: [audited({ pending: [pending(), pending({ sql: null, contract: { ...pending().contract, safe: "unknown", sql: [] } })] })] }));
  expect(sql).toBe('-- safe now: No field uses the column `old_ref` of `shop_order` any more.\nALTER TABLE "shop_order" DROP COLUMN "old_ref";\n\n-- cannot be told: No field uses the column `old_ref` of `shop_order` any more.\n-- UNKNOWN: no statement is known that removes it\n');
});

describe("the ladder", () => {
  const long = audit({ unreleased: everything.unreleased, projects: [audited({ ...everything.projects[0]!, pending: Array.from({ length: 300 }, (_, index) => pending({ name: `column_${index}` })) })] });

  it.each([1_000_000, 200_000, 65_536, 30_000, 10_000, 3_000, 500])("keeps to %i characters with its marker, and says what is left out", (limit) => {
    const marker = "<!-- marker -->\n";
    const { markdown, left } = fitAudit(long, limit, marker);
    expect(markdown.length).toBeLessThanOrEqual(limit);
    expect(markdown.startsWith(marker)).toBe(true);
    expect(markdown).toContain("300 contracts pending");
    if (left.length > 1) for (const what of left) expect(markdown).toContain(what);
  });

  it("leaves out what can be seen elsewhere first", () => {
    const whole = fitAudit(everything, 1_000_000).markdown;
    const { markdown, left } = fitAudit(everything, whole.length - 1);
    expect(left).toEqual(["what broke before"]);
    expect(markdown).toContain("0043_drop_shop_order_old_ref.py");
  });
});

it("shows a terminal no control characters", () => {
  const hostile = audit({ projects: [audited({ pending: [pending({ table: "a\u202eb\u001b[31m", explanation: "\u001b[2J" })] })] });
  expect(auditToText(hostile)).not.toMatch(/[\u202e\x1b]/);
  const markdown = auditToMarkdown(audit({ projects: [audited({ pending: [pending({ table: "a`|@all</details>", leftBy: "x.<b>@you", contract: { ...pending().contract, because: "@everyone <img>", files: [{ path: "```", text: "```\n</details>@x" }] } })] })] }));
  expect(markdown).not.toMatch(/(?<!`[^`\n]*)@everyone(?![^`\n]*`)/);
  expect(markdown).toContain("````python\n```\n</details>@x\n````");
});
