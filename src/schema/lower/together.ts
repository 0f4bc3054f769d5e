import { atLeast } from "../../django/project.ts";
import type { BoundModel } from "../../django/bound.ts";
import { fieldsNamed, metaOf, uniqueTogether } from "./create-model.ts";
import type { Editor } from "./editor.ts";
import { fieldIndex } from "./field-indexes.ts";
import { constraintNames, introspect } from "./introspect.ts";
import { dropIndex } from "./alter-field.ts";
import { differenceOrder } from "../../python/set-order.ts";
import { indexName } from "../names.ts";

type Sets = readonly (readonly string[])[];

/** alter_unique_together: sets that went are dropped, then new ones are made. */
export function alterUniqueTogether(editor: Editor, model: BoundModel, before: Sets, after: Sets): void {
  for (const names of differenceOrder(before, after)) dropComposed(editor, model, names, "unique");
  for (const names of differenceOrder(after, before)) {
    editor.execute(uniqueTogether(editor, model, names));
  }
}

/** alter_index_together (an option until Django 5.1; the operation stays for old migrations). */
export function alterIndexTogether(editor: Editor, model: BoundModel, before: Sets, after: Sets): void {
  for (const names of differenceOrder(before, after)) dropComposed(editor, model, names, "index");
  for (const names of differenceOrder(after, before)) editor.execute(fieldIndex(editor, model, fieldsNamed(editor, model, names), "_idx"));
}

/**
 * _delete_composed_index: finds the one constraint or index over just these columns that Meta does not name. Any other number and Django
 * raises ValueError; that is told as unknown.
 */
function dropComposed(editor: Editor, model: BoundModel, names: readonly string[], kind: "unique" | "index"): void {
  const { vendor } = editor.dialect;
  if (vendor === "mysql" || vendor === "mariadb") createMissingForeignKeyIndex(editor, model, names[0] ?? null);
  const columns = fieldsNamed(editor, model, names).map((field) => field.column!);
  if (kind === "unique" && atLeast(editor.dialect.django, "6.1") && takesBackDeferredUnique(editor, model, columns)) return;
  const meta = metaOf(model);
  const exclude = new Set([...meta.constraints.keys(), ...meta.indexes.keys()]);
  let found = constraintNames(editor.table(model), vendor, { columns, exclude, ...(kind === "unique" ? { unique: true, primaryKey: false } : { index: true, unique: false }) });
  const automatic = indexName(vendor, model.table, columns, "_uniq");
  if (kind === "unique" && found.includes(automatic)) found = [automatic];
  if (found.length !== 1) {
    const reason = `Django finds ${found.length} ${kind === "unique" ? "unique constraints" : "indexes"} over ${model.table}(${columns.join(", ")}) where it needs just one, and stops with ValueError`;
    editor.doubt(reason);
    editor.execute({ kind: "Unknown", reason });
    return;
  }
  if (kind === "index") dropIndex(editor, model.table, found[0]!);
  else editor.execute({ kind: "DropConstraint", table: model.table, name: found[0]!, constraint: "unique", immediate: false });
}

/** From Django 6.1 a unique set that CreateModel put off in the same migration is not made at all. */
function takesBackDeferredUnique(editor: Editor, model: BoundModel, columns: readonly string[]): boolean {
  return editor.takeBack((change) => change.kind === "AddConstraint" && change.table === model.table && change.constraint.kind === "unique" && change.constraint.columns.join(",") === columns.join(","));
}

/** _create_missing_fk_index: InnoDB gave up the foreign key's own index for the composed one that goes now. */
export function createMissingForeignKeyIndex(editor: Editor, model: BoundModel, firstField: string | null): void {
  const field = firstField === null ? null : model.field(firstField);
  const table = editor.table(model);
  if (!field || field.internalType !== "ForeignKey" || !table) return;
  const starting = introspect(table, editor.dialect.vendor).filter((entry) => entry.index && entry.columns[0] === field.column);
  if (starting.length === 1) editor.execute(fieldIndex(editor, model, [field]));
}
