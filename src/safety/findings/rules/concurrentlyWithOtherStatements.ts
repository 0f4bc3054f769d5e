import { transactionRules } from "../../impact/transaction-rules.ts";
import type { OtherRule } from "../rule.ts";

export const concurrentlyWithOtherStatements: OtherRule = {
  about: "transaction",
  id: "concurrently-with-other-statements",
  ...transactionRules["concurrently-with-other-statements"],
  title: "CONCURRENTLY beside other statements in one string",
  why: "PostgreSQL runs a string of several statements in one transaction, and refuses CONCURRENTLY there.",
  databases: ["postgresql"],
  bad: {
    operations: "migrations.RunSQL(\"SET lock_timeout = '2s'; CREATE INDEX CONCURRENTLY order_ref ON shop_order (ref)\", migrations.RunSQL.noop),",
    attributes: "atomic = False",
  },
  good: {
    operations: "migrations.RunSQL([\"SET lock_timeout = '2s'\", \"CREATE INDEX CONCURRENTLY order_ref ON shop_order (ref)\"], migrations.RunSQL.noop),",
    attributes: "atomic = False",
  },
};
