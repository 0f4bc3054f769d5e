import type { SchemaChange } from "../../schema/change.ts";
import type { Schema } from "../../schema/schema.ts";
import { readType } from "../breakage/type.ts";

/** Indexes and unique constraints that the changes make over a text column without a length, on PostgreSQL. */
export function longTextIndexes(changes: readonly SchemaChange[], after: Schema): { table: string; column: string; index: string }[] {
  return changes.flatMap((change) => {
    const made = indexed(change);
    if (!made) return [];
    const table = after.tables.get(made.table);
    const column = made.columns.find((name) => {
      const type = table?.columns.get(name)?.type;
      if (!type) return false;
      const read = readType(type, "postgresql");
      return read.family === "text" && read.limit === null;
    });
    return column === undefined ? [] : [{ table: made.table, column, index: made.name }];
  });
}

function indexed(change: SchemaChange): { table: string; columns: readonly string[]; name: string } | null {
  if (change.kind === "CreateIndex") {
    const { method, columns, name } = change.index;
    return method === null || method === "btree" ? { table: change.table, columns, name } : null;
  }
  if (change.kind === "AddConstraint" && change.constraint.kind === "unique") return { table: change.table, columns: change.constraint.columns, name: change.constraint.name ?? "a unique constraint" };
  return null;
}
