import type { Python } from "../../python/python.ts";
import type { ProjectFacts } from "../project.ts";

/** What reading a migration may lean on: the repository's Python, and the project's facts where they are known already. */
export interface ReadContext {
  readonly python: Python;
  /** null: conditions on the database or on Django's version stay undecided, and swappable models have their defaults. */
  readonly facts: ProjectFacts | null;
  /** Functions whose call is being followed: one that calls itself ends there. */
  readonly following: ReadonlySet<string>;
  /** What is left to do for one file: keeps hostile code from taking long. */
  readonly budget: { calls: number; operations: number };
}

/** A context for one migration file, with a full budget: calls of functions to follow, and operations to read (lists inside operations included). */
export function readContext(python: Python, facts: ProjectFacts | null): ReadContext {
  return { python, facts, following: new Set(), budget: { calls: 2_000, operations: 10_000 } };
}

/** The longest list that is put together, and the longest line of classes that is followed. */
export const limits = { items: 20_000, classes: 100 } as const;

/** Settings that the package swapper puts there when the project does not. */
const swapperDefaults: Readonly<Record<string, string>> = { WAGTAIL_PAGE_MODEL: "wagtailcore.Page" };

/** The value of a setting that names a model, or null where it is not known. `AUTH_USER_MODEL` has Django's default. */
export function swappableSetting(facts: ProjectFacts | null, name: string): string | null {
  const fact = name === "AUTH_USER_MODEL" ? facts?.authUserModel : facts?.swappable.get(name);
  return fact?.value ?? swapperDefaults[name] ?? null;
}
