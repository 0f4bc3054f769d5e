import type { Python } from "../../python/python.ts";
import type { Value } from "../../python/value.ts";
import type { ProjectFacts } from "../project.ts";

/** What binding needs to know besides the state. The same objects for every state of a replay: caches hang on them. */
export interface BindContext {
  readonly facts: ProjectFacts;
  /** Reads custom field classes of the repository; null: there are none to read. */
  readonly python: Python | null;
  /** What the settings file says for a name, so that `max_length=settings.CODE_LENGTH` can be read; undefined: it does not say. */
  readonly setting?: (name: string) => Value | undefined;
}
