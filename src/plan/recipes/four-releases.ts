import type { BoundField } from "../../django/bound.ts";
import type { Field, Operation } from "../../django/operation.ts";
import type { Compound } from "../../python/value.ts";
import type { Change, OwnMigration, Part } from "../course.ts";
import { apart, operation, stateOnly, withArguments } from "../operations.ts";
import { fieldOf } from "../course.ts";
import { statementsOf, textsOf } from "../sql/sql-of.ts";
import type { Edit } from "../types.ts";
import { backfill } from "./backfill.ts";
import { withoutIndex } from "./field-indexes.ts";
import { dualWrite } from "./dual-write.ts";
import { bareForeignKey, keyMigrations } from "./new-foreign-key.ts";
import { notNullMigrations } from "./not-null.ts";
import { columnHeir, removal } from "./removed-field.ts";
import { slug } from "./words.ts";
import { codeSpan } from "../../code-span.ts";

/** A column that another one takes the place of. */
export interface Move {
  /** The one there is. */
  readonly field: BoundField;
  /** The one to come, under the name it has until the end. */
  readonly wanted: Field;
  /** The same as it is in the database. */
  readonly target: BoundField;
  /** How the old value becomes the new one, where it does not by itself; "to write": only the project knows. */
  readonly converts: Compound | null | "to write";
  /** Queries to run before the rows are filled. */
  readonly look?: readonly Edit[];
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

/** Does at most an index, a unique rule or a foreign key of its own hold the column, which can be made on another one? */
export function isMovable(change: Change, field: BoundField): boolean {
  if (field.primaryKey || field.generated || typeof field.dbType !== "string") return false;
  const { tables } = change.before.schema;
  const [table, state] = [tables.get(field.model.table), field.model.state];
  if (!table || !state) return false;
  const own = (name: string, columns: readonly string[]) => columns.length === 1 && !state.indexes.has(name) && !state.constraints.has(name);
  const constraints = [...table.constraints.values()].filter(({ columns }) => columns.includes(field.column!));
  const indexes = [...table.indexes.values()].filter((index) => [index.columns, index.reads, index.include].some((columns) => columns.includes(field.column!)));
  const pointed = [...tables.values()].some((other) => [...other.constraints.values()].some((constraint) => constraint.kind === "foreign key" && constraint.toTable === table.name && constraint.toColumns.includes(field.column!)));
  const fine = constraints.every(({ kind, name, columns }) => own(name, columns) && ((kind === "unique" && field.unique) || (kind === "foreign key" && field.remote !== null)));
  return !pointed && fine && indexes.every(({ name, columns, expressions, condition }) => own(name, columns) && expressions.length === 0 && condition === null);
}

/** Expand, dual write, backfill, switch, contract. null where the SQL of a column is not known. */
export function fourReleases(change: Change, { field, wanted, target, converts, look = [], renames = [] }: Move): readonly Part[] | null {
  const [model, from, to] = [field.model.name, field.name, wanted.name];
  const carried = converts !== "to write";
  const removed = removal(change, field, 2, carried ? columnHeir(change, field, target.remote ? `${to}_id` : to, converts !== null) : null);
  if (typeof removed === "string") return null;
  const add = operation({ kind: "AddField", model, field: wanted, preserveDefault: true });
  const whole = statementsOf([add], change.app, change.before, change.context);
  const made = whole && fieldOf(whole.after, change.app, model, to);
  const texts = whole && textsOf(whole.statements);
  if (!made?.column || !texts) return null;
  const held = made.unique || made.dbIndex || made.remote !== null;
  const postgresql = change.database.vendor === "postgresql";
  const bare = made.remote ? (postgresql ? bareForeignKey(wanted, made) : wanted) : withArguments(wanted, { unique: undefined, ...withoutIndex(made) });
  const nullable = operation({ kind: "AddField", model, field: withArguments(bare, { null: true, default: undefined, db_default: undefined }), preserveDefault: true });
  const optional = wanted.kwargs.get("null") === true;
  const fill = backfill({ app: change.app, model, field: to, with: carried ? { kind: "field", name: from, converts } : { kind: "to write" } });
  const strict: readonly OwnMigration[] = optional ? [] : notNullMigrations({ ...target, name: to, field: wanted, column: made.column }, change.context.dialect, change.database);
  const own: readonly (readonly [string, OwnMigration])[] = !held ? [] : made.remote && !postgresql ? [] : keyMigrations(change, made, whole.after.schema, texts);
  const [away, drop] = removed.parts;
  const file = (title: string, migration: OwnMigration): Part => ({ release: 1, phase: "migrate", title, explanation: "", does: { kind: "file", migration } });
  return [
    {
      release: 0,
      phase: "expand",
      title: `Add ${codeSpan(to)}, nullable in the database; write both fields, read ${codeSpan(from)}`,
      explanation: `Code goes on reading ${codeSpan(from)} until release 2.`,
      does: { kind: "instead", operations: [optional && !held ? add : apart([nullable], [add])] },
      write: dualWrite(change, model, from, to, carried),
    },
    {
      release: 1,
      phase: "migrate",
      title: `Fill ${codeSpan(to)}`,
      explanation: `Code reads ${codeSpan(to)} from now on, and goes on writing both.${carried ? "" : " Say in the function what the value is."}`,
      does: { kind: "file", migration: { ...fill, name: slug(model, "fill", to) } },
      code: look,
      write: dualWrite(change, model, to, from, carried),
    },
    ...own.map(([title, migration]) => file(title, migration)),
    ...strict.map((migration, index) => file(index === strict.length - 1 ? `Make ${codeSpan(to)} NOT NULL` : "Ask it of new rows first, with a rule that is `NOT VALID`", migration)),
    {
      ...away!,
      title: `Take ${codeSpan(from)} and the dual write out of the code; its column stays${away!.title.split("its column stays")[1] ?? ""}`,
      does: away!.does.kind === "file" ? { kind: "file", migration: { ...away!.does.migration, operations: [...away!.does.migration.operations, ...(renames.length > 0 ? [stateOnly(renames)] : [])] } } : away!.does,
    },
    drop!,
  ];
}
