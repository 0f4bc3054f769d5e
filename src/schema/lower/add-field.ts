import type { BoundField, BoundModel } from "../../django/bound.ts";
import { columnDefinition, inlineReference } from "./columns.ts";
import { createModel } from "./create-model.ts";
import { databaseDefaultIsValue, effectiveDefault, skipsDefault, skipsDefaultOnAlter } from "./defaults.ts";
import type { Editor } from "./editor.ts";
import { fieldIndexes } from "./field-indexes.ts";
import { remakeTable } from "./sqlite-remake.ts";

/** add_field: a column with its one-off default, or an automatic many-to-many table. `model` is the one before the operation. */
export function addField(editor: Editor, model: BoundModel, field: BoundField): void {
  if (field.remote?.kind === "many to many") {
    if (field.remote.throughAuto && field.remote.through) createModel(editor, field.remote.through);
    // SQLite's editor takes a many-to-many field with a model of its own for a column that is not null.
    else if (editor.dialect.vendor === "sqlite") remakeTable(editor, model, {});
    return;
  }
  if (field.column === null || field.dbType === null) return;
  const { vendor } = editor.dialect;
  if (vendor === "sqlite" && sqliteMustRemake(editor, field)) {
    remakeTable(editor, model, { create: field });
    return;
  }
  const references = inlineReference(editor, model, field);
  const column = columnDefinition(editor, field, true, model.tablespace);
  editor.execute({ kind: "AddColumn", table: model.table, column: { ...column, references } });
  if (field.dbDefault === undefined && !skipsDefaultOnAlter(editor, field) && effectiveDefault(editor, field)) {
    editor.execute({ kind: "AlterColumn", table: model.table, actions: [{ kind: "DropDefault", column: field.column, temporary: true, toNull: field.null }] });
  }
  if (field.comment && vendor === "postgresql") editor.execute({ kind: "CommentOnColumn", table: model.table, column: field.column, comment: field.comment });
  for (const { change, suffix } of fieldIndexes(editor, model, field)) editor.defer(change, { suffix });
  if ((vendor === "mysql" || vendor === "mariadb") && skipsDefault(editor, field) && field.default !== undefined && field.default !== null) {
    const value = effectiveDefault(editor, field);
    if (value) editor.execute({ kind: "FillRows", table: model.table, column: field.column, value: value.sql });
  }
}

/** SQLite's ALTER TABLE takes only nullable columns without default, key or unique. */
function sqliteMustRemake(editor: Editor, field: BoundField): boolean {
  return field.primaryKey || field.unique || !field.null || effectiveDefault(editor, field) !== null || (field.dbDefault !== undefined && !databaseDefaultIsValue(field));
}
