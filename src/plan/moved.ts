import type { BoundField } from "../django/bound.ts";
import { type Change, fieldOf, modelOf } from "./course.ts";
import { dataBefore } from "./data.ts";

/** A model that leaves one app for another in the same pull request: made there by CreateModel, deleted here. */
export interface Moved {
  readonly created: Change;
  readonly deleted: Change;
}

/** The move that an operation is part of: its CreateModel, its DeleteModel, or an AlterField whose foreign key follows. null: none. */
export function moveOf(change: Change): Moved | null {
  return movesIn(change.all).find((move) => move.created === change || move.deleted === change || follows(change, move)) ?? null;
}

function movesIn(all: readonly Change[]): readonly Moved[] {
  return all.flatMap((deleted) => {
    if (deleted.operation.kind !== "DeleteModel") return [];
    const { name } = deleted.operation;
    const old = modelOf(deleted.before, deleted.app, name);
    const created = all.find((other) => other.app !== deleted.app && other.operation.kind === "CreateModel" && other.operation.name.toLowerCase() === name.toLowerCase());
    const next = created?.operation.kind === "CreateModel" ? modelOf(created.after, created.app, created.operation.name) : null;
    if (!created || !old || !next) return [];
    // The same columns, of the same types: the rows stay where they are.
    const text = ({ column, dbType, null: nullable }: BoundField) => `${column ?? ""} ${JSON.stringify(dbType)} ${nullable}`;
    if (dataBefore(deleted).length > 0) return [];
    const same = [...old.localFields].map(text).sort().join() === [...next.localFields].map(text).sort().join() && [...old.localManyToMany].map(({ name: one }) => one).sort().join() === [...next.localManyToMany].map(({ name: one }) => one).sort().join();
    return same ? [{ created, deleted }] : [];
  });
}

/** A foreign key that pointed at the model in the old app and points at it in the new one. */
export function follows({ operation, app, before, after }: Change, { created, deleted }: Moved): boolean {
  if (operation.kind !== "AlterField" || created.operation.kind !== "CreateModel") return false;
  const [old, next] = [fieldOf(before, app, operation.model, operation.field.name), fieldOf(after, app, operation.model, operation.field.name)];
  const key = (one: string) => `${one}.${(created.operation as { readonly name: string }).name.toLowerCase()}`;
  return old?.remote?.to === key(deleted.app) && next?.remote?.to === key(created.app) && old.column === next.column && old.dbType === next.dbType;
}
