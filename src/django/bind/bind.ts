import type { BoundField, BoundModel, BoundState } from "../bound.ts";
import type { ModelKey, ModelState, ProjectState } from "../state.ts";
import type { BindContext } from "./context.ts";
import { dependenciesOf, unchanged, type Dependencies } from "./dependencies.ts";
import { emptyIndex, updateIndex, type IncomingIndex } from "./incoming.ts";
import { bindModel } from "./model.ts";
import { modelKey } from "./model-reference.ts";
import { concreteModel } from "./relations.ts";

interface Entry {
  readonly model: BoundModel;
  readonly dependencies: Dependencies;
}

/** What states that follow each other share: the latest bindings of each ModelState, and the index of relations. */
interface Lineage {
  readonly entries: WeakMap<ModelState, readonly Entry[]>;
  index: IncomingIndex;
}
/** Bindings kept for one ModelState: its targets change while it does not, and a plan goes back and forth between states. */
const keptEntries = 4;
const lineages = new WeakMap<BoundState, Lineage>();

/**
 * Renders a project state's models for one database. Models are bound when they are first asked for; a model whose own state and the
 * states it depends on are the same objects as in `previous` is the same object again. Its `remote.model` is then the model as it was
 * when the field was bound: equal in its own columns, but for what that model in turn points at, ask this state's `get`.
 */
export function bind(state: ProjectState, context: BindContext, previous?: BoundState): BoundState {
  const { models } = state;
  const lineage: Lineage = (previous && lineages.get(previous)) ?? { entries: new WeakMap(), index: emptyIndex };
  const bound = new Map<ModelKey, BoundModel | null>();
  let keys: readonly ModelKey[] | null = null;
  let index: IncomingIndex | null = null;
  let positions: ReadonlyMap<ModelKey, number> | null = null;

  const get = (key: ModelKey): BoundModel | null => {
    let model = bound.get(key);
    if (model === undefined) bound.set(key, (model = make(key)));
    return model;
  };

  const make = (key: ModelKey): BoundModel | null => {
    const of = models.get(key);
    if (!of) return automatic(key);
    const known = lineage.entries.get(of) ?? [];
    const same = known.find((entry) => unchanged(entry.dependencies, models));
    if (same) return same.model;
    const model = bindModel(key, of, world);
    lineage.entries.set(of, [{ model, dependencies: dependenciesOf(key, models, context) }, ...known.slice(0, keptEntries - 1)]);
    return model;
  };

  /** An automatic many-to-many table by its own key, `shop.order_tags`. */
  const automatic = (key: ModelKey): BoundModel | null => {
    for (let at = key.indexOf("_"); at > 0; at = key.indexOf("_", at + 1)) {
      const owner = models.has(key.slice(0, at)) ? get(key.slice(0, at)) : null;
      const made = owner?.localManyToMany.find((field) => field.remote?.throughAuto && field.remote.through?.key === key);
      if (made) return made.remote!.through;
    }
    return null;
  };

  const incoming = (key: ModelKey): readonly BoundField[] => {
    index ??= lineage.index = updateIndex(lineage.index, models, context);
    const concrete = concreteModel(key, models);
    const same = [concrete, ...[...index.proxies].filter((proxy) => concreteModel(proxy, models) === concrete)];
    const owners = new Set(same.flatMap((one) => [...(index!.owners.get(one) ?? [])]));
    return inDjangosOrder([...owners]).flatMap((owner) => pointingAt(get(owner), same));
  };

  /** Apps by label, models within an app as the state has them (StateApps): how models are rendered from scratch. */
  const inDjangosOrder = (owners: ModelKey[]): ModelKey[] => {
    if (owners.length < 2) return owners;
    positions ??= new Map([...models.keys()].map((key, position) => [key, position]));
    const app = (key: ModelKey): string => models.get(key)!.app;
    return owners.sort((a, b) => (app(a) === app(b) ? positions!.get(a)! - positions!.get(b)! : app(a) < app(b) ? -1 : 1));
  };

  const world = { context, models, get };
  const result: BoundState = {
    get,
    get keys() {
      return (keys ??= [...models.keys()]);
    },
    incoming,
  };
  lineages.set(result, lineage);
  return result;
}

/** A model's foreign keys to any of the keys; those of its automatic tables first, as they are registered before it. */
function pointingAt(owner: BoundModel | null, keys: readonly ModelKey[]): readonly BoundField[] {
  if (!owner) return [];
  const throughs = owner.localManyToMany.flatMap((field) => (field.remote?.throughAuto && !owner.swapped ? (field.remote.through?.localFields ?? []) : []));
  return [...throughs, ...owner.localFields].filter((field) => field.remote !== null && keys.includes(field.remote.to));
}

export { modelKey };
