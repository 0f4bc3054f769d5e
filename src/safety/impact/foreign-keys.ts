import type { Constraint, Schema, Table } from "../../schema/schema.ts";

export type ForeignKey = Extract<Constraint, { kind: "foreign key" }>;

/** Foreign keys of a table, only those over `column` where one is given. */
export function foreignKeys(table: Table | undefined, column?: string): ForeignKey[] {
  return [...(table?.constraints.values() ?? [])].filter(
    (constraint): constraint is ForeignKey => constraint.kind === "foreign key" && (column === undefined || constraint.columns.includes(column)),
  );
}

/** Tables that a table's foreign keys point to, itself left out. */
export function parents(table: Table | undefined, column?: string): string[] {
  return sorted(foreignKeys(table, column).map((key) => key.toTable), table?.name);
}

/** Tables whose foreign keys point to a table, itself left out. */
export function children(schema: Schema, table: string, column?: string): string[] {
  const names = [...schema.tables.values()]
    .filter((other) => foreignKeys(other).some((key) => key.toTable === table && (column === undefined || key.toColumns.includes(column))))
    .map((other) => other.name);
  return sorted(names, table);
}

function sorted(names: readonly string[], self: string | undefined): string[] {
  return [...new Set(names)].filter((name) => name !== self).sort();
}
