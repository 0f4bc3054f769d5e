import { transactionRules } from "../../impact/transaction-rules.ts";
import type { OtherRule } from "../rule.ts";

export const validateInSameTransaction: OtherRule = {
  about: "transaction",
  id: "validate-in-same-transaction",
  ...transactionRules["validate-in-same-transaction"],
  title: "Validated in the transaction that adds it",
  why: "NOT VALID spares the scan under the strong lock. Validated in the same transaction, the rows are checked while that lock is still held.",
  databases: ["postgresql"],
  bad: {
    operations: `AddConstraintNotValid("order", models.CheckConstraint(condition=models.Q(total__gte=0), name="total_positive")),
ValidateConstraint("order", "total_positive"),`,
    code: "from django.contrib.postgres.operations import AddConstraintNotValid, ValidateConstraint",
  },
  good: {
    operations: "AddConstraintNotValid(\"order\", models.CheckConstraint(condition=models.Q(total__gte=0), name=\"total_positive\")),",
    code: "from django.contrib.postgres.operations import AddConstraintNotValid, ValidateConstraint",
  },
};
