import { transactionRules } from "../../impact/transaction-rules.ts";
import type { OtherRule } from "../rule.ts";

export const schemaChangeAfterData: OtherRule = {
  about: "transaction",
  id: "schema-change-after-data",
  ...transactionRules["schema-change-after-data"],
  title: "Schema change after data in one transaction",
  why: "Deferred checks of changed rows wait for the end of the transaction, and until then PostgreSQL refuses to alter the table (55006: pending trigger events).",
  databases: ["postgresql"],
  bad: {
    operations: `migrations.RunSQL("UPDATE shop_order SET customer_id = 1", migrations.RunSQL.noop),
migrations.AddField("order", "seen", models.BooleanField(null=True)),`,
  },
  good: { operations: "migrations.RunSQL(\"UPDATE shop_order SET customer_id = 1\", migrations.RunSQL.noop)," },
};
