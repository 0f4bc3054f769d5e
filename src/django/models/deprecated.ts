import type { ModelKey, ProjectState } from "../state.ts";
import type { AppModels } from "./read.ts";

/** The state as the code that runs has it: without the fields that only migrations see. The same object where there are none. */
export function withoutDeprecated(state: ProjectState, apps: Iterable<AppModels>): ProjectState {
  const hidden = new Map<ModelKey, ReadonlySet<string>>();
  for (const { classes } of apps) for (const [key, { deprecated }] of classes) if (deprecated.size > 0 && state.models.has(key)) hidden.set(key, deprecated);
  if (hidden.size === 0) return state;
  const models = new Map(state.models);
  for (const [key, names] of hidden) {
    const model = models.get(key)!;
    models.set(key, { ...model, fields: new Map([...model.fields].filter(([name]) => !names.has(name))) });
  }
  return { models };
}
