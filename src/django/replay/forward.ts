import type { Operation, Problem } from "../operation.ts";
import type { ProjectState } from "../state.ts";
import { addField, alterField, removeField, renameField } from "./fields.ts";
import { addItem, alterConstraint, removeItem, renameIndex } from "./indexes.ts";
import { alterOptions, createModel, deleteModel, renameModel } from "./models.ts";
import { changeModel, done, type Forward, type Target } from "./result.ts";

export type { Forward } from "./result.ts";

export interface ForwardOptions {
  /** The value of a setting that names a model (`AUTH_USER_MODEL` → `users.User`); null when not known. Left out: none is known. */
  readonly setting?: (name: string) => string | null;
  /** Only the state moves, as for `state_operations`: what only the database would refuse is no problem then. */
  readonly stateOnly?: boolean;
}

/**
 * An operation's state_forwards (django/db/migrations/operations and state.py; equal in 4.2 to 6.1 as far as a state holds it).
 * Never changes the given state; models that stay the same are shared. An operation that names a model, field, index or constraint
 * that does not exist is a problem, and the state stays as it was.
 */
export function forward(state: ProjectState, app: string, operation: Operation, options: ForwardOptions = {}): Forward {
  const { setting = () => null, stateOnly = false } = options;
  return apply({ state, app, operation, setting, stateOnly });
}

/** AlterModelOptions.ALTER_OPTION_KEYS: options that go when the operation does not give them. */
const alterOptionKeys = [
  "base_manager_name", "default_manager_name", "default_related_name", "get_latest_by", "managed", "ordering", "permissions",
  "default_permissions", "select_on_save", "verbose_name", "verbose_name_plural",
];

function apply(target: Target): Forward {
  const { operation } = target;
  switch (operation.kind) {
    case "CreateModel":
      return createModel(target, operation);
    case "DeleteModel":
      return deleteModel(target, operation.name);
    case "RenameModel":
      return renameModel(target, operation.from, operation.to);
    case "AlterModelTable":
      return alterOptions(target, operation.name, new Map([["db_table", operation.table]]));
    case "AlterModelTableComment":
      return alterOptions(target, operation.name, new Map([["db_table_comment", operation.comment]]));
    case "AlterOrderWithRespectTo":
      return alterOptions(target, operation.name, new Map([["order_with_respect_to", operation.field]]));
    case "AlterModelOptions":
      return alterOptions(target, operation.name, operation.options, alterOptionKeys);
    case "AlterUniqueTogether":
      return changeModel(target, operation.name, (model) => ({ ...model, uniqueTogether: operation.together }));
    case "AlterIndexTogether":
      return changeModel(target, operation.name, (model) => ({ ...model, indexTogether: operation.together }));
    case "AlterModelManagers":
      return changeModel(target, operation.name, (model) => model);
    case "AddField":
      return addField(target, operation);
    case "AlterField":
      return alterField(target, operation);
    case "RemoveField":
      return removeField(target, operation.model, operation.name);
    case "RenameField":
      return renameField(target, operation.model, operation.from, operation.to);
    case "AddIndex":
      return addItem(target, operation.model, "indexes", operation.index);
    case "RemoveIndex":
      return removeItem(target, operation.model, "indexes", operation.name);
    case "RenameIndex":
      return renameIndex(target, operation);
    case "AddConstraint":
      return addItem(target, operation.model, "constraints", operation.constraint);
    case "RemoveConstraint":
      return removeItem(target, operation.model, "constraints", operation.name);
    case "AlterConstraint":
      return alterConstraint(target, operation.model, operation.name, operation.constraint);
    case "RunSQL":
    case "SeparateDatabaseAndState":
      return applyAll(target, operation.stateOperations);
    case "Unknown":
      return operation.assumed ? apply({ ...target, operation: operation.assumed }) : done(target.state);
    case "RunPython":
    case "ValidateConstraint":
    case "AddDefaultValue":
    case "CreateExtension":
    case "CreateCollation":
    case "RemoveCollation":
      return done(target.state);
  }
}

/** State operations in order, as far as they go: the first problem is told, those after it are still applied. */
function applyAll(target: Target, operations: readonly Operation[]): Forward {
  let { state } = target;
  let problem: Problem | null = null;
  for (const operation of operations) {
    const result = apply({ ...target, state, operation, stateOnly: true });
    state = result.state;
    problem ??= result.problem;
  }
  return { state, problem };
}
