import { vendors } from "../../../django/project.ts";
import type { OperationRule } from "../rule.ts";

export const losesData: OperationRule = {
  about: "operation",
  id: "loses-data",
  level: "warning",
  title: "Changes values without an error",
  why: "The server converts the values that are there, cuts or rounds what does not fit, and reports nothing.",
  advice: "Check that no row holds such a value, or keep the old column until somebody has.",
  databases: vendors,
  tell: ({ losses }) => {
    const changed = losses.filter(({ kind }) => kind === "changed");
    return changed.length === 0 ? [] : [changed.map(({ how }) => how).join(" ")];
  },
  bad: { operations: "migrations.AlterField(\"order\", \"note\", models.CharField(max_length=100, null=True))," },
  good: { operations: "migrations.AlterField(\"order\", \"ref\", models.CharField(max_length=100))," },
};
