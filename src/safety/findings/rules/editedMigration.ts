import { vendors } from "../../../django/project.ts";
import type { OtherRule } from "../rule.ts";

export const editedMigration: OtherRule = {
  about: "graph",
  id: "edited-migration",
  level: "warning",
  title: "A released migration was edited",
  why: "A database that has run it does not run it again: old and new databases then differ.",
  advice: "Put it back as it was, and write what is new into a migration of its own. Where only the code it calls differs, it is a note.",
  databases: vendors,
  bad: {
    operations: "migrations.AddField(\"order\", \"priority\", models.IntegerField(null=True)),",
    files: { "shop/migrations/0002_released.py": `from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("shop", "0001_initial")]
    operations = [migrations.AddField("order", "seen", models.BooleanField(null=True))]
` },
  },
  good: { operations: "migrations.AddField(\"order\", \"priority\", models.IntegerField(null=True))," },
};
