import type { BoundField } from "../../django/bound.ts";
import type { Field, Operation } from "../../django/operation.ts";
import { atLeast } from "../../django/project.ts";
import type { Table } from "../../schema/schema.ts";
import { isMySql } from "../../sql/dialect.ts";
import type { Change, Part, Recipe } from "../course.ts";
import { fieldOf, inRelease } from "../course.ts";
import { dataBefore } from "../data.ts";
import { operation, runSql, stateOnly, withArguments } from "../operations.ts";
import { sqlOf, statementsOf, textsOf } from "../sql/sql-of.ts";
import { defaultOf } from "./defaults.ts";
import { dropForeignKeys, withoutForeignKeys } from "./foreign-keys.ts";
import { slug } from "./words.ts";
import { codeSpan } from "../../code-span.ts";

/** A field that goes while the running release still names its column. */
export const removedField: Recipe = {
  id: "removed-field",
  title: "A field that goes",
  when: "`RemoveField`: the column is gone the moment `migrate` has run, and every SELECT and INSERT of the running release names it.",
  databases: "All. The column must let rows without it pass as soon as the new release inserts: a default in the database where the field had a literal one (`db_default` from Django 5.0 on, `RunSQL` before), else NULL. A foreign key's constraint goes first, too, or the new release, which does not cascade over it any more, cannot delete what it points at; so do those of a many-to-many table.",
  reversible: "Until release 2 has dropped the column or the table; its data comes back from a backup only. Going back from release 1, a column that had to have a value may be NULL from then on, where the field has no default: rows that were inserted meanwhile have none.",
  releases: ["Take the field out of the models and the project state alone; the column stays and needs no value.", "Drop the column with `RunSQL`: the project state does not know it any more, so `RemoveField` would fail with a KeyError."],
  course(change) {
    const { operation: remove } = change;
    if (remove.kind !== "RemoveField" || change.record.breaks.length === 0) return null;
    const field = fieldOf(change.before, change.app, remove.model, remove.name);
    if (!field) return null;
    // Its values are copied first, and in a release that still knows it.
    const first = dataBefore(change).length > 0 ? 2 : 0;
    return field.remote?.kind === "many to many" ? manyToMany(change, field, first) : removal(change, field, first);
  },
};

/** Where the values are when the old column is gone. */
export interface Heir {
  /** SQL that makes the old value of a row's new one, in an UPDATE of its table. */
  readonly value: string;
  /** In words, after "with". */
  readonly words: string;
}

/** Another column of the same row; `cast`: of another type. */
export function columnHeir({ context: { dialect } }: Change, field: BoundField, column: string, cast: boolean): Heir {
  const value = dialect.quoteName(column);
  return { value: cast && dialect.vendor === "postgresql" && typeof field.dbType === "string" ? `${value}::${field.dbType}` : value, words: "the values of the new one" };
}

/**
 * The two parts of a removal, beginning with release `first`; the first stands in the pull request's file, or in one of its own where it comes later.
 * Backwards the values come back from the `heir`.
 */
export function removal(change: Change, field: BoundField, first: number, heir: Heir | null = null): { readonly shortcuts: readonly []; readonly parts: readonly Part[] } | string {
  const model = field.model.name;
  const ways = waysOf(change, field);
  if (typeof ways === "string") return ways;
  const { tolerate, remove, drop, back } = ways;
  const name = field.column!;
  const column = codeSpan(name);
  const copied = heir === null ? [] : [copiedBack(change, field, heir)];
  // On the way back the values are there before the column asks for them.
  const stays = heir === null ? withoutWayBack(change, field, tolerate) : null;
  const away = [...(stays ?? tolerate.operations), ...(heir === null ? [] : [runSql([], copied)]), stateOnly([remove])];
  const withItsTable = deletedLater(change, model);
  return {
    shortcuts: [],
    parts: [
      {
        ...inRelease(first, slug("remove", model, field.name), away),
        title: `Take ${codeSpan(field.name)} out of the code; its column stays${tolerate.words}`,
        explanation: heir === null ? `${tolerate.why}${stays ? " Backwards it stays so: rows that the new release has inserted have no value." : wayBack(change, field, tolerate)}` : `The new release does not send the column any more, and nothing reads it. Backwards it gets ${heir.words}.`,
      },
      ...(withItsTable ? [] : [{
        release: first + 1,
        phase: "contract",
        title: `Drop ${column}`,
        explanation: `\`RunSQL\`, because the project state does not know the field any more. Backwards the column comes back${heir === null ? ", empty" : `, with ${heir.words}`}.`,
        gate: `nothing names the column ${column} any more`,
        does: { kind: "file", migration: { name: slug("drop", model, name), atomic: true, operations: [runSql(drop, [...back, ...copied])] } },
      } satisfies Part]),
    ],
  };
}

/** Rows that were written without the old column, or changed in the new place alone. */
function copiedBack({ context: { dialect } }: Change, field: BoundField, { value }: Heir): string {
  const [table, column] = [dialect.quoteName(field.model.table), dialect.quoteName(field.column!)];
  const differs = isMySql(dialect.vendor) ? `NOT (${column} <=> ${value})` : dialect.vendor === "sqlite" ? `${column} IS NOT ${value}` : `${column} IS DISTINCT FROM ${value}`;
  return `UPDATE ${table} SET ${column} = ${value} WHERE ${differs}`;
}

/** Must the column have a value again on the way back, for which rows of the new release have none? Django gives them the field's default, where it has one. */
function asksAgain(field: BoundField, { field: loose }: Tolerance): boolean {
  return !field.null && loose.kwargs.get("null") === true && defaultOf(loose).kind === "none";
}

/** The same with NULL allowed for good: the release before writes a value always, and nothing else asks for it. null where that is needless, or SQLite makes the table anew. */
function withoutWayBack(change: Change, field: BoundField, tolerate: Tolerance): readonly Operation[] | null {
  const { app, before, context } = change;
  if (!asksAgain(field, tolerate) || context.dialect.vendor === "sqlite") return null;
  const alter = (to: Field) => operation({ kind: "AlterField", model: field.model.name, field: to, preserveDefault: true });
  const first = field.remote === null ? [] : [alter(withArguments(tolerate.field, { null: undefined }))];
  const unbound = statementsOf(first, app, before, context);
  const texts = unbound && sqlOf([alter(tolerate.field)], app, unbound.after, context);
  return texts && [...first, runSql(texts, [])];
}

/** What stands in the way back where the column asks for a value again. */
function wayBack({ context: { dialect } }: Change, field: BoundField, tolerate: Tolerance): string {
  if (!asksAgain(field, tolerate)) return "";
  const [table, column] = [dialect.quoteName(field.model.table), dialect.quoteName(field.column!)];
  return ` Going back works until the new release has inserted a row; after that such rows need a value first, which only you can say: ${codeSpan(`UPDATE ${table} SET ${column} = … WHERE ${column} IS NULL`)}.`;
}

/** The SQL that drops a field's column, and the SQL that brings it back as release 1 left it, so that release 1 can be taken back, too; its values are gone. */
export function waysOf(change: Change, field: BoundField): { readonly tolerate: Tolerance; readonly remove: Operation; readonly drop: readonly string[]; readonly back: readonly string[] } | string {
  const { app, context, before } = change;
  const model = field.model.name;
  if (!field.column || !field.field) return "its column is Django's own";
  const held = before.schema.tables.get(field.model.table);
  if (!held) return "its table is not known";
  const tolerate = tolerance(change, field, held);
  const remove = operation({ kind: "RemoveField", model, name: field.name });
  const loosened = statementsOf(tolerate.operations, app, before, context);
  const gone = loosened && statementsOf([remove], app, loosened.after, context);
  const drop = gone && textsOf(gone.statements);
  const empty = tolerate.field.kwargs.get("null") === true ? withArguments(tolerate.field, { default: undefined }) : tolerate.field;
  const back = gone && sqlOf([operation({ kind: "AddField", model, field: empty, preserveDefault: true })], app, gone.after, context);
  return drop && back ? { tolerate, remove, drop, back } : "the SQL of its column is not known";
}

/** Does the pull request delete the model afterwards? Then the column goes with its table. */
function deletedLater(change: Change, model: string): boolean {
  return change.all.some(({ operation: other, app }) => app === change.app && other.kind === "DeleteModel" && other.name.toLowerCase() === model.toLowerCase());
}

interface Tolerance {
  /** The field as it is then. */
  readonly field: Field;
  readonly operations: readonly Operation[];
  readonly words: string;
  readonly why: string;
}

/** What lets code that no longer knows the column insert rows, and delete those that a foreign key points at. */
function tolerance(change: Change, field: BoundField, table: Table): Tolerance {
  const column = table.columns.get(field.column!);
  const written = field.field!;
  const supplied = !column || column.null || column.default !== null || column.identity || column.generated !== null;
  const foreignKey = field.remote !== null && field.remote.dbConstraint;
  if ((supplied && !foreignKey) || field.primaryKey) return { field: written, operations: [], words: "", why: "Nothing changes in the database yet." };
  const loosened = (changes: Parameters<typeof withArguments>[1], words: string, why: string): Tolerance => {
    const changed = withArguments(written, changes);
    return { field: changed, operations: [operation({ kind: "AlterField", model: field.model.name, field: changed, preserveDefault: true })], words, why };
  };
  const unbound = foreignKey ? { db_constraint: false } : {};
  const why = `The new release does not send the column any more${foreignKey ? ", and does not cascade over the foreign key when it deletes what that points at" : ""}.`;
  if (supplied) return loosened(unbound, " and loses its foreign key constraint", why);
  const value = defaultOf(written);
  const ruled = [...table.constraints.values()].some((constraint) => constraint.columns.includes(field.column!)) || [...table.indexes.values()].some((index) => index.unique && (index.columns.includes(field.column!) || index.reads.includes(field.column!)));
  if (value.kind === "literal" && !ruled && !foreignKey && atLeast(change.django, "5.0")) {
    const withDefault = loosened({ db_default: value.db }, ", with a default in the database", `${why} The running release goes on reading its default in new rows.`);
    if (statementsOf(withDefault.operations, change.app, change.before, change.context)) return withDefault;
  }
  return loosened({ null: true, ...unbound }, foreignKey ? ", may be NULL and loses its foreign key constraint" : " and may be NULL", `${why} The running release may read \`None\` in rows that the new one inserts.`);
}

/** The table of an automatic many-to-many goes in release 2; its foreign keys now, so that either side can be deleted. */
export function manyToMany(change: Change, field: BoundField, first = 0) {
  const { app, before, context } = change;
  const through = field.remote?.through;
  if (!through || !field.remote?.throughAuto || !field.field) return "its table belongs to a model of its own; nothing of it is dropped with the field";
  const model = field.model.name;
  const remove = operation({ kind: "RemoveField", model, name: field.name });
  const free = dropForeignKeys(change, [through.table]);
  const gone = statementsOf([remove], app, before, context);
  const drop = gone && sqlOf([remove], app, before, context);
  const made = gone && statementsOf([operation({ kind: "AddField", model, field: field.field, preserveDefault: true })], app, gone.after, context);
  const back = made && textsOf(withoutForeignKeys(made.statements, free.length > 0));
  if (!drop || !back) return "the SQL of its table is not known";
  const table = codeSpan(through.table);
  return {
    shortcuts: [] as const,
    parts: [
      { ...inRelease(first, slug("remove", model, field.name), [...free, stateOnly([remove])]), title: `Take ${codeSpan(field.name)} out of the code; its table stays and loses its foreign key constraints`, explanation: "The new release does not delete rows of that table any more when it deletes what they point at." },
      { release: first + 1, phase: "contract" as const, title: `Drop the table ${table}`, explanation: "Backwards it comes back, empty.", gate: `nothing names the table ${table} any more`, does: { kind: "file" as const, migration: { name: slug("drop", model, field.name), atomic: true, operations: [runSql(drop, back)] } } },
    ],
  };
}

