import type { Column, Schema, Table } from "./schema.ts";

/** Schemas and their maps are never changed: each of these makes a new one, or gives back the same where nothing changes. */

/** The schema with a table put in. */
export function withTable(schema: Schema, table: Table): Schema {
  const tables = new Map(schema.tables);
  tables.set(table.name, table);
  return { ...schema, tables };
}

/** The schema with one table edited; the same where there is no such table. */
export function changeTable(schema: Schema, name: string, edit: (table: Table) => Table): Schema {
  const table = schema.tables.get(name);
  return table ? withTable(schema, edit(table)) : schema;
}

/** The table with one column edited. */
export function withColumn(table: Table, name: string, edit: (column: Column) => Column): Table {
  const column = table.columns.get(name);
  if (!column) return table;
  const columns = new Map(table.columns);
  columns.set(name, edit(column));
  return { ...table, columns };
}

/** The map without a key. */
export function without<T>(map: ReadonlyMap<string, T>, name: string): ReadonlyMap<string, T> {
  if (!map.has(name)) return map;
  const copy = new Map(map);
  copy.delete(name);
  return copy;
}

/** The map with a key and the name it stands for renamed, in the same place. */
export function renameKey<T extends { readonly name: string }>(map: ReadonlyMap<string, T>, from: string, to: string): ReadonlyMap<string, T> {
  if (!map.has(from)) return map;
  return new Map([...map].map(([name, value]) => (name === from ? [to, { ...value, name: to }] : [name, value])));
}

/** The map with its values edited; the same map where none changes. */
export function mapValues<T>(map: ReadonlyMap<string, T>, edit: (value: T) => T): ReadonlyMap<string, T> {
  let copy: Map<string, T> | null = null;
  for (const [key, value] of map) {
    const next = edit(value);
    if (next !== value) (copy ??= new Map(map)).set(key, next);
  }
  return copy ?? map;
}
