import { vendors } from "../../../django/project.ts";
import type { OtherRule } from "../rule.ts";

export const modelWithoutMigration: OtherRule = {
  about: "graph",
  id: "model-without-migration",
  level: "error",
  title: "A model edited without its migration",
  why: "The new release asks the database for columns and tables by its models. What no migration makes is not there, and every query of that model fails. A field that only changed, or is gone from the model alone, is a warning: the database keeps the old column, and the next `makemigrations` anywhere picks the change up. Told only where class and migrations agreed before and everything about the class can be read.",
  advice: "Run `python manage.py makemigrations` and commit the file it writes.",
  databases: vendors,
  bad: {
    files: {
      "shop/models.py": `from django.db import models


class Customer(models.Model):
    email = models.CharField(max_length=100, unique=True)
    name = models.CharField(max_length=50, null=True)
    phone = models.CharField(max_length=20, null=True)


class Order(models.Model):
    pass
`,
    },
  },
  good: {
    operations: `migrations.AddField("customer", "phone", models.CharField(max_length=20, null=True)),`,
    files: {
      "shop/models.py": `from django.db import models


class Customer(models.Model):
    email = models.CharField(max_length=100, unique=True)
    name = models.CharField(max_length=50, null=True)
    phone = models.CharField(max_length=20, null=True)


class Order(models.Model):
    pass
`,
    },
  },
};
