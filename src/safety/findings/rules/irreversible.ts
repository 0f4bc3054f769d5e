import { vendors } from "../../../django/project.ts";
import { code } from "../../../django/graph/words.ts";
import { withoutReverse } from "../operation.ts";
import type { OperationRule } from "../rule.ts";

export const irreversible: OperationRule = {
  about: "operation",
  id: "irreversible",
  level: "note",
  title: "Cannot be reversed",
  why: "`migrate` refuses to go back past an operation without a reverse (IrreversibleError), so a failed deployment cannot be undone this way.",
  advice: "Give it one: `migrations.RunPython.noop` or `migrations.RunSQL.noop` where there is nothing to undo.",
  databases: vendors,
  tell: ({ operation }) => withoutReverse(operation).map(({ type, argument }) => `${code(type)} has no ${code(argument)}.`),
  bad: {
    code: `def fill(apps, schema_editor):
    Order = apps.get_model("shop", "Order")
    Order.objects.filter(total=None, pk__lt=10).update(total=0)`,
    operations: "migrations.RunPython(fill),",
  },
  good: { operations: "migrations.RunSQL(\"UPDATE shop_order SET total = 0 WHERE id < 10\", migrations.RunSQL.noop)," },
};
