import { vendors } from "../../../django/project.ts";
import type { OtherRule } from "../rule.ts";

const other = {
  "crm/__init__.py": "",
  "crm/migrations/__init__.py": "",
  "crm/migrations/0001_initial.py": `from django.db import migrations, models


class Migration(migrations.Migration):
    operations = [migrations.CreateModel("Lead", [("id", models.BigAutoField(primary_key=True))])]
`,
  "settings.py": `INSTALLED_APPS = ["shop", "crm"]
DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
`,
};

const change = (dependencies: string) => `from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [${dependencies}]
    operations = [migrations.AddField("order", "lead", models.ForeignKey("crm.Lead", models.CASCADE, null=True))]
`;

export const undeclaredDependency: OtherRule = {
  about: "graph",
  id: "undeclared-dependency",
  level: "warning",
  title: "A dependency that is not declared",
  why: "The migration uses a model of another app, by a relation or by `apps.get_model`, and comes after none of that app's migrations. Databases that have both are fine; a new one, such as that of the tests, may run it first and stop with “lazy reference” or LookupError.",
  advice: "Add the migration that made the model to `dependencies`.",
  databases: vendors,
  bad: { files: { ...other, "shop/migrations/0003_change.py": change('("shop", "0002_released")') } },
  good: { files: { ...other, "shop/migrations/0003_change.py": change('("shop", "0002_released"), ("crm", "0001_initial")') } },
};
