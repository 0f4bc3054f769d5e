import type { Operation } from "../django/operation.ts";
import type { CallValue, Value } from "../python/value.ts";

/**
 * What Django's `Operation.describe()` says, as sqlmigrate prints it above an operation's SQL. The texts are the same in Django 4.2 to 6.1.
 * A custom operation says what the one it descends from says.
 */
export function describe(operation: Operation): string {
  switch (operation.kind) {
    case "CreateModel": return `Create ${operation.options.get("proxy") === true ? "proxy " : ""}model ${operation.name}`;
    case "DeleteModel": return `Delete model ${operation.name}`;
    case "RenameModel": return `Rename model ${operation.from} to ${operation.to}`;
    case "AlterModelTable": return `Rename table for ${operation.name} to ${operation.table ?? "(default)"}`;
    case "AlterModelTableComment": return `Alter ${operation.name} table comment`;
    case "AlterUniqueTogether": return `Alter unique_together for ${operation.name} (${operation.together.length} constraint(s))`;
    case "AlterIndexTogether": return `Alter index_together for ${operation.name} (${operation.together.length} constraint(s))`;
    case "AlterOrderWithRespectTo": return `Set order_with_respect_to on ${operation.name} to ${operation.field ?? "None"}`;
    case "AlterModelOptions": return `Change Meta options on ${operation.name}`;
    case "AlterModelManagers": return `Change managers on ${operation.name}`;
    case "AddField": return `Add field ${operation.field.name} to ${operation.model}`;
    case "AlterField": return `Alter field ${operation.field.name} on ${operation.model}`;
    case "RemoveField": return `Remove field ${operation.name} from ${operation.model}`;
    case "RenameField": return `Rename field ${operation.from} on ${operation.model} to ${operation.to}`;
    case "AddIndex": return addIndex(operation.index, operation.model, operation.concurrently);
    case "RemoveIndex": return `${operation.concurrently ? "Concurrently remove" : "Remove"} index ${operation.name} from ${operation.model}`;
    case "RenameIndex":
      return operation.from !== null
        ? `Rename index ${operation.from} on ${operation.model} to ${operation.to}`
        : `Rename unnamed index for ${tuple(operation.oldFields ?? [])} on ${operation.model} to ${operation.to}`;
    case "AddConstraint": return `Create ${operation.notValid ? "not valid constraint" : "constraint"} ${nameOf(operation.constraint)} on model ${operation.model}`;
    case "RemoveConstraint": return `Remove constraint ${operation.name} from model ${operation.model}`;
    case "AlterConstraint": return `Alter constraint ${operation.name} on ${operation.model}`;
    case "ValidateConstraint": return `Validate constraint ${operation.name} on model ${operation.model}`;
    case "AddDefaultValue": return `Add to field ${operation.model}.${operation.name} the default value ${valueText(operation.value)}`;
    case "RunSQL": return "Raw SQL operation";
    case "RunPython": return "Raw Python operation";
    case "SeparateDatabaseAndState": return "Custom state/database change combination";
    case "CreateExtension": return `Creates extension ${operation.name}`;
    case "CreateCollation": return `Create collation ${operation.name}`;
    case "RemoveCollation": return `Remove collation ${operation.name}`;
    case "Unknown": return operation.type;
  }
}

/** Python's str() of what a migration can hold, or its source. */
function valueText(value: Value): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value !== "object") return String(value);
  return value === null ? "None" : "text" in value ? value.text : value.kind;
}

function addIndex(index: Value, model: string, concurrently: boolean): string {
  const expressions = isCall(index) ? index.args : [];
  // AddIndexConcurrently has no wording of its own for expressions: its list of fields is empty then.
  if (expressions.length > 0 && !concurrently) return `Create index ${nameOf(index)} on ${expressions.map(expression).join(", ")} on model ${model}`;
  return `${concurrently ? "Concurrently create" : "Create"} index ${nameOf(index)} on field(s) ${fieldsOf(index).join(", ")} of model ${model}`;
}

function isCall(value: Value | undefined): value is CallValue {
  return typeof value === "object" && value !== null && value.kind === "call";
}

/** `name=` of an index or constraint. */
function nameOf(value: Value): string {
  const name = isCall(value) ? value.kwargs.get("name") : null;
  return typeof name === "string" ? name : "None";
}

function fieldsOf(index: Value): string[] {
  const fields = isCall(index) ? index.kwargs.get("fields") : undefined;
  if (typeof fields !== "object" || fields === null || !("items" in fields)) return [];
  return fields.items.filter((field) => typeof field === "string");
}

/** `repr()` of an index's expression: `Lower(F(email))`; its source where that is not plain functions of fields. */
function expression(value: Value): string {
  if (typeof value === "string") return `F(${value})`;
  if (!isCall(value)) return textOf(value);
  const name = value.path.split(".").at(-1)!;
  const plain = value.args.every((argument) => typeof argument === "string" || isCall(argument)) && [...value.kwargs.values()].every((argument) => typeof argument === "string");
  if (name === "F" && typeof value.args[0] === "string") return `F(${value.args[0]})`;
  if (!plain || value.unknownArgs !== null) return value.text.replace(/\s+/g, " ");
  const named = [...value.kwargs].map(([key, argument]) => `${key}=${textOf(argument)}`).sort();
  return `${name}(${[value.args.map(expression).join(", "), ...named].filter((part) => part !== "").join(", ")})`;
}

function textOf(value: Value): string {
  if (typeof value !== "object" || value === null) return String(value);
  return "text" in value ? value.text : value.kind;
}

function tuple(names: readonly string[]): string {
  const quoted = names.map((name) => `'${name}'`);
  return `(${quoted.join(", ")}${quoted.length === 1 ? "," : ""})`;
}
