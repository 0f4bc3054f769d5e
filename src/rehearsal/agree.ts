import { strongestLocks } from "../safety/impact/locks.ts";
import type { MigrationRecord } from "../safety/types.ts";
import { changesOf } from "../schema/change.ts";
import type { Schema } from "../schema/schema.ts";
import type { RehearsedStep } from "./types.ts";

/**
 * Where the server did something else than the lock tables say, a sentence each: strongest lock on each table that was there before, tables rewritten,
 * tables read from end to end. The server is silent about the scan of an UPDATE, so one that it does not report proves nothing. Migrations that did not run to their end as they are, or of which something is unknown, are left out.
 */
export function disagreements(migrations: readonly MigrationRecord[], before: Schema, after: Schema, steps: readonly RehearsedStep[]): readonly string[] {
  return migrations.flatMap((migration) => {
    const name = `${migration.app}.${migration.name}`;
    const own = steps.filter((step) => step.migration === name);
    if (own.length === 0 || own.some(({ error, left }) => error !== null || left !== null) || !isKnown(migration)) return [];
    const seen = seenIn(own, migration, before, after);
    const said = saidOf(migration, before);
    return [...differing(name, "lock", seen.locks, said.locks), ...differing(name, "rewrite of", seen.rewrites, said.rewrites), ...differing(name, "scan of", seen.scans, new Set([...said.scans].filter((table) => seen.scans.has(table))))];
  });
}

/** A renamed table is told by two names. */
function isKnown({ operations }: MigrationRecord): boolean {
  return operations.every(({ unknown, phase, statements }) => unknown === null && phase !== "unknown" && !statements.flatMap(changesOf).some(({ kind }) => kind === "RenameTable" || kind === "Unknown"));
}

interface Work {
  readonly locks: ReadonlySet<string>;
  readonly rewrites: ReadonlySet<string>;
  readonly scans: ReadonlySet<string>;
}

/** Locks only where the server could be asked within the transaction; it holds them to its end. */
function seenIn(steps: readonly RehearsedStep[], { atomic }: MigrationRecord, before: Schema, after: Schema): Work {
  const there = (table: string) => before.tables.has(table);
  const works = steps.flatMap((step) => step.works);
  const named = (pattern: RegExp) => works.flatMap((work) => pattern.exec(work)?.[1] ?? []).filter(there);
  const rewrites = new Set(named(/^rewriting table "(.*?)"/));
  const keys = works.flatMap((work) => /^validating foreign key constraint "(.*)"/.exec(work)?.[1] ?? []);
  const scans = [...named(/^(?:verifying table|building index ".*" on table) "(.*?)"/), ...keys.flatMap((key) => endsOf(key, after, there)).filter(there)].filter((table) => !rewrites.has(table));
  const locks = atomic ? steps.reduce((all, step) => strongestLocks(all, spelled(step.locks)), {}) : {};
  return { locks: listed(locks, there), rewrites, scans: new Set(scans) };
}

/** Both tables of a foreign key; none where its own table is new and empty. */
function endsOf(name: string, { tables }: Schema, there: (table: string) => boolean): readonly string[] {
  return [...tables.values()].flatMap((table) => {
    const constraint = table.constraints.get(name);
    return constraint?.kind === "foreign key" && there(table.name) ? [table.name, constraint.toTable] : [];
  });
}

function saidOf({ operations, atomic }: MigrationRecord, before: Schema): Work {
  const there = (table: string) => before.tables.has(table);
  const impacts = operations.map(({ impact }) => impact);
  const rewrites = new Set(impacts.flatMap((impact) => impact.rewrites).filter(there));
  const locks = atomic ? impacts.reduce((all, impact) => strongestLocks(all, impact.locks), {}) : {};
  return { locks: listed(locks, there), rewrites, scans: new Set(impacts.flatMap((impact) => impact.scans).filter((table) => there(table) && !rewrites.has(table))) };
}

/** Reading the catalogue takes ACCESS SHARE, which nothing waits for. */
function listed(locks: Readonly<Record<string, string>>, there: (table: string) => boolean): ReadonlySet<string> {
  return new Set(Object.entries(locks).filter(([table, lock]) => there(table) && lock !== "ACCESS SHARE").map(([table, lock]) => `${lock} on ${table}`));
}

/** `AccessExclusiveLock` is ACCESS EXCLUSIVE. */
function spelled(locks: RehearsedStep["locks"]): Record<string, string> {
  return Object.fromEntries(Object.entries(locks).map(([table, mode]) => [table, mode.replace(/Lock$/, "").replace(/(?!^)([A-Z])/g, " $1").toUpperCase()]));
}

function differing(migration: string, what: string, seen: ReadonlySet<string>, said: ReadonlySet<string>): readonly string[] {
  const more = [...seen].filter((one) => !said.has(one));
  const less = [...said].filter((one) => !seen.has(one));
  if (more.length + less.length === 0) return [];
  return [`${migration}: ${[...more.map((one) => `the server reports ${what} ${one}`), ...less.map((one) => `it does not report ${what} ${one}`)].join(", ")}`];
}
