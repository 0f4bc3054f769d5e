import type { ModelKey, ModelState } from "../state.ts";
import type { BindContext } from "./context.ts";
import { relationTarget, throughTarget } from "./relations.ts";
import { resolveField, truthy } from "./resolve-field.ts";

/** A relation as the model's state alone tells it. */
export interface Relation {
  readonly to: ModelKey;
  readonly through: ModelKey | null;
  readonly manyToMany: boolean;
  /** Others may point at it: a primary key, a parent link or a unique field. */
  readonly key: boolean;
}

const caches = new WeakMap<BindContext, WeakMap<ModelState, readonly Relation[]>>();

/** The relations of a model, read from its state once per context. */
export function relationsOf(state: ModelState, context: BindContext): readonly Relation[] {
  let cache = caches.get(context);
  if (!cache) caches.set(context, (cache = new WeakMap()));
  let relations = cache.get(state);
  if (!relations) cache.set(state, (relations = read(state, context)));
  return relations;
}

function read(state: ModelState, context: BindContext): readonly Relation[] {
  const relations: Relation[] = [];
  for (const field of state.fields.values()) {
    const resolved = resolveField(field, context);
    const to = relationTarget(resolved, state, context);
    if (to === null) continue;
    const { attributes } = resolved;
    const key = truthy(attributes.get("primary_key")) || truthy(attributes.get("parent_link")) || truthy(attributes.get("unique"));
    relations.push({ to, through: throughTarget(resolved, state, context), manyToMany: resolved.relation === "many to many", key });
  }
  return relations;
}
