import type { BoundModel, BoundState } from "../bound.ts";

/** The model that has the table; null where none has: an automatic many-to-many one, or one that is left over. */
export function modelOfTable(table: string, bound: BoundState): BoundModel | null {
  const key = bound.keys.find((one) => bound.get(one)?.table === table && !bound.get(one)!.proxy);
  return key === undefined ? null : bound.get(key);
}
