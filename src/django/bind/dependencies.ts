import type { ModelKey, ModelState } from "../state.ts";
import type { BindContext } from "./context.ts";
import { modelBases } from "./relations.ts";
import { relationsOf } from "./relations-of.ts";

/** The ModelStates that a bound model was made from; undefined: there was none under that key. */
export type Dependencies = ReadonlyMap<ModelKey, ModelState | undefined>;

/**
 * Everything a model's own table depends on: the model, the models it inherits from, those its relations point at, and those that
 * decide the type of the keys pointed at.
 */
export function dependenciesOf(key: ModelKey, models: ReadonlyMap<ModelKey, ModelState>, context: BindContext): Dependencies {
  const found = new Map<ModelKey, ModelState | undefined>();
  const add = (next: ModelKey, all: boolean): void => {
    if (found.has(next)) return;
    const state = models.get(next);
    found.set(next, state);
    if (!state) return;
    for (const base of modelBases(state, models)) add(base, false);
    for (const relation of relationsOf(state, context)) {
      if (!all && !relation.key) continue;
      add(relation.to, false);
      if (relation.through !== null) add(relation.through, false);
    }
  };
  add(key, true);
  return found;
}

/** Are all of them still the same objects? */
export function unchanged(dependencies: Dependencies, models: ReadonlyMap<ModelKey, ModelState>): boolean {
  for (const [key, state] of dependencies) if (models.get(key) !== state) return false;
  return true;
}
