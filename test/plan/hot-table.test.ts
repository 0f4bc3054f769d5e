import { expect, test } from "vitest";
import { type Config, defaultConfig } from "../../src/config/config.ts";
import { base, baseOf, cases, headOf, type Head } from "./cases.ts";
import { files } from "./files.ts";
import { expectGolden } from "../golden.ts";
import { differences, failures } from "./hold.ts";
import { type On, planned } from "./project.ts";
import { add } from "./written.ts";

const postgresql: On = { django: "5.2", vendor: "postgresql", version: "16" };
const hot: Config = { ...defaultConfig, hotTables: ["shop_order"] };
const indexed = {
  ...base,
  "shop/models.py": base["shop/models.py"]!.replace("    tags = models.ManyToManyField(Tag)\n", '    tags = models.ManyToManyField(Tag)\n\n    class Meta:\n        indexes = [models.Index(fields=["ref"], name="order_ref_idx")]\n'),
  "shop/migrations/0001_initial.py": base["shop/migrations/0001_initial.py"]!.replace(/\n {4}\]\n$/, '\n        migrations.AddIndex(\n            model_name="order",\n            index=models.Index(fields=["ref"], name="order_ref_idx"),\n        ),\n    ]\n'),
};
const remove = 'migrations.RemoveIndex(\n    model_name="order",\n    name="order_ref_idx",\n),';
const head = (operations: string): Head => ({ operations, models: {} });
const from = (operations: string, on = postgresql, config = hot) => planned(indexed, { ...headOf(head(operations)), "shop/migrations/0001_initial.py": indexed["shop/migrations/0001_initial.py"] }, on, config);

test("an index goes from a hot table while reads and writes go on", async () => {
  const { made, input } = await from(remove);
  expect(made!.plan.without).toEqual([]);
  expect(failures(made!, postgresql)).toEqual([]);
  expect(differences(made!.replayed.at(-1)!.after, input.last)).toEqual([]);
  expectGolden("plan", "removed-index-hot-table.txt", files(made!.plan));
});

test("no plan where the table is not hot, another database has the index, or the lock is another operation's", async () => {
  expect((await from(remove, postgresql, defaultConfig)).made).toBeNull();
  expect((await from(remove, { django: "5.2", vendor: "mysql", version: "8.4" })).made).toBeNull();
  expect((await from(add("seen", "models.BooleanField(null=True)"))).made).toBeNull();
});

test("a data migration before it does not wait for another release", async () => {
  const { made } = await from(`migrations.RunSQL("UPDATE shop_order SET note = ref WHERE note IS NULL"),\n${remove}`);
  expect(made!.plan.releases).toHaveLength(1);
});

test("the index goes before the field it is of", async () => {
  const one = cases.find(({ name }) => name === "removed field, its index removed first")!;
  const { made, input } = await planned(baseOf(one), headOf(one), postgresql, hot);
  expect(made!.plan.without).toEqual([]);
  expect(failures(made!, postgresql)).toEqual([]);
  expect(differences(made!.replayed.at(-1)!.after, input.last)).toEqual([]);
  expectGolden("plan", "removed-index-hot-table-field.txt", files(made!.plan));
});
