import type { Value } from "../../python/value.ts";
import type { ModelState } from "../state.ts";
import type { Operation } from "../operation.ts";
import { nameOfItem } from "./models.ts";
import { changeModel, type Forward, type Target } from "./result.ts";
import { codeSpan } from "../../code-span.ts";

/** Adds to a model's indexes or constraints. */
export function addItem(target: Target, modelName: string, member: "indexes" | "constraints", item: Value): Forward {
  return changeModel(target, modelName, (model) => ({ ...model, [member]: new Map(model[member]).set(nameOfItem(item), item) }));
}

/** Django's state does not mind a name that is missing, its schema editor does (ValueError). */
export function removeItem(target: Target, modelName: string, member: "indexes" | "constraints", name: string): Forward {
  return changeModel(target, modelName, (model) => {
    if (!model[member].has(name)) return target.stateOnly ? model : missing(model, member, name);
    const items = new Map(model[member]);
    items.delete(name);
    return { ...model, [member]: items };
  });
}

/** Puts another constraint in the place of the one of that name. */
export function alterConstraint(target: Target, modelName: string, name: string, constraint: Value): Forward {
  return changeModel(target, modelName, (model) => {
    if (!model.constraints.has(name)) return target.stateOnly ? model : missing(model, "constraints", name);
    return { ...model, constraints: new Map([...model.constraints].map(([key, value]) => (key === name ? [nameOfItem(constraint), constraint] : [key, value]))) };
  });
}

/** RenameIndex: by name, or from an entry of index_together, which becomes an index. */
export function renameIndex(target: Target, operation: Extract<Operation, { kind: "RenameIndex" }>): Forward {
  const { from, to, oldFields } = operation;
  return changeModel(target, operation.model, (model) => {
    if (from !== null) {
      if (!model.indexes.has(from)) return target.stateOnly ? model : missing(model, "indexes", from);
      return { ...model, indexes: new Map([...model.indexes].map(([key, index]) => (key === from ? [to, named(index, to)] : [key, index]))) };
    }
    const fields = oldFields ?? [];
    const index: Value = {
      kind: "call",
      path: "django.db.models.Index",
      args: [],
      kwargs: new Map<string, Value>([["fields", { kind: "list", items: fields }], ["name", to]]),
      unknownArgs: null,
      place: operation.place,
      text: `models.Index(fields=${JSON.stringify(fields)}, name=${JSON.stringify(to)})`,
    };
    const same = (names: readonly string[]) => names.length === fields.length && names.every((name, position) => name === fields[position]);
    return { ...model, indexes: new Map(model.indexes).set(to, index), indexTogether: model.indexTogether.filter((names) => !same(names)) };
  });
}

function named(index: Value, name: string): Value {
  if (index === null || typeof index !== "object" || index.kind !== "call") return index;
  return { ...index, kwargs: new Map(index.kwargs).set("name", name) };
}

function missing(model: ModelState, member: "indexes" | "constraints", name: string): string {
  const what = member === "indexes" ? "index" : "constraint";
  return `there is no ${what} named ${codeSpan(name)} on model ${codeSpan(`${model.app}.${model.name}`)} at this point (ValueError in Django)`;
}
