import type { Place } from "../../place.ts";
import type { Value } from "../../python/value.ts";
import type { BindContext } from "../bind/context.ts";
import { resolveField } from "../bind/resolve-field.ts";
import type { Field } from "../operation.ts";
import type { ModelKey, ModelState, ProjectState } from "../state.ts";
import type { ModelClass } from "./class.ts";
import type { AppModels } from "./read.ts";

/** An app at one commit: the classes of its models modules, and what its migrations make of its models. */
export interface AppRelease {
  readonly label: string;
  readonly models: AppModels;
  readonly state: ProjectState;
  readonly context: BindContext;
}

/** Where models and migrations came apart, and which of the two changed. */
export interface Disagreement {
  readonly changed: "model" | "migration";
  /** The model has what the migrations do not; the migrations have what the model does not; both have it, and it differs. */
  readonly kind: "only in the model" | "only in the migrations" | "differs";
  /** As written: `shop.Order`. */
  readonly model: string;
  /** null: the whole model. */
  readonly field: string | null;
  /** `max_length=30` in the model, `max_length=20` in the migrations. */
  readonly differs?: { readonly model: string; readonly migrations: string };
  /** In the models module; null where the class is gone. */
  readonly place: Place | null;
}

/**
 * What a change makes disagree: models that were edited without a migration, and migrations without an edit of the model. Only what is sure: where
 * class and migrations did not agree before, or a base, a decorator or a patch hides what a model has, nothing is said.
 */
export function disagreements(base: AppRelease, head: AppRelease): readonly Disagreement[] {
  const found: Disagreement[] = [];
  for (const [key, now] of head.models.classes) {
    if (now.abstract || now.unmanaged || now.appLabel !== undefined) continue;
    const before = base.models.classes.get(key) ?? null;
    const [was, is] = [base.state.models.get(key), head.state.models.get(key)];
    const model = `${head.label}.${now.name}`;
    if (is === undefined) {
      if (was === undefined && before === null && now.complete && now.model) found.push({ changed: "model", kind: "only in the model", model, field: null, place: now.place });
      if (was !== undefined && before !== null && now.model && agrees(before, was)) found.push({ changed: "migration", kind: "only in the model", model, field: null, place: now.place });
      continue;
    }
    if (isUnmanaged(is)) continue;
    found.push(...fieldsOf({ before, was, now, is, model, base, head }));
  }
  for (const [key, before] of base.models.classes) if (isGone(key, before, base, head)) found.push({ changed: "model", kind: "only in the migrations", model: `${head.label}.${before.name}`, field: null, place: null });
  return found;
}

interface Pair {
  readonly before: ModelClass | null;
  readonly was: ModelState | undefined;
  readonly now: ModelClass;
  readonly is: ModelState;
  readonly model: string;
  readonly base: AppRelease;
  readonly head: AppRelease;
}

function fieldsOf(pair: Pair): readonly Disagreement[] {
  const { before, was, now, is, model, base, head } = pair;
  // A class or a model that the change makes, or moves here: only what it has for sure can be missing.
  if (before === null || was === undefined) return before === null && was === undefined ? missing(now, is).map(([name, field]) => ({ changed: "model", kind: "only in the model", model, field: name, place: field.place })) : [];
  if (before.unmanaged || !agrees(before, was)) return [];
  const found: Disagreement[] = missing(now, is).map(([name, field]) => ({ changed: was.fields.has(name) ? "migration" : "model", kind: "only in the model", model, field: name, place: field.place }));
  if (before.complete && now.complete && !head.models.patched && unexplained(before, was).length === 0) {
    for (const name of unexplained(now, is)) found.push({ changed: was.fields.has(name) ? "model" : "migration", kind: "only in the migrations", model, field: name, place: now.place });
  }
  for (const [name, field] of now.fields) {
    const [migrated, old, oldMigrated] = [is.fields.get(name), before.fields.get(name), was.fields.get(name)];
    if (!migrated || !old || !oldMigrated || difference(old, oldMigrated, base.context) !== null) continue;
    const differs = difference(field, migrated, head.context);
    if (differs !== null) found.push({ changed: difference(field, old, head.context) === null ? "migration" : "model", kind: "differs", model, field: name, differs, place: field.place });
  }
  return found;
}

/** Does the model of the migrations have every field of the class? */
function agrees(one: ModelClass, state: ModelState): boolean {
  return missing(one, state).length === 0;
}

function missing(one: ModelClass, state: ModelState): readonly (readonly [string, Field])[] {
  return [...one.fields].filter(([name]) => !state.fields.has(name));
}

/** Fields of the migrations that the class does not bind, nor Django or another field (`price_currency`, `title_en`) brings along. */
function unexplained({ names }: ModelClass, { fields }: ModelState): readonly string[] {
  return [...fields].flatMap(([name, { kwargs }]) => {
    const brought = name === "id" || kwargs.get("auto_created") === true || kwargs.get("parent_link") === true || [...names].some((other) => name.startsWith(`${other}_`) || name.startsWith(`_${other}`));
    return names.has(name) || brought ? [] : [name];
  });
}

function isUnmanaged({ options }: ModelState): boolean {
  return options.get("managed") === false || options.get("proxy") === true;
}

/** The class was there, in step with the migrations, and no module of the app has or imports one of its name any more. */
function isGone(key: ModelKey, before: ModelClass, base: AppRelease, head: AppRelease): boolean {
  const { classes, mentioned, patched, whole } = head.models;
  const [was, is] = [base.state.models.get(key), head.state.models.get(key)];
  if (classes.has(key) || !whole || patched || mentioned.has("*") || mentioned.has(before.name) || was === undefined || is === undefined) return false;
  if (before.abstract || before.unmanaged || before.appLabel !== undefined || isUnmanaged(is)) return false;
  return before.complete && before.model && agrees(before, was) && unexplained(before, was).length === 0;
}

/** Attributes that say what the column is, with what they are where nothing is said; a class may fill in those that have nothing here, and write them or not. */
const decisive: readonly (readonly [string, Value | undefined])[] = [
  ["null", false], ["unique", false], ["primary_key", false], ["db_index", false], ["db_column", null], ["max_length", undefined], ["max_digits", undefined], ["decimal_places", undefined],
];

/** The first thing in which two fields differ for sure; null where there is none. A class of the repository may give itself out as another. */
function difference(model: Field, migrations: Field, context: BindContext): { readonly model: string; readonly migrations: string } | null {
  const [ours, theirs] = [resolveField(model, context), resolveField(migrations, context)];
  if (model.unknown !== null || migrations.unknown !== null || ours.unknown !== null || theirs.unknown !== null) return null;
  if (ours.class.path !== theirs.class.path) return isDjangos(ours.class.path) && isDjangos(theirs.class.path) ? { model: lastOf(ours.class.path), migrations: lastOf(theirs.class.path) } : null;
  for (const [name, otherwise] of decisive) {
    const [a, b] = [ours.attributes.get(name) ?? otherwise, theirs.attributes.get(name) ?? otherwise];
    if (a === undefined || b === undefined || a === b || !isPlain(a) || !isPlain(b)) continue;
    return { model: `${name}=${written(a)}`, migrations: `${name}=${written(b)}` };
  }
  return null;
}

function isDjangos(path: string): boolean {
  return path.startsWith("django.db.models.");
}

type Plain = null | boolean | number | bigint | string;

function isPlain(value: Value): value is Plain {
  return value === null || typeof value !== "object";
}

function written(value: Plain): string {
  return value === null ? "None" : value === true ? "True" : value === false ? "False" : typeof value === "string" ? `"${value}"` : String(value);
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}
