import type { Vendor } from "../django/project.ts";

export const vendorNames: Record<Vendor, string> = { postgresql: "PostgreSQL", mysql: "MySQL", mariadb: "MariaDB", sqlite: "SQLite" };

const numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** `three`; `11` from eleven on. */
export function numberWord(number: number): string {
  return numbers[number] ?? String(number);
}

/** `1 operation`, `2 operations`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** What to do with the first release of a plan: of a pull request, or of what is merged. */
export function firstRelease(merged: boolean): string {
  return merged ? "before anything of it is released" : "ship it in this pull request";
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** The view that explain takes, beside that of a review: the whole change against the running release. */
export const aloneView = "Each operation as though it shipped alone: the running release is the one with the models before it.";
