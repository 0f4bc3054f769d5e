import { transactionRules } from "../../impact/transaction-rules.ts";
import type { OtherRule } from "../rule.ts";

export const notAtomic: OtherRule = {
  about: "transaction",
  id: "not-atomic",
  ...transactionRules["not-atomic"],
  title: "Half applied when it fails, without a transaction",
  why: "With `atomic = False` every statement commits by itself. If a later one fails, those before it stay, and the migration cannot simply be run again.",
  databases: ["postgresql"],
  bad: {
    operations: `AddIndexConcurrently("order", models.Index(fields=["ref"], name="order_ref")),
AddIndexConcurrently("order", models.Index(fields=["total"], name="order_total")),`,
    code: "from django.contrib.postgres.operations import AddIndexConcurrently",
    attributes: "atomic = False",
  },
  good: {
    operations: "AddIndexConcurrently(\"order\", models.Index(fields=[\"ref\"], name=\"order_ref\")),",
    code: "from django.contrib.postgres.operations import AddIndexConcurrently",
    attributes: "atomic = False",
  },
};
