import { describe, expect, test } from "vitest";
import { base, baseOf, headOf } from "./cases.ts";
import { generated, keys } from "./cases-keys.ts";
import { failures } from "./hold.ts";
import { planned, type On } from "./project.ts";
import { add, alter, remove } from "./written.ts";

const on = { django: "5.2", vendor: "postgresql", version: "16" } as const;

test("no plan where one release is enough", async () => {
  const operations = 'migrations.AddField(\n    model_name="order",\n    name="memo",\n    field=models.TextField(null=True),\n),';
  expect((await planned(base, headOf({ operations, models: {} }), on)).made).toBeNull();
});

test("a new table with its foreign keys needs no plan: it is empty", async () => {
  const operations = 'migrations.CreateModel(\n    name="Line",\n    fields=[\n        ("id", models.BigAutoField(primary_key=True)),\n        ("order", models.ForeignKey(on_delete=models.CASCADE, to="shop.order")),\n    ],\n),';
  expect((await planned(base, headOf({ operations, models: {} }), on)).made).toBeNull();
});

test("an operation on one line with its list", async () => {
  const head = { ...base, "shop/migrations/0002_change.py": 'from django.db import migrations\n\n\nclass Migration(migrations.Migration):\n    dependencies = [("shop", "0001_initial")]\n\n    operations = [migrations.RemoveField(model_name="order", name="note")]\n' };
  const { made } = await planned(base, head, on);
  expect(made!.plan.without).toEqual([]);
  expect(made!.train[0]!.files[0]!.text).toContain('    operations = [\n        # django-expand-contract: plan shop.Order.note step 1 of 2 (removed-field)\n        migrations.SeparateDatabaseAndState(\n');
});

test("what a function makes cannot be edited, and is said so", async () => {
  const head = { ...base, "shop/migrations/0002_change.py": 'from django.db import migrations\n\n\ndef gone(name):\n    return migrations.RemoveField(model_name="order", name=name)\n\n\nclass Migration(migrations.Migration):\n    dependencies = [("shop", "0001_initial")]\n    operations = [gone(name) for name in ["note"]] + [migrations.RemoveField(model_name="order", name="ref")]\n' };
  const { made } = await planned(base, head, on);
  expect(made!.plan.releases).toEqual([]);
  expect(made!.plan.without.map(({ target }) => target)).toContain("shop.Order.ref");
  expect(made!.plan.without[0]!.reason).toContain("cannot be edited");
});

test("a default that cannot be written leaves no plan, but a reason", async () => {
  const operations = 'migrations.AddField(\n    model_name="order",\n    name="rank",\n    field=models.IntegerField(default=[n for n in range(3)][0]),\n),';
  const { made } = await planned(base, headOf({ operations, models: {} }), on);
  expect(made!.plan.releases).toEqual([]);
  expect(made!.plan.without).toHaveLength(1);
});

test("several operations make one train", async () => {
  const operations = [
    'migrations.RemoveField(\n    model_name="order",\n    name="note",\n),',
    'migrations.AddField(\n    model_name="order",\n    name="priority",\n    field=models.IntegerField(default=0),\n),',
    'migrations.DeleteModel(\n    name="Coupon",\n),',
    'migrations.AddIndex(\n    model_name="order",\n    index=models.Index(fields=["ref"], name="order_ref_idx"),\n),',
  ].join("\n");
  const { made } = await planned(base, headOf({ operations, models: {} }), on);
  expect(made!.plan.without).toEqual([]);
  expect(made!.plan.releases.map(({ phase, steps }) => [phase, steps.map(({ recipe }) => recipe)])).toEqual([
    ["expand", ["removed-field", "required-column", "deleted-model", "new-index"]],
    ["contract", ["removed-field", "deleted-model"]],
  ]);
});

test("a breakage that a comment accepts is no reproach to the plan of another operation", async () => {
  const operations = [
    '# expand-contract: accept breaks-running-release -- nobody reads the note',
    'migrations.RemoveField(\n    model_name="order",\n    name="note",\n),',
    'migrations.RemoveField(\n    model_name="order",\n    name="quantity",\n),',
  ].join("\n");
  const { made } = await planned(base, headOf({ operations, models: {} }), on);
  expect(made!.plan.without).toEqual([]);
  expect(made!.courses.map(({ target }) => target)).toEqual(["shop.Order.quantity"]);
  expect(made!.plan.releases).toHaveLength(2);
});

describe("no plan for a change of type that is free", () => {
  test.each([
    ["a longer varchar", alter("label", "models.CharField(max_length=60, null=True)")],
    ["a longer varchar, unique", alter("code", "models.CharField(max_length=60, unique=True)")],
    ["a longer varchar, indexed", alter("ref", "models.CharField(db_index=True, max_length=60)")],
    ["varchar to text", alter("source", 'models.TextField(db_default="web")')],
    ["more digits", alter("price", "models.DecimalField(decimal_places=2, max_digits=12)")],
  ])("%s", async (_, operations) => {
    expect((await planned(baseOf({ shop: keys }), headOf({ operations, models: {}, shop: keys }), on)).made).toBeNull();
  });
});

describe("what no release can do safely is said, with what to do", () => {
  const big = alter("id", 'models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")', "", "customer");
  const sum = 'models.GeneratedField(db_persist=True, expression=models.F("quantity") + models.F("discount"), output_field=models.IntegerField())';
  const mysql: On = { django: "5.2", vendor: "mysql", version: "8.4" };
  test.each<readonly [string, string, On, string]>([
    ["a wider key on MySQL", big, mysql, "Announce a window for it"],
    ["a wider key on SQLite", big, { django: "5.2", vendor: "sqlite", version: "3.45" }, "Stop what writes"],
    ["a generated column that overflows", add("total", sum), on, "Compute in a wider type"],
    ["a many-to-many field of the foreign key's name", `${remove("customer")}\n${add("customer", 'models.ManyToManyField(to="shop.customer")')}`, on, "a name of its own"],
    ["a wider key, and a new table that refers to it", `${alter("id", big.match(/models\.BigAutoField.*\)/)![0])}\n${add("sellers", 'models.ManyToManyField(to="shop.seller")')}`, on, "adds `shop_order_sellers.order_id`, which refers to the key"],
    ["a many-to-many field and its target, both renamed", 'migrations.RenameField(\n    model_name="order",\n    old_name="tags",\n    new_name="labels",\n),\nmigrations.RenameModel(\n    old_name="Tag",\n    new_name="Label",\n),', on, "keeps the release that does not know it from deleting rows"],
    ["a foreign key altered to a many-to-many field", alter("customer", 'models.ManyToManyField(to="shop.customer")'), on, "Django cannot alter a field to or from a many-to-many field"],
  ])("%s", async (_, operations, where, words) => {
    const { made } = await planned(baseOf({ shop: keys }), headOf({ operations, models: {}, shop: keys }), where);
    expect(made!.plan.without.map(({ reason }) => reason).join("\n")).toContain(words);
  });
});

test.each<readonly [string, string, On, string]>([
  ["an expression that overflows", 'models.GeneratedField(db_persist=True, expression=models.F("quantity") + models.F("discount"), output_field=models.IntegerField())', on, "Compute in a wider type"],
  ["a plain column", "models.TextField(null=True)", on, "Django cannot make a plain column of a generated one"],
  ["SQLite", 'models.GeneratedField(db_persist=True, expression=models.F("code"), output_field=models.TextField())', { django: "5.2", vendor: "sqlite", version: "3.45" }, "removed and added again"],
])("a generated column that becomes something else, without a plan: %s", async (_, field, where, words) => {
  const { made } = await planned(baseOf({ shop: generated }), headOf({ operations: alter("shown_ref", field), models: {}, shop: generated }), where);
  expect(made!.plan.without.map(({ reason }) => reason).join("\n")).toContain(words);
});

test("a generated column that stays computed as it is needs no plan", async () => {
  const operations = alter("shown_ref", 'models.GeneratedField(db_persist=True, expression=django.db.models.functions.Lower("ref"), output_field=models.TextField(), help_text="As shown")');
  expect((await planned(baseOf({ shop: generated }), headOf({ operations, models: {}, imports: "import django.db.models.functions\n", shop: generated }), on)).made).toBeNull();
});

// Not among the cases: a rehearsal tries no longest value in a unique column, so the change as it stands breaks nothing there.
test("a unique column of another type gets its unique rule again while writes go on", async () => {
  const operations = alter("code", "models.CharField(max_length=20, unique=True)");
  const { made } = await planned(baseOf({ shop: keys }), headOf({ operations, models: {}, shop: keys }), on);
  expect(made!.plan.without).toEqual([]);
  expect(failures(made!, on)).toEqual([]);
  expect(made!.plan.releases[1]!.steps.flatMap(({ sql }) => sql.map((one) => one.sql))).toEqual(expect.arrayContaining([
    'CREATE UNIQUE INDEX CONCURRENTLY "shop_order_code_new_key" ON "shop_order" ("code_new")',
    'ALTER TABLE "shop_order" ADD CONSTRAINT "shop_order_code_new_key" UNIQUE USING INDEX "shop_order_code_new_key"',
  ]));
});

test("AddDefaultValue where the project uses it, before db_default", async () => {
  const used = 'from django_add_default_value import AddDefaultValue\nfrom django.db import migrations\n\n\nclass Migration(migrations.Migration):\n    dependencies = [("shop", "0001_initial")]\n    operations = [AddDefaultValue(model_name="order", name="state", value="new")]\n';
  const before = { ...base, "shop/migrations/0002_default.py": used };
  const fresh = 'from django.db import migrations, models\n\n\nclass Migration(migrations.Migration):\n    dependencies = [("shop", "0002_default")]\n    operations = [\n        migrations.AddField(model_name="order", name="priority", field=models.IntegerField(default=0)),\n    ]\n';
  const where = { django: "4.2", vendor: "postgresql", version: "14" } as const;
  const { made } = await planned(before, { ...before, "shop/migrations/0003_priority.py": fresh }, where);
  expect(made!.plan.without).toEqual([]);
  expect(failures(made!, where)).toEqual([]);
  expect(made!.plan.releases).toHaveLength(2);
  expect(made!.train[0]!.files[0]!.text).toContain("from django_add_default_value import AddDefaultValue\n");
  expect(made!.train[0]!.files[0]!.text).toContain('        AddDefaultValue(\n            model_name="order",\n            name="priority",\n            value=0,\n        ),\n');
});
