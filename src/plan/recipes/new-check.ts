import type { OwnMigration, Part, Recipe } from "../course.ts";
import { modelOf } from "../course.ts";
import { apart, operation, stateOnly } from "../operations.ts";
import { slug } from "./words.ts";

/** Values that rows must keep to from now on. */
export const newCheck: Recipe = {
  id: "new-check",
  title: "A new check",
  when: "`AddConstraint` of a `CheckConstraint` on a table that is there: the running release may still write what it refuses, and the server reads every row under a lock.",
  databases: "PostgreSQL: `AddConstraintNotValid` and `ValidateConstraint` of django.contrib.postgres, in migrations of their own. MySQL copies the table, whatever is asked.",
  reversible: "Always.",
  releases: ["The models have the check, the database does not yet: new code keeps it.", "Ask it of new rows (`NOT VALID`), correct old ones, then validate, which stops nobody."],
  course(change) {
    const { operation: add, app, record, database } = change;
    if (add.kind !== "AddConstraint" || database.vendor === "sqlite" || !record.statements.some(({ change: made }) => made.kind === "AddConstraint" && made.constraint.kind === "check")) return null;
    const model = modelOf(change.after, app, add.model);
    const constraint = add.constraint;
    const name = typeof constraint === "object" && constraint !== null && constraint.kind === "call" ? constraint.kwargs.get("name") : undefined;
    if (!model || typeof name !== "string") return null;
    const postgresql = database.vendor === "postgresql";
    const asked: OwnMigration = { name: slug(model.name, name), atomic: true, operations: [apart([operation({ kind: "AddConstraint", model: add.model, constraint, notValid: postgresql })], [])] };
    const validated: OwnMigration = { name: slug(model.name, name, "valid"), atomic: true, operations: [operation({ kind: "ValidateConstraint", model: add.model, name })] };
    const parts: Part[] = [
      { release: 0, phase: "expand", title: "Give the models the check; the database does not have it yet", explanation: "New code keeps it: validation asks for it, and code that saves without validation must. The running release may still write other values.", does: { kind: "instead", operations: [stateOnly([operation({ kind: "AddConstraint", model: add.model, constraint, notValid: false })])] } },
      { release: 1, phase: "contract", title: postgresql ? "Ask it of new rows, with `NOT VALID`" : "Add the check", explanation: postgresql ? "Then correct the rows that are there." : "Correct the rows that are there first. The server reads, or copies, the whole table.", does: { kind: "file", migration: asked } },
      ...(postgresql ? [{ release: 1, phase: "contract", title: "Validate the check", explanation: "It reads every row and stops nobody; it fails where a row does not comply.", does: { kind: "file", migration: validated } } satisfies Part] : []),
    ];
    return { shortcuts: [], parts };
  },
};
