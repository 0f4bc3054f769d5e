import type { Part, Recipe } from "../course.ts";
import { fieldOf } from "../course.ts";
import { operation, withArguments } from "../operations.ts";
import { manyToMany } from "./removed-field.ts";
import { beside } from "./shadow.ts";
import { codeSpan } from "../../code-span.ts";

/** A many-to-many field whose own table gets another name, or other columns. */
export const changedManyToMany: Recipe = {
  id: "changed-many-to-many",
  title: "A many-to-many field with another table or target",
  when: "`AlterField` of a `ManyToManyField` without a `through` model, to another `db_table` or another model: the running release names the old table and its columns.",
  databases: "All.",
  reversible: "With the table kept always. With another target until release 2 has dropped the old table; what was written to the new one is lost on the way back.",
  releases: [
    "Another `db_table`: leave the table its name. One release, no SQL.",
    "Another model: a new table for the new target; the old one stays for the running release, without its foreign key constraints. (`AlterField` would keep the rows, whose numbers then point at rows of the wrong model.)",
    "Drop the old table with `RunSQL`.",
  ],
  course(change) {
    const { operation: alter, app, record } = change;
    if (alter.kind !== "AlterField" || record.breaks.length === 0) return null;
    const [old, next] = [fieldOf(change.before, app, alter.model, alter.field.name), fieldOf(change.after, app, alter.model, alter.field.name)];
    if (!old?.remote?.throughAuto || !next?.remote?.throughAuto || !old.field || !old.remote.through) return null;
    const { table } = old.remote.through;
    if (old.remote.to === next.remote.to) {
      const kept = withArguments(alter.field, { db_table: old.field.kwargs.get("db_table") });
      const part: Part = { release: 0, phase: "expand", title: `Keep the table ${codeSpan(table)}`, explanation: "A table's name is nobody's but the database's: leave it, and nothing has to be planned.", does: { kind: "instead", operations: [operation({ ...alter, field: kept })] } };
      return { shortcuts: [], parts: [part], differs: `the table stays ${table}` };
    }
    const removed = manyToMany(change, old);
    if (typeof removed === "string") return removed;
    const [away, drop] = removed.parts;
    const fresh = beside(table, "new");
    const added = operation({ kind: "AddField", model: alter.model, field: withArguments(alter.field, { db_table: fresh }), preserveDefault: true });
    const first: Part = {
      release: 0,
      phase: "expand",
      title: `Give ${codeSpan(alter.field.name)} a new table, ${codeSpan(fresh)}; the old one stays and loses its foreign key constraints`,
      explanation: "Nothing is carried over: the old rows point at another model. Which of the new one they stand for, only a data migration of yours can say.",
      does: { kind: "instead", operations: [...(away!.does.kind === "instead" ? away!.does.operations : []), added] },
    };
    return { shortcuts: [], parts: [first, drop!], differs: `the table is ${fresh}` };
  },
};
