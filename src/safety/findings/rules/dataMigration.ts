import { vendors } from "../../../django/project.ts";
import { code } from "../../../django/graph/words.ts";
import { dataMigrations } from "../operation.ts";
import type { OperationRule } from "../rule.ts";

export const dataMigration: OperationRule = {
  about: "operation",
  id: "data-migration",
  level: "note",
  title: "Data migration",
  why: "It sees the rows that are there when it runs. The running release goes on writing rows that it will not see, and the effect of its code cannot be read from the migration.",
  advice: "Let the code write the new form first, then migrate the rows, in batches and outside of a transaction.",
  databases: vendors,
  tell: ({ operation }) => dataMigrations(operation).map((name) => (name === null ? "It changes rows." : `It changes rows with ${code(name.slice(name.lastIndexOf(".") + 1))}.`)),
  bad: {
    code: `def fill(apps, schema_editor):
    Order = apps.get_model("shop", "Order")
    Order.objects.filter(total=None, pk__lt=10).update(total=0)`,
    operations: "migrations.RunPython(fill, migrations.RunPython.noop),",
  },
  good: { operations: "migrations.RunPython(migrations.RunPython.noop, migrations.RunPython.noop)," },
};
