import { vendors } from "../../../django/project.ts";
import { code } from "../../../django/graph/words.ts";
import type { OperationParts } from "../parts.ts";
import type { Told } from "../rule.ts";
import { modelName } from "../words.ts";
import { wholeTableInOneTransaction } from "./wholeTableInOneTransaction.ts";
import type { OperationRule } from "../rule.ts";

export const rowsOneByOne: OperationRule = {
  about: "operation",
  id: "rows-one-by-one",
  level: "note",
  title: "Changes rows one by one",
  why: "A statement for each row, there and back over the network: minutes where one statement takes a second, and the deployment waits for it.",
  advice: "Use one `update()` with expressions, or `bulk_update()` and `bulk_create()` with a `batch_size`.",
  databases: vendors,
  tell: eachRow,
  bad: {
    code: `def fill(apps, schema_editor):
    Order = apps.get_model("shop", "Order")
    for order in Order.objects.filter(total=None).iterator():
        order.total = 0
        order.save(update_fields=["total"])`,
    operations: "migrations.RunPython(fill, migrations.RunPython.noop),",
  },
  good: {
    code: `def fill(apps, schema_editor):
    Order = apps.get_model("shop", "Order")
    orders = []
    for order in Order.objects.filter(total=None).iterator():
        order.total = 0
        orders.append(order)
    Order.objects.bulk_update(orders, ["total"], batch_size=500)`,
    operations: "migrations.RunPython(fill, migrations.RunPython.noop),",
  },
};

/** Where a whole table is written in one transaction, that is told instead. */
function eachRow(parts: OperationParts): Told[] {
  const { code: functions, tableOf, sizes } = parts;
  const told = wholeTableInOneTransaction.tell(parts).map((one) => (typeof one === "string" ? null : one.place.line));
  return functions.flatMap(({ loops }) =>
    loops
      .filter(({ writes, model, line }) => writes !== null && !told.includes(line) && !sizes.small(tableOf(model) ?? ""))
      .map(({ path, line, model, writes, whole }) => ({ message: `${code(`${writes ?? ""}()`)} is called for each row of ${modelName(model)}${whole ? ", all of them" : " that the query finds"}.`, place: { path, line } })),
  );
}
