import { vendors } from "../../../django/project.ts";
import { code } from "../../../django/graph/words.ts";
import type { OperationRule } from "../rule.ts";

export const failsOnExistingRows: OperationRule = {
  about: "operation",
  id: "fails-on-existing-rows",
  level: "warning",
  title: "May fail on rows that are there",
  why: "The server checks every row when the statement runs. One row that does not comply stops the migration.",
  advice: "Look for such rows before the deployment and correct them in an earlier migration.",
  databases: vendors,
  tell: ({ failsOnExistingRows: error }) => (error === null ? [] : [`The migration itself may fail on rows that are there: ${code(error)}.`]),
  bad: { operations: "migrations.AlterField(\"order\", \"total\", models.IntegerField())," },
  good: { operations: "migrations.AlterField(\"order\", \"total\", models.BigIntegerField(null=True))," },
};
