import { vendors } from "../../../django/project.ts";
import type { OtherRule } from "../rule.ts";

export const circularDependency: OtherRule = {
  about: "graph",
  id: "circular-dependency",
  level: "error",
  title: "Migrations that wait for each other",
  why: "Django stops with CircularDependencyError: no order satisfies the dependencies.",
  advice: "Move the operation that needs the other migration into one of its own that comes after both.",
  databases: vendors,
  bad: {
    files: { "shop/migrations/0003_change.py": `from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("shop", "0001_initial"), ("shop", "0004_more")]
    operations = [migrations.AddField("order", "seen", models.BooleanField(null=True))]
`, "shop/migrations/0004_more.py": `from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("shop", "0003_change")]
    operations = [migrations.AddField("order", "seen", models.BooleanField(null=True))]
` },
  },
  good: { operations: "migrations.AddField(\"order\", \"priority\", models.IntegerField(null=True))," },
};
