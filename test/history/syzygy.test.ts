import { expect, test } from "vitest";
import { reviewOf } from "../safety/findings/shop.ts";

/** django-syzygy 1.2.3 on Django 5.2, read in its operations.py. */
const code = "from syzygy import operations as staged\nfrom syzygy.constants import Stage";

async function recordsOf(operations: string, released = "") {
  const { projects } = await reviewOf({ code, operations, released });
  return projects[0]!.migrations[0]!.operations;
}

test.each<[string, string, readonly string[], { readonly phase: string; readonly released?: string }]>([
  ["AddField keeps the default", `staged.AddField("order", "priority", models.IntegerField(default=3)),`, [`ALTER TABLE "shop_order" ADD COLUMN "priority" integer DEFAULT 3 NOT NULL`], { phase: "additive" }],
  ["PreRemoveField puts the default into the database", `staged.PreRemoveField("order", "ref", models.CharField(max_length=20, default="new")),`, [`ALTER TABLE "shop_order" ALTER COLUMN "ref" SET DEFAULT 'new'`], { phase: "additive" }],
  ["PreRemoveField makes what has none nullable", `staged.PreRemoveField("order", "ref", models.CharField(max_length=20)),`, [`ALTER TABLE "shop_order" ALTER COLUMN "ref" DROP NOT NULL`], { phase: "expand" }],
  [
    "PostAddField takes the default away",
    `staged.PostAddField("order", "priority", models.IntegerField(default=3)),`,
    [`ALTER TABLE "shop_order" ALTER COLUMN "priority" DROP DEFAULT`],
    { phase: "contract", released: `migrations.AddField("order", "priority", models.IntegerField(default=3, db_default=3)),` },
  ],
  ["AlterField with a stage is Django's", `staged.AlterField("order", "ref", models.CharField(max_length=30), stage=Stage.PRE_DEPLOY),`, [`ALTER TABLE "shop_order" ALTER COLUMN "ref" TYPE varchar(30)`], { phase: "additive" }],
  ["RenameField with a stage is Django's", `staged.RenameField("order", "ref", "reference", stage=Stage.POST_DEPLOY),`, [`ALTER TABLE "shop_order" RENAME COLUMN "ref" TO "reference"`], { phase: "contract" }],
])("%s", async (_, operation, sql, { phase, released }) => {
  const [record] = await recordsOf(operation, released);
  expect(record!.statements.map((statement) => statement.sql)).toEqual(sql);
  expect(record).toMatchObject({ unknown: null, phase });
});

test("a default that is computed stays unknown", async () => {
  const [record] = await recordsOf(`staged.AddField("order", "priority", models.IntegerField(default=compute)),`);
  expect(record!.unknown).toContain("keeps the field's default in the database");
});
