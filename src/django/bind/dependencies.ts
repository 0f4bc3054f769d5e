import type { ModelKey, ModelState } from "../state.ts";
import type { BindContext } from "./context.ts";
import { modelBases, relationTarget, throughTarget } from "./relations.ts";
import { resolveField, truthy } from "./resolve-field.ts";

/** The ModelStates that a bound model was made from; undefined: there was none under that key. */
export type Dependencies = ReadonlyMap<ModelKey, ModelState | undefined>;

/**
 * Everything a model's own table depends on: the model, the models it inherits from, those its relations point at, and those that
 * decide the type of the keys pointed at.
 */
export function dependenciesOf(key: ModelKey, models: ReadonlyMap<ModelKey, ModelState>, context: BindContext): Dependencies {
  const found = new Map<ModelKey, ModelState | undefined>();
  const add = (next: ModelKey, follow: "all" | "keys"): void => {
    if (found.has(next)) return;
    const state = models.get(next);
    found.set(next, state);
    if (!state) return;
    for (const base of modelBases(state, models)) add(base, "keys");
    for (const field of state.fields.values()) {
      const resolved = resolveField(field, context);
      if (resolved.relation === null) continue;
      const key = truthy(resolved.attributes.get("primary_key")) || truthy(resolved.attributes.get("parent_link")) || truthy(resolved.attributes.get("unique"));
      if (follow === "keys" && !key) continue;
      for (const to of [relationTarget(resolved, state, context), throughTarget(resolved, state, context)]) if (to !== null) add(to, "keys");
    }
  };
  add(key, "all");
  return found;
}

/** Are all of them still the same objects? */
export function unchanged(dependencies: Dependencies, models: ReadonlyMap<ModelKey, ModelState>): boolean {
  for (const [key, state] of dependencies) if (models.get(key) !== state) return false;
  return true;
}
