import { vendors } from "../../../django/project.ts";
import { code } from "../../../django/graph/words.ts";
import type { OperationParts } from "../parts.ts";
import type { Told } from "../rule.ts";
import { modelName } from "../words.ts";
import type { OperationRule } from "../rule.ts";

export const wholeTableInOneTransaction: OperationRule = {
  about: "operation",
  id: "whole-table-in-one-transaction",
  level: "warning",
  title: "Writes a whole table in one transaction",
  why: "Every row that is changed stays locked until the transaction ends, and the old version of each is kept beside the new one. Whoever updates or deletes one of the rows waits.",
  advice: "Change the rows in batches of a few thousand by primary key, each in a transaction of its own: `atomic = False` on the migration and `transaction.atomic()` around a batch.",
  databases: vendors,
  tell: wholeTables,
  bad: {
    code: `def fill(apps, schema_editor):
    Order = apps.get_model("shop", "Order")
    Order.objects.update(total=0)`,
    operations: "migrations.RunPython(fill, migrations.RunPython.noop),",
  },
  good: {
    code: `from django.db import transaction

def fill(apps, schema_editor):
    Order = apps.get_model("shop", "Order")
    while True:
        with transaction.atomic():
            ids = list(Order.objects.filter(total=None).values_list("pk", flat=True)[:5000])
            Order.objects.filter(pk__in=ids).update(total=0)
        if not ids:
            return`,
    operations: "migrations.RunPython(fill, migrations.RunPython.noop),",
    attributes: "atomic = False",
  },
};

/** A single statement holds its locks whatever the migration says; a loop does where the migration is one transaction. */
function wholeTables({ code: functions, atomic, tableOf, sizes, operation, database }: OperationParts): Told[] {
  const one = atomic && !(operation.kind === "RunPython" && operation.atomic === false) && database.vendor !== "sqlite";
  const large = (model: string | null) => {
    const table = tableOf(model);
    return table === null || !sizes.small(table);
  };
  return functions.flatMap(({ bulk, loops }) => [
    ...bulk.filter(({ whole, model }) => whole && large(model)).map(({ path, line, model, method }) => ({ message: `${method === "update" ? "Updates" : "Deletes"} every row of ${modelName(model)} in one statement.`, place: { path, line } })),
    ...loops.filter(({ whole, writes, model }) => one && whole && writes !== null && large(model)).map(({ path, line, model, writes }) => ({ message: `Calls ${code(`${writes ?? ""}()`)} for each row of ${modelName(model)}, all of them, in the migration's one transaction.`, place: { path, line } })),
  ]);
}
