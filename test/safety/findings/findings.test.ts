import { describe, expect, test } from "vitest";
import type { Operation } from "../../../src/django/operation.ts";
import { findingsOf } from "../../../src/safety/findings/findings.ts";
import { type OperationParts, unnamedSizes } from "../../../src/safety/findings/parts.ts";
import { column, id, postgres, schema, table } from "../breakage/build.ts";

const place = { path: "shop/migrations/0002.py", line: 7 };
const operation: Operation = { kind: "DeleteModel", type: "DeleteModel", name: "Order", place, lastLine: 7 };
const impact = { locks: {}, blocksReads: false, blocksWrites: false, rewrites: [], scans: [] };
const quiet: OperationParts = {
  type: "DeleteModel", place, operation, statements: [], deferred: [], unknown: null, phase: "additive", breaks: [], impact, failsOnExistingRows: null, onNewTable: false,
  doubts: [], losses: [], blockedDeletes: [], before: schema(), after: schema(), database: postgres,
  atomic: true, unknownLocks: null, impactNotes: [], code: [], tableOf: () => null, sizes: unnamedSizes, requiredField: null,
};
const told = (parts: Partial<OperationParts>): string[] => findingsOf({ ...quiet, ...parts }).map(({ rule, message }) => `${rule}: ${message}`);

test("nothing to tell", () => {
  expect(findingsOf(quiet)).toEqual([]);
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

  test("what is not known comes before what may be, with its reason", () => {
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

  test("the tables that are read are named, not those that are locked for a moment beside them", () => {
    expect(told({ impact: { ...impact, locks: { t: "ACCESS EXCLUSIVE", parent: "ACCESS EXCLUSIVE" }, blocksReads: true, blocksWrites: true, scans: ["t"] } })).toEqual(["blocks-reads: Reads and writes of `t` (ACCESS EXCLUSIVE) wait until it is done."]);
  });

  test("locks that are not known are told once, in words", () => {
    expect(told({ unknownLocks: "which locks this takes: REINDEX" })).toEqual(["unknown-locks: It is not known which locks this takes: REINDEX."]);
    expect(told({ unknownLocks: 'the present type of "c" is not known; a rewrite is assumed' })).toEqual(["unknown-locks: the present type of `c` is not known; a rewrite is assumed."]);
    expect(told({ unknown: "computed", unknownLocks: "computed" })).toEqual(["unknown-operation: computed."]);
  });

  test("an operation without a reverse, also inside of SeparateDatabaseAndState", () => {
    const run: Operation = { kind: "RunPython", type: "RunPython", place, lastLine: 7, code: { kind: "ref", path: "shop.migrations.0002.fill", place, text: "fill" }, reverseCode: null, atomic: null };
    const both: Operation = { kind: "SeparateDatabaseAndState", type: "SeparateDatabaseAndState", place, lastLine: 7, databaseOperations: [run], stateOperations: [] };
    expect(told({ operation: both })).toEqual(["data-migration: It changes rows with `fill`.", "irreversible: `RunPython` has no `reverse_code`."]);
  });

  test("an index over a text of any length, on PostgreSQL only", () => {
    const parts: Partial<OperationParts> = {
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

describe("hot and small tables", () => {
  const sizes = { hot: (name: string) => name === "hot", small: (name: string) => name === "small", rows: () => null };
  test("a moment's lock on a hot table is told", () => {
    expect(told({ sizes, impact: { ...impact, locks: { hot: "ACCESS EXCLUSIVE", other: "ACCESS EXCLUSIVE" } } })).toEqual(["hot-table: It locks `hot` (ACCESS EXCLUSIVE) only for a moment, but the configuration says it is a hot table."]);
    expect(told({ sizes, impact: { ...impact, locks: { hot: "SHARE UPDATE EXCLUSIVE" } } })).toEqual([]);
    expect(told({ sizes, database: { vendor: "mysql", version: "8.4" }, impact: { ...impact, locks: { hot: "INSTANT" } } })).toHaveLength(1);
  });
  test("a rewrite of a small table is not", () => {
    expect(told({ sizes, impact: { ...impact, locks: { small: "ACCESS EXCLUSIVE" }, rewrites: ["small"] } })).toEqual([]);
  });
});
