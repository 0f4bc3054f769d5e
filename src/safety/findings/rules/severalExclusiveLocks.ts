import { transactionRules } from "../../impact/transaction-rules.ts";
import type { OtherRule } from "../rule.ts";

export const severalExclusiveLocks: OtherRule = {
  about: "transaction",
  id: "several-exclusive-locks",
  ...transactionRules["several-exclusive-locks"],
  title: "Several tables locked at once",
  why: "The migration holds every lock until its transaction ends, and may deadlock with transactions that use the tables in another order.",
  databases: ["postgresql"],
  bad: {
    operations: `migrations.AddField("order", "seen", models.BooleanField(null=True)),
migrations.AddField("customer", "seen", models.BooleanField(null=True)),`,
  },
  good: { operations: "migrations.AddField(\"order\", \"seen\", models.BooleanField(null=True))," },
};
