import { transactionRules } from "../../impact/transaction-rules.ts";
import type { OtherRule } from "../rule.ts";

export const concurrentlyInTransaction: OtherRule = {
  about: "transaction",
  id: "concurrently-in-transaction",
  ...transactionRules["concurrently-in-transaction"],
  title: "CONCURRENTLY inside of a transaction",
  why: "PostgreSQL refuses CREATE and DROP INDEX CONCURRENTLY inside of a transaction block (25001), and so does Django.",
  databases: ["postgresql"],
  bad: {
    operations: "AddIndexConcurrently(\"order\", models.Index(fields=[\"ref\"], name=\"order_ref\")),",
    code: "from django.contrib.postgres.operations import AddIndexConcurrently",
  },
  good: {
    operations: "AddIndexConcurrently(\"order\", models.Index(fields=[\"ref\"], name=\"order_ref\")),",
    code: "from django.contrib.postgres.operations import AddIndexConcurrently",
    attributes: "atomic = False",
  },
};
