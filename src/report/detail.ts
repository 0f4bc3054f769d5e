/** How much of a review is shown. */
export interface Detail {
  /** At most so many bullets in a list, and rows in a table. */
  readonly bullets: number;
  readonly rows: number;
  readonly plan: "files and SQL" | "files" | "table" | "none";
  /** The SQL of the migrations as they stand. */
  readonly sql: boolean;
  /** Facts, notes, and how sure they are. */
  readonly background: boolean;
}

export const fullDetail: Detail = { bullets: 12, rows: 200, plan: "files and SQL", sql: true, background: true };

/** Nothing left out, in a report that is looked up rather than read. */
export const wholeDetail: Detail = { ...fullDetail, bullets: Infinity, rows: Infinity };

/** The first items, and in words how many there are beyond them. */
export function capped<T>(items: readonly T[], limit: number): { shown: readonly T[]; more: number } {
  return { shown: items.slice(0, limit), more: Math.max(0, items.length - limit) };
}
