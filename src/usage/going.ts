import { modelOfTable } from "../django/bind/model-of-table.ts";
import type { BoundState } from "../django/bound.ts";
import type { Operation } from "../django/operation.ts";
import type { SchemaChange } from "../schema/change.ts";
import type { Target } from "./types.ts";

/**
 * What an operation takes from the running release, whose models are `bound`: fields and models by what the operation says, columns and tables by
 * what raw SQL does. Empty where nothing goes away.
 */
export function goingAway(app: string, operation: Operation, changes: readonly SchemaChange[], bound: BoundState): readonly Target[] {
  const byModel = operationsIn(operation).flatMap((part) => ofOperation(app, part, bound));
  const known = (column: string | null, table: string) => byModel.some((target) => target.table === table && target.column === column);
  const bySql = changes.flatMap((change) => ofChange(app, change, bound)).filter((target) => target.table !== null && !known(target.column, target.table));
  return [...byModel, ...(byModel.length > 0 ? [] : bySql)];
}

function operationsIn(operation: Operation): readonly Operation[] {
  switch (operation.kind) {
    case "SeparateDatabaseAndState":
      return operation.stateOperations.flatMap(operationsIn);
    case "RunSQL":
      return operation.stateOperations.flatMap(operationsIn);
    case "Unknown":
      return operation.assumed ? operationsIn(operation.assumed) : [];
    default:
      return [operation];
  }
}

function ofOperation(app: string, operation: Operation, bound: BoundState): readonly Target[] {
  switch (operation.kind) {
    case "RemoveField":
      return field(app, operation.model, operation.name, bound);
    case "RenameField":
      return field(app, operation.model, operation.from, bound);
    case "DeleteModel":
      return model(app, operation.name, bound);
    case "RenameModel":
      return model(app, operation.from, bound);
    default:
      return [];
  }
}

/** A field that the pull request itself made has no users in the running release. */
function field(app: string, name: string, of: string, bound: BoundState): readonly Target[] {
  const found = bound.get(`${app}.${name}`.toLowerCase());
  const own = found?.field(of);
  return found && own ? [{ app, model: found.name, field: of, column: own.column, table: found.table }] : [];
}

function model(app: string, name: string, bound: BoundState): readonly Target[] {
  const found = bound.get(`${app}.${name}`.toLowerCase());
  return found ? [{ app, model: found.name, field: null, column: null, table: found.table }] : [];
}

function ofChange(app: string, change: SchemaChange, bound: BoundState): readonly Target[] {
  switch (change.kind) {
    case "DropColumn":
    case "RenameColumn":
      return [{ app, model: modelOfTable(change.table, bound)?.name ?? null, field: null, column: change.column, table: change.table }];
    case "DropTable":
    case "RenameTable":
      return [{ app, model: null, field: null, column: null, table: change.table }];
    default:
      return [];
  }
}
