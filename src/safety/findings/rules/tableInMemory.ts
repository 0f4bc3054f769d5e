import { vendors } from "../../../django/project.ts";
import { code } from "../../../django/graph/words.ts";
import type { OperationParts } from "../parts.ts";
import type { Told } from "../rule.ts";
import { modelName } from "../words.ts";
import type { OperationRule } from "../rule.ts";

export const tableInMemory: OperationRule = {
  about: "operation",
  id: "table-in-memory",
  level: "note",
  title: "Reads a whole table into memory",
  why: "A loop over a query keeps every row it has fetched until the loop ends. With a large table the migration is killed for want of memory.",
  advice: "Add `.iterator()`, with `chunk_size` where there are prefetches.",
  databases: vendors,
  tell: tablesInMemory,
  bad: {
    code: `def fill(apps, schema_editor):
    Order = apps.get_model("shop", "Order")
    for order in Order.objects.all():
        print(order.ref)`,
    operations: "migrations.RunPython(fill, migrations.RunPython.noop),",
  },
  good: {
    code: `def fill(apps, schema_editor):
    Order = apps.get_model("shop", "Order")
    for order in Order.objects.all().iterator():
        print(order.ref)`,
    operations: "migrations.RunPython(fill, migrations.RunPython.noop),",
  },
};

function tablesInMemory({ code: functions, tableOf, sizes }: OperationParts): Told[] {
  return functions.flatMap(({ loops }) =>
    loops.filter(({ whole, streamed, model }) => whole && !streamed && !sizes.small(tableOf(model) ?? "")).map(({ path, line, model }) => ({ message: `Loops over every row of ${modelName(model)} without ${code("iterator()")}.`, place: { path, line } })),
  );
}
