import type { Database } from "../../django/project.ts";
import type { SchemaChange } from "../../schema/change.ts";
import type { Schema } from "../../schema/schema.ts";
import type { Impact } from "../types.ts";
import type { Effect } from "./effect.ts";
import { readsWait, strongestLocks, writesWait } from "./locks.ts";
import { mysqlEffect } from "./mysql/effect.ts";
import { postgresEffect } from "./postgresql/effect.ts";
import { sqliteEffect } from "./sqlite/effect.ts";

/** An Impact, with what a person should know besides. Notes carry names from the migration: escape them. */
export interface StatementImpact extends Impact {
  readonly notes: readonly string[];
  /** What cannot be known about it, and why; null when everything is. Never to be counted as safe. */
  readonly unknown: string | null;
}

export interface ImpactContext {
  /** Tables that did not exist before the migration: nobody waits for them. */
  readonly newTables: ReadonlySet<string>;
  /** Strongest lock per table that earlier statements of the same transaction still hold. */
  readonly inTransactionWith?: Readonly<Record<string, string>>;
  /** The TimeZone of the session that migrates is UTC, as Django sets it where USE_TZ is true; left out: not known. */
  readonly utc?: boolean;
}

export const noImpact: StatementImpact = { locks: {}, blocksReads: false, blocksWrites: false, rewrites: [], scans: [], notes: [], unknown: null };

/**
 * What one change makes others wait for: the strongest lock on each table that existed before, and whether the wait grows with
 * a table, because the server reads, rewrites or indexes one while a lock is held that SELECT, or INSERT, UPDATE and DELETE, conflict with.
 */
export function impactOf(change: SchemaChange, before: Schema, database: Database, context: ImpactContext): StatementImpact {
  const effect = effectOf(change, before, database, context.utc ?? null);
  const old = (table: string) => !context.newTables.has(table) && !(change.kind === "CreateTable" && change.table === table);
  const locks = Object.fromEntries(Object.entries(effect.locks).filter(([table]) => old(table)));
  // A foreign key of a new table is checked against no rows: the table it refers to is locked and not read.
  const scans = isOfNewTable(change, context.newTables) ? [] : effect.scans.filter(old);
  const rewrites = effect.rewrites.filter(old);

  const held = effect.heldToEnd ? strongestLocks(context.inTransactionWith ?? {}, locks) : locks;
  const long = scans.length + rewrites.length > 0;
  return {
    locks,
    blocksReads: long && (Object.values(held).some(readsWait) || effect.readersWait.some(old)),
    blocksWrites: long && (Object.values(held).some(writesWait) || effect.writersWait.some(old)),
    rewrites,
    scans,
    notes: Object.keys(locks).length > 0 ? effect.notes : [],
    unknown: onNewTable(change, context.newTables) ? null : effect.unknown,
  };
}

function isOfNewTable(change: SchemaChange, newTables: ReadonlySet<string>): boolean {
  return change.kind === "CreateTable" || (change.kind === "AddConstraint" && newTables.has(change.table));
}

/** Whatever it costs, the table is new: nobody uses it yet. */
function onNewTable(change: SchemaChange, newTables: ReadonlySet<string>): boolean {
  return "table" in change && change.table !== null && newTables.has(change.table);
}

function effectOf(change: SchemaChange, before: Schema, database: Database, utc: boolean | null): Effect {
  switch (database.vendor) {
    case "postgresql":
      return postgresEffect(change, before, database.version, utc);
    case "mysql":
    case "mariadb":
      return mysqlEffect(change, before, database.vendor, database.version);
    case "sqlite":
      return sqliteEffect(change, before);
  }
}
