import { vendors } from "../../../django/project.ts";
import { code } from "../../../django/graph/words.ts";
import type { OperationRule } from "../rule.ts";

export const reverseFailsOnRows: OperationRule = {
  about: "operation",
  id: "reverse-fails-on-rows",
  level: "note",
  title: "The reverse fails on rows that are there",
  why: "To go back, `migrate` adds the column again, NOT NULL and without a value for the rows that are there: it fails as soon as the table has one.",
  advice: "Make the field nullable, or give it a default, in a migration before this one; or do not count on going back.",
  databases: vendors,
  tell: ({ requiredField }) => (requiredField === null ? [] : [`Adding ${code(requiredField)} again needs a value for every row.`]),
  bad: { operations: "migrations.RemoveField(\"order\", \"ref\")," },
  good: { operations: "migrations.RemoveField(\"order\", \"note\")," },
};
