import { transactionRules } from "../../impact/transaction-rules.ts";
import type { OtherRule } from "../rule.ts";

export const noTransactionalDdl: OtherRule = {
  about: "transaction",
  id: "no-transactional-ddl",
  ...transactionRules["no-transactional-ddl"],
  title: "Half applied when it fails",
  why: "MySQL and MariaDB commit every schema change at once. If a later one fails, those before it stay, and the migration cannot simply be run again.",
  databases: ["mysql", "mariadb"],
  bad: {
    operations: `migrations.AddField("order", "seen", models.BooleanField(null=True)),
migrations.AddField("order", "paid", models.BooleanField(null=True)),`,
    database: "mysql",
  },
  good: { operations: "migrations.AddField(\"order\", \"seen\", models.BooleanField(null=True)),", database: "mysql" },
};
