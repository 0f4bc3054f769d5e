import type { Database } from "../../django/project.ts";
import type { SchemaChange } from "../../schema/change.ts";
import type { Schema } from "../../schema/schema.ts";
import type { Release } from "../release.ts";
import type { Breakage, StatementKind } from "../types.ts";
import { emptyValues, missingColumns, missingTable } from "./columns.ts";
import { backwards, forwards } from "./difference.ts";
import type { Failure, Move } from "./failure.ts";
import { generatedFailures } from "./generated.ts";
import { ruleFailures } from "./ruleFailures.ts";
import { typeFailures } from "./types.ts";
import { wordsOf } from "./words.ts";

export interface BreakageOptions {
  /** The tables that the changes touch, under their names before and after. Nothing else is looked at. */
  readonly tables: ReadonlySet<string>;
  readonly database: Database;
  /**
   * running: what worked on `before` and fails on `after`.
   * new: everything that fails on `after`, whether or not it failed before (a state-only removal of a NOT NULL column changes no schema).
   */
  readonly side: "running" | "new";
  /** What leads from `before` to `after`: tells renames from drops, and a constraint that was made anew from one that stayed. */
  readonly changes: readonly SchemaChange[];
}

/** Every statement of the release that fails on the schema after, sorted by table, column and statement. Empty: it works. */
export function breakages(release: Release, before: Schema, after: Schema, options: BreakageOptions): Breakage[] {
  const move: Move = {
    release,
    from: options.side === "running" ? before : null,
    to: after,
    difference: forwards(options.changes, before),
    database: options.database,
    words: wordsOf(options.database),
  };
  return found(move, options.tables, options.side);
}

/**
 * What the new release cannot do on the schema before: it works on `after` and fails on `before`.
 * Not empty means: migrate first, then deploy.
 */
export function newNeedsFirst(release: Release, before: Schema, after: Schema, options: Omit<BreakageOptions, "side">): Breakage[] {
  const move: Move = {
    release,
    from: after,
    to: before,
    difference: backwards(options.changes, before, after),
    database: options.database,
    words: wordsOf(options.database),
  };
  return found(move, options.tables, "new");
}

const order: readonly StatementKind[] = ["SELECT", "WHERE", "INSERT", "UPDATE", "DELETE"];

function found(move: Move, tables: ReadonlySet<string>, release: "running" | "new"): Breakage[] {
  const all: Breakage[] = [];
  for (const name of [...tables].sort()) {
    const table = move.release.tables.get(name);
    if (!table) continue;
    for (const failure of tableFailures(name, move)) all.push({ release, statement: failure.statement, table: name, column: failure.column, error: failure.error, code: failure.code, because: failure.because });
  }
  return all;
}

function tableFailures(name: string, move: Move): Failure[] {
  const now = absolute(name, move);
  if (move.from === null) return sorted(now);
  const before = absolute(name, { ...move, to: move.from, from: null });
  if (before.some((failure) => failure.column === null)) return []; // the table was not there: nothing worked
  const known = new Set(before.map(key));
  const held = move.to.tables.get(name);
  const table = move.release.tables.get(name)!;
  const rules = held ? [...ruleFailures(table, held, move), ...generatedFailures(table, held, move)] : [];
  return sorted([...now.filter((failure) => !known.has(key(failure))), ...rules]);
}

/** What fails on `to` for what it holds. */
function absolute(name: string, move: Move): Failure[] {
  const table = move.release.tables.get(name)!;
  const held = move.to.tables.get(name);
  if (!held) return missingTable(table, move);
  return [...missingColumns(table, held, move), ...emptyValues(table, held, move), ...typeFailures(table, held, move)];
}

function key(failure: Failure): string {
  return `${failure.statement}\n${failure.code ?? ""}\n${failure.column ?? ""}\n${failure.error}`;
}

/** By column and statement, each once. */
function sorted(found: readonly Failure[]): Failure[] {
  const unique = new Map<string, Failure>();
  for (const failure of found) if (!unique.has(key(failure))) unique.set(key(failure), failure);
  return [...unique.values()].sort((a, b) => compare(a.column ?? "", b.column ?? "") || order.indexOf(a.statement) - order.indexOf(b.statement) || compare(a.error, b.error));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
