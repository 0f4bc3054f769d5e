import type { Change, DualWrite } from "../course.ts";

/** `save()` that writes both fields of a model; `from` is the one that code sets. `same`: the one value is the other's. */
export function dualWrite(change: Change, model: string, from: string, to: string, same = true): DualWrite {
  return {
    path: modelsPath(change),
    model,
    before: [
      same ? `self.${to} = self.${from}` : `self.${to} = …  # what stands for self.${from}`,
      `if update_fields is not None and ${JSON.stringify(from)} in update_fields:`,
      `    update_fields = {*update_fields, ${JSON.stringify(to)}}`,
    ],
    after: [],
    beside: "update(), bulk_create() and bulk_update() go past save(): name both fields there.",
  };
}

/** Where the app's models are, by the migration's path. */
export function modelsPath({ migration }: Change): string {
  const path = migration.path ?? "";
  const folder = /^(.*\/)?[^/]+\/[^/]+$/.exec(path)?.[1] ?? "";
  return `${folder}models.py`;
}
