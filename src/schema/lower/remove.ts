import type { BoundField, BoundModel } from "../../django/bound.ts";
import { dropColumnCascades } from "../../sql/render/postgresql.ts";
import type { Editor } from "./editor.ts";
import { constraintNames } from "./introspect.ts";
import { remakeTable } from "./sqlite-remake.ts";

/** BaseDatabaseSchemaEditor.delete_model: automatic many-to-many tables first. */
export function deleteModel(editor: Editor, model: BoundModel): void {
  for (const field of model.localManyToMany) {
    if (field.remote?.throughAuto && field.remote.through) deleteModel(editor, field.remote.through);
  }
  dropTable(editor, model.table);
}

export function dropTable(editor: Editor, table: string): void {
  editor.execute({ kind: "DropTable", table, cascade: editor.dialect.vendor !== "sqlite" });
  editor.forgetDeferredOfTable(table);
}

/** remove_field: a column, or an automatic many-to-many table. */
export function removeField(editor: Editor, model: BoundModel, field: BoundField): void {
  if (field.remote?.kind === "many to many") {
    if (field.remote.throughAuto && field.remote.through) deleteModel(editor, field.remote.through);
    return;
  }
  if (field.column === null || field.dbType === null) return;
  if (editor.dialect.vendor === "sqlite" && (field.primaryKey || field.unique || field.dbIndex || (field.remote && field.remote.dbConstraint))) {
    remakeTable(editor, model, { remove: field });
    return;
  }
  // supports_foreign_keys aside, any constraint that introspection finds goes first.
  if (field.remote && editor.dialect.vendor !== "sqlite") dropForeignKeys(editor, model.table, field.column);
  editor.execute({ kind: "DropColumn", table: model.table, column: field.column, cascade: editor.dialect.vendor === "postgresql" && dropColumnCascades(editor.dialect.django) });
  editor.forgetDeferredOfColumn(model.table, field.column);
}

/** Drops the foreign keys on a column that are in the database now; returns how many. */
export function dropForeignKeys(editor: Editor, table: string, column: string): number {
  const names = constraintNames(editor.schema.tables.get(table) ?? null, editor.dialect.vendor, { columns: [column], foreignKey: true });
  for (const name of names) editor.execute({ kind: "DropConstraint", table, name, constraint: "foreign key", immediate: editor.dialect.vendor === "postgresql" });
  return names.length;
}
