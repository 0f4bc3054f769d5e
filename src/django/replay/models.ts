import type { Value } from "../../python/value.ts";
import { itemsOf, textOf, togetherOf } from "../operations/literals.ts";
import type { Operation } from "../operation.ts";
import type { ModelState } from "../state.ts";
import { changeFields, relationOf, resolveReference, withArgument, withRelation } from "./references.ts";
import { changeModel, done, failed, modelKey, type Forward, type Target, withModel } from "./result.ts";
import { codeSpan } from "../../code-span.ts";

type OperationOf<K extends Operation["kind"]> = Extract<Operation, { kind: K }>;

/** ProjectState.add_model: a model of that name is replaced. */
export function createModel(target: Target, operation: OperationOf<"CreateModel">): Forward {
  const key = modelKey(target.app, operation.name);
  const model: ModelState = {
    app: target.app,
    name: operation.name,
    fields: new Map(operation.fields.map((field) => [field.name, field])),
    options: new Map(),
    uniqueTogether: [],
    indexTogether: [],
    indexes: new Map(),
    constraints: new Map(),
    bases: operation.bases.flatMap((base) => baseName(base, target)),
  };
  return done(withModel(target.state, key, withOptions(model, operation.options)));
}

export function deleteModel(target: Target, name: string): Forward {
  const key = modelKey(target.app, name);
  if (!target.state.models.has(key)) return failed(target, `there is no model ${codeSpan(`${target.app}.${name}`)} at this point (KeyError in Django)`);
  const models = new Map(target.state.models);
  models.delete(key);
  return done({ ...target.state, models });
}

/** ProjectState.rename_model: the model moves to the end, and every field that points at it follows. Bases follow, too, so that children stay readable. */
export function renameModel(target: Target, from: string, to: string): Forward {
  const { state, app, setting } = target;
  const [oldKey, newKey] = [modelKey(app, from), modelKey(app, to)];
  const model = state.models.get(oldKey);
  if (!model) return failed(target, `there is no model ${codeSpan(`${app}.${from}`)} at this point (KeyError in Django)`);

  const label = `${app}.${to}`;
  const repointed = changeFields(state, (field, within) => {
    const points = resolveReference(relationOf(field), within, setting) === oldKey;
    const changed = points ? withRelation(field, label) : field;
    const through = changed.kwargs.get("through");
    return through !== undefined && resolveReference(through, within, setting) === oldKey ? withArgument(changed, "through", label) : changed;
  });
  const models = new Map(repointed.models);
  const renamed = { ...models.get(oldKey)!, name: to };
  models.delete(oldKey);
  for (const [key, child] of models) {
    if (child.bases.includes(oldKey)) models.set(key, { ...child, bases: child.bases.map((base) => (base === oldKey ? newKey : base)) });
  }
  models.set(newKey, renamed);
  return done({ ...repointed, models });
}

/** ProjectState.alter_model_options; `removable` are the options that go when they are not given. */
export function alterOptions(target: Target, name: string, options: ReadonlyMap<string, Value>, removable: readonly string[] = []): Forward {
  return changeModel(target, name, (model) => {
    const kept = new Map(model.options);
    for (const key of removable) if (!options.has(key)) kept.delete(key);
    return withOptions({ ...model, options: kept }, options);
  });
}

/** Options merged into a model's: those with a member of their own go there. One that cannot be read stays among the options as it is. */
function withOptions(model: ModelState, given: ReadonlyMap<string, Value>): ModelState {
  const options = new Map(model.options);
  let changed = { ...model, options };
  for (const [name, value] of given) {
    if (name === "indexes" || name === "constraints") {
      const items = itemsOf(value ?? { kind: "list", items: [] });
      if (items) changed = { ...changed, [name]: new Map(items.map((item) => [nameOfItem(item), item])) };
      else options.set(name, value);
    } else if (name === "unique_together" || name === "index_together") {
      const entries = togetherOf(value);
      if (entries) changed = { ...changed, [name === "unique_together" ? "uniqueTogether" : "indexTogether"]: entries };
      else options.set(name, value);
    } else options.set(name, value);
  }
  return changed;
}

/** An index's or constraint's `name`; its source where that cannot be read, so that it is not lost. */
export function nameOfItem(item: Value): string {
  const name = item !== null && typeof item === "object" && item.kind === "call" ? item.kwargs.get("name") : undefined;
  return typeof name === "string" ? name : textOf(item);
}

/** `"shop.Order"` and a setting that names it → `shop.order`; a class → its dotted path; models.Model, which every model has, is left out. */
function baseName(base: Value, { app, operation, setting }: Target): readonly string[] {
  const model = resolveReference(base, { app, name: operation.type }, setting);
  if (model !== null) return [model];
  if (base === null || typeof base !== "object") return [];
  if (base.kind !== "ref") return "text" in base ? [base.text] : [];
  return /^django\.db\.models(\.base)?\.Model$/.test(base.path) ? [] : [base.path];
}
