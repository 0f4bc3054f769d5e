import { describe, expect, test } from "vitest";
import { orderOf } from "../../src/report/order.ts";
import { withMoments } from "../../src/safety/moment.ts";
import type { OperationRecord } from "../../src/safety/types.ts";
import { breakage, migration, record } from "../report/build.ts";

const make = (more: Partial<OperationRecord>) => record({ kind: "RunSQL", sql: "x", reverseSql: "x", stateOperations: [] }, more);
const kinds = {
  additive: make({}),
  needed: make({ newNeedsItFirst: true }),
  breaking: make({ breaks: [breakage("SELECT", "t", null, "gone")] }),
  both: make({ newNeedsItFirst: true, breaks: [breakage("INSERT", "t", null, "null")] }),
  breaksNew: make({ breaks: [breakage("INSERT", "t", null, "null", { release: "new" })] }),
  unknown: make({ phase: "unknown" }),
  acceptedBreak: make({ accepted: ["breaks-running-release"] }),
  acceptedAndNeeded: make({ accepted: ["breaks-running-release"], newNeedsItFirst: true }),
  acceptedUnknown: make({ phase: "unknown", accepted: ["unknown-operation"] }),
} as const;
type Kind = keyof typeof kinds;

/** `kind` or `kind<the number of the migration it depends on`, e.g. `needed<0`. */
function moments(...specs: readonly string[]) {
  const parsed = specs.map((spec) => spec.split("<") as [Kind, string?]);
  const migrations = parsed.map(([kind], index) => migration("shop", `000${index}_x`, [kinds[kind]]));
  const parentOf = (index: number) => parsed[index]![1] === undefined ? [] : [parsed[index]![1] === "unread" ? "shop.unread" : `shop.000${parsed[index]![1]}_x`];
  return withMoments(migrations, (one) => parentOf(migrations.indexOf(one)), new Set(["shop.unread"]));
}

const twice = "Migrate twice: 0000_x before the new release starts, 0001_x when no process of the running release is left.";
const none = "No order of `migrate` and deployment works: the running release fails after `migrate`, and the new one needs 1 of these operations before it starts.";
const only = "The new release works without these operations, too: run `migrate` when no process of the running release is left.";

describe("when a migration may run", () => {
  test.each<[string, readonly string[], readonly string[], string | null]>([
    ["alone", ["additive"], ["before"], null],
    ["that the new release needs", ["needed"], ["before"], "Run `migrate` before the new release starts: it needs this operation."],
    ["that breaks", ["breaking"], ["after"], only],
    ["that breaks and is needed", ["both"], ["never"], none.replace("1 of these operations", "this operation")],
    ["that breaks the new release", ["breaksNew"], ["never"], null],
    ["that nobody understands", ["unknown"], ["unknown"], null],
    ["one needed, one that breaks", ["needed", "breaking"], ["before", "after"], twice],
    ["one that breaks after one that is needed", ["needed", "breaking<0"], ["before", "after"], twice],
    ["one that is needed after one that breaks", ["breaking", "needed<0"], ["never", "never"], none],
    ["one that needs what another cannot do without either", ["breaking", "needed<0", "additive<0"], ["never", "never", "never"], none],
    ["harmless after one that breaks", ["breaking", "additive<0"], ["after", "after"], only],
    ["harmless beside one that breaks", ["breaking", "additive"], ["after", "before"], only],
    ["after one that nobody understands", ["unknown", "additive<0"], ["unknown", "unknown"], null],
    ["before one that nobody understands", ["needed", "unknown<0"], ["before", "unknown"], "Run `migrate` before the new release starts: it needs 1 of these operations."],
    ["after a file that could not be read", ["additive<unread"], ["unknown"], null],
    ["accepted", ["acceptedBreak"], ["after"], only],
    ["accepted and needed", ["acceptedAndNeeded"], ["before"], "Run `migrate` before the new release starts: it needs this operation."],
    ["accepted though nobody understands it", ["acceptedUnknown"], ["before"], null],
  ])("%s", (_, specs, expected, sentence) => {
    const timed = moments(...specs);
    expect(timed.map(({ moment }) => moment)).toEqual(expected);
    expect(orderOf(timed, ({ name }) => name)).toBe(sentence);
  });
});
