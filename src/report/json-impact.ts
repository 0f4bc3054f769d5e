import type { Impact } from "../safety/types.ts";

/** Locks in the order of the tables' names, so that the same review gives the same bytes. */
export function impactToJson({ locks, blocksReads, blocksWrites, rewrites, scans, rows }: Impact): Impact {
  return { locks: sorted(locks), blocksReads, blocksWrites, rewrites: [...rewrites], scans: [...scans], ...(rows && { rows: sorted(rows) }) };
}

function sorted<T>(byTable: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(byTable).sort(([a], [b]) => (a < b ? -1 : 1)));
}
