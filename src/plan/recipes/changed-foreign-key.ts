import type { Recipe } from "../course.ts";
import { fieldOf } from "../course.ts";
import { operation, withArguments } from "../operations.ts";
import { fourReleases, isMovable } from "./four-releases.ts";
import { codeSpan } from "../../code-span.ts";

/** A foreign key that points at another model. */
export const changedForeignKey: Recipe = {
  id: "changed-foreign-key",
  title: "A foreign key to another model",
  when: "`AlterField` of a `ForeignKey` to another model: Django keeps the numbers, which point at rows of the wrong model then or at none, and the running release goes on writing those of the old one.",
  databases: "All.",
  reversible: "Until release 4 has dropped the old column. Rows that release 3 has inserted have no value in it, and it may be NULL from then on.",
  releases: [
    "Add a second foreign key to the new model, nullable; code writes both and reads the old one.",
    "Fill it in batches: only the project knows which row stands for which. Code reads the new one and goes on writing both.",
    "Take the old one out of the code; the new one takes its name and keeps its column with `db_column`.",
    "Drop the old column.",
  ],
  course(change) {
    const { operation: alter, app, record } = change;
    if (alter.kind !== "AlterField" || (record.breaks.length === 0 && !record.impact.blocksWrites)) return null;
    const [old, next] = [fieldOf(change.before, app, alter.model, alter.field.name), fieldOf(change.after, app, alter.model, alter.field.name)];
    if (!old?.column || !next?.column || !old.remote || !next.remote || old.remote.to === next.remote.to) return null;
    if (!isMovable(change, old)) return "other indexes or constraints hold the column. Add a foreign key to the new model beside it; write both, fill it in batches, read the new one, and drop the old one last";
    const name = `${old.name}_new`;
    if (old.model.field(name)) return `there is a field ${codeSpan(name)} already`;
    const wanted = { ...withArguments(next.field ?? alter.field, { db_column: undefined }), name };
    const kept = withArguments(wanted, { db_column: `${name}_id` });
    const renames = [operation({ kind: "AlterField", model: alter.model, field: kept, preserveDefault: true }), operation({ kind: "RenameField", model: alter.model, from: name, to: old.name })];
    const parts = fourReleases(change, { field: old, wanted, target: next, converts: "to write", renames });
    return parts === null ? "the SQL of its column is not known" : { shortcuts: [], parts, differs: `the column is ${name}_id` };
  },
};
