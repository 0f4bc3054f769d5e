import { describe, expect, test } from "vitest";
import { base, baseOf, cases, headOf } from "./cases.ts";
import { type On, planned } from "./project.ts";
import { add, alter, remove, runPython } from "./written.ts";

const sqlite: On = { django: "5.2", vendor: "sqlite", version: "3.46" };
const postgresql: On = { django: "5.2", vendor: "postgresql", version: "16" };
const fill = 'def fill(apps, schema_editor):\n    Order = apps.get_model("shop", "Order")\n    Order.objects.filter(priority__isnull=True).update(priority=1)\n';
const both = /both stay as they are/;

describe("a data migration does not move away from what needs it and has no recipe", () => {
  test.each(["one value for each row, then unique", "duplicates removed, then unique"])("%s, on SQLite", async (name) => {
    const one = cases.find((other) => other.name === name)!;
    const { made, input } = await planned(baseOf(one), headOf(one), sqlite);
    const data = input.migrations.flatMap(({ operations }) => operations).find(({ type }) => type === "RunPython")!;
    expect(made!.courses.map(({ change }) => change.record)).not.toContain(data);
    expect(made!.plan.releases).toEqual([]);
    expect(made!.plan.without.find(({ target }) => target.startsWith("shop.0002_change."))?.reason).toMatch(both);
  });

  test.each([
    ["raw SQL", 'migrations.RunSQL("ALTER TABLE shop_order ALTER COLUMN priority SET NOT NULL, ALTER COLUMN note SET NOT NULL"),'],
    ["what a comment accepts", `# expand-contract: accept breaks-running-release the release before writes it, too\n# expand-contract: accept blocks-reads it is small\n${alter("priority", "models.IntegerField()")}`],
  ])("%s, beside a change that has a plan", async (_, asks) => {
    const operations = [add("priority", "models.IntegerField(null=True)"), runPython("fill"), asks, remove("quantity")].join("\n");
    const { made } = await planned(base, headOf({ operations, functions: fill, models: {} }), postgresql);
    const first = made!.train[0]!.files[0]!.text;
    expect(made!.plan.without.find(({ target }) => target === "shop.0002_change.fill")?.reason).toMatch(both);
    expect(made!.courses.map(({ target }) => target)).toContain("shop.Order.quantity");
    expect(first.indexOf("RunPython(fill")).toBeGreaterThan(0);
    expect(first.indexOf("RunPython(fill")).toBeLessThan(first.indexOf(asks.includes("RunSQL") ? "SET NOT NULL" : "AlterField("));
  });

  test("it still moves where what needs it moves, too, or needs nothing of its rows", async () => {
    const operations = [add("priority", "models.IntegerField(null=True)"), runPython("fill"), alter("priority", "models.IntegerField()"), alter("ref", "models.CharField(max_length=64)")].join("\n");
    const { made } = await planned(base, headOf({ operations, functions: fill, models: {} }), postgresql);
    expect(made!.plan.without).toEqual([]);
    expect(made!.plan.releases[1]!.steps.map(({ target }) => target)).toContain("shop.0002_change.fill");
  });
});
