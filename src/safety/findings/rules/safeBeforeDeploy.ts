import { vendors } from "../../../django/project.ts";
import { code } from "../../../django/graph/words.ts";
import type { MigrationRule } from "../rule.ts";

export const safeBeforeDeploy: MigrationRule = {
  about: "migration",
  id: "safe-before-deploy",
  level: "warning",
  title: "Runs too early for the running release",
  why: "django-safemigrate runs a migration marked `Safe.before_deploy()` while the old code serves every request, and this one breaks it.",
  advice: "Mark it `Safe.after_deploy()`: then no process of the old release may be left when it runs. Or split it, as the plan says.",
  databases: vendors,
  tell: ({ migration, safe, place }) => ((safe === "before_deploy" || safe === "always") && migration.operations.some(({ breaks }) => breaks.some(({ release }) => release === "running")) ? [{ message: `${code(`safe = Safe.${safe}()`)}, but the running release does not survive this migration.`, place }] : []),
  bad: {
    operations: "migrations.RemoveField(\"order\", \"note\"),",
    attributes: "safe = Safe.before_deploy()",
    code: "from django_safemigrate import Safe",
  },
  good: {
    operations: "migrations.RemoveField(\"order\", \"note\"),",
    attributes: "safe = Safe.after_deploy()",
    code: "from django_safemigrate import Safe",
  },
};
