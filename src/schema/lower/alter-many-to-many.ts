import type { BoundModel } from "../../django/bound.ts";
import { alterField, type Alteration } from "./alter-field.ts";
import { createModel } from "./create-model.ts";
import type { Editor } from "./editor.ts";
import { deleteModel } from "./remove.ts";
import { remakeTable } from "./sqlite-remake.ts";

/** _alter_many_to_many: the automatic table is renamed and its columns point elsewhere. Both fields have automatic tables. */
export function alterManyToMany(editor: Editor, { old, new: next }: Pick<Alteration, "old" | "new">): void {
  const [from, to] = [old.remote!, next.remote!];
  if (!from.through || !to.through || !from.throughTo || !to.throughTo || !from.throughFrom || !to.throughFrom) {
    editor.doubt(`the table of the many-to-many field ${next.model.app}.${next.model.name}.${next.name} is not known`);
    editor.execute({ kind: "Unknown", reason: "an automatic many-to-many table is not known" });
    return;
  }
  if (editor.dialect.vendor === "sqlite") return sqliteAlterManyToMany(editor, { old, new: next });
  renameTable(editor, from.through.table, to.through.table);
  const noRelations = () => [];
  alterField(editor, to.through, { old: from.throughTo, new: to.throughTo, relations: noRelations });
  alterField(editor, to.through, { old: from.throughFrom, new: to.throughFrom, relations: noRelations });
}

/** alter_db_table: nothing when the name stays (on MySQL and MariaDB also when only its case changes is up to the server; Django compares it). */
export function renameTable(editor: Editor, from: string, to: string): void {
  if (from === to || (editor.dialect.vendor === "sqlite" && from.toLowerCase() === to.toLowerCase())) return;
  editor.execute({ kind: "RenameTable", table: from, to });
  editor.renameDeferredTable(from, to);
}

/** SQLite remakes the table in place, or makes the new one, copies the rows and drops the old. */
function sqliteAlterManyToMany(editor: Editor, { old, new: next }: Pick<Alteration, "old" | "new">): void {
  const [from, to] = [old.remote!, next.remote!];
  const [oldTable, newTable]: [BoundModel, BoundModel] = [from.through!, to.through!];
  if (oldTable.table === newTable.table) {
    remakeTable(editor, oldTable, { alter: [{ old: from.throughTo!, new: to.throughTo! }, { old: from.throughFrom!, new: to.throughFrom! }] });
    return;
  }
  createModel(editor, newTable);
  const columns = ["id", to.throughFrom!.column!, to.throughTo!.column!];
  const values = ["id", from.throughFrom!.column!, from.throughTo!.column!];
  editor.execute({ kind: "CopyRows", table: oldTable.table, to: newTable.table, columns: columns.map((column, i) => ({ column, value: values[i]! })) });
  deleteModel(editor, oldTable);
}
