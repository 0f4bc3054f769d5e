import type { Operation } from "../../django/operation.ts";
import type { SchemaChange } from "../../schema/change.ts";
import type { Column, Schema } from "../../schema/schema.ts";
import type { Release } from "../release.ts";
import { backwards, forwards } from "../breakage/difference.ts";
import { newRules } from "../breakage/rules.ts";
import { dataMigrations } from "../findings/operation.ts";
import type { Step } from "./demands.ts";

/** Does the step open a transition that a later step must finish? */
export function opensTransition(step: Step, releaseBefore: Release, releaseAfter: Release, operation: Operation | null): boolean {
  return (operation !== null && dataMigrations(operation).length > 0) || step.changes.some(writesRows) || loosens(step) || keepsForOldRelease(step, releaseBefore, releaseAfter);
}

function writesRows(change: SchemaChange): boolean {
  return change.kind === "WriteRows";
}

/** A NOT NULL or a rule of a table that was there is given up. Widening a type loosens nothing that a reader relies on. */
function loosens({ before, after, changes, tables, database }: Step): boolean {
  const difference = forwards(changes, before);
  const inverse = backwards(changes, before, after);
  for (const table of tables) {
    const name = difference.tableBefore(table);
    const [held, now] = [name === null ? undefined : before.tables.get(name), after.tables.get(table)];
    if (!held || !now || held === now) continue;
    for (const column of now.columns.values()) {
      const old = held.columns.get(difference.columnBefore(table, column.name) ?? "");
      if (old && !old.null && column.null) return true;
    }
    // Seen backwards, a rule that was given up is a new one; rules of columns that are gone went with them.
    const given = newRules(held.name, { from: after, to: before, difference: inverse, database });
    if (given.some((rule) => rule.columns.every((column) => inverse.columnBefore(held.name, column) !== null))) return true;
  }
  return false;
}

/**
 * Does the database hold more, or ask less, than the new release's models say, where it did not before: a table or column no model names any more,
 * NULL or a default that the field does not have? A column that is nullable because its field is needs nothing to follow: that is additive.
 */
function keepsForOldRelease(step: Step, releaseBefore: Release, releaseAfter: Release): boolean {
  const known = leftOver(step.before, releaseBefore, step);
  return [...leftOver(step.after, releaseAfter, step)].some((left) => !known.has(left));
}

function leftOver(schema: Schema, release: Release, { tables, database }: Step): Set<string> {
  const left = new Set<string>();
  for (const name of tables) {
    const table = schema.tables.get(name);
    if (!table) continue;
    const model = release.tables.get(name);
    if (!model) {
      left.add(`table ${name}`);
      continue;
    }
    for (const column of table.columns.values()) for (const what of leftOfColumn(column, model.columns.get(column.name), database.vendor === "mysql")) left.add(`${what} ${name}.${column.name}`);
  }
  return left;
}

function leftOfColumn(column: Column, field: { readonly null: boolean; readonly dbDefault: boolean } | undefined, defaultsStay: boolean): string[] {
  if (!field) return ["column"];
  const left: string[] = [];
  if (column.null && !field.null && !column.generated) left.push("null");
  // MySQL keeps the default of text and JSON columns that Django adds: nobody has to take it away.
  if (column.default !== null && !field.dbDefault && !defaultsStay) left.push("default");
  return left;
}
