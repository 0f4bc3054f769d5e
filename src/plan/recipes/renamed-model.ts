import type { BoundField, BoundModel } from "../../django/bound.ts";
import type { Operation } from "../../django/operation.ts";
import { isMySql } from "../../sql/dialect.ts";
import type { Change, Recipe, Part } from "../course.ts";
import { modelOf } from "../course.ts";
import { operation, stateOnly, withArguments } from "../operations.ts";
import type { Shortcut } from "../types.ts";
import { throughModel } from "./kept-through.ts";
import { codeSpan } from "../../code-span.ts";

/** A model that gets another name, and its table with it. */
export const renamedModel: Recipe = {
  id: "renamed-model",
  title: "A model that gets another name",
  when: "`RenameModel` of a model whose table follows its name: every statement of the running release names the old table, and the old column in the tables of its many-to-many fields.",
  databases: "All. If the tables must have the new names: a view with the old name takes the running release's statements (PostgreSQL, MySQL and MariaDB).",
  reversible: "Always: nothing happens in the database.",
  releases: ["Keep the table with `db_table`, and rename the model in the code alone. Its many-to-many tables stay by a `through` model that the project state alone gets. One release, no SQL."],
  course(change) {
    const { operation: rename } = change;
    if (rename.kind !== "RenameModel" || change.record.breaks.length === 0) return null;
    const model = modelOf(change.before, change.app, rename.from);
    if (!model) return null;
    const joined = manyToManyOf(change, model);
    if (joined.some((field) => !field.field || field.model.app !== change.app)) return "a many-to-many field of another app has a column named after the model; give it a `through` model of its own first, or leave the model its name";
    const kept = joined.flatMap((field): Operation[] => {
      const through = throughModel(change, field);
      return through === null ? [] : [operation(through.create), operation({ kind: "AlterField", model: field.model.name, field: withArguments(field.field!, { through: through.label }), preserveDefault: true })];
    });
    if (kept.length !== joined.length * 2) return "the table of its many-to-many field is not known";
    const operations: Operation[] = [
      ...(kept.length > 0 ? [stateOnly(kept)] : []),
      ...(model.state?.options.get("db_table") === undefined ? [operation({ kind: "AlterModelTable", name: rename.from, table: model.table })] : []),
      operation({ kind: "RenameModel", from: rename.from, to: rename.to }),
    ];
    const part: Part = {
      release: 0,
      phase: "expand",
      title: `Rename the model, keep its table with ${codeSpan(`db_table = "${model.table}"`)}${joined.length > 0 ? `, and ${joined.map((field) => codeSpan(field.remote!.through!.table)).join(" and ")} with a model of its own` : ""}`,
      explanation: `The new name is the code's alone; nothing happens in the database, so one release is enough.${joined.length > 0 ? " The many-to-many field is used as before: `add()`, `remove()` and `set()` work with such a model." : ""}`,
      does: { kind: "instead", operations },
    };
    return { shortcuts: view(change, rename, model, joined), parts: [part], differs: `the table stays ${model.table}` };
  },
};

/** Automatic many-to-many fields that name the model in their tables, its own and those of others. */
function manyToManyOf(change: Change, model: BoundModel): readonly BoundField[] {
  return [...new Set(change.before.bound.incoming(model.key).flatMap((field) => (field.model.autoCreatedBy ? [field.model.autoCreatedBy] : [])))];
}

/** The other way: new names in the database, and views with the old ones while the running release is there. */
function view(change: Change, rename: Extract<Operation, { kind: "RenameModel" }>, model: BoundModel, joined: readonly BoundField[]): readonly Shortcut[] {
  const next = modelOf(change.after, change.app, rename.to);
  if (!next || next.table === model.table) return [];
  const tables = [{ from: model, to: next }, ...joined.flatMap((field) => {
    const from = field.remote?.through;
    const to = manyToManyOf({ ...change, before: change.after }, next).find((one) => one.name === field.name)?.remote?.through;
    return from && to ? [{ from, to }] : [];
  })];
  return bridge(change, tables);
}

/** Rename tables, with views by their old names in the same migration. */
function bridge({ context: { dialect } }: Change, tables: readonly { readonly from: BoundModel; readonly to: BoundModel }[]): readonly Shortcut[] {
  // A table that keeps its name and gets another column cannot be two things at once.
  const columns = ({ localFields }: BoundModel) => localFields.map(({ column }) => column).join("\n");
  if (dialect.vendor === "sqlite" || tables.some(({ from, to }) => from.table === to.table && columns(from) !== columns(to))) return [];
  const quote = dialect.quoteName;
  const lines = tables.filter(({ from, to }) => from.table !== to.table).flatMap(({ from, to }) => {
    const pairs = from.localFields.flatMap((field, index) => (field.column && to.localFields[index]?.column ? [[field.column, to.localFields[index].column] as const] : []));
    const renamed = pairs.filter(([old, now]) => old !== now);
    const selected = renamed.length === 0 ? "*" : pairs.map(([old, now]) => (old === now ? quote(old) : `${quote(now)} AS ${quote(old)}`)).join(", ");
    const rename = isMySql(dialect.vendor) ? `RENAME TABLE ${quote(from.table)} TO ${quote(to.table)};` : `ALTER TABLE ${quote(from.table)} RENAME TO ${quote(to.table)};`;
    return [rename, ...renamed.map(([old, now]) => `ALTER TABLE ${quote(to.table)} RENAME COLUMN ${quote(old)} TO ${quote(now)};`), `CREATE VIEW ${quote(from.table)} AS SELECT ${selected} FROM ${quote(to.table)};`];
  });
  const drops = tables.filter(({ from, to }) => from.table !== to.table).map(({ from }) => `DROP VIEW ${quote(from.table)};`);
  const [together, gap] = isMySql(dialect.vendor) ? ["one after the other", " Between the statements the old name is gone for a moment: there is no transaction around them."] : ["in one `RunSQL`, which is one transaction", ""];
  return [{ target: "", another: true, text: `Where the tables must have the new names, rename them and make views with the old names ${together}, with your operation in its \`state_operations\`. The views take the statements of the running release, also \`INSERT … RETURNING\` and \`SELECT … FOR UPDATE\`; foreign keys follow the tables.${gap} Drop the views when no older process is left.`, code: [...lines, "-- in the next release", ...drops].join("\n") }];
}

/** A model that keeps its name and gets another table. */
export const changedTable: Recipe = {
  id: "changed-table",
  title: "A table that gets another name",
  when: "`AlterModelTable`: every statement of the running release names the old table.",
  databases: "All. A view with the table's old name takes the running release's statements, if the table must be renamed (PostgreSQL, MySQL and MariaDB).",
  reversible: "Always: nothing happens in the database.",
  releases: ["Keep the table: leave `db_table` as it is."],
  course(change) {
    const { operation: alter } = change;
    if (alter.kind !== "AlterModelTable" || change.record.breaks.length === 0) return null;
    const [old, next] = [modelOf(change.before, change.app, alter.name), modelOf(change.after, change.app, alter.name)];
    if (!old || !next) return null;
    const joined = old.localManyToMany.flatMap((field, index) => {
      const [from, to] = [field.remote?.throughAuto ? field.remote.through : null, next.localManyToMany[index]?.remote?.through];
      return from && to && from.table !== to.table ? [{ from, to }] : [];
    });
    return {
      shortcuts: bridge(change, [{ from: old, to: next }, ...joined]),
      parts: [{ release: 0, phase: "expand", title: `Keep the table ${codeSpan(old.table)}`, explanation: "A table's name is nobody's but the database's: leave it, and nothing has to be planned.", does: { kind: "instead", operations: [] } }],
      differs: `the table stays ${old.table}`,
    };
  },
};
