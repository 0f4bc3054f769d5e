import type { Database } from "../../django/project.ts";
import type { Schema } from "../../schema/schema.ts";
import type { Release } from "../release.ts";
import type { Breakage } from "../types.ts";

/**
 * Is it an INSERT that misses a value, into a column that has a lasting default when the transaction ends? PostgreSQL's DDL is transactional and ADD COLUMN
 * holds ACCESS EXCLUSIVE until then, so the running release never meets the column without it. A release that knows the column may send NULL all the same.
 */
export function mendedAtCommit(breakage: Breakage, running: Release, committed: Schema | null, { vendor }: Database): boolean {
  if (committed === null || vendor !== "postgresql" || breakage.release !== "running" || breakage.statement !== "INSERT" || breakage.code !== "23502" || breakage.column === null) return false;
  const table = running.tables.get(breakage.table);
  if (table === undefined || table.columns.has(breakage.column)) return false;
  return (committed.tables.get(breakage.table)?.columns.get(breakage.column)?.default ?? null) !== null;
}
