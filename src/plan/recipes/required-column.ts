import type { BoundField } from "../../django/bound.ts";
import type { Field, Operation } from "../../django/operation.ts";
import { atLeast } from "../../django/project.ts";
import type { Value } from "../../python/value.ts";
import { changesOf } from "../../schema/change.ts";
import type { Change, OwnMigration, Part, Recipe } from "../course.ts";
import { fieldOf } from "../course.ts";
import { requiredLater } from "../data.ts";
import { apart, operation, runSql, withArguments } from "../operations.ts";
import { sqlOf, statementsOf, textsOf } from "../sql/sql-of.ts";
import { alterTable } from "../sql/raw.ts";
import { backfill } from "./backfill.ts";
import { defaultOf } from "./defaults.ts";
import { bareForeignKey, foreignKeyMigrations } from "./new-foreign-key.ts";
import { indexMigrations, withoutIndex } from "./field-indexes.ts";
import { notNullMigrations } from "./not-null.ts";
import { slug } from "./words.ts";
import { writeValue } from "../write/python.ts";
import { importsOf } from "../write/imports.ts";
import { codeSpan } from "../../code-span.ts";

type AddField = Extract<Operation, { kind: "AddField" | "AlterField" }>;
type Parts = { readonly shortcuts: readonly []; readonly parts: readonly Part[]; readonly differs?: string };

/** A column that must have a value, which the running release does not send. */
export const requiredColumn: Recipe = {
  id: "required-column",
  title: "A new column that must have a value",
  when: "`AddField` of a field without `null=True`: Django drops the column's default right after adding it, so code that does not know the column cannot insert any more.",
  databases: "Django 5.0 and later: `db_default`, one release. Before: the same column default by `RunSQL` (by `AddDefaultValue` where the project uses django-add-default-value), dropped in release 2. Where the value differs from row to row: a nullable column, a backfill, then `NOT NULL` (PostgreSQL by way of a rule that is `NOT VALID` at first: a `CHECK`, from 18 on `NOT NULL` itself; MySQL and MariaDB in place).",
  reversible: "Every step, until code relies on the new values.",
  releases: ["Add the column with a default that stays in the database, or nullable.", "Fill the rows that have no value, then `NOT NULL`; or drop the database default."],
  course(change) {
    const { operation } = change;
    if (operation.kind === "AddField" && requiredLater(change)) return withoutValue(change, operation);
    if (operation.kind !== "AddField" || !change.record.breaks.some((breakage) => breakage.statement === "INSERT" && breakage.release === "running")) return null;
    const field = fieldOf(change.after, change.app, operation.model, operation.field.name);
    if (!field?.column || field.null || field.dbDefault !== undefined || field.generated) return null;
    const plain = !field.unique && field.remote === null;
    // Django writes an empty text where `blank` allows it and there is no default (BaseDatabaseSchemaEditor._effective_default), and so does the model.
    const empty = plain && field.blank && field.emptyStringsAllowed && !operation.field.kwargs.has("default");
    const add = empty ? { ...operation, field: withArguments(operation.field, { default: "" }) } : operation;
    const value = defaultOf(add.field);
    if (plain && (value.kind === "literal" || value.kind === "now") && atLeast(change.django, "5.0")) return withDbDefault(change, add, value.db, field);
    if (plain && value.kind === "literal") {
      const kept = withKeptDefault(change, operation, field);
      if (kept) return kept;
    }
    return nullableFirst(change, operation, field);
  },
};

/** A nullable field with a function as default: Django calls it once and gives every row that one value. Left NULL, the rows can be told from those that code wrote. */
function withoutValue(change: Change, add: AddField): Parts | null {
  const { kind } = defaultOf(add.field);
  if (kind !== "callable" && kind !== "now") return null;
  const bare = operation({ kind: "AddField", model: add.model, field: withArguments(add.field, { default: undefined }), preserveDefault: true });
  return { shortcuts: [], parts: [{ release: 0, phase: "expand", title: "Add the column empty", explanation: "Django would call the default once and give all rows that are there the same value. Empty ones can be told from those that new code writes.", does: { kind: "instead", operations: [apart([bare], [add])] } }] };
}

/** One release: the database supplies the value for code that does not know the column (Django 5.0, Field.db_default). */
function withDbDefault(change: Change, { model, field, preserveDefault }: AddField, db: Value, bound: BoundField): Parts | string {
  const wanted = preserveDefault ? field : withArguments(field, { default: undefined });
  const added = withArguments(wanted, { db_default: db });
  const add = (one: Field) => operation({ kind: "AddField", model, field: one, preserveDefault: true });
  const made = statementsOf([add(added)], change.app, change.before, change.context);
  if (!made) return "its value cannot be written as SQL; add the column with `null=True`, fill it, then make it NOT NULL";
  const title = `Add the column with ${codeSpan(`db_default=${writeValue(db, importsOf(), 0)}`)}`;
  const explanation = "The database then supplies the value for code that does not know the column";
  // The index would be built while all others wait.
  const later = bound.dbIndex && change.database.vendor === "postgresql";
  const bare = later ? withArguments(added, { db_index: false }) : added;
  const indexes = later ? indexMigrations(bound, textsOf(change.record.deferred) ?? [], change.context.dialect, change.database).map((migration): Part => ({ release: 0, phase: "expand", title: "Build the index while writes go on", explanation: "", does: { kind: "file", migration } })) : [];
  if (preserveDefault) {
    const only: Part = { release: 0, phase: "expand", title, explanation: `${explanation}: one release is enough. The default may stay.`, does: { kind: "instead", operations: [later ? apart([add(bare)], [add(added)]) : add(added)] } };
    return { shortcuts: [], parts: [only, ...indexes], differs: `${field.name} keeps its db_default` };
  }
  // The models never know of the default: code that did would send the keyword DEFAULT until it is gone.
  const alter = (one: Field) => operation({ kind: "AlterField", model, field: one, preserveDefault: true });
  const dropped = statementsOf([alter(wanted)], change.app, made.after, change.context);
  const [drop, back] = [dropped && textsOf(dropped.statements), dropped && sqlOf([alter(added)], change.app, dropped.after, change.context)];
  if (!drop || !back) return "the SQL of its default is not known";
  const parts: Part[] = [
    { release: 0, phase: "expand", title: `${title}, in the database alone`, explanation: `${explanation}. The models have no default, as you want it: new code must send a value.`, does: { kind: "instead", operations: [apart([add(bare)], [add(wanted)])] } },
    ...indexes,
    { release: 1, phase: "contract", title: "Drop the database default", explanation: "All code sends a value now.", does: { kind: "file", migration: { name: slug(model, field.name, "no_default"), atomic: true, operations: [runSql(drop, back)] } } },
  ];
  return { shortcuts: [], parts };
}

/** Django before 5.0: its own ADD COLUMN with the default, which is not dropped until the code knows the column. */
function withKeptDefault(change: Change, add: AddField, field: BoundField): Parts | null {
  const { record, context } = change;
  const { dialect } = context;
  const [first, drop, ...rest] = record.statements;
  if (!first?.sql || !drop?.sql || rest.length > 0 || record.deferred.length > 0) return null;
  const [added, dropped] = [changesOf(first)[0], changesOf(drop)[0]];
  if (added?.kind !== "AddColumn" || !added.column.default || dropped?.kind !== "AlterColumn" || dropped.actions.some((action) => action.kind !== "DropDefault")) return null;
  const column = dialect.quoteName(field.column!);
  const back = alterTable(dialect, field.model.table, `DROP COLUMN ${column}`);
  const restore = alterTable(dialect, field.model.table, `ALTER COLUMN ${column} SET DEFAULT ${added.column.default.sql}`);
  const value = defaultOf(add.field);
  // Dropped and set again in one transaction: no release sees the column without it.
  const byPackage = change.uses.addDefaultValue && change.database.vendor === "postgresql" && change.migration.atomic && value.kind === "literal";
  const parts: Part[] = [
    {
      release: 0,
      phase: "expand",
      title: "Add the column with its default, and keep that in the database",
      explanation: byPackage ? "Django before 5.0 drops the default again at once; `AddDefaultValue`, which the project uses already, sets it for good in the same transaction." : "Django before 5.0 drops the default again at once; this is its own statement without that.",
      does: { kind: "instead", operations: byPackage ? [add, operation({ kind: "AddDefaultValue", model: add.model, name: add.field.name, value: value.value })] : [runSql([first.sql], [back], [add])] },
    },
    {
      release: 1,
      phase: "contract",
      title: "Drop the database default",
      explanation: "All code sends a value now.",
      does: { kind: "file", migration: { name: slug(add.model, add.field.name, "no_default"), atomic: true, operations: [runSql([drop.sql], [restore])] } },
    },
  ];
  return { shortcuts: [], parts };
}

/** Values that only code can make: the column is nullable until every row has one. The models say NOT NULL from the start, so that no code writes NULL. */
function nullableFirst(change: Change, add: AddField, field: BoundField): Parts | string {
  const { model, field: written } = add;
  const foreignKey = field.remote !== null && change.database.vendor === "postgresql";
  const column = foreignKey ? bareForeignKey(written, field) : written;
  const nullable = operation({ kind: "AddField", model, field: withArguments(column, { null: true, default: undefined, ...(field.unique ? { unique: undefined } : {}), ...(field.remote ? {} : withoutIndex(field)) }), preserveDefault: true });
  if (field.remote && field.unique) return "every row needs another one to point at: add it with `null=True`, fill it, then make it NOT NULL";
  const made = statementsOf([nullable], change.app, change.before, change.context);
  if (!made) return "the SQL of its column is not known";
  const value = defaultOf(written);
  const fill = backfill({
    app: change.app,
    model: field.model.name,
    field: written.name,
    with: value.kind === "literal" ? { kind: "value", value: value.value } : value.kind === "callable" || value.kind === "now" ? { kind: "call", path: value.path } : { kind: "to write" },
  });
  const { dialect } = change.context;
  const own = foreignKey ? foreignKeyMigrations(change, field) : indexMigrations(field, field.remote ? [] : (textsOf(change.record.deferred) ?? []), dialect, change.database).map((one) => [one.atomic ? "Make the unique constraint from the index" : "Build the index while writes go on", one] as const);
  const files: readonly (readonly [string, string, OwnMigration])[] = [
    ["Fill the rows that have no value", value.kind === "none" || value.kind === "unreadable" ? "Say in the function what the value is." : "Rows that the release before this plan inserted, and all older ones.", fill],
    ...own.map(([title, one]) => [title, "", one] as const),
    ...notNullMigrations(field, dialect, change.database).map((one, index, all) => [index === all.length - 1 ? "Make the column NOT NULL" : "Ask it of new rows first, with a rule that is `NOT VALID`", "", one] as const),
  ];
  return {
    shortcuts: [],
    parts: [
      {
        release: 0,
        phase: "expand",
        title: "Add the column nullable; the model says it is required",
        explanation: "Code that does not know the column leaves it NULL. Until release 2 has filled it, code may read `None`.",
        does: { kind: "instead", operations: [apart([nullable], [add])] },
      },
      ...files.map(([title, explanation, migration]): Part => ({ release: 1, phase: "migrate", title, explanation, does: { kind: "file", migration } })),
    ],
  };
}
