import type { Database } from "../../django/project.ts";
import { applyChange } from "../../schema/apply.ts";
import type { SchemaChange } from "../../schema/change.ts";
import type { Schema } from "../../schema/schema.ts";
import type { Impact } from "../types.ts";
import { impactOf, noImpact, type StatementImpact } from "./impact.ts";
import { readsWait, strongestLocks, writesWait } from "./locks.ts";

/** Where a migration stands between two statements. Start from `startOf`, pass on what `impactOfTransaction` gives back. */
export interface TransactionState {
  readonly schema: Schema;
  /** Tables that did not exist before the migration. */
  readonly newTables: ReadonlySet<string>;
  /** Tables that existed before and were dropped since: what is renamed to one of them is not new (SQLite's remake). */
  readonly dropped: ReadonlySet<string>;
  /** Strongest lock per table that the open transaction holds; empty where every statement commits by itself. */
  readonly held: Readonly<Record<string, string>>;
}

export interface TransactionOptions {
  /** False: `atomic = False`, every statement is a transaction of its own. MySQL and MariaDB commit each statement whatever this says. */
  readonly atomic: boolean;
  /** See ImpactContext. */
  readonly utc?: boolean;
}

/** The state before a migration's first statement. */
export function startOf(schema: Schema, newTables: ReadonlySet<string>): TransactionState {
  return { schema, newTables, dropped: new Set(), held: {} };
}

/**
 * The impact of statements that run one after the other, each with the locks the ones before it still hold: an index built in the
 * transaction that added its column is built under ACCESS EXCLUSIVE, and readers wait for it. Call it operation by operation with the
 * state handed on, or once for a whole migration.
 */
export function impactOfTransaction(
  changes: readonly SchemaChange[],
  database: Database,
  state: TransactionState,
  options: TransactionOptions,
): { readonly each: readonly StatementImpact[]; readonly all: StatementImpact; readonly state: TransactionState } {
  const each: StatementImpact[] = [];
  const transactional = options.atomic && (database.vendor === "postgresql" || database.vendor === "sqlite");
  let { schema, newTables, dropped, held } = state;
  for (const change of changes) {
    const impact = impactOf(change, schema, database, { newTables, inTransactionWith: held, ...(options.utc === undefined ? {} : { utc: options.utc }) });
    each.push(impact);
    schema = applyChange(schema, change, database.vendor);
    if (change.kind === "DropTable" && !newTables.has(change.table)) dropped = new Set([...dropped, change.table]);
    newTables = newTablesAfter(change, newTables, dropped);
    held = transactional ? renamed(strongestLocks(held, impact.locks), change) : {};
  }
  return { each, all: together(each), state: { schema, newTables, dropped, held } };
}

/**
 * The impact of statements of one transaction, in their order. Knows only what an Impact says, so it fits where statements come from
 * different places; impactOfTransaction does the same from the changes themselves.
 */
export function combine(impacts: readonly Impact[]): Impact {
  let { locks, blocksReads, blocksWrites } = noImpact as Impact;
  for (const impact of impacts) {
    locks = strongestLocks(locks, impact.locks);
    const long = impact.scans.length + impact.rewrites.length > 0;
    blocksReads ||= impact.blocksReads || (long && Object.values(locks).some(readsWait));
    blocksWrites ||= impact.blocksWrites || (long && Object.values(locks).some(writesWait));
  }
  return { locks, blocksReads, blocksWrites, rewrites: union(impacts.map((impact) => impact.rewrites)), scans: union(impacts.map((impact) => impact.scans)) };
}

function together(impacts: readonly StatementImpact[]): StatementImpact {
  return {
    locks: impacts.reduce((locks, impact) => strongestLocks(locks, impact.locks), {}),
    blocksReads: impacts.some((impact) => impact.blocksReads),
    blocksWrites: impacts.some((impact) => impact.blocksWrites),
    rewrites: union(impacts.map((impact) => impact.rewrites)),
    scans: union(impacts.map((impact) => impact.scans)),
    notes: [...new Set(impacts.flatMap((impact) => impact.notes))],
    unknown: impacts.find((impact) => impact.unknown !== null)?.unknown ?? null,
  };
}

function newTablesAfter(change: SchemaChange, newTables: ReadonlySet<string>, dropped: ReadonlySet<string>): ReadonlySet<string> {
  if (change.kind === "CreateTable" && !dropped.has(change.table)) return new Set([...newTables, change.table]);
  if (change.kind === "RenameTable" && newTables.has(change.table) && !dropped.has(change.to)) return new Set([...newTables, change.to]);
  return newTables;
}

/** A lock stays with its table when the table gets another name. */
function renamed(held: Record<string, string>, change: SchemaChange): Record<string, string> {
  if (change.kind !== "RenameTable" || held[change.table] === undefined) return held;
  const { [change.table]: lock, ...rest } = held;
  return { ...rest, [change.to]: lock! };
}

function union(lists: readonly (readonly string[])[]): string[] {
  return [...new Set(lists.flat())].sort();
}
