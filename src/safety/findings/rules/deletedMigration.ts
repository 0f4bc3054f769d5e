import { vendors } from "../../../django/project.ts";
import type { OtherRule } from "../rule.ts";

export const deletedMigration: OtherRule = {
  about: "graph",
  id: "deleted-migration",
  level: "error",
  title: "A released migration was deleted",
  why: "Databases that have run it and new ones no longer have the same history. What it did is not undone.",
  advice: "Restore it; to take back what it did write a new migration, to shorten the history run `squashmigrations`.",
  databases: vendors,
  bad: { files: { "shop/migrations/0002_released.py": null } },
  good: { operations: "migrations.AddField(\"order\", \"priority\", models.IntegerField(null=True))," },
};
