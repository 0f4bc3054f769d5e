import type { MigrationKey } from "../operation.ts";

/** `app.name`. Sorts as Django's (app, name) tuples do: no character of an app label comes before the dot. */
export function keyOf({ app, name }: MigrationKey): string {
  return `${app}.${name}`;
}

/** Text order by code units. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
