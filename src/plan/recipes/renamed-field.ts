import type { BoundField } from "../../django/bound.ts";
import type { Operation } from "../../django/operation.ts";
import type { Change, OwnMigration, Part, Recipe } from "../course.ts";
import { fieldOf } from "../course.ts";
import { apart, operation, withArguments } from "../operations.ts";
import type { Shortcut } from "../types.ts";
import { fieldCall } from "../write/operation.ts";
import { importsOf } from "../write/imports.ts";
import { writeValue } from "../write/python.ts";
import { backfill } from "./backfill.ts";
import { dualWrite } from "./dual-write.ts";
import { notNullMigrations } from "./not-null.ts";
import { removal } from "./removed-field.ts";
import { slug, span } from "./words.ts";

type RenameField = Extract<Operation, { kind: "RenameField" }>;

/** A field that gets another name, and its column with it. */
export const renamedField: Recipe = {
  id: "renamed-field",
  title: "A field that gets another name",
  when: "`RenameField` where the column's name follows: every statement of the running release names the old column.",
  databases: "All.",
  reversible: "With `db_column` always: nothing happens in the database. Else until release 4 has dropped the old column.",
  releases: [
    "Shortest: keep the column with `db_column`. One release, no SQL.",
    "Else: add the new column, nullable; code writes both and reads the old one.",
    "Fill the new column in batches, make it NOT NULL; code reads the new one and goes on writing both.",
    "Take the old field out of the code; its column may be empty.",
    "Drop the old column.",
  ],
  course(change) {
    const { operation: rename } = change;
    if (rename.kind !== "RenameField" || change.record.breaks.length === 0) return null;
    const field = fieldOf(change.before, change.app, rename.model, rename.from);
    if (!field?.field) return null;
    if (field.remote?.kind === "many to many") return keepTable(change, rename, field);
    if (!field.column) return null;
    const shortcut = keepColumn(rename, field);
    const parts = isPlain(change, field) ? fourReleases(change, rename, field) : null;
    if (parts !== null) return { shortcuts: [shortcut.shortcut], parts };
    return { shortcuts: [], parts: [shortcut.part], differs: `the column stays ${field.column}` };
  },
};

/** AlterField with the column's name, then RenameField: neither has SQL. As the autodetector writes it (ticket 31825, Django 4.0). */
function keepColumn(rename: RenameField, field: BoundField): { readonly shortcut: Shortcut; readonly part: Part } {
  const kept = withArguments(field.field!, { db_column: field.column! });
  const operations = [operation({ kind: "AlterField", model: rename.model, field: kept, preserveDefault: true }), operation({ kind: "RenameField", model: rename.model, from: rename.from, to: rename.to })];
  const example = `${rename.to} = ${writeValue(fieldCall(kept), importsOf(), 0)}`;
  return {
    shortcut: { target: "", text: `Keep the column: with ${span(`db_column="${field.column!}"`)} the field gets its new name in the code alone, in one release and without any SQL.`, code: example },
    part: { release: 0, phase: "expand", title: `Rename the field, keep its column with ${span(`db_column="${field.column!}"`)}`, explanation: "The new name is the code's alone; nothing happens in the database, so one release is enough.", does: { kind: "instead", operations } },
  };
}

/** The automatic table of a many-to-many is named after the field. */
function keepTable(change: Change, rename: RenameField, field: BoundField) {
  const through = field.remote?.through;
  if (!through || !field.remote?.throughAuto) return null;
  const kept = withArguments(field.field!, { db_table: through.table });
  const operations = [operation({ kind: "AlterField", model: rename.model, field: kept, preserveDefault: true }), operation({ kind: "RenameField", model: rename.model, from: rename.from, to: rename.to })];
  const part: Part = { release: 0, phase: "expand", title: `Rename the field, keep its table with ${span(`db_table="${through.table}"`)}`, explanation: "The new name is the code's alone; nothing happens in the database, so one release is enough.", does: { kind: "instead", operations } };
  return { shortcuts: [], parts: [part], differs: `the table stays ${through.table}` };
}

/** Nothing but its own table's row depends on the column. */
function isPlain(change: Change, field: BoundField): boolean {
  if (field.remote || field.primaryKey || field.unique || field.dbIndex || field.generated || typeof field.dbType !== "string") return false;
  const table = change.before.schema.tables.get(field.model.table);
  if (!table) return false;
  const names = (columns: readonly string[]) => columns.includes(field.column!);
  return ![...table.constraints.values()].some(({ columns }) => names(columns)) && ![...table.indexes.values()].some((index) => names(index.columns) || names(index.reads));
}

function fourReleases(change: Change, { model, from, to }: RenameField, field: BoundField): readonly Part[] | null {
  const wanted = { ...field.field!, name: to };
  const target = fieldOf(change.after, change.app, model, to);
  const removed = removal(change, field, 2);
  if (!target || typeof removed === "string") return null;
  const add = operation({ kind: "AddField", model, field: wanted, preserveDefault: true });
  const nullable = operation({ kind: "AddField", model, field: withArguments(wanted, { null: true, default: undefined, db_default: undefined }), preserveDefault: true });
  const own = field.model.name;
  const fill = backfill({ app: change.app, model: own, field: to, with: { kind: "field", name: from } });
  const strict: readonly OwnMigration[] = field.null ? [] : notNullMigrations(target, change.context.dialect, change.database);
  const code = (first: string, second: string) => [dualWrite(change, own, first, second)];
  return [
    {
      release: 0,
      phase: "expand",
      title: `Add ${span(to)}, nullable in the database; write both fields, read ${span(from)}`,
      explanation: `Code goes on reading ${span(from)} until release 2.`,
      does: { kind: "instead", operations: [field.null ? add : apart([nullable], [add])] },
      code: code(from, to),
    },
    {
      release: 1,
      phase: "migrate",
      title: `Fill ${span(to)}`,
      explanation: `Code reads ${span(to)} from now on, and goes on writing both.`,
      does: { kind: "file", migration: { ...fill, name: slug(own, "fill", to) } },
      code: code(to, from),
    },
    ...strict.map((migration, index): Part => ({ release: 1, phase: "migrate", title: index === strict.length - 1 ? `Make ${span(to)} NOT NULL` : "Ask it of new rows first, with a rule that is `NOT VALID`", explanation: "", does: { kind: "file", migration } })),
    ...removed.parts.map((part, index): Part => (index === 0 ? { ...part, title: `Take ${span(from)} and the dual write out of the code; its column stays${part.title.split("its column stays")[1] ?? ""}` } : part)),
  ];
}
