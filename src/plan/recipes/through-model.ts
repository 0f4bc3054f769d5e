import type { Operation } from "../../django/operation.ts";
import type { Part, Recipe } from "../course.ts";
import { fieldOf, isRefused } from "../course.ts";
import { apart, operation } from "../operations.ts";
import { codeSpan } from "../../code-span.ts";

/** A many-to-many field that gets a model of its own for its table. */
export const throughModel: Recipe = {
  id: "through-model",
  title: "A many-to-many field gets a `through` model",
  when: "`AlterField` of a `ManyToManyField` to one with `through`: makemigrations writes it, and migrate refuses it (\"you cannot alter to or from M2M fields, or add or remove through= on M2M fields\").",
  databases: "All: nothing happens in the database but for columns that the model adds.",
  reversible: "Always.",
  releases: ["The new model takes the table that is there, with `db_table`, in the project state alone; its further fields are added after that. They must be nullable or have a `db_default`, for the running release does not send them."],
  course(change) {
    const { operation: alter, app } = change;
    if (alter.kind !== "AlterField" || !isRefused(change.record)) return null;
    const [old, next] = [fieldOf(change.before, app, alter.model, alter.field.name), fieldOf(change.after, app, alter.model, alter.field.name)];
    if (old?.remote?.kind !== "many to many" || next?.remote?.kind !== "many to many") return `Django cannot alter a field to or from a many-to-many field. Add the new one under a name of its own beside the old one, write both, fill it, read it, and remove the old one last`;
    const { through: table, throughFrom, throughTo } = old.remote;
    const model = next.remote.through;
    if (!old.remote.throughAuto || next.remote.throughAuto || !table || !throughFrom || !throughTo) return "Django cannot take the `through` model away. Add a plain many-to-many field under a name of its own, copy the rows, and remove the old one last";
    const created = model && change.all.find(({ operation: other, app: label }) => other.kind === "CreateModel" && `${label}.${other.name.toLowerCase()}` === model.key);
    if (!created || created.operation.kind !== "CreateModel" || created.migration !== change.migration) return `the model ${codeSpan(model?.name ?? "it goes through")} is not made in this migration: its table and that of the field are two. Copy the rows in a data migration while code writes both, then let the field go through the model in the project state alone (\`SeparateDatabaseAndState\`), and drop the old table last`;
    const columns = [throughFrom.column, throughTo.column];
    const own = model.localFields.filter((field) => field.primaryKey || columns.includes(field.column));
    const missing = columns.filter((column) => !own.some((field) => field.column === column));
    if (missing.length > 0) return `the table ${codeSpan(table.table)} has the columns ${columns.map((column) => codeSpan(column ?? "?")).join(" and ")}: give the model's foreign keys these with \`db_column\``;
    if (["indexes", "constraints"].some((option) => created.operation.kind === "CreateModel" && created.operation.options.has(option))) return "the model's indexes and constraints cannot come with a table that is there: add them in a migration after this one";
    const more = created.operation.fields.filter((field) => model.localFields.some((bound) => bound.name === field.name && !own.includes(bound)));
    const unfit = more.find((field) => field.kwargs.get("null") !== true && !field.kwargs.has("db_default"));
    if (unfit) return `${codeSpan(unfit.name)} must be nullable or have a \`db_default\`: the running release inserts rows without it. Make it required in a later release`;
    const state = operation({ ...created.operation, fields: created.operation.fields.filter((field) => !more.includes(field)), options: new Map([...created.operation.options, ["db_table", table.table]]) });
    const parts: Part[] = [
      {
        release: 0,
        phase: "expand",
        title: `Let ${codeSpan(model.name)} take the table ${codeSpan(table.table)}, and the field go through it, in the project state alone`,
        explanation: `The running release goes on with its table. It keeps the rule that no pair is there twice${more.length > 0 ? "; the model's further columns are added to it" : ""}.`,
        does: { kind: "instead", operations: [apart([], [state, operation(alter)]), ...more.map((field): Operation => operation({ kind: "AddField", model: model.name, field, preserveDefault: true }))] },
      },
    ];
    return { shortcuts: [], parts, takes: [created], differs: `the table stays ${table.table}` };
  },
};

