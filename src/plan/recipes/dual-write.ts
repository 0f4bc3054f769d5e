import type { Edit } from "../types.ts";
import type { Change } from "../course.ts";

/** `save()` that writes both fields of a model; `from` is the one that code sets. `same`: the one value is the other's. */
export function dualWrite(change: Change, model: string, from: string, to: string, same = true): Edit {
  const text = [
    `class ${model}(…):`,
    "    …",
    "",
    "    def save(self, *args, update_fields=None, **kwargs):",
    same ? `        self.${to} = self.${from}` : `        self.${to} = …  # what stands for self.${from}`,
    `        if update_fields is not None and ${JSON.stringify(from)} in update_fields:`,
    `            update_fields = {*update_fields, ${JSON.stringify(to)}}`,
    "        super().save(*args, update_fields=update_fields, **kwargs)",
    "",
    `    # update(), bulk_create() and bulk_update() go past save(): name both fields there.`,
  ].join("\n");
  return { path: modelsPath(change), kind: "code", language: "python", text: `${text}\n` };
}

/** Where the app's models are, by the migration's path. */
export function modelsPath({ migration }: Change): string {
  const path = migration.path ?? "";
  const folder = /^(.*\/)?[^/]+\/[^/]+$/.exec(path)?.[1] ?? "";
  return `${folder}models.py`;
}
