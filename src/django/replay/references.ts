import type { Value } from "../../python/value.ts";
import type { Field } from "../operation.ts";
import type { ModelKey, ModelState, ProjectState } from "../state.ts";
import type { Target } from "./result.ts";
import { modelKey } from "./result.ts";

/** Field classes whose first positional argument is the model they point at: Django's, and those of packages that descend from them. */
const relationClass = /(ForeignKey|OneToOneField|ManyToManyField|ForeignObject|ParentalKey)$/;

/** What a field points at, as written; undefined when it is no relation. */
export function relationOf(field: Field): Value | undefined {
  if (field.kwargs.has("to")) return field.kwargs.get("to");
  return relationClass.test(field.path) ? field.args[0] : undefined;
}

/** The model a reference names from within a model, or null when it cannot be told (django.db.migrations.utils.resolve_relation). */
export function resolveReference(value: Value | undefined, within: Pick<ModelState, "app" | "name">, setting: Target["setting"]): ModelKey | null {
  if (typeof value === "string") {
    if (value === "self") return modelKey(within.app, within.name);
    return value.includes(".") ? modelKey(value.slice(0, value.indexOf(".")), value.slice(value.indexOf(".") + 1)) : modelKey(within.app, value);
  }
  if (value === null || value === undefined || typeof value !== "object" || value.kind !== "ref") return null;
  const name = /^django\.conf\.settings\.(\w+)$/.exec(value.path)?.[1];
  const label = name === undefined ? null : setting(name);
  return label === null ? null : resolveReference(label, within, setting);
}

/** The same models with every field changed that `change` gives another field for; models without a change are kept as they are. */
export function changeFields(state: ProjectState, change: (field: Field, model: ModelState) => Field): ProjectState {
  let models: Map<ModelKey, ModelState> | null = null;
  for (const [key, model] of state.models) {
    let fields: Map<string, Field> | null = null;
    for (const [name, field] of model.fields) {
      const changed = change(field, model);
      if (changed !== field) (fields ??= new Map(model.fields)).set(name, changed);
    }
    if (fields) (models ??= new Map(state.models)).set(key, { ...model, fields });
  }
  return models ? { ...state, models } : state;
}

/** A field that points somewhere else. */
export function withRelation(field: Field, to: string): Field {
  if (field.kwargs.has("to")) return withArgument(field, "to", to);
  return { ...field, args: [to, ...field.args.slice(1)] };
}

export function withArgument(field: Field, name: string, value: Value): Field {
  return { ...field, kwargs: new Map(field.kwargs).set(name, value) };
}
