import type { BoundField, BoundModel, BoundState } from "../../django/bound.ts";

/** A foreign key that points at an altered field, before and after the operation. */
export interface RelationPair {
  readonly old: BoundField;
  readonly new: BoundField;
}

/**
 * _related_non_m2m_objects: the foreign keys that point at the field, then those that point at them (multi-table inheritance), paired
 * by position as Django does.
 */
export function relatedPairs(before: BoundState, after: BoundState, old: BoundField, next: BoundField): readonly RelationPair[] {
  return collect(before, after, old, next, new Set());
}

function collect(before: BoundState, after: BoundState, old: BoundField, next: BoundField, seen: Set<BoundField>): readonly RelationPair[] {
  if (seen.has(old)) return [];
  seen.add(old);
  const olds = relevant(before, old);
  const news = relevant(after, next);
  const pairs: RelationPair[] = [];
  for (let i = 0; i < Math.min(olds.length, news.length); i++) {
    const pair = { old: olds[i]!, new: news[i]! };
    pairs.push(pair, ...collect(before, after, pair.old, pair.new, seen));
  }
  return pairs;
}

/** Foreign keys of the model's related objects that target the field, sorted by the relation's name. */
function relevant(state: BoundState, field: BoundField): readonly BoundField[] {
  const incoming = state.incoming(field.model.key).filter((relation) => targets(relation, field));
  return incoming.map((relation) => ({ relation, name: queryName(relation) })).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)).map(({ relation }) => relation);
}

/** _is_relevant_relation. */
function targets(relation: BoundField, field: BoundField): boolean {
  const toField = relation.kwargs.get("to_field") ?? null;
  if (field.primaryKey && toField === null) return true;
  return typeof toField === "string" && (toField === field.name || toField === field.column);
}

/** related_query_name(): the reverse relation's name, which Django sorts related objects by. */
export function queryName(field: BoundField): string {
  const given = field.kwargs.get("related_query_name") ?? field.kwargs.get("related_name");
  if (typeof given !== "string") return automaticName(field) ?? field.model.name.toLowerCase();
  const name = field.model.name.toLowerCase();
  return given.replaceAll("%(class)s", name).replaceAll("%(model_name)s", name).replaceAll("%(app_label)s", field.model.app.toLowerCase());
}

/** The foreign keys of an automatic many-to-many table have the hidden related name `Model_field+`. */
function automaticName(field: BoundField): string | null {
  return field.model.autoCreatedBy ? `${field.model.name}+` : null;
}

/** A hidden relation (related_name ending in "+") is not among _meta.related_objects. */
export function isHidden(field: BoundField): boolean {
  return queryName(field).endsWith("+");
}

/** Many-to-many fields of any model that point at the model, in the state's order. */
export function incomingManyToMany(state: BoundState, target: BoundModel): readonly BoundField[] {
  const fields: BoundField[] = [];
  for (const key of state.keys) {
    for (const field of state.get(key)?.localManyToMany ?? []) if (field.remote?.to === target.key) fields.push(field);
  }
  return fields;
}
