import { atLeast } from "../../django/project.ts";
import type { BoundField, BoundModel, BoundState } from "../../django/bound.ts";
import type { Operation } from "../../django/operation.ts";
import { addDefaultValue } from "./add-default-value.ts";
import { addField } from "./add-field.ts";
import { alterField } from "./alter-field.ts";
import { createModel } from "./create-model.ts";
import type { Editor } from "./editor.ts";
import { addConstraint, addIndex, alterConstraint, removeConstraint, removeIndex, renameIndex } from "./indexes-and-constraints.ts";
import { type RawReader, runSql } from "./raw-sql.ts";
import { relatedPairs } from "./relations.ts";
import { deleteModel, removeField } from "./remove.ts";
import { alterModelTable, renameModel } from "./rename-model.ts";
import { saferOperation } from "./safer.ts";
import { alterIndexTogether, alterUniqueTogether } from "./together.ts";

/** Where an operation stands: its app, and the models before and after it. */
export interface Surroundings {
  readonly app: string;
  readonly before: BoundState;
  readonly after: BoundState;
  readonly raw: RawReader;
  /** The states around the database side of SeparateDatabaseAndState, operation by operation. */
  readonly step: (operation: Operation, before: BoundState) => BoundState;
}

/** Runs one operation's database_forwards on the editor. An operation that cannot run says so as a doubt. */
export function lowerOperation(editor: Editor, operation: Operation, around: Surroundings): void {
  const { app, before, after } = around;
  const modelIn = (state: BoundState, name: string) => state.get(`${app}.${name.toLowerCase()}`);
  const missing = (what: string) => {
    editor.doubt(`${what} is not in the project's state here`);
    editor.execute({ kind: "Unknown", reason: `${what} is not in the project's state here` });
  };
  if (operation.safer) return saferOperation(editor, operation, around);
  switch (operation.kind) {
    case "CreateModel": {
      const model = modelIn(after, operation.name);
      if (!model) return missing(`${app}.${operation.name}`);
      if (!canMigrate(model)) return;
      createModel(editor, model);
      // index_together left the schema editor with Django 5.1; CreateModel makes those of old migrations itself.
      if (atLeast(editor.dialect.django, "5.1") && model.state) alterIndexTogether(editor, model, [], model.state.indexTogether);
      return;
    }
    case "DeleteModel": {
      const model = modelIn(before, operation.name);
      if (!model) return missing(`${app}.${operation.name}`);
      if (canMigrate(model)) deleteModel(editor, model);
      return;
    }
    case "RenameModel": {
      const [old, next] = [modelIn(before, operation.from), modelIn(after, operation.to)];
      if (!old || !next) return missing(`${app}.${operation.from}`);
      if (canMigrate(next)) renameModel(editor, before, after, old, next);
      return;
    }
    case "AlterModelTable": {
      const [old, next] = [modelIn(before, operation.name), modelIn(after, operation.name)];
      if (!old || !next) return missing(`${app}.${operation.name}`);
      if (canMigrate(next)) alterModelTable(editor, old, next);
      return;
    }
    case "AlterModelTableComment": {
      const next = modelIn(after, operation.name);
      if (!next) return missing(`${app}.${operation.name}`);
      if (canMigrate(next) && editor.dialect.vendor !== "sqlite") editor.execute({ kind: "CommentOnTable", table: next.table, comment: next.comment });
      return;
    }
    case "AlterUniqueTogether":
    case "AlterIndexTogether": {
      const [old, next] = [modelIn(before, operation.name), modelIn(after, operation.name)];
      if (!old?.state || !next?.state) return missing(`${app}.${operation.name}`);
      if (!canMigrate(next)) return;
      if (operation.kind === "AlterUniqueTogether") alterUniqueTogether(editor, next, old.state.uniqueTogether, next.state.uniqueTogether);
      else alterIndexTogether(editor, next, old.state.indexTogether, next.state.indexTogether);
      return;
    }
    case "AlterOrderWithRespectTo":
      return alterOrder(editor, modelIn(before, operation.name), modelIn(after, operation.name), missing);
    case "AddField": {
      const [old, next] = [modelIn(before, operation.model), modelIn(after, operation.model)];
      const field = next?.field(operation.field.name);
      if (!old || !next || !field) return missing(`${app}.${operation.model}.${operation.field.name}`);
      if (canMigrate(next)) addField(editor, old, operation.preserveDefault ? field : withDefaultOf(field, operation));
      return;
    }
    case "RemoveField": {
      const model = modelIn(before, operation.model);
      const field = model?.field(operation.name);
      if (!model || !field) return missing(`${app}.${operation.model}.${operation.name}`);
      if (canMigrate(model)) removeField(editor, model, field);
      return;
    }
    case "AlterField":
      return alter(editor, operation.field.name, operation.field.name, operation.model, around, missing, operation);
    case "RenameField":
      return alter(editor, operation.from, operation.to, operation.model, around, missing, null);
    case "AddIndex":
    case "AddConstraint": {
      const model = modelIn(after, operation.model);
      if (!model) return missing(`${app}.${operation.model}`);
      if (!canMigrate(model)) return;
      if (operation.kind === "AddIndex") addIndex(editor, model, operation.index, operation.concurrently);
      else addConstraint(editor, model, operation.constraint, operation.notValid);
      return;
    }
    case "RemoveIndex":
    case "RemoveConstraint": {
      const [old, next] = [modelIn(before, operation.model), modelIn(after, operation.model)];
      if (!old || !next) return missing(`${app}.${operation.model}`);
      if (!canMigrate(old)) return;
      if (operation.kind === "RemoveIndex") removeIndex(editor, old, operation.name, operation.concurrently);
      else removeConstraint(editor, old, next, operation.name);
      return;
    }
    case "RenameIndex": {
      const [old, next] = [modelIn(before, operation.model), modelIn(after, operation.model)];
      if (!old || !next) return missing(`${app}.${operation.model}`);
      if (canMigrate(next)) renameIndex(editor, old, next, operation);
      return;
    }
    case "AlterConstraint": {
      const next = modelIn(after, operation.model);
      if (!next) return missing(`${app}.${operation.model}`);
      return alterConstraint();
    }
    case "ValidateConstraint": {
      const model = modelIn(before, operation.model);
      if (!model) return missing(`${app}.${operation.model}`);
      if (canMigrate(model)) editor.execute({ kind: "ValidateConstraint", table: model.table, name: operation.name });
      return;
    }
    case "AddDefaultValue": {
      const model = modelIn(after, operation.model);
      const field = model?.field(operation.name);
      if (!model || !field) return missing(`${app}.${operation.model}.${operation.name}`);
      if (canMigrate(model)) addDefaultValue(editor, model, field, operation.value);
      return;
    }
    case "CreateExtension":
      if (editor.dialect.vendor !== "postgresql" || editor.extensions.has(operation.name)) return;
      editor.extensions.add(operation.name);
      editor.execute({ kind: "CreateExtension", extension: operation.name });
      return;
    case "CreateCollation":
    case "RemoveCollation": {
      if (editor.dialect.vendor !== "postgresql") return;
      if (operation.kind === "CreateCollation" && !operation.deterministic) editor.nondeterministicCollations.add(operation.name);
      const { name: collation, locale, provider, deterministic } = operation;
      editor.execute({ kind: operation.kind === "CreateCollation" ? "CreateCollation" : "DropCollation", collation, locale, provider, deterministic });
      return;
    }
    case "SeparateDatabaseAndState": {
      let state = before;
      for (const part of operation.databaseOperations) {
        const next = around.step(part, state);
        lowerOperation(editor, part, { ...around, before: state, after: next });
        state = next;
      }
      return;
    }
    case "RunSQL":
      return runSql(editor, operation.sql, around.raw);
    case "Unknown":
      if (operation.assumed) {
        editor.assume(operation.reason);
        return lowerOperation(editor, operation.assumed, around);
      }
      editor.doubt(operation.reason);
      editor.execute({ kind: "Unknown", reason: operation.reason });
      return;
    case "RunPython":
    case "AlterModelOptions":
    case "AlterModelManagers":
      return;
  }
}

/** Model._meta.can_migrate: unmanaged, proxy and swapped models have no table of their own to move. */
function canMigrate(model: BoundModel): boolean {
  return model.managed && !model.proxy && !model.swapped;
}

/** AlterField and RenameField. `operation` carries the one-off default. */
function alter(editor: Editor, from: string, to: string, name: string, { app, before, after }: Surroundings, missing: (what: string) => void, operation: Extract<Operation, { kind: "AlterField" | "AddField" }> | null): void {
  const key = `${app}.${name.toLowerCase()}`;
  const [old, next] = [before.get(key), after.get(key)];
  const [oldField, nextField] = [old?.field(from), next?.field(to)];
  if (!old || !next || !oldField || !nextField) return missing(`${app}.${name}.${from}`);
  if (!canMigrate(next)) return;
  const changed = operation && !operation.preserveDefault ? withDefaultOf(nextField, operation) : nextField;
  alterField(editor, old, { old: oldField, new: changed, relations: () => relatedPairs(before, after, oldField, nextField) });
}

/** preserve_default=False: the one-off default is the operation's, not the state's. */
function withDefaultOf(field: BoundField, operation: Extract<Operation, { kind: "AddField" | "AlterField" }>): BoundField {
  const value = operation.field.kwargs.get("default");
  return value === undefined ? field : { ...field, default: value };
}

function alterOrder(editor: Editor, old: BoundModel | null, next: BoundModel | null, missing: (what: string) => void): void {
  if (!old || !next) return missing("the model");
  if (!canMigrate(next)) return;
  const [before, after] = [old.field("_order"), next.field("_order")];
  if (before && !after) removeField(editor, old, before);
  else if (after && !before) addField(editor, old, after.default === undefined ? { ...after, default: 0 } : after);
}
