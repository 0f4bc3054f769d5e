import { describe, expect, test } from "vitest";
import type { OperationRecord } from "../../src/safety/types.ts";
import { findingsIn, reviewOf } from "../safety/findings/shop.ts";

const code = "from django.db.models import Q\nfrom django_pg_migration_tools import operations as safer";
const timeout = "SET lock_timeout = '0'";

async function recordOf(operations: string, released = ""): Promise<OperationRecord> {
  const { projects } = await reviewOf({ code: code, operations, released, attributes: "atomic = False" });
  return projects[0]!.migrations[0]!.operations[0]!;
}

/** The statements are those that `sqlmigrate` of Django 5.2 printed for these operations with django-pg-migration-tools 0.1.26. */
describe("django-pg-migration-tools", () => {
  test.each<[string, string, readonly string[], { readonly phase: string; readonly released?: string }]>([
    [
      "SaferAddIndexConcurrently",
      `safer.SaferAddIndexConcurrently("order", models.Index(fields=["ref"], name="order_ref")),`,
      [timeout, `CREATE INDEX CONCURRENTLY IF NOT EXISTS "order_ref" ON "shop_order" ("ref")`, timeout],
      { phase: "additive" },
    ],
    [
      "SaferRemoveIndexConcurrently",
      `safer.SaferRemoveIndexConcurrently("order", "order_ref"),`,
      [timeout, `DROP INDEX CONCURRENTLY IF EXISTS "order_ref"`, timeout],
      { phase: "additive", released: `migrations.AddIndex("order", models.Index(fields=["ref"], name="order_ref")),` },
    ],
    [
      "SaferAddUniqueConstraint",
      `safer.SaferAddUniqueConstraint("order", models.UniqueConstraint(fields=["ref"], name="order_ref_uniq")),`,
      [timeout, `CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "order_ref_uniq" ON "shop_order" ("ref")`, timeout, `ALTER TABLE "shop_order" ADD CONSTRAINT "order_ref_uniq" UNIQUE USING INDEX "order_ref_uniq"`],
      { phase: "contract" },
    ],
    [
      "SaferAddUniqueConstraint with a condition",
      `safer.SaferAddUniqueConstraint("order", models.UniqueConstraint(fields=["ref"], condition=Q(total__gt=0), name="order_ref_uniq")),`,
      [timeout, `CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "order_ref_uniq" ON "shop_order" ("ref") WHERE "total" > 0`, timeout],
      { phase: "contract" },
    ],
    [
      "SaferRemoveUniqueConstraint",
      `safer.SaferRemoveUniqueConstraint("order", "order_ref_uniq"),`,
      [`ALTER TABLE "shop_order" DROP CONSTRAINT "order_ref_uniq"`],
      { phase: "expand", released: `migrations.AddConstraint("order", models.UniqueConstraint(fields=["ref"], name="order_ref_uniq")),` },
    ],
    [
      "SaferAddCheckConstraint",
      `safer.SaferAddCheckConstraint("order", models.CheckConstraint(condition=Q(total__gte=0), name="order_total")),`,
      [`ALTER TABLE "shop_order" ADD CONSTRAINT "order_total" CHECK ("total" >= 0) NOT VALID`, `ALTER TABLE "shop_order" VALIDATE CONSTRAINT "order_total"`],
      { phase: "contract" },
    ],
    [
      "SaferRemoveCheckConstraint",
      `safer.SaferRemoveCheckConstraint("order", "order_total"),`,
      [`ALTER TABLE "shop_order" DROP CONSTRAINT "order_total"`],
      { phase: "expand", released: `migrations.AddConstraint("order", models.CheckConstraint(condition=models.Q(total__gte=0), name="order_total")),` },
    ],
    [
      "SaferAlterFieldSetNotNull",
      `safer.SaferAlterFieldSetNotNull("order", "total", models.IntegerField()),`,
      [
        `ALTER TABLE "shop_order" ADD CONSTRAINT "shop_order_total_5d6d00f15b" CHECK ("total" IS NOT NULL) NOT VALID`,
        `ALTER TABLE "shop_order" VALIDATE CONSTRAINT "shop_order_total_5d6d00f15b"`,
        `ALTER TABLE "shop_order" ALTER COLUMN "total" SET NOT NULL`,
        `ALTER TABLE "shop_order" DROP CONSTRAINT "shop_order_total_5d6d00f15b"`,
      ],
      { phase: "contract" },
    ],
    [
      "SaferAddFieldForeignKey",
      `safer.SaferAddFieldForeignKey("order", "payer", models.ForeignKey("shop.Customer", models.CASCADE, null=True)),`,
      [
        `ALTER TABLE "shop_order" ADD COLUMN IF NOT EXISTS "payer_id" bigint NULL`,
        timeout,
        `CREATE INDEX CONCURRENTLY IF NOT EXISTS "order_payer_id_idx" ON "shop_order" ("payer_id")`,
        timeout,
        `ALTER TABLE "shop_order" ADD CONSTRAINT "shop_order_payer_id_fk" FOREIGN KEY ("payer_id") REFERENCES "shop_customer" ("id") DEFERRABLE INITIALLY DEFERRED NOT VALID`,
        `ALTER TABLE "shop_order" VALIDATE CONSTRAINT "shop_order_payer_id_fk"`,
      ],
      { phase: "additive" },
    ],
    [
      "SaferAddFieldOneToOne",
      `safer.SaferAddFieldOneToOne("order", "payer", models.OneToOneField("shop.Customer", models.CASCADE, null=True)),`,
      [
        `ALTER TABLE "shop_order" ADD COLUMN IF NOT EXISTS "payer_id" bigint NULL`,
        timeout,
        `CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "order_payer_id_uniq" ON "shop_order" ("payer_id")`,
        timeout,
        `ALTER TABLE "shop_order" ADD CONSTRAINT "order_payer_id_uniq" UNIQUE USING INDEX "order_payer_id_uniq"`,
        `ALTER TABLE "shop_order" ADD CONSTRAINT "shop_order_payer_id_fk" FOREIGN KEY ("payer_id") REFERENCES "shop_customer" ("id") DEFERRABLE INITIALLY DEFERRED NOT VALID`,
        `ALTER TABLE "shop_order" VALIDATE CONSTRAINT "shop_order_payer_id_fk"`,
      ],
      { phase: "additive" },
    ],
    ["SaferRemoveFieldForeignKey", `safer.SaferRemoveFieldForeignKey("order", "customer"),`, [`ALTER TABLE "shop_order" DROP COLUMN "customer_id"`], { phase: "contract" }],
  ])("%s: its statements, and nobody waits", async (_, operation, sql, { phase, released }) => {
    const record = await recordOf(operation, released);
    expect(record.statements.map((statement) => statement.sql)).toEqual(sql);
    expect(record).toMatchObject({ unknown: null, phase, impact: { blocksReads: false, blocksWrites: false, rewrites: [] } });
  });

  test("a long name is cut as the package cuts it", async () => {
    const record = await recordOf(`safer.SaferAddFieldForeignKey("order", "the_customer_who_pays_for_all_of_it_at_the_very_end", models.ForeignKey("shop.Customer", models.CASCADE, null=True, db_index=False)),`);
    expect(record.statements.at(-1)!.sql).toBe(`ALTER TABLE "shop_order" VALIDATE CONSTRAINT "shop_order_the_customer_who_pays_for_all_of_it_at_t_3d82c8a6_fk"`);
  });

  test("what the package refuses is unknown, and says why", async () => {
    expect((await recordOf(`safer.SaferAddFieldForeignKey("order", "payer", models.ForeignKey("shop.Customer", models.CASCADE)),`)).unknown).toBe("SaferAddFieldForeignKey refuses a field that is not nullable");
    expect((await recordOf(`safer.SaferAddFieldForeignKey("order", "payer", models.ForeignKey("shop.Customer", models.CASCADE, null=True, db_column="payer")),`)).unknown).toContain("makes the column payer_id");
    expect((await recordOf(`safer.SaferAddUniqueConstraint("order", models.UniqueConstraint(fields=["ref"], include=["note"], name="order_ref_uniq")),`)).unknown).toContain("PostgreSQL refuses");
  });

  test("none of them runs in a transaction", async () => {
    const findings = findingsIn(await reviewOf({ code, operations: `safer.SaferAlterFieldSetNotNull("order", "total", models.IntegerField()),` }));
    expect(findings.filter(({ rule }) => rule === "concurrently-in-transaction").map(({ message }) => message)).toEqual([
      "The migration cannot run, because it is atomic: The SaferAlterFieldSetNotNull operation cannot be executed inside a transaction (set atomic = False on the migration).",
    ]);
  });
});
