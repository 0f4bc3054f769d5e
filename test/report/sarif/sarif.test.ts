import { Ajv } from "ajv";
import formats from "ajv-formats";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { mostResults, sarifText, toSarif, type SarifLog } from "../../../src/report/sarif.ts";
import type { Audit, Explanation, Review } from "../../../src/report/types.ts";
import { allRules } from "../../../src/safety/findings/rules.ts";
import type { Finding } from "../../../src/safety/types.ts";
import { reviewOf } from "../../safety/findings/shop.ts";
import { field, migration, project, record, review } from "../build.ts";
import * as cases from "../cases.ts";

// The schema is written in draft 04, which differs from what ajv reads in the name of the id alone.
const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(new URL("sarif-schema-2.1.0.json", import.meta.url), "utf8")) as Record<string, unknown>;
const ajv = new Ajv({ strict: false, allErrors: true });
(formats as unknown as (ajv: Ajv) => void)(ajv);
const validate = ajv.compile(schema);

/** The log, after it has been held against the standard and against what GitHub asks for beside it. */
function checked(report: Review | Explanation | Audit): SarifLog["runs"][number] {
  const log = JSON.parse(sarifText(report)) as SarifLog;
  expect(validate(log), ajv.errorsText(validate.errors)).toBe(true);
  expect(log.runs).toHaveLength(1);
  const { results, tool } = log.runs[0]!;
  expect(results.length).toBeLessThanOrEqual(25_000);
  const fingerprints = new Set<string>();
  for (const { ruleId, ruleIndex, locations, message, partialFingerprints } of results) {
    expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    expect(locations).toHaveLength(1);
    const { artifactLocation, region } = locations[0]!.physicalLocation;
    expect(artifactLocation.uri).toMatch(/^[^/:][^:]*$/);
    expect(region.endLine).toBeGreaterThanOrEqual(region.startLine);
    expect(message.text).not.toBe("");
    fingerprints.add(partialFingerprints["primaryLocationLineHash"]!);
  }
  expect(fingerprints.size).toBe(results.length);
  for (const { fullDescription, properties, help } of tool.driver.rules) {
    expect(fullDescription.text.length).toBeLessThanOrEqual(1024);
    expect(properties.tags.length).toBeLessThanOrEqual(10);
    expect(help.markdown).not.toBe("");
  }
  return log.runs[0]!;
}

const error = (message: string, more: Partial<Finding> = {}): Finding => ({ rule: "breaks-running-release", level: "error", message, place: { path: "shop/migrations/0042_x.py", line: 14 }, advice: "Split it.", ...more });
const one = (findings: readonly Finding[]) => record({ kind: "AddField", model: "order", field: field("x"), preserveDefault: true }, { findings });

describe("SARIF", () => {
  it.each(Object.entries({ breaking: cases.breaking, careful: cases.careful, nothing: cases.nothing, unclear: cases.unclear, twoProjects: cases.twoProjects, hostile: cases.hostile }))("of %s is what the standard and GitHub ask for", (_name, report) => {
    checked(report);
  });

  it("of rules' own examples has the rule with its page, and the finding on the lines of its operation", async () => {
    const ids = new Set<string>();
    for (const rule of allRules.filter(({ about }) => about === "operation").slice(0, 12)) {
      const run = checked(await reviewOf(rule.bad));
      const found = run.results.find(({ ruleId }) => ruleId === rule.id);
      expect(found, rule.id).toMatchObject({ level: rule.level });
      const described = run.tool.driver.rules[found!.ruleIndex]!;
      expect(described.helpUri).toBe(`https://github.com/django-expand-contract/django-expand-contract/blob/main/docs/findings/${rule.id}.md`);
      expect(described.help.markdown).toContain(rule.title);
      for (const { ruleId } of run.results) ids.add(ruleId);
    }
    expect(ids.size).toBeGreaterThan(12);
  }, 60_000);

  it("covers an operation's lines, escapes paths, and makes no link of what others wrote", () => {
    const operation = one([error("`a` [x](1) \u202e fails")]);
    const run = checked(review([project([migration("shop", "0042_x", [operation], { findings: [error("`a` fails", { place: { path: "shop/m ü/0042_x.py", line: 3 } })] })])]));
    const [whole, line] = [...run.results].sort((a, b) => b.locations[0]!.physicalLocation.region.endLine - a.locations[0]!.physicalLocation.region.endLine);
    expect(whole!.locations[0]!.physicalLocation.region).toEqual({ startLine: 14, endLine: 18 });
    expect(line!.locations[0]!.physicalLocation).toEqual({ artifactLocation: { uri: "shop/m%20%C3%BC/0042_x.py" }, region: { startLine: 3, endLine: 3 } });
    expect(whole!.message.text).toBe("`a` [x] (1) \\u202e fails Split it.");
  });

  it("keeps a fingerprint when lines move, and tells equal findings apart", () => {
    const at = (line: number) => checked(review([project([migration("shop", "0042_x", [one([error("fails", { place: { path: "a.py", line } }), error("fails", { place: { path: "a.py", line: line + 9 } })])])])])).results.map(({ partialFingerprints }) => partialFingerprints["primaryLocationLineHash"]);
    expect(at(1)).toEqual(at(50));
    expect(at(1).map((text) => text?.slice(-2))).toEqual([":1", ":2"]);
  });

  it("has what a comment accepts as suppressed, files that were not read, and what has no place as a notification", () => {
    const run = checked(review([project([], {
      accepted: [{ finding: error("fails"), reason: "nobody reads it", place: { path: "a.py", line: 1 } }],
      skipped: [{ path: "shop/migrations/0043_y.py", line: null, reason: "not UTF-8" }],
      graph: [error("gone", { rule: "deleted-migration", place: null, advice: null }), error("twice", { rule: "conflicting-leaf-nodes" })],
    })]));
    expect(run.results.map(({ ruleId, suppressions }) => [ruleId, suppressions?.[0]?.justification])).toEqual([["conflicting-leaf-nodes", undefined], ["unread-file", undefined], ["breaks-running-release", "nobody reads it"]]);
    expect(run.invocations[0]!.toolExecutionNotifications).toEqual([{ level: "error", message: { text: "gone" } }]);
  });

  it("keeps to as many results as GitHub takes, the worst ones, and says so", () => {
    const notes = Array.from({ length: mostResults + 5 }, (_unused, index) => error(`${index}`, { level: "note" }));
    const log = toSarif(review([project([migration("shop", "0042_x", [one([...notes, error("worst")])])])]));
    expect(log.runs[0]!.results).toHaveLength(mostResults);
    expect(log.runs[0]!.results[0]!.message.text).toContain("worst");
    expect(log.runs[0]!.invocations[0]!.toolExecutionNotifications[0]!.message.text).toMatch(/^6 more results are left out/);
  });
});
