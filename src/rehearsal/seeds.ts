import type { Schema, Table } from "../schema/schema.ts";
import type { Attempt } from "./job.ts";
import type { Phrases } from "./phrases.ts";
import { sample } from "./values.ts";

/** The first number that a table gives to a row of its own accord: beyond those that were put in. */
const firstOwn = 10_001;

/** Rows of each table, so many that those which refer to it one to one find new ones. */
export function rowCounts(schema: Schema, more: number): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  const depthOf = (name: string, path: readonly string[]): number => {
    const known = depths.get(name);
    if (known !== undefined) return known;
    const parents = parentsOf(schema.tables.get(name)).filter((parent) => parent !== name && !path.includes(parent) && schema.tables.has(parent));
    const depth = Math.min(4, Math.max(0, ...parents.map((parent) => depthOf(parent, [...path, name]) + 1)));
    depths.set(name, depth);
    return depth;
  };
  const names = [...schema.tables.keys()];
  const deepest = Math.max(0, ...names.map((name) => depthOf(name, [])));
  return new Map(names.map((name) => [name, 3 + more * (deepest - depthOf(name, []))]));
}

/** The tables that a table's foreign keys refer to. */
export function parentsOf(table: Table | undefined): readonly string[] {
  return [...(table?.constraints.values() ?? [])].flatMap((constraint) => (constraint.kind === "foreign key" ? [constraint.toTable] : []));
}

/** Ordinary rows for every table. Foreign keys are looked at afterwards: rows refer to each other. */
export function seedsOf(schema: Schema, { quote, restart }: Phrases, counts: ReadonlyMap<string, number>): Attempt[] {
  return [...schema.tables.values()].flatMap((table) => {
    const columns = [...table.columns.values()].filter((column) => column.generated === null);
    const own = columns.filter((column) => column.identity);
    const names = columns.map((column) => quote(column.name)).join(", ");
    const row = (n: number): string => `(${columns.map((column) => seedValue(schema, table, column.name, n)).join(", ")})`;
    const rows = (count: number): string => `INSERT INTO ${quote(table.name)} (${names}) VALUES ${Array.from({ length: count }, (_, at) => row(at + 1)).join(", ")}`;
    const restarts = own.map((column) => ({ what: `the sequence of ${table.name}`, sql: [restart(table.name, column.name, firstOwn)] }));
    return columns.length === 0 ? [] : [{ what: `rows of ${table.name}`, sql: [rows(counts.get(table.name) ?? 3), rows(3), rows(2), rows(1)] }, ...restarts];
  });
}

/** The number's value of a column; a foreign key's is that of the row it refers to. */
export function seedValue(schema: Schema, table: Table, column: string, n: number): string {
  for (const constraint of table.constraints.values()) {
    if (constraint.kind !== "foreign key" || constraint.columns[0] !== column || constraint.columns.length !== 1) continue;
    const target = schema.tables.get(constraint.toTable)?.columns.get(constraint.toColumns[0] ?? "");
    if (target) return sample(target.type, n);
  }
  const words = allowedBy(table, column);
  return words.length > 0 ? words[n % words.length]! : sample(table.columns.get(column)?.type ?? null, n);
}

/** The texts that a CHECK of the column names: `"state" IN ('new', 'paid')`. */
export function allowedBy(table: Table | undefined, column: string): readonly string[] {
  const type = table?.columns.get(column)?.type ?? "";
  if (!table || !/^(varchar|text|char)/i.test(type)) return [];
  return [...table.constraints.values()].flatMap((constraint) => (constraint.kind === "check" && constraint.columns.includes(column) ? (constraint.sql.match(/'(?:[^']|'')*'/g) ?? []).filter((text) => text !== "''") : []));
}
