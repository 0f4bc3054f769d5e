import { vendors } from "../../../django/project.ts";
import type { OperationRule } from "../rule.ts";

export const dropsData: OperationRule = {
  about: "operation",
  id: "drops-data",
  level: "note",
  title: "Drops data",
  why: "What is dropped comes back from a backup only; reversing the migration makes it anew, empty.",
  advice: "Keep it until no release needs it, and until a backup is at hand.",
  databases: vendors,
  tell: ({ losses }) => {
    const dropped = losses.filter(({ kind }) => kind === "dropped");
    return dropped.length === 0 ? [] : [dropped.map(({ how }) => how).join(" ")];
  },
  bad: { operations: "migrations.RemoveField(\"order\", \"note\")," },
  good: {
    operations: `migrations.SeparateDatabaseAndState(
    state_operations=[migrations.RemoveField("order", "note")],
),`,
  },
};
