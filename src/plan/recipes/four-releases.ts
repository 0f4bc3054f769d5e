import type { BoundField } from "../../django/bound.ts";
import type { Field, Operation } from "../../django/operation.ts";
import type { Value } from "../../python/value.ts";
import type { Change, OwnMigration, Part } from "../course.ts";
import { apart, operation, stateOnly, withArguments } from "../operations.ts";
import { backfill } from "./backfill.ts";
import { dualWrite } from "./dual-write.ts";
import { notNullMigrations } from "./not-null.ts";
import { removal } from "./removed-field.ts";
import { slug, span } from "./words.ts";

/** A column that another one takes the place of. */
export interface Move {
  /** The one there is. */
  readonly field: BoundField;
  /** The one to come, under the name it has until the end. */
  readonly wanted: Field;
  /** The same as it is in the database. */
  readonly target: BoundField;
  /** How the old value becomes the new one, where it does not by itself. */
  readonly converts: Value | null;
  /** The project state's last word in release 3: the new field takes the old one's name. */
  readonly renames?: readonly Operation[];
}

/** Does nothing but its own table's rows depend on the column? */
export function isPlain(change: Change, field: BoundField): boolean {
  if (field.remote || field.primaryKey || field.unique || field.dbIndex || field.generated || typeof field.dbType !== "string") return false;
  const table = change.before.schema.tables.get(field.model.table);
  if (!table) return false;
  const names = (columns: readonly string[]) => columns.includes(field.column!);
  return ![...table.constraints.values()].some(({ columns }) => names(columns)) && ![...table.indexes.values()].some((index) => names(index.columns) || names(index.reads));
}

/** Expand, dual write, backfill, switch, contract. null where the SQL of the old column is not known. */
export function fourReleases(change: Change, { field, wanted, target, converts, renames = [] }: Move): readonly Part[] | null {
  const [model, from, to] = [field.model.name, field.name, wanted.name];
  const removed = removal(change, field, 2, { column: to, cast: converts !== null });
  if (typeof removed === "string") return null;
  const add = operation({ kind: "AddField", model, field: wanted, preserveDefault: true });
  const nullable = operation({ kind: "AddField", model, field: withArguments(wanted, { null: true, default: undefined, db_default: undefined }), preserveDefault: true });
  const optional = wanted.kwargs.get("null") === true;
  const fill = backfill({ app: change.app, model, field: to, with: { kind: "field", name: from, converts } });
  const strict: readonly OwnMigration[] = optional ? [] : notNullMigrations({ ...target, name: to, field: wanted, column: to }, change.context.dialect, change.database);
  const [away, drop] = removed.parts;
  return [
    {
      release: 0,
      phase: "expand",
      title: `Add ${span(to)}, nullable in the database; write both fields, read ${span(from)}`,
      explanation: `Code goes on reading ${span(from)} until release 2.`,
      does: { kind: "instead", operations: [optional ? add : apart([nullable], [add])] },
      code: [dualWrite(change, model, from, to)],
    },
    {
      release: 1,
      phase: "migrate",
      title: `Fill ${span(to)}`,
      explanation: `Code reads ${span(to)} from now on, and goes on writing both.`,
      does: { kind: "file", migration: { ...fill, name: slug(model, "fill", to) } },
      code: [dualWrite(change, model, to, from)],
    },
    ...strict.map((migration, index): Part => ({ release: 1, phase: "migrate", title: index === strict.length - 1 ? `Make ${span(to)} NOT NULL` : "Ask it of new rows first, with a rule that is `NOT VALID`", explanation: "", does: { kind: "file", migration } })),
    {
      ...away!,
      title: `Take ${span(from)} and the dual write out of the code; its column stays${away!.title.split("its column stays")[1] ?? ""}`,
      does: away!.does.kind === "file" ? { kind: "file", migration: { ...away!.does.migration, operations: [...away!.does.migration.operations, ...(renames.length > 0 ? [stateOnly(renames)] : [])] } } : away!.does,
    },
    drop!,
  ];
}
