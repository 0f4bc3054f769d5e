import type { Place } from "../place.ts";

/** What goes away: a field with its column, a column or table that no model names any more, or a model with its table. */
export interface Target {
  readonly app: string;
  /** As written: `OrderLine`; null where no model is known (a table that is left over). */
  readonly model: string | null;
  readonly field: string | null;
  readonly column: string | null;
  readonly table: string | null;
}

/**
 * How sure it is that a place names what goes away.
 * - certain: through the model's class, a `Meta` or an admin of it, or SQL that names table and column
 * - likely: an ORM call, or an attribute of a name that suggests the model
 * - possible: the bare name
 */
export type Certainty = "certain" | "likely" | "possible";
export const certainties = ["certain", "likely", "possible"] as const;

/** A place that still names it. */
export interface Usage extends Place {
  /** The line's text, without the blanks around it; a long one is cut. */
  readonly text: string;
  readonly certainty: Certainty;
  readonly kind: "Python" | "SQL" | "template";
  /** What names it there, for a person: `filter()`, `Meta.ordering`, `attribute of profile`. */
  readonly how: string;
  /** It stands in a test. */
  readonly test: boolean;
}

/** What was found and, in a sentence each, what was not looked at. */
export interface Usages {
  /** The surest first, then by path and line; those in tests last. At most one for each line. */
  readonly found: readonly Usage[];
  readonly leftOut: readonly string[];
  /** Code was not looked at. Not so for files that cannot be read (links, binaries and the like), which hold none of their own. */
  readonly incomplete: boolean;
}

/** The repository's files: those worth reading (`wantedFiles`), with their text where it was read. */
export interface UsageFiles {
  readonly paths: readonly string[];
  text(path: string): string | null;
}
