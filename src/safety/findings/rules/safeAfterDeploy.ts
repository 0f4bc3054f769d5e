import { vendors } from "../../../django/project.ts";
import type { MigrationRule } from "../rule.ts";

export const safeAfterDeploy: MigrationRule = {
  about: "migration",
  id: "safe-after-deploy",
  level: "warning",
  title: "Runs too late for the new release",
  why: "django-safemigrate runs a migration marked `Safe.after_deploy()` when the new code runs already. The new release’s statements fail until then.",
  advice: "Mark it `Safe.before_deploy()`.",
  databases: vendors,
  tell: ({ migration, safe, place }) => (safe === "after_deploy" && migration.operations.some(({ newNeedsItFirst }) => newNeedsItFirst) ? [{ message: "`safe = Safe.after_deploy()`, but the new release needs this migration before it starts.", place }] : []),
  bad: {
    operations: "migrations.AddField(\"order\", \"seen\", models.BooleanField(null=True)),",
    attributes: "safe = Safe.after_deploy()",
    code: "from django_safemigrate import Safe",
  },
  good: {
    operations: "migrations.AddField(\"order\", \"seen\", models.BooleanField(null=True)),",
    attributes: "safe = Safe.before_deploy()",
    code: "from django_safemigrate import Safe",
  },
};
