import type { Value } from "../../python/value.ts";
import type { Recipe } from "../course.ts";
import { fieldOf } from "../course.ts";
import { call, operation, withArguments } from "../operations.ts";
import { fieldCall } from "../write/operation.ts";
import { fourReleases, isPlain } from "./four-releases.ts";
import { span } from "./words.ts";

/** A column that gets another type, or room for less. */
export const changedType: Recipe = {
  id: "changed-type",
  title: "A column of another type",
  when: "`AlterField` to a type or length that does not hold what the running release writes, or that makes the server rewrite or read the whole table under a lock. A change that is free (PostgreSQL: `varchar` longer or to `text`) needs no plan.",
  databases: "All.",
  reversible: "Until release 4 has dropped the old column.",
  releases: [
    "Add a second column of the new type, nullable; code writes both and reads the old one.",
    "Fill the new column in batches; code reads the new one and goes on writing both.",
    "Take the old field out of the code; the new field takes its name and keeps its column with `db_column`.",
    "Drop the old column.",
  ],
  course(change) {
    const { operation: alter, app, record } = change;
    if (alter.kind !== "AlterField") return null;
    const [old, next] = [fieldOf(change.before, app, alter.model, alter.field.name), fieldOf(change.after, app, alter.model, alter.field.name)];
    if (!old?.column || !next?.column || typeof old.dbType !== "string" || typeof next.dbType !== "string" || old.dbType === next.dbType) return null;
    if (record.breaks.length === 0 && !record.impact.blocksReads && !record.impact.blocksWrites) return null;
    if (!isPlain(change, old) || !isPlain(change, next)) return "indexes, constraints or keys hold the column. Add a field of the new type beside it, with its own indexes; write both, fill it in batches, read the new one, and drop the old one last";
    const name = `${old.name}_new`;
    if (old.model.field(name)) return `there is a field ${span(name)} already`;
    const state = next.field ?? alter.field;
    const wanted = { ...withArguments(state, { db_column: undefined }), name };
    const kept = withArguments(wanted, { db_column: name });
    const renames = [operation({ kind: "AlterField", model: alter.model, field: kept, preserveDefault: true }), operation({ kind: "RenameField", model: alter.model, from: name, to: old.name })];
    const converts: Value | null = old.internalType === next.internalType ? null : call("django.db.models.functions.Cast", [old.name], { output_field: fieldCall({ ...wanted, kwargs: castArguments(wanted.kwargs) }) });
    const parts = fourReleases(change, { field: old, wanted, target: next, converts, renames });
    return parts === null ? "the SQL of its column is not known" : { shortcuts: [], parts, differs: `the column is ${name}` };
  },
};

/** What decides a field's type. */
function castArguments(kwargs: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  return new Map([...kwargs].filter(([name]) => ["max_length", "max_digits", "decimal_places", "base_field", "size"].includes(name)));
}
