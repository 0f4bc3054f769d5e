import type { Value } from "../../python/value.ts";
import { textsOf } from "../operations/literals.ts";
import type { Field, Operation } from "../operation.ts";
import type { ModelKey, ModelState, ProjectState } from "../state.ts";
import { changeFields, relationOf, resolveReference, withArgument } from "./references.ts";
import { changeModel, type Forward, type Target } from "./result.ts";
import { codeSpan } from "../../code-span.ts";

type FieldChange = Extract<Operation, { kind: "AddField" | "AlterField" }>;

/** ProjectState.add_field: a field of that name is replaced. */
export function addField(target: Target, operation: FieldChange): Forward {
  return changeModel(target, operation.model, (model) => ({ ...model, fields: new Map(model.fields).set(operation.field.name, lasting(operation)) }));
}

/** ProjectState.alter_field: the field keeps its place. */
export function alterField(target: Target, operation: FieldChange): Forward {
  return changeModel(target, operation.model, (model) => {
    const { name } = operation.field;
    if (!target.stateOnly && !mayHave(model, name, target.state)) return noField(model, name);
    return { ...model, fields: new Map(model.fields).set(name, lasting(operation)) };
  });
}

/** ProjectState.remove_field. */
export function removeField(target: Target, modelName: string, name: string): Forward {
  return changeModel(target, modelName, (model) => {
    if (!model.fields.has(name)) return noField(model, name, "KeyError");
    const fields = new Map(model.fields);
    fields.delete(name);
    return { ...model, fields };
  });
}

/** ProjectState.rename_field: the field moves to the end; names in unique_together, index_together, from_fields, to_fields and composite keys follow. */
export function renameField(target: Target, modelName: string, from: string, to: string): Forward {
  let key: ModelKey | null = null;
  const renamed = changeModel(target, modelName, (model, own) => {
    const found = model.fields.get(from);
    if (!found) return noField(model, from);
    key = own;
    const fields = new Map<string, Field>();
    for (const [name, field] of model.fields) if (name !== from) fields.set(name, withRenamedParts(field, from, to));
    fields.set(to, withRenamedParts({ ...found, name: to }, from, to));
    const rename = (together: readonly (readonly string[])[]) => together.map((names) => names.map((name) => (name === from ? to : name)));
    return { ...model, fields, uniqueTogether: rename(model.uniqueTogether), indexTogether: rename(model.indexTogether) };
  });
  if (key === null) return renamed;
  return { ...renamed, state: followRename(renamed.state, key, from, to, target.setting) };
}

/** Foreign keys that name the field they point at. */
function followRename(state: ProjectState, key: ModelKey, from: string, to: string, setting: Target["setting"]): ProjectState {
  return changeFields(state, (field, within) => {
    if (field.kwargs.get("to_field") !== from && !namesOf(field.kwargs.get("to_fields"))?.includes(from)) return field;
    if (resolveReference(relationOf(field), within, setting) !== key) return field;
    const single = field.kwargs.get("to_field") === from ? withArgument(field, "to_field", to) : field;
    return renamedIn(single, "to_fields", from, to);
  });
}

/** Fields of the same model that name it: ForeignObject's from_fields, CompositePrimaryKey's parts. */
function withRenamedParts(field: Field, from: string, to: string): Field {
  const changed = renamedIn(field, "from_fields", from, to);
  if (!changed.path.endsWith(".CompositePrimaryKey") || !changed.args.includes(from)) return changed;
  return { ...changed, args: changed.args.map((arg) => (arg === from ? to : arg)) };
}

function renamedIn(field: Field, argument: string, from: string, to: string): Field {
  const names = namesOf(field.kwargs.get(argument));
  if (!names?.includes(from)) return field;
  return withArgument(field, argument, { kind: "list", items: names.map((name) => (name === from ? to : name)) });
}

function namesOf(value: Value | undefined): readonly string[] | null {
  return value === undefined ? null : textsOf(value);
}

/** The field as the state keeps it: without its default where preserve_default is False. */
function lasting({ field, preserveDefault }: FieldChange): Field {
  if (preserveDefault || !field.kwargs.has("default")) return field;
  const kwargs = new Map(field.kwargs);
  kwargs.delete("default");
  return { ...field, kwargs };
}

/** Does a model have the field, as far as can be told? Besides its own: the automatic `id`, parent links, and what parents have. */
function mayHave(model: ModelState, name: string, state: ProjectState): boolean {
  if (model.fields.has(name)) return true;
  const parents = model.bases.map((base) => state.models.get(base));
  if (parents.some((parent) => parent && mayHave(parent, name, state))) return true;
  if (name.endsWith("_ptr")) return parents.some((parent) => parent !== undefined);
  // A base that is no known model may be an abstract one with fields.
  if (name === "id") return ![...model.fields.values()].some((field) => field.kwargs.get("primary_key") === true);
  return name === "_order" && model.options.has("order_with_respect_to");
}

function noField(model: ModelState, name: string, error = "FieldDoesNotExist"): string {
  return `model ${codeSpan(`${model.app}.${model.name}`)} has no field ${codeSpan(name)} at this point (${error} in Django)`;
}
