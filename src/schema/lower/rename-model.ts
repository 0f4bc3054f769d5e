import { atLeast } from "../../django/project.ts";
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
    const referring = own ? next : after.get(field.model.key);
    const to = referring?.field(field.name);
    // Before Django 5.1 (#34881) the referring model was taken as it was.
    const model = own || atLeast(editor.dialect.django, "5.1") ? referring : field.model;
    if (model && to) alterField(editor, model, { old: field, new: to, relations: () => relatedPairs(before, after, field, to) });
  }
  for (const field of old.localManyToMany) {
    const to = next.localManyToMany.find((candidate) => candidate.name === field.name);
    if (!to || to.remote?.to === next.key || !to.remote?.throughAuto) continue;
    alterManyToMany(editor, { old: field, new: to });
  }
}

/**
 * _meta.related_objects: foreign keys and many-to-many fields that point at the model, hidden ones left out, model by model. Apps stand by label, as
 * sqlmigrate and a migrate of an older database render them; SQLite's remade tables are given as a new database sees them, where apps stand in the
 * order of their first models. (A migrate that reloaded models before has them in an order of its own, which Python's hashes decide.)
 */
function relatedFields(state: BoundState, model: BoundModel, asCreated: boolean): readonly BoundField[] {
  const apps = [...new Set(state.keys.map((key) => key.slice(0, key.indexOf("."))))];
  if (!asCreated) apps.sort();
  const models = new Map(state.keys.map((key, at) => [key, at]));
  const place = ({ model: { app, key }, remote }: BoundField) => [apps.indexOf(app), models.get(key) ?? 0, remote?.kind === "many to many" ? 1 : 0];
  const fields = [...state.incoming(model.key), ...incomingManyToMany(state, model)].filter((field) => !isHidden(field));
  return fields.map((field) => ({ field, at: place(field) })).sort((a, b) => a.at[0]! - b.at[0]! || a.at[1]! - b.at[1]! || a.at[2]! - b.at[2]!).map(({ field }) => field);
}

/** AlterModelTable.database_forwards. */
export function alterModelTable(editor: Editor, old: BoundModel, next: BoundModel): void {
  renameTable(editor, old.table, next.table);
  for (const [i, field] of old.localManyToMany.entries()) {
    const to = next.localManyToMany[i];
    if (to?.remote?.throughAuto && to.remote.through && field.remote?.through) renameTable(editor, field.remote.through.table, to.remote.through.table);
  }
}
