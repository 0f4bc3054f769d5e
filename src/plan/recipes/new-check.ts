import type { BoundModel } from "../../django/bound.ts";
import { atLeast, type Database } from "../../django/project.ts";
import type { Change, OwnMigration, Part, Recipe } from "../course.ts";
import { modelOf } from "../course.ts";
import { apart, operation, runSql, stateOnly } from "../operations.ts";
import { alterTable } from "../sql/raw.ts";
import { textsOf } from "../sql/sql-of.ts";
import { slug } from "./words.ts";

/** Values that rows must keep to from now on. */
export const newCheck: Recipe = {
  id: "new-check",
  title: "A new check",
  when: "`AddConstraint` of a `CheckConstraint` on a table that is there: the running release may still write what it refuses, and the server reads every row under a lock.",
  databases: "PostgreSQL: `AddConstraintNotValid` and `ValidateConstraint` of django.contrib.postgres, in migrations of their own. MySQL, and MariaDB before 11.2, copy the table and let no write through meanwhile: `ALGORITHM=COPY, LOCK=SHARED` keeps at least reads going. MariaDB 11.2 and later: `ALGORITHM=COPY, LOCK=NONE`, nothing waits.",
  reversible: "Always.",
  releases: ["The models have the check, the database does not yet: new code keeps it.", "Ask it of new rows (`NOT VALID`), correct old ones, then validate, which stops nobody."],
  course(change) {
    const { operation: add, app, record, database } = change;
    if (add.kind !== "AddConstraint" || database.vendor === "sqlite" || record.statements.length !== 1 || !record.statements.some(({ sql, change: made }) => sql !== null && made.kind === "AddConstraint" && made.constraint.kind === "check")) return null;
    const model = modelOf(change.after, app, add.model);
    const constraint = add.constraint;
    const name = typeof constraint === "object" && constraint !== null && constraint.kind === "call" ? constraint.kwargs.get("name") : undefined;
    if (!model || typeof name !== "string") return null;
    const postgresql = database.vendor === "postgresql";
    const asked: OwnMigration = postgresql ? { name: slug(model.name, name), atomic: true, operations: [apart([operation({ kind: "AddConstraint", model: add.model, constraint, notValid: true })], [])] } : copied(change, model, name);
    const validated: OwnMigration = { name: slug(model.name, name, "valid"), atomic: true, operations: [operation({ kind: "ValidateConstraint", model: add.model, name })] };
    const parts: Part[] = [
      { release: 0, phase: "expand", title: "Give the models the check; the database does not have it yet", explanation: "New code keeps it: validation asks for it, and code that saves without validation must. The running release may still write other values.", does: { kind: "instead", operations: [stateOnly([operation({ kind: "AddConstraint", model: add.model, constraint, notValid: false })])] } },
      { release: 1, phase: "contract", title: postgresql ? "Ask it of new rows, with `NOT VALID`" : "Add the check", explanation: postgresql ? "Then correct the rows that are there." : `Correct the rows that are there first. ${onlineCopy(database) ? "The server copies the table while reads and writes go on; with `LOCK=NONE` it refuses rather than stop them." : "The server copies the table: reads go on, and with `LOCK=SHARED` it refuses rather than stop them, but writes wait until it is done. Measure that on a copy, and run it when few write."}`, does: { kind: "file", migration: asked } },
      ...(postgresql ? [{ release: 1, phase: "contract", title: "Validate the check", explanation: "It reads every row and stops nobody; it fails where a row does not comply.", does: { kind: "file", migration: validated } } satisfies Part] : []),
    ];
    return { shortcuts: [], parts };
  },
};

/** MariaDB 11.2: "ALTER TABLE … ALGORITHM=COPY" no longer locks out writers (MDEV-16329). */
function onlineCopy({ vendor, version }: Database): boolean {
  return vendor === "mariadb" && atLeast(version, "11.2");
}

/** Django's own statement with the clause that makes the server refuse what would stop more than it must. */
function copied({ record, context: { dialect }, database }: Change, model: BoundModel, name: string): OwnMigration {
  const quoted = dialect.quoteName(name);
  const statements = textsOf(record.statements) ?? [];
  return {
    name: slug(model.name, name),
    atomic: false,
    operations: [runSql(statements.map((sql) => `${sql}, ALGORITHM=COPY, LOCK=${onlineCopy(database) ? "NONE" : "SHARED"}`), [alterTable(dialect, model.table, `DROP ${database.vendor === "mariadb" ? "CONSTRAINT" : "CHECK"} ${quoted}`)])],
  };
}
