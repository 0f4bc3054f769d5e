import type { ModelKey, ModelState } from "../state.ts";
import type { BindContext } from "./context.ts";
import { modelKey } from "./model-reference.ts";
import { modelBases } from "./relations.ts";
import { relationsOf } from "./relations-of.ts";
import { truthy } from "./resolve-field.ts";

type Models = ReadonlyMap<ModelKey, ModelState>;

/** Which models have a relation to which, kept up from one state to the next. */
export interface IncomingIndex {
  readonly models: Models;
  /** target → owners of a foreign key, one-to-one, many-to-many or parent link to it. */
  readonly owners: ReadonlyMap<ModelKey, ReadonlySet<ModelKey>>;
  readonly proxies: ReadonlySet<ModelKey>;
}

export const emptyIndex: IncomingIndex = { models: new Map(), owners: new Map(), proxies: new Set() };

/** The index for other models, made from an older one: only what differs is looked at. */
export function updateIndex(old: IncomingIndex, models: Models, context: BindContext): IncomingIndex {
  const changed: ModelKey[] = [];
  for (const [key, state] of models) if (old.models.get(key) !== state) changed.push(key);
  for (const key of old.models.keys()) if (!models.has(key)) changed.push(key);
  if (changed.length === 0) return { ...old, models };
  const owners = new Map(old.owners);
  const proxies = new Set(old.proxies);
  const fresh = new Map<ModelKey, Set<ModelKey>>();
  const set = (target: ModelKey): Set<ModelKey> => {
    let mine = fresh.get(target);
    if (!mine) {
      mine = new Set(owners.get(target));
      fresh.set(target, mine);
      owners.set(target, mine);
    }
    return mine;
  };
  for (const key of changed) {
    const [before, after] = [old.models.get(key), models.get(key)];
    if (before) for (const target of targetsOf(before, context)) set(target).delete(key);
    if (after) for (const target of targetsOf(after, context)) set(target).add(key);
    if (after && truthy(after.options.get("proxy"))) proxies.add(key);
    else proxies.delete(key);
  }
  return { models, owners, proxies };
}

/** The models a model's fields and bases point at, read from its state alone. */
function targetsOf(state: ModelState, context: BindContext): ReadonlySet<ModelKey> {
  const relations = relationsOf(state, context);
  const targets = new Set(relations.map((relation) => relation.to));
  // An automatic many-to-many table points back at its owner.
  if (relations.some((relation) => relation.manyToMany)) targets.add(modelKey(state.app, state.name));
  for (const base of modelBases(state, anyModel)) targets.add(base);
  return targets;
}

/** Bases are read without the state they stand in: a key that is no model there is never asked for. */
const anyModel: Models = { has: () => true } as unknown as Models;
