import type { Python } from "../../python/python.ts";
import type { ProjectFacts } from "../project.ts";

/** What reading a migration may lean on: the repository's Python, and the project's facts where they are known already. */
export interface ReadContext {
  readonly python: Python;
  /** null: conditions on the database or on Django's version stay undecided, and swappable models have their defaults. */
  readonly facts: ProjectFacts | null;
  /** Functions whose call is being followed: one that calls itself ends there. */
  readonly following?: ReadonlySet<string>;
}

/** The value of a setting that names a model, or null where it is not known. `AUTH_USER_MODEL` has Django's default. */
export function swappableSetting(facts: ProjectFacts | null, name: string): string | null {
  const fact = name === "AUTH_USER_MODEL" ? facts?.authUserModel : facts?.swappable.get(name);
  return fact?.value ?? null;
}
