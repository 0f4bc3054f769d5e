import type { DualWrite } from "../course.ts";
import type { Edit, Step } from "../types.ts";

/** One `save()` that does all the dual writes of a model; they are of one model, and at least one. */
export function saveMethod(writes: readonly DualWrite[]): Edit {
  const { path, model } = writes[0]!;
  const before = writes.flatMap((write) => write.before);
  // Only what goes before the row is saved has to do with update_fields.
  const [named, passed] = before.length > 0 ? [", update_fields=None", ", update_fields=update_fields"] : ["", ""];
  const text = [
    `class ${model}(…):`,
    "    …",
    "",
    `    def save(self, *args${named}, **kwargs):`,
    ...[...before, `super().save(*args${passed}, **kwargs)`, ...writes.flatMap((write) => write.after)].map((line) => `        ${line}`),
    "",
    ...[...new Set(writes.map(({ beside }) => beside))].map((line) => `    # ${line}`),
  ].join("\n");
  return { path, kind: "code", language: "python", text: `${text}\n` };
}

/** A step and its dual write. */
export interface Writing {
  readonly step: Step;
  readonly write: DualWrite | null;
}

/** The steps of a release with a `save()` for each model that is written twice: where several steps ask for it, with the first of them, for a class has one. */
export function withSave(steps: readonly Writing[]): readonly Step[] {
  const all = steps.flatMap(({ write }) => (write === null ? [] : [write]));
  return steps.map(({ step, write }) => {
    if (write === null) return step;
    const writes = all.filter(({ path, model }) => path === write.path && model === write.model);
    const own = [...step.edits, saveMethod([write])];
    if (writes.length === 1) return { ...step, edits: own };
    return { ...step, edits: write === writes[0] ? [...step.edits, saveMethod(writes)] : step.edits, alone: own };
  });
}
