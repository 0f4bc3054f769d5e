import { vendors } from "../../../django/project.ts";
import type { MigrationRule } from "../rule.ts";

export const batchesInOneTransaction: MigrationRule = {
  about: "migration",
  id: "batches-in-one-transaction",
  level: "note",
  title: "Batches in one transaction",
  why: "The code commits batch by batch, but the migration is atomic: its transactions are savepoints of the one around them, and every lock is held until the end.",
  advice: "Set `atomic = False` on the migration.",
  databases: vendors,
  tell: ({ migration, code, database }) =>
    migration.atomic && database.vendor !== "sqlite" ? code.flatMap(({ ownTransactions }) => ownTransactions.map((place) => ({ message: "The transactions of this loop are savepoints of the migration's one transaction.", place }))) : [],
  bad: {
    code: `from django.db import transaction


def fill(apps, schema_editor):
    Order = apps.get_model("shop", "Order")
    for start in range(0, 100000, 5000):
        with transaction.atomic():
            Order.objects.filter(pk__gte=start, pk__lt=start + 5000).update(total=0)`,
    operations: "migrations.RunPython(fill, migrations.RunPython.noop),",
  },
  good: {
    code: `from django.db import transaction


def fill(apps, schema_editor):
    Order = apps.get_model("shop", "Order")
    for start in range(0, 100000, 5000):
        with transaction.atomic():
            Order.objects.filter(pk__gte=start, pk__lt=start + 5000).update(total=0)`,
    operations: "migrations.RunPython(fill, migrations.RunPython.noop),",
    attributes: "atomic = False",
  },
};
