import { vendors } from "../../../django/project.ts";
import type { OtherRule } from "../rule.ts";

export const migrationWithoutModel: OtherRule = {
  about: "graph",
  id: "migration-without-model",
  level: "error",
  title: "A migration without the edit of its model",
  why: "A field that a migration takes away and the model still has is asked for by the new release, and fails once the column is gone. A field that only the migration has is a warning: the new release does not use it, and the next `makemigrations` takes it away again. Told only where class and migrations agreed before and everything about the class can be read.",
  advice: "Edit the model in the same pull request.",
  databases: vendors,
  bad: { operations: `migrations.RemoveField("customer", "name"),` },
  good: {
    operations: `migrations.RemoveField("customer", "name"),`,
    files: {
      "shop/models.py": `from django.db import models


class Customer(models.Model):
    email = models.CharField(max_length=100, unique=True)


class Order(models.Model):
    pass
`,
    },
  },
};
