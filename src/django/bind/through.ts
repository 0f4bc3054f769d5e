import type { BoundField, BoundModel } from "../bound.ts";
import type { ModelKey } from "../state.ts";
import type { BindContext } from "./context.ts";
import { bindField } from "./field.ts";
import { modelKey } from "./model-reference.ts";
import { stripQuotes, truncateName } from "./names.ts";
import { foreignKeyRemote } from "./relations.ts";
import { said } from "./resolve-class.ts";
import { resolveImplicit, textArgument, truthy, type ResolvedField } from "./resolve-field.ts";
import type { World } from "./world.ts";

/**
 * The table Django makes for a ManyToManyField without `through` (create_many_to_many_intermediary_model): `id`, a foreign key to
 * the owner and one to the other side, `from_…` and `to_…` where both models have one name.
 */
export function automaticThrough(owner: BoundModel, made: () => BoundField, name: string, resolved: ResolvedField, to: ModelKey, world: World): BoundModel {
  const context = world.context;
  const toName = to.slice(to.indexOf(".") + 1);
  const ownName = owner.name.toLowerCase();
  const [from, target] = toName === ownName ? [`from_${ownName}`, `to_${toName}`] : [ownName, toName];
  const through: Mutable<BoundModel> = {
    key: modelKey(owner.app, `${owner.name}_${name}`),
    app: owner.app,
    name: `${owner.name}_${name}`,
    state: null,
    table: textArgument(resolved.attributes, "db_table") ?? truncateName(`${stripQuotes(owner.table)}_${name}`, context.facts.database.value.vendor),
    get managed() {
      return owner.managed || (world.get(to)?.managed ?? true);
    },
    proxy: false,
    swapped: false,
    get autoCreatedBy() {
      return made();
    },
    localFields: [],
    localManyToMany: [],
    pk: null,
    compositePk: null,
    tablespace: owner.tablespace,
    comment: null,
    field: (wanted) => through.localFields.find((field) => wanted === field.name || wanted === `${field.name}_id` || (wanted === "pk" && field.primaryKey)) ?? null,
  };
  const bind = (column: string, of: ResolvedField) =>
    bindField({ model: through, name: column, field: null, resolved: of, promoted: false, remote: of.relation ? foreignKeyRemote(of, owner, world) : null, context, modelUnknown: null });
  const id = bind("id", implicitKey(context));
  through.localFields = [id, bind(from, link(modelKey(owner.app, owner.name), resolved, context)), bind(target, link(to, resolved, context)), ...sortColumn(resolved, context).map(([column, of]) => bind(column, of))];
  through.pk = id;
  return through;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * The `id` Django adds to a model without a primary key. A migration's state knows nothing of AppConfig.default_auto_field
 * (AppConfigStub in db/migrations/state.py): DEFAULT_AUTO_FIELD alone decides.
 */
export function implicitKey(context: BindContext): ResolvedField {
  return resolveImplicit(context.facts.defaultAutoField.value, { verbose_name: "ID", primary_key: true, auto_created: true }, context);
}

/** The column that keeps the order of a sorted many-to-many table. */
function sortColumn(made: ResolvedField, context: BindContext): readonly (readonly [string, ResolvedField])[] {
  const argument = said(made.class, "sortColumn");
  const name = argument === undefined || made.attributes.get("sorted") === false ? null : textArgument(made.attributes, argument);
  return name === null ? [] : [[name, resolveImplicit("django.db.models.IntegerField", { default: 0 }, context)]];
}

function link(to: ModelKey, made: ResolvedField, context: BindContext): ResolvedField {
  const tablespace = textArgument(made.attributes, "db_tablespace");
  return resolveImplicit("django.db.models.ForeignKey", { to, db_tablespace: tablespace, db_constraint: truthy(made.attributes.get("db_constraint")) }, context);
}
