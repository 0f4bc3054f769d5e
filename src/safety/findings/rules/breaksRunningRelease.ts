import { vendors } from "../../../django/project.ts";
import { failing } from "../words.ts";
import type { OperationRule } from "../rule.ts";

export const breaksRunningRelease: OperationRule = {
  about: "operation",
  id: "breaks-running-release",
  level: "error",
  title: "Breaks the running release",
  why: "Old processes keep running while and after `migrate` runs. Their statements fail from the moment the migration commits until the last of them is gone.",
  advice: "Ship it in several releases: expand, move the code over, contract when no process of the old release is left.",
  databases: vendors,
  tell: ({ breaks }) => {
    const running = breaks.filter(({ release }) => release === "running");
    return running.length === 0 ? [] : [`The running release fails: ${failing(running)}.`];
  },
  bad: { operations: "migrations.RemoveField(\"order\", \"note\")," },
  good: {
    operations: `migrations.SeparateDatabaseAndState(
    state_operations=[migrations.RemoveField("order", "note")],
),`,
  },
};
