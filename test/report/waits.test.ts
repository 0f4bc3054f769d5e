import { describe, expect, it } from "vitest";
import type { Impact, OperationRecord } from "../../src/safety/types.ts";
import { impactLine, waitOf, waitText } from "../../src/report/waits.ts";
import { lock, noImpact, record, sql, unknownStatement } from "./build.ts";

const of = (impact: Partial<Impact>, more: Partial<OperationRecord> = {}) => waitText(waitOf(record({ kind: "DeleteModel", name: "Order" }, { impact: { ...noImpact, ...impact }, ...more })));

describe("what waits", () => {
  it.each([
    ["no", of({})],
    ["no, it is new", of({}, { onNewTable: true })],
    ["unknown", of({}, { unknown: "no type" })],
    ["unknown", of({}, { statements: [unknownStatement("no type")] })],
    ["unknown", of({}, { phase: "unknown" })],
    ["only a moment", of(lock("o"))],
    ["no", of(lock("o", "SHARE UPDATE EXCLUSIVE"))],
    ["no", of(lock("o", "SHARED_READ"))],
    ["writes to o wait while it is read (SHARE)", of(lock("o", "SHARE", { blocksWrites: true, scans: ["o"] }))],
    ["reads and writes of o wait while it is rewritten (ACCESS EXCLUSIVE)", of(lock("o", "ACCESS EXCLUSIVE", { blocksReads: true, blocksWrites: true, rewrites: ["o"], scans: ["o"] }))],
    // Reads wait for a SHARE lock only where the transaction holds a stronger one already.
    ["reads and writes of o wait while it is read (ACCESS EXCLUSIVE)", of(lock("o", "SHARE", { blocksReads: true, blocksWrites: true, scans: ["o"] }))],
    // Only the table that is read keeps others waiting for long; the other is locked for a moment.
    ["writes to big wait while it is read (SHARE ROW EXCLUSIVE)", of({ locks: { small: "ACCESS EXCLUSIVE", big: "SHARE ROW EXCLUSIVE" }, blocksWrites: true, scans: ["big"] })],
    ["writes to a, b wait while they are read (SHARE)", of({ locks: { b: "SHARE", a: "SHARE" }, blocksWrites: true, scans: ["a", "b"] })],
    ["writes to o wait while it is rewritten (SHARED_UPGRADABLE)", of({ locks: { o: "SHARED_UPGRADABLE" }, blocksWrites: true, rewrites: ["o"] }, { statements: [sql("ALTER TABLE o")] })],
  ])("%s", (expected, text) => {
    expect(text).toBe(expected);
  });
});

it("an impact in a line names locks, rewrites and scans", () => {
  expect(impactLine({ ...noImpact, locks: { b: "SHARE", a: "ACCESS EXCLUSIVE" }, scans: ["b"] })).toBe("ACCESS EXCLUSIVE on a; SHARE on b, no rewrite, reads all of b");
  expect(impactLine(noImpact)).toBe("no lock on a table that was there, no rewrite, no scan");
});
