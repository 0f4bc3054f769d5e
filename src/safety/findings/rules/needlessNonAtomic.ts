import { wantsNoTransaction } from "../operation.ts";
import type { MigrationRule } from "../rule.ts";

export const needlessNonAtomic: MigrationRule = {
  about: "migration",
  id: "needless-non-atomic",
  level: "note",
  title: "Not atomic without need",
  why: "Without a transaction, a migration that fails halfway stays half applied and cannot simply be run again. Nothing in this one needs to be outside of one.",
  advice: "Take `atomic = False` away.",
  databases: ["postgresql"],
  tell: ({ migration, place }) => (migration.atomic || migration.operations.some(wantsNoTransaction) || !migration.operations.some(({ statements, deferred }) => statements.length + deferred.length > 0) ? [] : [{ message: "No operation needs `atomic = False`.", place }]),
  bad: { operations: "migrations.AddField(\"order\", \"seen\", models.BooleanField(null=True)),", attributes: "atomic = False" },
  good: { operations: "migrations.AddField(\"order\", \"seen\", models.BooleanField(null=True))," },
};
