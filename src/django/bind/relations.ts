import type { BoundField, BoundModel, Remote } from "../bound.ts";
import type { ModelKey, ModelState } from "../state.ts";
import { canonicalReference } from "./values.ts";
import type { BindContext } from "./context.ts";
import { modelKey, referredModel } from "./model-reference.ts";
import { once } from "./once.ts";
import { textArgument, truthy, type ResolvedField } from "./resolve-field.ts";
import type { World } from "./world.ts";

/** A model's name as relations are read from it. */
export interface Owner {
  readonly app: string;
  readonly name: string;
}

/** The model a relation points at; null when it cannot be read. */
export function relationTarget(resolved: ResolvedField, owner: Owner, context: BindContext): ModelKey | null {
  return resolved.relation === null ? null : referredModel(resolved.attributes.get("to"), owner.app, owner.name, context.facts);
}

/** A many-to-many field's `through` model; null: Django makes the table itself. */
export function throughTarget(resolved: ResolvedField, owner: Owner, context: BindContext): ModelKey | null {
  return referredModel(resolved.attributes.get("through"), owner.app, owner.name, context.facts);
}

/** The far end of a foreign key or one-to-one. */
export function foreignKeyRemote(resolved: ResolvedField, owner: Owner, world: World): Remote {
  const to = relationTarget(resolved, owner, world.context) ?? "";
  const target = once(() => targetField(world.get(to), textArgument(resolved.attributes, "to_field")), () => null);
  return {
    kind: resolved.relation === "one to one" ? "one to one" : "foreign key",
    to,
    get model() {
      return world.get(to);
    },
    get target() {
      return target();
    },
    onDelete: onDeleteOf(resolved),
    dbConstraint: truthy(resolved.attributes.get("db_constraint")),
    through: null,
    throughAuto: false,
    throughFrom: null,
    throughTo: null,
  };
}

function targetField(model: BoundModel | null, toField: string | null): BoundField | null {
  if (!model) return null;
  return toField === null ? model.pk : model.field(toField);
}

/** `CASCADE`, `SET_NULL`, `SET`, `DB_CASCADE` (Django 6.1), or the dotted path of a function that is not Django's. */
function onDeleteOf(resolved: ResolvedField): string {
  const value = resolved.attributes.get("on_delete");
  if (value === undefined || value === null || typeof value !== "object" || !("path" in value)) return "CASCADE";
  return canonicalReference(value.path).replace(/^django\.db\.models\./, "");
}

/** The far end of a many-to-many field: its model and the table between. `automatic` makes that table where Django does. */
export function manyToManyRemote(resolved: ResolvedField, owner: Owner, world: World, automatic: (to: ModelKey) => BoundModel): Remote {
  const to = relationTarget(resolved, owner, world.context) ?? "";
  const given = throughTarget(resolved, owner, world.context);
  const readable = given !== null || !truthy(resolved.attributes.get("through"));
  const through = once(() => (given !== null ? world.get(given) : readable ? automatic(to) : null), () => null);
  const names = throughFields(resolved);
  const self = modelKey(owner.app, owner.name);
  return {
    kind: "many to many",
    to,
    get model() {
      return world.get(to);
    },
    target: null,
    onDelete: "CASCADE",
    dbConstraint: truthy(resolved.attributes.get("db_constraint")),
    get through() {
      return through();
    },
    throughAuto: given === null && readable,
    get throughFrom() {
      return linksTo(through(), self, names?.[0])[0] ?? null;
    },
    get throughTo() {
      const links = linksTo(through(), to, names?.[1]);
      return (to === self && names === null ? links[1] : links[0]) ?? null;
    },
  };
}

/** ManyToManyField._get_m2m_attr and _get_m2m_reverse_attr: the table's foreign keys to a model, in order. */
function linksTo(through: BoundModel | null, to: ModelKey, name: string | undefined): readonly BoundField[] {
  return (through?.localFields ?? []).filter((field) => field.remote?.to === to && (name === undefined || name === field.name));
}

function throughFields(resolved: ResolvedField): readonly string[] | null {
  const value = resolved.attributes.get("through_fields");
  if (value === undefined || value === null || typeof value !== "object" || (value.kind !== "list" && value.kind !== "tuple")) return null;
  const names = value.items.filter((item) => typeof item === "string");
  return names.length >= 2 ? names : null;
}

/** The models of the state a model inherits from (multi-table inheritance, proxies), in order. */
export function modelBases(state: ModelState, models: ReadonlyMap<ModelKey, ModelState>): readonly ModelKey[] {
  return state.bases.flatMap((base) => {
    const dot = base.indexOf(".");
    const key = dot < 0 ? "" : modelKey(base.slice(0, dot), base.slice(dot + 1));
    return models.has(key) ? [key] : [];
  });
}

/** The model whose table a proxy uses: itself for all others (Options.concrete_model). */
export function concreteModel(key: ModelKey, models: ReadonlyMap<ModelKey, ModelState>): ModelKey {
  const seen = new Set<ModelKey>();
  let current = key;
  for (let state = models.get(current); state && truthy(state.options.get("proxy")) && !seen.has(current); state = models.get(current)) {
    seen.add(current);
    const base = modelBases(state, models)[0];
    if (base === undefined) break;
    current = base;
  }
  return current;
}
