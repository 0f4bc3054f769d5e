import type { SchemaChange } from "../schema/change.ts";
import { changesOf } from "../schema/change.ts";
import type { MigrationRecord } from "../safety/types.ts";
import type { Schema } from "../schema/schema.ts";
import { parentsOf } from "./seeds.ts";

/** More than a rehearsal can hold within its time. */
const most = 60;

/** Tables that migrations change, by all the names they have on the way. */
export function touchedTables(migrations: readonly MigrationRecord[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const record of migrations.flatMap((migration) => migration.operations)) {
    for (const change of [...record.statements, ...record.deferred].flatMap(changesOf)) for (const name of namesIn(change)) found.add(name);
    // State-only operations and code: what the operation breaks names its tables.
    for (const { table } of record.breaks) found.add(table);
  }
  return found;
}

/** Tables whose names stand in raw SQL, whatever it does with them. */
export function namedIn(migrations: readonly MigrationRecord[], schema: Schema): readonly string[] {
  const raw = migrations.flatMap((migration) => migration.operations).filter(({ operation }) => operation.kind === "RunSQL" || operation.kind === "SeparateDatabaseAndState");
  const words = new Set(raw.flatMap((record) => record.statements.flatMap(({ sql }) => sql?.match(/\w+/g) ?? [])));
  return [...schema.tables.keys()].filter((name) => words.has(name));
}

/** A renamed table's first name by its new one. */
export function renamedFrom(migrations: readonly MigrationRecord[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const record of migrations.flatMap((migration) => migration.operations)) {
    for (const change of record.statements.flatMap(changesOf)) if (change.kind === "RenameTable") found.set(change.to, found.get(change.table) ?? change.table);
  }
  return found;
}

function namesIn(change: SchemaChange): readonly string[] {
  if (change.kind === "RenameTable") return [change.table, change.to];
  return "table" in change && change.table !== null ? [change.table] : [];
}

/** The part of a schema that those tables and all they refer to make up. Foreign keys to what is left out are left out with it. */
export function partOf(schema: Schema, touched: ReadonlySet<string>): Schema {
  const wanted = new Set<string>();
  const queue = [...touched];
  for (let name = queue.shift(); name !== undefined && wanted.size < most; name = queue.shift()) {
    if (wanted.has(name) || !schema.tables.has(name)) continue;
    wanted.add(name);
    queue.push(...parentsOf(schema.tables.get(name)));
  }
  return { tables: new Map([...schema.tables].filter(([name]) => wanted.has(name))) };
}
