import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { explanationToJson, jsonText, reviewToJson } from "../../src/report/json.ts";
import type { Explanation } from "../../src/report/types.ts";
import { breakage, facts, field, lock, migration, project, record, review, sql, unknownStatement } from "./build.ts";
import * as cases from "./cases.ts";
import { expectGolden } from "../golden.ts";

const priority = record({ kind: "AddField", model: "order", field: field("priority"), preserveDefault: true }, {
  target: "shop.Order.priority", phase: "contract", impact: lock("shop_order"),
  statements: [sql(`ALTER TABLE "shop_order" ADD COLUMN "priority" integer DEFAULT 0 NOT NULL`), sql("SELECT 1;\n")],
  deferred: [sql(`CREATE INDEX "x" ON "shop_order" ("priority")`)],
  breaks: [breakage("INSERT", "shop_order", "priority", "null value in column …", { code: "23502" })],
});

const explanation: Explanation = { kind: "explain", version: "1.0.0", projects: [{ root: "", facts, migrations: [migration("shop", "0042_order", [priority])], graph: [], skipped: [{ path: "a.py", line: null, reason: "binary" }] }] };

it("explain: has the members tools are built on, with the statements closed once", () => {
  expect(explanationToJson(explanation)).toMatchObject({
    schema: 1,
    django: "5.2",
    database: { vendor: "postgresql", version: "16" },
    migrations: [{
      app: "shop", name: "0042_order", path: "shop/migrations/0042_order.py",
      operations: [{
        index: 0, type: "AddField", target: "shop.Order.priority", line: 14,
        sql: [`ALTER TABLE "shop_order" ADD COLUMN "priority" integer DEFAULT 0 NOT NULL;`, "SELECT 1;\n"],
        unknown: null, phase: "contract",
        breaks: [{ release: "running", statement: "INSERT", table: "shop_order", column: "priority", error: "null value in column …" }],
        impact: { locks: { shop_order: "ACCESS EXCLUSIVE" }, blocksReads: false, blocksWrites: false, rewrites: [], scans: [] },
        findings: [],
      }],
      deferred: [`CREATE INDEX "x" ON "shop_order" ("priority");`],
    }],
    skipped: [{ path: "a.py", line: null, reason: "binary" }],
  });
});

it("gives no part of an operation's SQL when another part cannot be known", () => {
  const half = record({ kind: "RunPython", code: null, reverseCode: null, atomic: null }, { statements: [sql("SELECT 1"), unknownStatement("no type")] });
  const [only] = explanationToJson({ ...explanation, projects: [{ ...explanation.projects[0]!, migrations: [migration("a", "0001", [half], { deferred: [unknownStatement("no name")] })] }] }).migrations;
  expect(only?.operations[0]).toMatchObject({ sql: [], unknown: "no type" });
  expect(only).toMatchObject({ deferred: [], deferredUnknown: "no name" });
});

it("holds the one project's members at the top, and each of several in projects", () => {
  expect(reviewToJson(cases.breaking)).not.toHaveProperty("projects");
  const two = reviewToJson(cases.twoProjects);
  expect(two.projects?.map((one) => one.root)).toEqual(["backend", "admin"]);
  expect(two.migrations).toEqual(two.projects?.[0]?.migrations);
});

it("is whole without any project", () => {
  expect(reviewToJson(cases.nothing)).toEqual({
    schema: 1, kind: "review", version: "1.0.0", verdict: "pass", reasons: [], runningRelease: cases.nothing.runningRelease, head: cases.nothing.head,
    root: "", django: null, database: null, facts: {}, migrations: [], graph: [], skipped: [], plan: null,
  });
});

it("has the same bytes whatever order locks were found in", () => {
  const of = (locks: Record<string, string>) => jsonText(reviewToJson(review([project([migration("a", "0001", [record({ kind: "DeleteModel", name: "A" }, { impact: { locks, blocksReads: false, blocksWrites: false, rewrites: [], scans: [] } })])])])));
  expect(of({ b: "SHARE", a: "SHARE" })).toBe(of({ a: "SHARE", b: "SHARE" }));
});

it("a review, whole", () => {
  expectGolden("report", "review.json", jsonText(reviewToJson(cases.breaking)));
});

it("has no member that docs/json.md does not name", () => {
  const docs = readFileSync(new URL("../../docs/json.md", import.meta.url), "utf8");
  const members = new Set<string>();
  const collect = (value: unknown, at: string): void => {
    if (Array.isArray(value)) for (const item of value) collect(item, at);
    else if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        // Names of settings and tables are data.
        if (at !== "facts" && at !== "locks") members.add(key);
        collect(inner, key);
      }
    }
  };
  for (const name of ["review.json", "audit.json"]) collect(JSON.parse(readFileSync(new URL(`golden/${name}`, import.meta.url), "utf8")), "");
  expect(members.size).toBeGreaterThan(50);
  expect([...members].filter((member) => !new RegExp(`[\`"]${member}[\`"]`).test(docs))).toEqual([]);
});
