import type { Field, Operation, RunOptions } from "../../django/operation.ts";
import type { CallValue, Value } from "../../python/value.ts";
import { nowhere } from "../operations.ts";
import { Unwritable } from "./python.ts";

/** An operation as the call that makemigrations would write. Throws Unwritable for what a plan never writes. */
export function operationCall(operation: Operation): CallValue {
  switch (operation.kind) {
    case "AddField":
    case "AlterField": {
      const kwargs: [string, Value][] = [["model_name", operation.model.toLowerCase()], ["name", operation.field.name], ["field", fieldCall(operation.field)]];
      if (!operation.preserveDefault) kwargs.push(["preserve_default", false]);
      return migrations(operation.kind, kwargs);
    }
    case "RemoveField":
      return migrations("RemoveField", [["model_name", operation.model.toLowerCase()], ["name", operation.name]]);
    case "RenameField":
      return migrations("RenameField", [["model_name", operation.model.toLowerCase()], ["old_name", operation.from], ["new_name", operation.to]]);
    case "RenameModel":
      return migrations("RenameModel", [["old_name", operation.from], ["new_name", operation.to]]);
    case "CreateModel": {
      const fields: Value = { kind: "list", items: operation.fields.map((field) => ({ kind: "tuple" as const, items: [field.name, fieldCall(field)] })) };
      const kwargs: [string, Value][] = [["name", operation.name], ["fields", fields]];
      if (operation.options.size > 0) kwargs.push(["options", { kind: "dict", entries: [...operation.options] }]);
      if (operation.bases.length > 0) kwargs.push(["bases", { kind: "tuple", items: operation.bases }]);
      return migrations("CreateModel", kwargs);
    }
    case "DeleteModel":
      return migrations("DeleteModel", [["name", operation.name]]);
    case "AlterModelTable":
      return migrations("AlterModelTable", [["name", operation.name.toLowerCase()], ["table", operation.table]]);
    case "AlterOrderWithRespectTo":
      return migrations("AlterOrderWithRespectTo", [["name", operation.name.toLowerCase()], ["order_with_respect_to", operation.field]]);
    case "AlterUniqueTogether":
      return migrations("AlterUniqueTogether", [["name", operation.name.toLowerCase()], ["unique_together", { kind: "set", items: operation.together.map((fields) => ({ kind: "tuple" as const, items: [...fields] })) }]]);
    case "AddIndex":
      return operation.concurrently
        ? postgres("AddIndexConcurrently", [["model_name", operation.model.toLowerCase()], ["index", operation.index]])
        : migrations("AddIndex", [["model_name", operation.model.toLowerCase()], ["index", operation.index]]);
    case "RemoveIndex":
      return operation.concurrently
        ? postgres("RemoveIndexConcurrently", [["model_name", operation.model.toLowerCase()], ["name", operation.name]])
        : migrations("RemoveIndex", [["model_name", operation.model.toLowerCase()], ["name", operation.name]]);
    case "AddConstraint":
      return operation.notValid
        ? postgres("AddConstraintNotValid", [["model_name", operation.model.toLowerCase()], ["constraint", operation.constraint]])
        : migrations("AddConstraint", [["model_name", operation.model.toLowerCase()], ["constraint", operation.constraint]]);
    case "RemoveConstraint":
      return migrations("RemoveConstraint", [["model_name", operation.model.toLowerCase()], ["name", operation.name]]);
    case "ValidateConstraint":
      return postgres("ValidateConstraint", [["model_name", operation.model.toLowerCase()], ["name", operation.name]]);
    case "AddDefaultValue":
      return { ...migrations("AddDefaultValue", [["model_name", operation.model.toLowerCase()], ["name", operation.name], ["value", operation.value]]), path: "django_add_default_value.AddDefaultValue" };
    case "RunSQL": {
      const kwargs: [string, Value][] = [["sql", operation.sql]];
      if (operation.reverseSql !== null) kwargs.push(["reverse_sql", operation.reverseSql]);
      if (operation.stateOperations.length > 0) kwargs.push(["state_operations", list(operation.stateOperations)]);
      return migrations("RunSQL", [...kwargs, ...optionsOf(operation.more)]);
    }
    case "RunPython": {
      const kwargs: [string, Value][] = [["code", operation.code]];
      if (operation.reverseCode !== null) kwargs.push(["reverse_code", operation.reverseCode]);
      if (operation.atomic !== null) kwargs.push(["atomic", operation.atomic]);
      return migrations("RunPython", [...kwargs, ...optionsOf(operation.more)]);
    }
    case "SeparateDatabaseAndState": {
      const kwargs: [string, Value][] = [];
      if (operation.databaseOperations.length > 0) kwargs.push(["database_operations", list(operation.databaseOperations)]);
      if (operation.stateOperations.length > 0) kwargs.push(["state_operations", list(operation.stateOperations)]);
      return migrations("SeparateDatabaseAndState", kwargs);
    }
    default:
      throw new Unwritable(`the plan does not write ${operation.type}`);
  }
}

/** A field's class and arguments as a call. */
export function fieldCall(field: Field): CallValue {
  if (field.unknown !== null) throw new Unwritable(field.unknown);
  return { kind: "call", path: field.path, args: field.args, kwargs: field.kwargs, unknownArgs: null, place: nowhere, text: field.name };
}

function optionsOf({ hints, elidable }: RunOptions = {}): [string, Value][] {
  return [...(hints === undefined ? [] : [["hints", hints] as [string, Value]]), ...(elidable === undefined ? [] : [["elidable", elidable] as [string, Value]])];
}

function list(operations: readonly Operation[]): Value {
  return { kind: "list", items: operations.map(operationCall) };
}

function migrations(name: string, kwargs: readonly [string, Value][]): CallValue {
  return { kind: "call", path: `django.db.migrations.${name}`, args: [], kwargs: new Map(kwargs), unknownArgs: null, place: nowhere, text: name };
}

function postgres(name: string, kwargs: readonly [string, Value][]): CallValue {
  return { ...migrations(name, kwargs), path: `django.contrib.postgres.operations.${name}` };
}
