import type { Impact } from "../safety/types.ts";

/** Locks in the order of the tables' names, so that the same review gives the same bytes. */
export function impactToJson({ locks, blocksReads, blocksWrites, rewrites, scans }: Impact): Impact {
  const sorted = Object.entries(locks).sort(([a], [b]) => (a < b ? -1 : 1));
  return { locks: Object.fromEntries(sorted), blocksReads, blocksWrites, rewrites: [...rewrites], scans: [...scans] };
}
