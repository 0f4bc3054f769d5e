import type { BoundField, BoundModel, BoundState } from "../../django/bound.ts";
import { alterField } from "./alter-field.ts";
import { alterManyToMany, renameTable } from "./alter-many-to-many.ts";
import type { Editor } from "./editor.ts";
import { incomingManyToMany, isHidden, relatedPairs } from "./relations.ts";

/** RenameModel.database_forwards: the table, the fields that point at it, and its many-to-many tables that carry its name. */
export function renameModel(editor: Editor, before: BoundState, after: BoundState, old: BoundModel, next: BoundModel): void {
  renameTable(editor, old.table, next.table);
  for (const field of relatedFields(before, old)) {
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

/** _meta.related_objects: foreign keys and many-to-many fields that point at the model, hidden ones left out, by model. */
function relatedFields(state: BoundState, model: BoundModel): readonly BoundField[] {
  const direct = state.incoming(model.key).filter((field) => !isHidden(field));
  const many = incomingManyToMany(state, model).filter((field) => !isHidden(field));
  return [...direct, ...many].sort((a, b) => (a.model.app < b.model.app ? -1 : a.model.app > b.model.app ? 1 : 0));
}

/** AlterModelTable.database_forwards. */
export function alterModelTable(editor: Editor, old: BoundModel, next: BoundModel): void {
  renameTable(editor, old.table, next.table);
  for (const [i, field] of old.localManyToMany.entries()) {
    const to = next.localManyToMany[i];
    if (to?.remote?.throughAuto && to.remote.through && field.remote?.through) renameTable(editor, field.remote.through.table, to.remote.through.table);
  }
}
