import type { SchemaChange } from "../../schema/change.ts";
import type { Schema, Table } from "../../schema/schema.ts";
import type { Release } from "../release.ts";
import { forwards } from "./difference.ts";
import { sameForeignKey, type ForeignKey } from "./rules.ts";

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
    const was = difference.tableBefore(name) ?? "";
    const known = release.tables.get(was);
    const old = foreignKeys(before.tables.get(was));
    for (const key of foreignKeys(after.tables.get(name))) {
      if (old.some((other) => sameForeignKey(key, other, name, difference))) continue;
      const parent = difference.tableBefore(key.toTable);
      if (parent === null || !release.tables.has(parent) || (key.onDelete !== null && /cascade|set/i.test(key.onDelete))) continue;
      // Django cascades over the foreign keys of its own fields, whether or not the database has a constraint for them.
      const cascades = key.columns.some((column) => known?.columns.get(difference.columnBefore(name, column) ?? "")?.references?.table === parent);
      if (!cascades) found.push({ parent, child: name, constraint: key.name });
    }
  }
  return found;
}

function foreignKeys(table: Table | undefined): ForeignKey[] {
  return [...(table?.constraints.values() ?? [])].filter((constraint) => constraint.kind === "foreign key");
}
