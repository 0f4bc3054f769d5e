import type { Database } from "../../django/project.ts";
import type { ColumnType, SchemaChange } from "../../schema/change.ts";
import type { Schema } from "../../schema/schema.ts";
import type { Release } from "../release.ts";
import { forwards, type Difference } from "./difference.ts";
import { spelledFit } from "./fit.ts";

/**
 * Why the effect of the changes on the release cannot be known, a sentence each; empty when it can. What a release does not know
 * (a new table, a new nullable column of an unknown type) raises no doubt.
 */
export function doubts(release: Release, before: Schema, changes: readonly SchemaChange[], database: Database): string[] {
  const difference = forwards(changes, before);
  return [...new Set(changes.flatMap((change) => doubtsAbout(change, release, before, difference, database)))];
}

function doubtsAbout(change: SchemaChange, release: Release, before: Schema, difference: Difference, database: Database): string[] {
  switch (change.kind) {
    case "Unknown":
      return [change.reason];
    case "Other": {
      const table = change.table;
      if (change.breaksNothing) return [];
      if (table !== null && !release.tables.has(difference.tableBefore(table) ?? table)) return [];
      return [`${change.what}${table === null ? "" : ` on ${table}`}: what it does to the release's statements cannot be read from the schema. Try it on a copy of the database.`];
    }
    case "AlterColumn":
      return change.actions.flatMap((action) => {
        if (action.kind !== "SetType" && action.kind !== "Modify") return [];
        const table = difference.tableBefore(change.table);
        const column = difference.columnBefore(change.table, action.column);
        const held = table === null || column === null ? undefined : before.tables.get(table)?.columns.get(column);
        if (!held || !release.tables.get(table!)?.columns.has(column!)) return [];
        return typeDoubt(`${change.table}.${action.column}`, held.type, action.kind === "SetType" ? action.type : action.definition.type, database);
      });
    default:
      return [];
  }
}

function typeDoubt(column: string, from: string | null, to: ColumnType, database: Database): string[] {
  if (typeof to !== "string") return [`The new type of ${column} is not known: ${to.unknown}`];
  if (from === null) return [`The type of ${column} was not known before it becomes ${to}.`];
  if (spelledFit(from, to, database) !== "unknown") return [];
  return [`Whether values of type ${from} fit ${to} is not known (${column}). Try it on a copy of the database.`];
}
