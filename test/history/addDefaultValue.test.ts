import { describe, expect, test } from "vitest";
import { describe as inWords } from "../../src/report/describe.ts";
import type { OperationRecord } from "../../src/safety/types.ts";
import type { Vendor } from "../../src/django/project.ts";
import { reviewOf } from "../safety/findings/shop.ts";

/** AddDefaultValue of django-add-default-value, as its database_forwards does it. */
const code = "from django_add_default_value import AddDefaultValue, NOW, TODAY";

async function recordsOf(operations: string, database: Vendor = "postgresql"): Promise<readonly OperationRecord[]> {
  const { projects } = await reviewOf({ code, operations, database });
  return projects.flatMap(({ migrations }) => migrations.flatMap((migration) => migration.operations));
}

const defaultOf = async (field: string, value: string, database: Vendor = "postgresql") => (await recordsOf(`AddDefaultValue(model_name="order", name="${field}", value=${value}),`, database))[0]!;

describe("AddDefaultValue", () => {
  test.each<[Vendor, string, string, readonly string[]]>([
    ["postgresql", "total", "0", [`ALTER TABLE "shop_order" ALTER COLUMN "total" SET DEFAULT '0'`]],
    ["postgresql", "total", "True", [`ALTER TABLE "shop_order" ALTER COLUMN "total" SET DEFAULT 'True'`]],
    ["postgresql", "note", `"new order"`, [`ALTER TABLE "shop_order" ALTER COLUMN "note" SET DEFAULT 'new order'`]],
    ["postgresql", "note", "NOW", [`ALTER TABLE "shop_order" ALTER COLUMN "note" SET DEFAULT now()`]],
    ["mysql", "total", "True", ["ALTER TABLE `shop_order` ALTER COLUMN `total` SET DEFAULT '1'"]],
    ["mysql", "ref", `"a"`, ["ALTER TABLE `shop_order` ALTER COLUMN `ref` SET DEFAULT 'a'"]],
    ["mysql", "note", `"a"`, []],
    ["mysql", "total", "TODAY", []],
    ["sqlite", "total", "0", []],
  ])("on %s, %s to %s", async (database, field, value, sql) => {
    const record = await defaultOf(field, value, database);
    expect(record).toMatchObject({ type: "AddDefaultValue", target: `shop.Order.${field}`, unknown: null, breaks: [] });
    expect(record.statements.map((statement) => statement.sql)).toEqual(sql);
  });

  test.each<[Vendor, string, string]>([
    ["postgresql", "note", `"it's"`],
    ["postgresql", "note", `"100%"`],
    ["postgresql", "note", "None"],
    ["postgresql", "note", "compute()"],
    ["mysql", "ref", "NOW"],
    ["mariadb", "note", `"a"`],
  ])("has no SQL of ours on %s for %s to %s", async (database, field, value) => {
    const record = await defaultOf(field, value, database);
    expect(record.unknown).toMatch(/AddDefaultValue/);
    expect(record.statements.every((statement) => statement.sql === null)).toBe(true);
  });

  test("keeps the running release inserting after a field with a default, which alone breaks it, where both commit together", async () => {
    const add = `migrations.AddField("order", "priority", models.IntegerField(default=0)),`;
    const both = `${add}\nAddDefaultValue("order", "priority", 0),`;
    const breaksOf = (records: readonly OperationRecord[]) => records.flatMap((record) => record.breaks.map(({ statement }) => statement));
    expect(breaksOf(await recordsOf(add))).toEqual(["INSERT"]);
    const together = await recordsOf(both);
    expect(breaksOf(together)).toEqual([]);
    expect(together.map(({ phase }) => phase)).not.toContain("contract");
    expect(together.flatMap(({ findings }) => findings.map(({ rule }) => rule))).not.toContain("breaks-running-release");
    expect(breaksOf(await recordsOf(both, "mysql"))).toEqual(["INSERT"]);
    const { verdict, projects } = await reviewOf({ code, operations: both, attributes: "atomic = False" });
    expect([verdict, breaksOf(projects[0]!.migrations[0]!.operations)]).toEqual(["fail", ["INSERT"]]);
  });

  test("does not touch the project's state: the field it names has to be there", async () => {
    expect((await defaultOf("nothing", "0")).unknown).toContain("shop.order.nothing");
  });

  test("is described as the package does", async () => {
    expect(inWords((await defaultOf("total", "True")).operation)).toBe("Add to field order.total the default value True");
  });
});
