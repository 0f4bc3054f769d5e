import type { BoundField } from "../../django/bound.ts";
import type { Change, DualWrite, OwnMigration, Part, Recipe } from "../course.ts";
import { fieldOf } from "../course.ts";
import { runPython } from "../operations.ts";
import { modelsPath } from "./dual-write.ts";
import { type Heir, removal } from "./removed-field.ts";
import { slug } from "./words.ts";
import { codeSpan } from "../../code-span.ts";

/** One becomes many. */
export const foreignKeyToManyToMany: Recipe = {
  id: "foreign-key-to-many-to-many",
  title: "A foreign key becomes a many-to-many field",
  when: "`RemoveField` of a `ForeignKey` with `AddField` of a `ManyToManyField` to the same model in one pull request: the running release reads and writes the column, and nothing carries its values over.",
  databases: "All.",
  reversible: "Until release 4 has dropped the column; going back from release 3 gives each row the lowest key of its many, and fails where a column that must have a value has none.",
  releases: ["Add the many-to-many field; the foreign key stays. Code writes both and reads the foreign key.", "Copy the values in batches; code reads the many-to-many field and goes on writing both.", "Take the foreign key out of the code; its column stays.", "Drop the column."],
  course(change) {
    const { operation: remove, app, record } = change;
    if (remove.kind !== "RemoveField" || record.breaks.length === 0) return null;
    const field = fieldOf(change.before, app, remove.model, remove.name);
    if (field?.remote?.kind !== "foreign key") return null;
    const many = added(change, field);
    if (!many?.remote?.through || !many.remote.throughFrom?.column || !many.remote.throughTo?.column || !field.model.pk?.column) return null;
    if (many.name === field.name) return `both fields are called ${codeSpan(field.name)}, and both must be there for a while: give the many-to-many field a name of its own`;
    const removed = removal(change, field, 2, heirOf(change, field, many));
    if (typeof removed === "string") return removed;
    const parts: Part[] = [
      { release: 0, phase: "expand", title: `Keep ${codeSpan(field.name)} beside ${codeSpan(many.name)}; write both, read ${codeSpan(field.name)}`, explanation: "The table of the new field is made in this release; its rows are copied in the next.", does: { kind: "instead", operations: [] }, write: both(change, field, many) },
      { release: 1, phase: "migrate", title: `Copy ${codeSpan(field.name)} into ${codeSpan(many.name)}`, explanation: `Code reads ${codeSpan(many.name)} from now on, and goes on writing both. Rows that are there already are passed over; those that an older process changed since may hold its old value, too: compare before you read it.`, does: { kind: "file", migration: copy(change, field, many) }, write: both(change, field, many) },
      ...removed.parts,
    ];
    return { shortcuts: [], parts };
  },
};

/** The many-to-many field of the same model to the same target that the pull request adds, without a model of its own. */
function added({ all, app, operation }: Change, field: BoundField): BoundField | null {
  for (const other of all) {
    if (other.operation.kind !== "AddField" || other.app !== app || operation.kind !== "RemoveField" || other.operation.model.toLowerCase() !== operation.model.toLowerCase()) continue;
    const found = fieldOf(other.after, app, other.operation.model, other.operation.field.name);
    if (found?.remote?.kind === "many to many" && found.remote.throughAuto && found.remote.to === field.remote?.to) return found;
  }
  return null;
}

/** One of the many: the lowest key, for an order is not known. */
function heirOf({ context: { dialect: { quoteName: q } } }: Change, field: BoundField, many: BoundField): Heir {
  const { through, throughFrom, throughTo } = many.remote!;
  const [table, pk] = [q(field.model.table), q(field.model.pk!.column!)];
  return { value: `(SELECT min(${q(throughTo!.column!)}) FROM ${q(through!.table)} WHERE ${q(throughFrom!.column!)} = ${table}.${pk})`, words: `one of ${codeSpan(many.name)} in each row (the lowest key)` };
}

function copy({ app }: Change, field: BoundField, many: BoundField): OwnMigration {
  const model = field.model.name;
  const name = slug("copy", field.name);
  const [from, to] = [many.remote!.throughFrom!.name, many.remote!.throughTo!.name];
  const value = `${field.name}_id`;
  const text = [
    `def ${name}(apps, schema_editor):`,
    `    ${model} = apps.get_model(${JSON.stringify(app)}, ${JSON.stringify(model)})`,
    `    Through = ${model}.${many.name}.through`,
    "    alias = schema_editor.connection.alias",
    `    rows = ${model}._base_manager.using(alias).filter(${field.name}__isnull=False)`,
    `    rows = rows.order_by("pk").values_list("pk", ${JSON.stringify(value)})`,
    "    batch = list(rows[:1000])",
    "    while batch:",
    "        Through._base_manager.using(alias).bulk_create(",
    `            [Through(${from}_id=pk, ${to}_id=value) for pk, value in batch],`,
    "            ignore_conflicts=True,",
    "        )",
    "        batch = list(rows.filter(pk__gt=batch[-1][0])[:1000])",
  ].join("\n");
  return { name: slug(model, name), atomic: false, operations: [runPython(name)], functions: [text], unknown: "Django's ORM makes the `INSERT` statements of the copy, one for each batch of 1,000 rows." };
}

function both(change: Change, field: BoundField, many: BoundField): DualWrite {
  return {
    path: modelsPath(change),
    model: field.model.name,
    before: [],
    after: [`self.${many.name}.set([self.${field.name}${field.null ? `] if self.${field.name} else [])` : "])"}`],
    beside: `update() and bulk_create() go past save(): set ${many.name} there, too.`,
  };
}
