import { vendors } from "../../../django/project.ts";
import { code } from "../../../django/graph/words.ts";
import type { OperationRule } from "../rule.ts";

export const networkCall: OperationRule = {
  about: "operation",
  id: "network-call",
  level: "warning",
  title: "Calls another machine",
  why: "The migration waits for the answer, with its transaction and its locks open, and fails or half-succeeds when there is none. Rolled back or run again, what was sent stays sent.",
  advice: "Do it in a management command or a task that is run after the deployment, and can be run again.",
  databases: vendors,
  tell: ({ code: functions }) => functions.flatMap(({ network }) => network.map(({ called, ...place }) => ({ message: `${code(called)} waits for another machine.`, place }))),
  bad: {
    code: `import requests


def fill(apps, schema_editor):
    Order = apps.get_model("shop", "Order")
    for order in Order.objects.iterator():
        requests.post("https://stock.example/", json={"ref": order.ref})`,
    operations: "migrations.RunPython(fill, migrations.RunPython.noop),",
  },
  good: {
    code: `def fill(apps, schema_editor):
    Order = apps.get_model("shop", "Order")
    Order.objects.filter(total=None, pk__lt=10).update(total=0)`,
    operations: "migrations.RunPython(fill, migrations.RunPython.noop),",
  },
};
