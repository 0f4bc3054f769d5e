import { describe, expect, test } from "vitest";
import { rowsStatement } from "../../src/plan/sql/rows.ts";
import { base, headOf } from "./cases.ts";
import { planned } from "./project.ts";
import { runPython } from "./written.ts";

const on = { django: "5.2", vendor: "postgresql", version: "16" } as const;
const planOf = async (...lines: readonly string[]) => (await planned(base, headOf({ operations: runPython("change"), functions: `def change(apps, schema_editor):\n    Order = apps.get_model("shop", "Order")\n${lines.map((line) => `    ${line}\n`).join("")}`, models: {} }), on)).made!;

describe("a data migration is split where it may be run again from its beginning", () => {
  test.each([
    ["the field that is asked for is the one that is set", ['Order.objects.filter(quantity=1).update(quantity=2)', "Order.objects.update(note=models.F(\"ref\"))"]],
    ["two statements that have nothing to do with each other", ['Order.objects.update(note="x")', "Order.objects.update(quantity=1)"]],
    ["rows go", ['Order.objects.update(note="x")', "Order.objects.filter(quantity=1).delete()"]],
  ])("%s", async (_, lines) => {
    const { plan } = await planOf(...lines);
    expect(plan.without).toEqual([]);
    expect(plan.releases[0]!.steps[0]!.edits[0]!.whole!.split("while pks:")).toHaveLength(3);
  });

  test.each([
    ["a value moves on: the second time it would move on again", ["Order.objects.filter(quantity=1).update(quantity=2)", "Order.objects.filter(quantity=0).update(quantity=1)", 'Order.objects.update(note="x")']],
    ["the source of the first is overwritten by the second", ['Order.objects.update(note=models.F("ref"))', 'Order.objects.update(ref="")']],
    ["a value made of itself", ['Order.objects.update(quantity=models.F("quantity") + 1)']],
    ["a value that Python computes", ["Order.objects.update(note=str(uuid4()))"]],
  ])("not: %s", async (_, lines) => {
    const { plan } = await planOf(...lines);
    expect(plan.releases).toEqual([]);
    expect(plan.without[0]!.reason).toContain("only its author knows how to split it");
  });
});

test("a comment in SQL is no part of the condition, and what cannot be split is null", () => {
  expect(rowsStatement("UPDATE shop_order SET note = 'a -- b' -- why\nWHERE quantity = 1 -- because\n;")).toMatchObject({ head: "UPDATE shop_order SET note = 'a -- b'", where: "quantity = 1", repeatable: true });
  expect(rowsStatement("UPDATE a SET b = 1; UPDATE a SET c = 2")).toBeNull();
  expect(rowsStatement("UPDATE a SET b = c #>> '{x}'")).toBeNull();
});
