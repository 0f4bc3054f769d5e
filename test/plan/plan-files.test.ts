import { expect, test } from "vitest";
import type { Plan } from "../../src/plan/types.ts";
import { planFiles } from "../../src/plan/plan-files.ts";
import { base, baseOf, cases, headOf } from "./cases.ts";
import { planned } from "./project.ts";
import { joined } from "./together.ts";

const on = { django: "5.2", vendor: "postgresql", version: "16" } as const;
const planFor = async (name: string): Promise<Plan> => (await planned(base, headOf(cases.find((one) => one.name === name)!), on)).made!.plan;

test("a plan is saved release by release, every file whole", async () => {
  const files = planFiles(await planFor("removed field, NOT NULL"));
  expect([...files.keys()].sort()).toEqual(["README.md", "release-1.md", "release-1/shop/migrations/0002_change.py", "release-2.md", "release-2/shop/migrations/0003_drop_order_quantity.py"]);
  expect(files.get("release-1/shop/migrations/0002_change.py")).toContain("class Migration(migrations.Migration):");
  expect(files.get("release-2.md")).toContain("Ship it when release 1 runs everywhere");
  expect(files.get("README.md")).toContain("2. [Release 2](release-2.md) (contract): ship it when release 1 runs everywhere and no older process is left, and nothing names the column `quantity` any more.\n   - shop.Order.quantity: Drop `quantity`");
});

test("the models of a release are saved as they are then, and the shorter way is told", async () => {
  const files = planFiles(await planFor("renamed field"));
  expect(files.get("release-1/shop/models.py")).toMatch(/    ref = [^]*    reference = /);
  expect(files.get("release-3/shop/models.py")).not.toContain("    ref = ");
  expect(files.get("release-1.md")).toContain("self.reference = self.ref");
  // The way that takes one release comes first.
  expect(files.get("README.md")).toMatch(/^# The plan\n\n## Shorter, for shop\.Order\.ref\n[^]*db_column="ref"[^]*\n## The releases\n/);
});

test("a renamed model's many-to-many table gets its class in the models, which are saved whole", async () => {
  const text = planFiles(await planFor("renamed model with a many-to-many of its own")).get("release-1/shop/models.py")!;
  expect(text).toContain('tags = models.ManyToManyField(Tag, through="shop.OrderTags")');
  expect(text).toMatch(/\n\n\nclass OrderTags\(models\.Model\):\n {4}order = models\.ForeignKey\([^]*to="shop\.Purchase"[^]*db_table = "shop_order_tags"\n {8}unique_together = \{\("order", "tag"\)\}\n$/);
});

const named = (name: string) => cases.find((one) => one.name === name)!;

test("a class has one save(), whatever is written twice in a release", async () => {
  const { plan } = (await planned(base, joined([named("renamed field"), named("renamed field, nullable")]), on)).made!;
  const [first, second] = ["release-1.md", "release-2.md"].map((path) => planFiles(plan).get(path)!);
  expect(first!.match(/def save\(/g)).toHaveLength(1);
  expect(first).toContain(`    def save(self, *args, update_fields=None, **kwargs):
        self.reference = self.ref
        if update_fields is not None and "ref" in update_fields:
            update_fields = {*update_fields, "reference"}
        self.remark = self.note
        if update_fields is not None and "note" in update_fields:
            update_fields = {*update_fields, "remark"}
        super().save(*args, update_fields=update_fields, **kwargs)

    # update(), bulk_create() and bulk_update() go past save(): name both fields there.
`);
  expect(second!.match(/def save\(/g)).toHaveLength(1);
  expect(second).toMatch(/self\.ref = self\.reference\n[^]*self\.note = self\.remark\n[^]*super\(\)\.save/);
});

test("what is written after the row stands in the same save()", async () => {
  const [many, renamed] = [named("foreign key to many-to-many"), named("renamed field, nullable")];
  const { plan } = (await planned(baseOf(many), joined([many, renamed]), on)).made!;
  for (const path of ["release-1.md", "release-2.md"]) {
    const text = planFiles(plan).get(path)!;
    expect(text.match(/def save\(/g)).toHaveLength(1);
    expect(text).toMatch(/def save\(self, \*args, update_fields=None, \*\*kwargs\):\n( {8}.*\n)+ {8}super\(\)\.save\(\*args, update_fields=update_fields, \*\*kwargs\)\n {8}self\.customers\.set\(\[self\.customer\]\)\n/);
  }
});

test("nothing is written above the folder", () => {
  const step = { target: "x", recipe: "x", title: "x", explanation: "", sql: [], unknown: null };
  const edits = ["../evil.py", "/etc/evil.py", "a\\..\\evil.py", "a/../../evil.py", ""].map((path) => ({ path, kind: "new file", language: "python", text: "x" }) as const);
  const plan: Plan = { releases: [{ number: 1, phase: "expand", gate: null, steps: [{ ...step, edits }] }], shortcuts: [], without: [] };
  expect([...planFiles(plan).keys()]).toEqual(["release-1.md", "README.md"]);
});
