import { vendors } from "../../../django/project.ts";
import { failing } from "../words.ts";
import type { OperationRule } from "../rule.ts";

export const breaksNewRelease: OperationRule = {
  about: "operation",
  id: "breaks-new-release",
  level: "error",
  title: "Breaks the new release",
  why: "The models and the database disagree after the migration, so statements of the release that comes with it fail.",
  advice: "Make the database allow what the models send: drop the column, or give it a default or NULL, in the same release.",
  databases: vendors,
  tell: ({ breaks }) => {
    const fresh = breaks.filter(({ release }) => release === "new");
    return fresh.length === 0 ? [] : [`The new release fails: ${failing(fresh)}.`];
  },
  bad: {
    operations: `migrations.SeparateDatabaseAndState(
    state_operations=[migrations.RemoveField("order", "ref")],
),`,
  },
  good: {
    operations: `migrations.AlterField("order", "ref", models.CharField(max_length=20, null=True)),
migrations.SeparateDatabaseAndState(
    state_operations=[migrations.RemoveField("order", "ref")],
),`,
  },
};
