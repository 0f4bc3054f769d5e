import { readAll } from "./expressions.ts";
import type { Expression } from "./syntax.ts";
import { sourceOf, type Walk } from "./walk.ts";

/** Adds the names of the parameters under the cursor, stars included, and the defaults of those that have one. */
export function readParameters(walk: Walk, parameters: string[], defaults: Map<string, Expression>): void {
  if (!walk.first()) return;
  do {
    const name = /^\*{0,2}\s*[\p{ID_Continue}]+/u.exec(sourceOf(walk))?.[0].replace(/\s+/g, "");
    if (name === undefined) continue; // a separator, or Python 2's unpacked tuple
    parameters.push(name);
    if (walk.name().endsWith("default_parameter")) defaults.set(name, readAll(walk).at(-1)!);
  } while (walk.next());
  walk.up();
}
