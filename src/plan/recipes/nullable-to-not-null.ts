import type { Part, Recipe } from "../course.ts";
import { fieldOf } from "../course.ts";
import { dataBefore } from "../data.ts";
import { operation, stateOnly } from "../operations.ts";
import { backfill } from "./backfill.ts";
import { defaultOf } from "./defaults.ts";
import { ruleMigrations } from "./new-unique.ts";
import { notNullMigrations } from "./not-null.ts";

/** A field that may be NULL and must not be any more. */
export const nullableToNotNull: Recipe = {
  id: "nullable-to-not-null",
  title: "A nullable column that becomes NOT NULL",
  when: "`AlterField` from `null=True` to NOT NULL: the running release writes NULL itself, so a default in the database does not help it.",
  databases: "PostgreSQL: `CHECK (… IS NOT NULL) NOT VALID`, `VALIDATE`, then `SET NOT NULL`, which reads no row (12 to 17); from 18 on `NOT NULL … NOT VALID` and `VALIDATE`. MySQL and MariaDB: `MODIFY` with `ALGORITHM=INPLACE, LOCK=NONE`.",
  reversible: "Always.",
  releases: ["The models say NOT NULL, the database does not yet: no code writes NULL any more.", "Fill the rows that are NULL, then NOT NULL in the database."],
  course(change) {
    const { operation: alter, app, record } = change;
    if (alter.kind !== "AlterField" || !record.breaks.some((breakage) => breakage.release === "running")) return null;
    const [old, next] = [fieldOf(change.before, app, alter.model, alter.field.name), fieldOf(change.after, app, alter.model, alter.field.name)];
    if (!old?.column || !next?.column || !old.null || next.null) return null;
    const rules = next.unique && !old.unique ? ruleMigrations([...record.statements, ...record.deferred].filter(({ change: made }) => made.kind === "CreateIndex" || (made.kind === "AddConstraint" && made.constraint.kind === "unique")), change, next.model.name) : [];
    if (old.dbType !== next.dbType || old.column !== next.column || rules === null) return "it changes the type or the indexes at the same time; change NULL and the rest in migrations of their own";
    const value = defaultOf(alter.field);
    const source = value.kind === "literal" ? ({ kind: "value", value: value.value } as const) : value.kind === "callable" || value.kind === "now" ? ({ kind: "call", path: value.path } as const) : ({ kind: "to write" } as const);
    const state = alter.preserveDefault ? alter : operation({ kind: "AlterField", model: alter.model, field: next.field ?? alter.field, preserveDefault: true });
    // The pull request fills them itself: its own data migration comes first (data-migration).
    const filled = source.kind === "to write" && dataBefore(change).length > 0;
    const fill = backfill({ app, model: next.model.name, field: next.name, with: source });
    const strict = notNullMigrations(next, change.context.dialect, change.database);
    const cause = fieldOf(change.all[0]!.before, app, alter.model, alter.field.name) ? "The running release still writes NULL." : "The running release does not know the column and leaves it NULL.";
    const parts: Part[] = [
      { release: 0, phase: "expand", title: "Let the models say NOT NULL; the database does not ask for it yet", explanation: `${cause} New code must not: make sure that every place which sets the field gives it a value. Rows may still hold NULL, so code may read \`None\` until release 2.`, does: { kind: "instead", operations: [stateOnly([state])] } },
      ...(filled ? [] : [{ release: 1, phase: "migrate", title: "Fill the rows that are NULL", explanation: source.kind === "to write" ? "The field has no default: say in the function what the value is." : "", does: { kind: "file", migration: fill } } satisfies Part]),
      ...rules.map((migration): Part => ({ release: 1, phase: "migrate", title: migration.atomic ? "Make the unique constraint from the index" : "Build the index while writes go on", explanation: "", does: { kind: "file", migration } })),
      ...strict.map((migration, index): Part => ({ release: 1, phase: "migrate", title: index === strict.length - 1 ? "Make the column NOT NULL" : "Ask it of new rows first, with a rule that is `NOT VALID`", explanation: "", does: { kind: "file", migration } })),
    ];
    return { shortcuts: [], parts };
  },
};
