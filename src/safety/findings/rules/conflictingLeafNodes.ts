import { vendors } from "../../../django/project.ts";
import type { OtherRule } from "../rule.ts";

export const conflictingLeafNodes: OtherRule = {
  about: "graph",
  id: "conflicting-leaf-nodes",
  level: "error",
  title: "Two last migrations",
  why: "`migrate` refuses to run where an app has several migrations that nothing comes after: it cannot know their order.",
  advice: "Let one depend on the other, or run `python manage.py makemigrations --merge`.",
  databases: vendors,
  bad: {
    operations: "migrations.AddField(\"order\", \"priority\", models.IntegerField(null=True)),",
    files: { "shop/migrations/0002_other.py": `from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("shop", "0001_initial")]
    operations = [migrations.AddField("order", "seen", models.BooleanField(null=True))]
` },
  },
  good: {
    operations: "migrations.AddField(\"order\", \"priority\", models.IntegerField(null=True)),",
    files: { "shop/migrations/0004_other.py": `from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("shop", "0003_change")]
    operations = [migrations.AddField("order", "seen", models.BooleanField(null=True))]
` },
  },
};
