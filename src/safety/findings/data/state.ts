import type { PyModule, Python } from "../../../python/python.ts";
import type { FunctionStatement } from "../../../python/syntax.ts";
import type { DataCode, Loop } from "./code.ts";
import type { Meaning } from "./meaning.ts";

type Found = { -readonly [Key in keyof DataCode]: DataCode[Key][number][] };
export type Env = Map<string, Meaning>;
export type OpenLoop = { -readonly [Key in keyof Loop]: Loop[Key] };

export interface Walk {
  readonly python: Python;
  readonly module: PyModule;
  readonly found: Found;
  /** Functions around the one that is read: one that calls itself ends there. */
  readonly inside: readonly FunctionStatement[];
  /** The loop over rows that is under way; null: none. */
  loop: OpenLoop | null;
  /** Any loop is under way. */
  loops: number;
  /** Inside a `try`, whose savepoint is there for an error to be caught. */
  tries: number;
  /** What is left to read: keeps hostile code from taking long. */
  readonly budget: { statements: number };
}

/** Does the work inside a loop; `loop` where it goes over rows. */
export function looping<T>(walk: Walk, loop: OpenLoop | null, work: () => T): T {
  const before = walk.loop;
  walk.loop = loop;
  walk.loops++;
  const value = work();
  walk.loops--;
  walk.loop = before;
  return value;
}

/** Something is written for each row of the loop that is under way. */
export function written(name: string, walk: Walk): void {
  if (walk.loop) walk.loop.writes ??= name;
}

export function place(span: { readonly start: number }, walk: Walk): { path: string; line: number } {
  return { path: walk.module.path, line: walk.module.lineAt(span.start) };
}
