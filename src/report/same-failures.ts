import type { Failure } from "../rehearsal/types.ts";

/** Failures of a table with the same words together, in the order they came. */
export function grouped(failures: readonly Failure[]): readonly (readonly Failure[])[] {
  const found = new Map<string, Failure[]>();
  for (const failure of failures) {
    const key = JSON.stringify([failure.table, failure.error]);
    found.set(key, [...(found.get(key) ?? []), failure]);
  }
  return [...found.values()];
}
