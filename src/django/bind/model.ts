import type { BoundField, BoundModel } from "../bound.ts";
import type { Field } from "../operation.ts";
import type { ModelKey, ModelState } from "../state.ts";
import { attname } from "./assemble.ts";
import { bindField } from "./field.ts";
import { isSwapped, modelKey } from "./model-reference.ts";
import { truncateName } from "./names.ts";
import { once } from "./once.ts";
import { concreteModel, foreignKeyRemote, manyToManyRemote, modelBases, relationTarget } from "./relations.ts";
import { resolveField, resolveImplicit, truthy, type ResolvedField } from "./resolve-field.ts";
import { automaticThrough, implicitKey } from "./through.ts";
import type { World } from "./world.ts";

/** A field before it is bound. */
interface Draft {
  readonly name: string;
  readonly field: Field | null;
  readonly resolved: ResolvedField;
}

/** Binds one model of the state. */
export function bindModel(key: ModelKey, state: ModelState, world: World): BoundModel {
  const { context, models } = world;
  const proxy = truthy(state.options.get("proxy"));
  const bases = modelBases(state, models);
  const drafts = proxy ? [] : draftsOf(state, bases, world);
  const columns = drafts.filter((draft) => draft.resolved.relation !== "many to many" && draft.resolved.composite === null && !draft.resolved.virtual);
  const composite = drafts.find((draft) => draft.resolved.composite !== null) ?? null;
  const keyed = composite ?? columns.find((draft) => truthy(draft.resolved.attributes.get("primary_key"))) ?? null;
  const promoted = keyed === null && bases.length > 0 ? (columns.find((draft) => isParentLink(draft.resolved) && relationTarget(draft.resolved, state, context) === concreteModel(bases[0]!, models)) ?? null) : null;
  const table = tableOf(key, state, world);

  const model: Mutable<BoundModel> = {
    key,
    app: state.app,
    name: state.name,
    state,
    table: table.name,
    managed: !state.options.has("managed") || truthy(state.options.get("managed")),
    proxy,
    swapped: isSwapped(key, state.options.get("swappable"), context.facts),
    autoCreatedBy: null,
    localFields: [],
    localManyToMany: [],
    pk: null,
    compositePk: null,
    tablespace: textOption(state, "db_tablespace"),
    comment: textOption(state, "db_table_comment"),
    field: (name) => find(name),
  };

  const bind = (draft: Draft): BoundField => {
    const { resolved } = draft;
    const remote =
      resolved.relation === null || resolved.virtual
        ? null
        : resolved.relation === "many to many"
          ? manyToManyRemote(resolved, state, world, (to) => automaticThrough(model, () => bound, draft.name, resolved, to, world))
          : foreignKeyRemote(resolved, state, world);
    const bound = bindField({ model, ...draft, promoted: draft === promoted, remote, context, modelUnknown: table.unknown });
    return bound;
  };

  const fields = new Map(drafts.map((draft) => [draft, bind(draft)]));
  model.localFields = columns.map((draft) => fields.get(draft)!);
  model.localManyToMany = drafts.filter((draft) => draft.resolved.relation === "many to many").map((draft) => fields.get(draft)!);
  model.pk = proxy ? null : (model.localFields.find((field) => field.primaryKey) ?? null);
  if (composite) {
    model.pk = null;
    model.compositePk = composite.resolved.composite!.map((name) => model.localFields.find((field) => field.name === name)?.column ?? name);
  }
  const byName = new Map<string, BoundField>();
  for (const [draft, field] of fields) byName.set(attname(draft.name, draft.resolved), field);
  for (const [draft, field] of fields) byName.set(draft.name, field);

  const parents = bases.map((base) => concreteModel(base, models)).filter((parent) => parent !== key);
  let searching = false;
  const find = (name: string): BoundField | null => {
    if (name === "pk" && composite === null) return model.pk;
    const local = byName.get(name);
    // Bases that run in a circle cannot be rendered by Django; here they end.
    if (local || searching) return local ?? null;
    searching = true;
    const inherited = firstOf(parents, (parent) => world.get(parent)?.field(name) ?? null);
    searching = false;
    return inherited;
  };
  if (!proxy) return model;
  const concrete = (): BoundModel | null => (parents[0] === undefined ? null : world.get(parents[0]));
  const [pk, compositePk] = [once(() => concrete()?.pk ?? null, () => null), once(() => concrete()?.compositePk ?? null, () => null)];
  return Object.defineProperties(model, { pk: { get: pk, enumerable: true }, compositePk: { get: compositePk, enumerable: true } });
}

function firstOf<T, R>(items: readonly T[], pick: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = pick(item);
    if (found !== null) return found;
  }
  return null;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * The model's own fields in the order of Field.creation_counter: those with auto_created=True first, the last made of them first
 * (auto_creation_counter runs backwards), the others as they are defined, `_order` last.
 */
function draftsOf(state: ModelState, bases: readonly ModelKey[], { context, models }: World): readonly Draft[] {
  const written: Draft[] = [...state.fields.values()].map((field) => ({ name: field.name, field, resolved: resolveField(field, context) }));
  const links = new Set(written.filter(({ resolved }) => isParentLink(resolved)).map(({ resolved }) => relationTarget(resolved, state, context)));
  const implicit: Draft[] = [];
  for (const base of bases) {
    const parent = models.get(concreteModel(base, models))!;
    const name = `${parent.name.toLowerCase()}_ptr`;
    if (links.has(modelKey(parent.app, parent.name)) || state.fields.has(name)) continue;
    implicit.push({ name, field: null, resolved: resolveImplicit("django.db.models.OneToOneField", { to: modelKey(parent.app, parent.name), auto_created: true, parent_link: true }, context) });
  }
  const keyed = written.some(({ resolved }) => truthy(resolved.attributes.get("primary_key")) || resolved.composite !== null);
  if (!keyed && bases.length === 0) implicit.push({ name: "id", field: null, resolved: implicitKey(context) });
  const automatic = written.filter(({ resolved }) => truthy(resolved.attributes.get("auto_created")));
  const defined = written.filter(({ resolved }) => !truthy(resolved.attributes.get("auto_created")));
  const ordered = truthy(state.options.get("order_with_respect_to")) && !written.some(({ resolved }) => resolved.class.path === orderWrt);
  const last: Draft[] = ordered ? [{ name: "_order", field: null, resolved: resolveImplicit(orderWrt, {}, context) }] : [];
  return [...[...automatic, ...implicit].reverse(), ...defined, ...last];
}

const orderWrt = "django.db.models.OrderWrt";

function isParentLink(resolved: ResolvedField): boolean {
  return resolved.relation === "one to one" && truthy(resolved.attributes.get("parent_link"));
}

/** Meta.db_table, or app label and model name cut to the database's limit; a proxy has its concrete model's. */
function tableOf(key: ModelKey, state: ModelState, world: World): { readonly name: string; readonly unknown: string | null } {
  const concrete = concreteModel(key, world.models);
  const owner = world.models.get(concrete) ?? state;
  const given = owner.options.get("db_table");
  const usual = truncateName(`${owner.app}_${owner.name.toLowerCase()}`, world.context.facts.database.value.vendor);
  if (typeof given === "string" && given !== "") return { name: given, unknown: null };
  if (!truthy(given)) return { name: usual, unknown: null };
  return { name: usual, unknown: `the db_table of ${owner.app}.${owner.name} cannot be read: write the name in the migration` };
}

function textOption(state: ModelState, name: string): string | null {
  const value = state.options.get(name);
  return typeof value === "string" && value !== "" ? value : null;
}
