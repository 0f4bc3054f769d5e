import { vendors } from "../../../django/project.ts";
import type { OtherRule } from "../rule.ts";

export const inconsistentHistory: OtherRule = {
  about: "graph",
  id: "inconsistent-history",
  level: "error",
  title: "A released migration depends on a new one",
  why: "`migrate` stops with InconsistentMigrationHistory on every database that has run the released one.",
  advice: "Take the dependency away, and let the new migration come after the released one.",
  databases: vendors,
  bad: {
    files: { "shop/migrations/0002_released.py": `from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("shop", "0001_initial"), ("shop", "0001_zero")]
    operations = []
`, "shop/migrations/0001_zero.py": `from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("shop", "0001_initial")]
    operations = [migrations.AddField("order", "seen", models.BooleanField(null=True))]
` },
  },
  good: { operations: "migrations.AddField(\"order\", \"priority\", models.IntegerField(null=True))," },
};
