import type { SchemaChange } from "../../schema/change.ts";
import type { Schema } from "../../schema/schema.ts";
import type { Release } from "../release.ts";
import { forwards } from "./difference.ts";

/** A foreign key that a release does not know and therefore does not cascade over. */
export interface BlockedDelete {
  /** The table whose rows the release deletes. */
  readonly parent: string;
  readonly child: string;
  readonly constraint: string;
}

/**
 * Tables whose rows the release can no longer delete once the new release has written a row that refers to them (SQLSTATE 23503).
 * Nothing fails by itself, so it is no breakage. A foreign key that cascades in the database (Django 6.1's DB_CASCADE) blocks nothing.
 */
export function blockedDeletes(release: Release, before: Schema, after: Schema, options: { readonly tables: ReadonlySet<string>; readonly changes: readonly SchemaChange[] }): BlockedDelete[] {
  const difference = forwards(options.changes, before);
  const found: BlockedDelete[] = [];
  for (const name of [...options.tables].sort()) {
    const table = after.tables.get(name);
    if (!table) continue;
    const known = release.tables.get(difference.tableBefore(name) ?? "");
    for (const constraint of table.constraints.values()) {
      if (constraint.kind !== "foreign key" || (constraint.onDelete !== null && /cascade|set/i.test(constraint.onDelete))) continue;
      const parent = difference.tableBefore(constraint.toTable);
      // Django cascades over the foreign keys of its own fields, whether or not the database has a constraint for them.
      const unknown = !constraint.columns.some((column) => known?.columns.get(difference.columnBefore(name, column) ?? "")?.references?.table === parent);
      const isNew = difference.tableBefore(name) === null || !before.tables.get(difference.tableBefore(name)!)?.constraints.has(constraint.name);
      if (unknown && isNew && parent !== null && parent !== name && release.tables.has(parent)) found.push({ parent, child: name, constraint: constraint.name });
    }
  }
  return found;
}
