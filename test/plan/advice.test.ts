import { expect, test } from "vitest";
import { adviceWithout } from "../../src/plan/advice.ts";
import type { Breakage, OperationRecord } from "../../src/safety/types.ts";
import { base, headOf } from "./cases.ts";
import { planned } from "./project.ts";

const postgresql = { vendor: "postgresql", version: "16" } as const;
const breakage: Breakage = { release: "running", statement: "INSERT", table: "shop_order", column: "priority", error: 'null value in column "priority" of relation "shop_order" violates not-null constraint', code: "23502", because: "" };
const record = (breaks: readonly Breakage[], impact: Partial<OperationRecord["impact"]> = {}) => ({ breaks, impact: { locks: {}, blocksReads: false, blocksWrites: false, ...impact } }) as OperationRecord;

test.each<readonly [string, Breakage, string]>([
  ["a value that is missing", breakage, "whose code writes a value to `shop_order.priority` always, and fill the rows that have none"],
  ["a rule", { ...breakage, code: "23505", error: "duplicate key value" }, "whose code keeps the rule on `shop_order.priority` already"],
  ["a column that goes", { ...breakage, statement: "SELECT", code: "42703", error: "column shop_order.priority does not exist" }, "whose code does not use `shop_order.priority` any more"],
])("what the code of the release before must do: %s", (_, one, words) => {
  expect(adviceWithout(record([one]), postgresql)).toContain(words);
  expect(adviceWithout(record([one]), postgresql)).toContain(`The running release's ${one.statement} on \`shop_order\` would fail with \`${one.error}\`.`);
});

test("what waits is named, and how to give up", () => {
  expect(adviceWithout(record([], { blocksWrites: true, locks: { shop_order: "SHARE" } }), postgresql)).toBe("Writes of `shop_order` wait until it is done. Measure it on a copy of the database. Run it alone, in a migration of its own, when few use the table; `SET LOCAL lock_timeout = '2s'` in a `RunSQL` before it lets it give up rather than queue before others.");
});

test("raw SQL keeps its hints and elidable in every step, and a way back that is another is said", async () => {
  const operations = 'migrations.RunSQL(\n    "ALTER TABLE shop_order ADD CONSTRAINT order_ref_uniq UNIQUE (ref)",\n    "ALTER TABLE shop_order DROP CONSTRAINT order_ref_uniq",\n    hints={"target": "shop"},\n    elidable=True,\n),';
  const { made } = await planned(base, headOf({ operations, models: {} }), { django: "5.2", ...postgresql });
  const files = made!.train[1]!.files.map(({ text }) => text);
  expect(files).toHaveLength(2);
  for (const text of files) expect(text).toMatch(/hints=\{"target": "shop"\},\s+elidable=True,/);
  expect(made!.plan.releases[0]!.steps[0]!.explanation).toContain("in the place of your `reverse_sql`");
});

test("raw SQL that adds a required column which the project state does not know is told what to write", async () => {
  const operations = 'migrations.RunSQL("ALTER TABLE shop_order ADD COLUMN priority smallint NOT NULL", "ALTER TABLE shop_order DROP COLUMN priority"),';
  const { made } = await planned(base, headOf({ operations, models: {} }), { django: "5.2", ...postgresql });
  expect(made!.plan.releases).toEqual([]);
  expect(made!.plan.without[0]!.reason).toContain('with `ALTER TABLE "shop_order" ADD COLUMN "priority" smallint` alone');
});

test("raw SQL of another type than the field's is told the field's", async () => {
  const operations = 'migrations.RunSQL("ALTER TABLE shop_order ADD COLUMN priority smallint NOT NULL", "ALTER TABLE shop_order DROP COLUMN priority", state_operations=[migrations.AddField("order", "priority", models.IntegerField(default=0))]),';
  const { made } = await planned(base, headOf({ operations, models: {} }), { django: "5.2", ...postgresql });
  expect(made!.plan.releases[0]!.steps[0]!.explanation).toContain("The column has the type of the field, `integer`, where your SQL says `smallint`.");
});
