import type { Value } from "../../python/value.ts";
import type { Operation } from "../operation.ts";
import type { ProjectState } from "../state.ts";

/**
 * What an operation is about: `shop.Order.priority`, `shop.Order`, the name of an index, constraint, extension or collation;
 * null when it is about nothing that has a name (RunPython). Operations name models in lower case: with a state the name is as written in the model.
 */
export function target(operation: Operation, app: string, state?: ProjectState): string | null {
  const model = (name: string) => `${app}.${state?.models.get(`${app}.${name.toLowerCase()}`)?.name ?? name}`;
  switch (operation.kind) {
    case "CreateModel":
    case "DeleteModel":
    case "AlterModelTable":
    case "AlterModelTableComment":
    case "AlterUniqueTogether":
    case "AlterIndexTogether":
    case "AlterOrderWithRespectTo":
    case "AlterModelOptions":
    case "AlterModelManagers":
      return model(operation.name);
    case "RenameModel":
      return model(operation.from);
    case "AddField":
    case "AlterField":
      return `${model(operation.model)}.${operation.field.name}`;
    case "RemoveField":
    case "AddDefaultValue":
      return `${model(operation.model)}.${operation.name}`;
    case "RenameField":
      return `${model(operation.model)}.${operation.from}`;
    case "AddIndex":
      return nameOf(operation.index) ?? model(operation.model);
    case "AddConstraint":
      return nameOf(operation.constraint) ?? model(operation.model);
    case "RenameIndex":
      return operation.from ?? operation.to;
    case "RemoveIndex":
    case "RemoveConstraint":
    case "AlterConstraint":
    case "ValidateConstraint":
    case "CreateExtension":
    case "CreateCollation":
    case "RemoveCollation":
      return operation.name;
    case "SeparateDatabaseAndState":
      return common([...operation.stateOperations, ...operation.databaseOperations], app, state);
    case "RunSQL":
      return common(operation.stateOperations, app, state);
    case "Unknown":
      return operation.assumed ? target(operation.assumed, app, state) : null;
    case "RunPython":
      return null;
  }
}

/** The one target of several operations; null when there are none or they differ. */
function common(operations: readonly Operation[], app: string, state: ProjectState | undefined): string | null {
  const targets = new Set(operations.map((operation) => target(operation, app, state)).filter((name) => name !== null));
  return targets.size === 1 ? [...targets][0]! : null;
}

function nameOf(value: Value): string | null {
  const name = value !== null && typeof value === "object" && value.kind === "call" ? value.kwargs.get("name") : undefined;
  return typeof name === "string" ? name : null;
}
