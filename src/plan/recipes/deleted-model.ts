import type { Operation } from "../../django/operation.ts";
import type { ModelState } from "../../django/state.ts";
import type { Value } from "../../python/value.ts";
import type { Change, Recipe } from "../course.ts";
import { fieldOf, inRelease, modelOf } from "../course.ts";
import { dataBefore } from "../data.ts";
import { operation, ref, runSql, stateOnly, withArguments } from "../operations.ts";
import { sqlOf, statementsOf, textsOf } from "../sql/sql-of.ts";
import { dropForeignKeys, withoutForeignKeys } from "./foreign-keys.ts";
import { waysOf } from "./removed-field.ts";
import { slug } from "./words.ts";
import { codeSpan } from "../../code-span.ts";

/** A model that goes while the running release still reads and writes its table. */
export const deletedModel: Recipe = {
  id: "deleted-model",
  title: "A model that goes",
  when: "`DeleteModel`: the table is gone the moment `migrate` has run, and the running release still reads and writes it; deleting a row that its rows may refer to fails, too.",
  databases: "All.",
  reversible: "Until release 2 has dropped the table; its data comes back from a backup only.",
  releases: [
    "Take the model out of the code and the project state alone. The table stays, without its foreign key constraints: the new release does not know its rows any more and could not delete what they refer to.",
    "Drop the table with `RunSQL`: the project state does not know it any more.",
  ],
  course(change) {
    const { operation: remove, app, before, context } = change;
    if (remove.kind !== "DeleteModel" || change.record.breaks.length === 0) return null;
    const model = modelOf(before, app, remove.name);
    if (!model?.state) return null;
    const keys = model.localFields.filter((field) => field.remote?.dbConstraint && field.field);
    const loosen = keys.map((field): Operation => operation({ kind: "AlterField", model: model.name, field: withArguments(field.field!, { db_constraint: false }), preserveDefault: true }));
    const tables = model.localManyToMany.flatMap((field) => (field.remote?.throughAuto && field.remote.through ? [field.remote.through.table] : []));
    const free = [...loosen, ...dropForeignKeys(change, tables)];
    const loosened = statementsOf(free, app, before, context);
    const drop = loosened && sqlOf([remove], app, loosened.after, context);
    if (!drop) return "the SQL of its table is not known";
    const gone = statementsOf([remove], app, before, context);
    // As release 1 left it, so that release 1 can be taken back, too.
    const left = loosened.after.state.models.get(model.key);
    const made = gone && left && statementsOf([creation(left)], app, gone.after, context);
    const back = made && textsOf(withoutForeignKeys(made.statements, tables.length > 0 && free.length > 0));
    const columns = removedBefore(change, model.name);
    if (!back || columns === null) return "the SQL that would make its table again is not known";
    const table = codeSpan(model.table);
    // Its rows are copied first, and in a release that still knows them.
    const first = dataBefore(change).length > 0 ? 2 : 0;
    return {
      shortcuts: [],
      parts: [
        {
          ...inRelease(first, slug("remove", model.name), [...free, stateOnly([operation({ kind: "DeleteModel", name: model.name })])]),
          title: `Take the model out of the code; its table stays${free.length > 0 ? " and loses its foreign key constraints" : ""}`,
          explanation: free.length > 0 ? "The new release does not know the rows any more: a foreign key would keep it from deleting what they refer to." : "Nothing changes in the database yet.",
        },
        { release: first + 1, phase: "contract", title: `Drop the table ${table}`, explanation: "Backwards it comes back, empty.", gate: `nothing names the table ${table} any more`, does: { kind: "file", migration: { name: slug("drop", model.name), atomic: true, operations: [runSql(drop, [...back, ...columns])] } } },
      ],
    };
  },
};

/** Columns of fields that the pull request removed before the model: they went with the table. null where their SQL is not known. */
function removedBefore(change: Change, model: string): readonly string[] | null {
  const found: string[] = [];
  for (const other of change.all) {
    if (other.operation.kind !== "RemoveField" || other.app !== change.app || other.operation.model.toLowerCase() !== model.toLowerCase()) continue;
    const field = fieldOf(other.before, other.app, model, other.operation.name);
    if (!field?.column) continue;
    const ways = waysOf(other, field);
    if (typeof ways === "string") return null;
    found.push(...ways.back);
  }
  return found;
}

/** The CreateModel that makes a model as it is now. */
function creation(model: ModelState): Operation {
  const options = new Map<string, Value>(model.options);
  if (model.uniqueTogether.length > 0) options.set("unique_together", { kind: "set", items: model.uniqueTogether.map((fields) => ({ kind: "tuple" as const, items: [...fields] })) });
  if (model.indexes.size > 0) options.set("indexes", { kind: "list", items: [...model.indexes.values()] });
  if (model.constraints.size > 0) options.set("constraints", { kind: "list", items: [...model.constraints.values()] });
  const bases = model.bases.map((base) => (base.split(".").length === 2 ? base : ref(base)));
  return operation({ kind: "CreateModel", name: model.name, fields: [...model.fields.values()], options, bases });
}
