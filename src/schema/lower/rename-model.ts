import type { BoundField, BoundModel, BoundState } from "../../django/bound.ts";
import { alterField } from "./alter-field.ts";
import { alterManyToMany, renameTable } from "./alter-many-to-many.ts";
import type { Editor } from "./editor.ts";
import { incomingManyToMany, isHidden, relatedPairs } from "./relations.ts";

/** RenameModel.database_forwards: the table, the fields that point at it, and its many-to-many tables that carry its name. */
export function renameModel(editor: Editor, before: BoundState, after: BoundState, old: BoundModel, next: BoundModel): void {
  renameTable(editor, old.table, next.table);
  for (const field of relatedFields(before, old, editor.dialect.vendor === "sqlite")) {
    const own = field.model.key === old.key;
    const model = own ? next : after.get(field.model.key);
    const to = model?.field(field.name);
    if (model && to) alterField(editor, model, { old: field, new: to, relations: () => relatedPairs(before, after, field, to) });
  }
  for (const field of old.localManyToMany) {
    const to = next.localManyToMany.find((candidate) => candidate.name === field.name);
    if (!to || to.remote?.to === next.key || !to.remote?.throughAuto) continue;
    alterManyToMany(editor, { old: field, new: to });
  }
}

/**
 * _meta.related_objects: foreign keys and many-to-many fields that point at the model, hidden ones left out, by app. Apps stand by label, as sqlmigrate
 * and a migrate of an older database render them; SQLite's remade tables are given as a new database sees them, where apps stand in the order of their
 * first models.
 */
function relatedFields(state: BoundState, model: BoundModel, asCreated: boolean): readonly BoundField[] {
  const apps = [...new Set(state.keys.map((key) => key.slice(0, key.indexOf("."))))];
  if (!asCreated) apps.sort();
  const direct = state.incoming(model.key).filter((field) => !isHidden(field));
  const many = incomingManyToMany(state, model).filter((field) => !isHidden(field));
  return [...direct, ...many].sort((a, b) => apps.indexOf(a.model.app) - apps.indexOf(b.model.app));
}

/** AlterModelTable.database_forwards. */
export function alterModelTable(editor: Editor, old: BoundModel, next: BoundModel): void {
  renameTable(editor, old.table, next.table);
  for (const [i, field] of old.localManyToMany.entries()) {
    const to = next.localManyToMany[i];
    if (to?.remote?.throughAuto && to.remote.through && field.remote?.through) renameTable(editor, field.remote.through.table, to.remote.through.table);
  }
}
