import { transactionRules } from "../../impact/transaction-rules.ts";
import type { OtherRule } from "../rule.ts";

export const dataUnderLock: OtherRule = {
  about: "transaction",
  id: "data-under-lock",
  ...transactionRules["data-under-lock"],
  title: "Data changed under a lock",
  why: "Locks are held until the transaction ends. Rows that are changed after a schema change in the same transaction are changed while everybody waits.",
  databases: ["postgresql"],
  bad: {
    operations: `migrations.AddField("order", "seen", models.BooleanField(null=True)),
migrations.RunSQL("UPDATE shop_order SET seen = true", migrations.RunSQL.noop),`,
  },
  good: { operations: "migrations.RunSQL(\"UPDATE shop_order SET total = 0\", migrations.RunSQL.noop)," },
};
