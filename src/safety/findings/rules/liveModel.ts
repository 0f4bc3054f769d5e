import { vendors } from "../../../django/project.ts";
import { code } from "../../../django/graph/words.ts";
import type { OperationRule } from "../rule.ts";

export const liveModel: OperationRule = {
  about: "operation",
  id: "live-model",
  level: "warning",
  title: "Uses a model of today’s code",
  why: "An imported model has the fields of the newest code, not those of the schema at this point of the history. Once a later migration adds a column, this one fails on every new database; and `save()` runs the code of today, signals included.",
  advice: "Take the model from the first parameter: `apps.get_model(\"shop\", \"Order\")`.",
  databases: vendors,
  tell: ({ code: functions }) => functions.flatMap(({ liveModels }) => liveModels.map(({ model, ...place }) => ({ message: `${code(model)} is a model of today's code.`, place }))),
  bad: {
    code: `from shop.models import Order


def fill(apps, schema_editor):
    Order.objects.filter(total=None, pk__lt=10).update(total=0)`,
    operations: "migrations.RunPython(fill, migrations.RunPython.noop),",
  },
  good: {
    code: `def fill(apps, schema_editor):
    Order = apps.get_model("shop", "Order")
    Order.objects.filter(total=None, pk__lt=10).update(total=0)`,
    operations: "migrations.RunPython(fill, migrations.RunPython.noop),",
  },
};
