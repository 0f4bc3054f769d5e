import type { Operation } from "../../django/operation.ts";
import { type Change, modelOf, type Recipe } from "../course.ts";
import { moveOf } from "../moved.ts";
import { operation, stateOnly, withArguments } from "../operations.ts";
import { codeSpan } from "../../code-span.ts";

/** A model that leaves one app for another. */
export const movedModel: Recipe = {
  id: "moved-model",
  title: "A model that moves to another app",
  when: "`CreateModel` in one app and `DeleteModel` in another, with the same fields: the rows are left behind in a table that goes, and the running release still reads and writes it. Where the pull request copies the rows itself, that is a data migration and a deleted model.",
  databases: "All.",
  reversible: "Always: nothing happens in the database.",
  releases: ["The table stays what it is, by `db_table`; both apps and the foreign keys that follow change in the project state alone. One release, no SQL."],
  course(change) {
    const move = moveOf(change);
    if (move === null) return null;
    const { created, deleted } = move;
    const old = deleted.operation.kind === "DeleteModel" ? modelOf(deleted.before, deleted.app, deleted.operation.name) : null;
    if (!old) return null;
    if (!changedBefore(created, deleted)) return `the migration of ${codeSpan(deleted.app)} runs before that of ${codeSpan(created.app)}: let it depend on it, so that the project state never lacks the model`;
    const part = (title: string, explanation: string, one: Operation) => ({ shortcuts: [], parts: [{ release: 0, phase: "expand" as const, title, explanation, does: { kind: "instead" as const, operations: [stateOnly([one])] } }] });
    switch (change.operation.kind) {
      case "CreateModel": {
        const { operation: create } = change;
        const tables = new Map(old.localManyToMany.flatMap((field) => (field.remote?.throughAuto && field.remote.through ? [[field.name, field.remote.through.table] as const] : [])));
        const fields = create.fields.map((field) => (tables.has(field.name) ? withArguments(field, { db_table: tables.get(field.name)! }) : field));
        const made = operation({ ...create, fields, options: new Map([...create.options, ["db_table", old.table]]) });
        return { ...part(`Let the model have the table that is there, with ${codeSpan(`db_table = "${old.table}"`)}`, contentTypes(change, deleted), made), differs: `the table stays ${old.table}` };
      }
      case "DeleteModel":
        return part("Take the model out of the old app; its table stays", "", change.operation);
      default:
        return part("Let the foreign key follow; its column and constraint are the same", "", change.operation);
    }
  },
};

function changedBefore(created: Change, deleted: Change): boolean {
  return deleted.all.indexOf(created) < deleted.all.indexOf(deleted);
}

function contentTypes({ app }: Change, { app: before }: Change): string {
  return `Nothing happens in the database. Permissions, generic foreign keys and log entries name the model by its content type: after this release those of ${codeSpan(before)} are to be changed to those of ${codeSpan(app)}, which \`migrate\` has made.`;
}
