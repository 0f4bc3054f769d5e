import { span } from "./words.ts";
import type { Recipe, Part } from "../course.ts";
import { modelOf } from "../course.ts";
import { operation } from "../operations.ts";

/** A model that gets another name, and its table with it. */
export const renamedModel: Recipe = {
  id: "renamed-model",
  title: "A model that gets another name",
  when: "`RenameModel` of a model whose table follows its name: every statement of the running release names the old table.",
  databases: "All.",
  reversible: "Always: nothing happens in the database.",
  releases: ["Keep the table with `db_table`, and rename the model in the code alone. One release, no SQL."],
  course(change) {
    const { operation: rename } = change;
    if (rename.kind !== "RenameModel" || change.record.breaks.length === 0) return null;
    const model = modelOf(change.before, change.app, rename.from);
    if (!model) return null;
    const key = model.key;
    const joined = change.before.bound.incoming(key).find((field) => field.model.autoCreatedBy !== null);
    if (joined) return `its many-to-many table ${span(joined.model.table)} has a column named after the model; give that field a \`through\` model of its own first, or leave the model its name`;
    const part: Part = {
      release: 0,
      phase: "expand",
      title: `Rename the model, keep its table with ${span(`db_table = "${model.table}"`)}`,
      explanation: "The new name is the code's alone; nothing happens in the database, so one release is enough.",
      does: { kind: "instead", operations: [operation({ kind: "AlterModelTable", name: rename.from, table: model.table }), operation({ kind: "RenameModel", from: rename.from, to: rename.to })] },
    };
    return { shortcuts: [], parts: [part], differs: `the table stays ${model.table}` };
  },
};

/** A model that keeps its name and gets another table. */
export const changedTable: Recipe = {
  id: "changed-table",
  title: "A table that gets another name",
  when: "`AlterModelTable`: every statement of the running release names the old table.",
  databases: "All. On PostgreSQL a view with the table's old name takes the running release's statements, if the table must be renamed.",
  reversible: "Always: nothing happens in the database.",
  releases: ["Keep the table: leave `db_table` as it is."],
  course(change) {
    const { operation: alter } = change;
    if (alter.kind !== "AlterModelTable" || change.record.breaks.length === 0) return null;
    const [old, next] = [modelOf(change.before, change.app, alter.name), modelOf(change.after, change.app, alter.name)];
    if (!old || !next) return null;
    const quote = change.context.dialect.quoteName;
    const view = `ALTER TABLE ${quote(old.table)} RENAME TO ${quote(next.table)};\nCREATE VIEW ${quote(old.table)} AS SELECT * FROM ${quote(next.table)};`;
    return {
      shortcuts: change.database.vendor === "postgresql" ? [{ target: "", text: "If the table must have the new name: rename it and make a view with the old name in the same transaction, which takes the statements of the running release; drop the view in the next release. Both must be in one `RunSQL`, with `AlterModelTable` as its state operation.", code: view }] : [],
      parts: [{ release: 0, phase: "expand", title: `Keep the table ${span(old.table)}`, explanation: "A table's name is nobody's but the database's: leave it, and nothing has to be planned.", does: { kind: "instead", operations: [] } }],
      differs: `the table stays ${old.table}`,
    };
  },
};
