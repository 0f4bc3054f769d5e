import { describe, expect, test } from "vitest";
import { vendors } from "../../../src/django/project.ts";
import type { Operation } from "../../../src/django/operation.ts";
import { findingsOf, type FindingParts } from "../../../src/safety/findings/findings.ts";
import { ruleIds, rules } from "../../../src/safety/findings/rules.ts";
import { column, id, postgres, schema, table } from "../breakage/build.ts";

const place = { path: "shop/migrations/0002.py", line: 7 };
const operation: Operation = { kind: "DeleteModel", type: "DeleteModel", name: "Order", place, lastLine: 7 };
const impact = { locks: {}, blocksReads: false, blocksWrites: false, rewrites: [], scans: [] };
const quiet: FindingParts = {
  type: "DeleteModel", place, operation, statements: [], deferred: [], unknown: null, phase: "additive", breaks: [], impact, failsOnExistingRows: null, onNewTable: false,
  doubts: [], losses: [], blockedDeletes: [], after: schema(), database: postgres,
};
const told = (parts: Partial<FindingParts>): string[] => findingsOf({ ...quiet, ...parts }).map(({ rule, message }) => `${rule}: ${message}`);

test("nothing to tell", () => {
  expect(findingsOf(quiet)).toEqual([]);
});

test("every rule has words, in sentences", () => {
  for (const rule of ruleIds) {
    const { title, why, advice, databases } = rules[rule];
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    expect(why).toMatch(/^.*\.$/);
    expect(advice).toMatch(/\.$/);
    expect(vendors).toEqual(expect.arrayContaining([...databases]));
  }
});

describe("messages", () => {
  test("a breakage names its statements once per error, the table and the server's words", () => {
    const breakage = { release: "running", table: "shop_order", column: "ref", code: "42703", because: null } as const;
    const breaks = [
      { ...breakage, statement: "SELECT", error: "column shop_order.ref does not exist" },
      { ...breakage, statement: "INSERT", error: 'column "ref" of relation "shop_order" does not exist' },
      { ...breakage, statement: "UPDATE", error: 'column "ref" of relation "shop_order" does not exist' },
    ] as const;
    expect(told({ breaks })).toEqual([
      'breaks-running-release: The running release fails: `SELECT` on `shop_order` (`column shop_order.ref does not exist`), `INSERT` and `UPDATE` on `shop_order` (`column "ref" of relation "shop_order" does not exist`).',
    ]);
  });

  test("what is not known comes first, with its reason", () => {
    const found = findingsOf({ ...quiet, unknown: "the SQL is computed", failsOnExistingRows: "x" });
    expect(found.map(({ rule, level, place: at }) => [rule, level, at])).toEqual([["unknown-operation", "warning", place], ["fails-on-existing-rows", "warning", place]]);
    expect(found[0]?.message).toBe("the SQL is computed.");
  });

  test("reads that wait are not told a second time as writes that wait", () => {
    expect(told({ impact: { ...impact, locks: { t: "ACCESS EXCLUSIVE" }, blocksReads: true, blocksWrites: true, rewrites: ["t"] } })).toEqual([
      "blocks-reads: Reads and writes of `t` (ACCESS EXCLUSIVE) wait until it is done.",
      "rewrites-table: `t` is rewritten, indexes included.",
    ]);
  });

  test("an operation without a reverse, also inside of SeparateDatabaseAndState", () => {
    const run: Operation = { kind: "RunPython", type: "RunPython", place, lastLine: 7, code: { kind: "ref", path: "shop.migrations.0002.fill", place, text: "fill" }, reverseCode: null, atomic: null };
    const both: Operation = { kind: "SeparateDatabaseAndState", type: "SeparateDatabaseAndState", place, lastLine: 7, databaseOperations: [run], stateOperations: [] };
    expect(told({ operation: both })).toEqual(["data-migration: It changes rows with `shop.migrations.0002.fill`.", "irreversible: `RunPython` has no reverse."]);
  });

  test("an index over a text of any length, on PostgreSQL only", () => {
    const parts: Partial<FindingParts> = {
      after: schema(table("t", [id, column("body", "text")])),
      statements: [{ change: { kind: "AddConstraint", table: "t", constraint: { kind: "unique", name: "u", columns: ["body"], deferrable: null, nullsDistinct: null, include: [], opclasses: [], usingIndex: null } }, sql: "", unknown: null }],
    };
    expect(told(parts).map((text) => text.split(":")[0])).toEqual(["long-values-in-index"]);
    expect(told({ ...parts, database: { vendor: "sqlite", version: "3.45" } })).toEqual([]);
  });

  test("a backtick in a name does not end the code span", () => {
    expect(told({ failsOnExistingRows: 'column "a`b" is bad' })[0]).toContain('`column "a?b" is bad`');
  });
});
