import { vendors } from "../../../django/project.ts";
import type { MigrationRule } from "../rule.ts";

export const linterMarker: MigrationRule = {
  about: "migration",
  id: "linter-marker",
  level: "note",
  title: "A marker for another linter",
  why: "The operation does nothing to the database: it tells django-migration-linter to leave this migration out. It is judged here like every other.",
  advice: "Where something in it was checked by hand, accept the rule on its operation, with the reason.",
  databases: vendors,
  tell: ({ migration }) => migration.operations.filter(({ type }) => type === "IgnoreMigration").map(({ place }) => ({ message: "`IgnoreMigration` is a marker for django-migration-linter.", place })),
  bad: { operations: "IgnoreMigration(),", code: "from django_migration_linter import IgnoreMigration" },
  good: { operations: "migrations.AddField(\"order\", \"seen\", models.BooleanField(null=True))," },
};
