import { vendors } from "../../../django/project.ts";
import type { OtherRule } from "../rule.ts";

export const missingDependency: OtherRule = {
  about: "graph",
  id: "missing-dependency",
  level: "error",
  title: "A dependency that is not there",
  why: "Django stops with NodeNotFoundError: a migration names another that is in no app.",
  advice: "Add the file, or name the migration that is meant.",
  databases: vendors,
  bad: {
    files: { "shop/migrations/0003_change.py": `from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("shop", "0002_gone")]
    operations = [migrations.AddField("order", "seen", models.BooleanField(null=True))]
` },
  },
  good: { operations: "migrations.AddField(\"order\", \"priority\", models.IntegerField(null=True))," },
};
