import type { BoundModel } from "../../django/bound.ts";
import type { Operation } from "../../django/operation.ts";
import type { Value } from "../../python/value.ts";
import { dropIndex } from "./alter-field.ts";
import { fieldsNamed, metaOf } from "./create-model.ts";
import type { Editor } from "./editor.ts";
import { fieldIndex } from "./field-indexes.ts";
import { constraintNames } from "./introspect.ts";
import { constraintChange, firstField, hasIndex, indexChange, nameOf } from "./meta.ts";
import { remakeTable } from "./sqlite-remake.ts";
import { createMissingForeignKeyIndex } from "./together.ts";

/** AddIndex and AddIndexConcurrently. */
export function addIndex(editor: Editor, model: BoundModel, index: Value, concurrently: boolean): void {
  const change = indexChange(editor, model, nameOf(index) ?? "", index);
  if (change) editor.execute(change.kind === "CreateIndex" ? { ...change, concurrently } : change);
}

/** RemoveIndex and RemoveIndexConcurrently: by the name in the state; nothing for an index the database could not make. */
export function removeIndex(editor: Editor, model: BoundModel, name: string, concurrently: boolean): void {
  const index = metaOf(model).indexes.get(name);
  if (index === undefined) {
    editor.doubt(`${model.app}.${model.name} has no index "${name}" in the state`);
    editor.execute({ kind: "DropIndex", table: model.table, name, concurrently, ifExists: editor.dialect.vendor === "postgresql" });
    return;
  }
  if (!hasIndex(editor, model, name, index)) return;
  if (isMySql(editor)) createMissingForeignKeyIndex(editor, model, firstField(index));
  dropIndex(editor, model.table, name, concurrently);
}

/** AddConstraint and AddConstraintNotValid. SQLite remakes the table for what is not an index. */
export function addConstraint(editor: Editor, model: BoundModel, constraint: Value, notValid: boolean): void {
  const change = constraintChange(editor, model, nameOf(constraint) ?? "", constraint);
  if (!change) return;
  if (editor.dialect.vendor === "sqlite" && change.kind !== "CreateIndex") return remakeTable(editor, model, { meta: metaOf(model) });
  if (notValid && change.kind === "AddConstraint" && change.constraint.kind === "check") {
    editor.execute({ ...change, constraint: { ...change.constraint, notValid: true } });
    return;
  }
  editor.execute(change);
}

/** RemoveConstraint, with the words of what the constraint was made as. */
export function removeConstraint(editor: Editor, old: BoundModel, next: BoundModel, name: string): void {
  const constraint = metaOf(old).constraints.get(name);
  if (constraint === undefined) {
    editor.doubt(`${old.app}.${old.name} has no constraint "${name}" in the state`);
    editor.execute({ kind: "DropConstraint", table: old.table, name, constraint: "check", immediate: false });
    return;
  }
  const made = constraintChange(editor, old, name, constraint);
  if (!made) return;
  if (editor.dialect.vendor === "sqlite" && made.kind !== "CreateIndex") return remakeTable(editor, next, { meta: metaOf(next) });
  if (isMySql(editor) && isUnique(made)) createMissingForeignKeyIndex(editor, old, firstField(constraint));
  if (made.kind === "CreateIndex") dropIndex(editor, old.table, name);
  else if (made.kind === "AddConstraint") editor.execute({ kind: "DropConstraint", table: old.table, name, constraint: made.constraint.kind, immediate: false });
}

/** AlterConstraint (5.2) moves the state alone: what differs is not in the database. */
export function alterConstraint(): void {}

/** RenameIndex: ALTER INDEX where the database can; from old_fields the index is found by its columns. */
export function renameIndex(editor: Editor, old: BoundModel, next: BoundModel, operation: Extract<Operation, { kind: "RenameIndex" }>): void {
  const name = operation.from ?? indexOver(editor, next, operation.oldFields ?? []);
  if (name === null || name === operation.to) return;
  if (editor.dialect.vendor !== "sqlite" && !(editor.dialect.vendor === "mariadb" && !renamesIndexes(editor))) {
    editor.execute({ kind: "RenameIndex", table: next.table, name, to: operation.to });
    return;
  }
  const value = metaOf(next).indexes.get(operation.to);
  editor.execute({ kind: "DropIndex", table: old.table, name, concurrently: false, ifExists: false });
  const change = value === undefined ? fieldIndex(editor, next, fieldsNamed(editor, next, operation.oldFields ?? [])) : indexChange(editor, next, operation.to, value);
  if (change) editor.execute(change);
}

/** can_rename_index: MariaDB from 10.5.2, MySQL always, SQLite never. */
function renamesIndexes(editor: Editor): boolean {
  const [major = 0, minor = 0] = editor.dialect.version.split(".").map(Number);
  return major > 10 || (major === 10 && minor >= 5);
}

function indexOver(editor: Editor, model: BoundModel, names: readonly string[]): string | null {
  const columns = fieldsNamed(editor, model, names).map((field) => field.column!);
  const found = constraintNames(editor.table(model), editor.dialect.vendor, { columns, index: true, unique: false });
  if (found.length === 1) return found[0]!;
  const reason = `Django finds ${found.length} indexes over ${model.table}(${columns.join(", ")}) where it needs just one, and stops with ValueError`;
  editor.doubt(reason);
  editor.execute({ kind: "Unknown", reason });
  return null;
}

function isMySql(editor: Editor): boolean {
  return editor.dialect.vendor === "mysql" || editor.dialect.vendor === "mariadb";
}

function isUnique(made: { readonly kind: string; readonly constraint?: { readonly kind: string } }): boolean {
  return made.kind === "CreateIndex" || made.constraint?.kind === "unique";
}
