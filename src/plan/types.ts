import type { Impact } from "../safety/types.ts";

/** What to ship in which order; null in a review when one release is enough as it stands. */
export interface Plan {
  readonly releases: readonly PlannedRelease[];
  /** Ways to reach the same end in one release, where there are any: told first. */
  readonly shortcuts: readonly Shortcut[];
  /** Changes for which there is no recipe yet, with what to know. */
  readonly without: readonly { readonly target: string; readonly reason: string }[];
}

export interface PlannedRelease {
  readonly number: number;
  readonly phase: "expand" | "migrate" | "contract";
  /** What must be true before it ships; null for the first. */
  readonly gate: string | null;
  readonly steps: readonly Step[];
}

/** One migration file plus the code edit that goes with it. */
export interface Step {
  /** `shop.Order.priority`: what it is a step of. */
  readonly target: string;
  /** The model whose class is edited with it, where one is: `shop.order`. What several steps of a release edit of one class stands with the first. */
  readonly model?: string;
  /** The recipe's id: `required-column`. */
  readonly recipe: string;
  /** A short imperative sentence: "Add the column with `db_default=0`". */
  readonly title: string;
  /** Why, or what to watch; may be empty. */
  readonly explanation: string;
  /** Files to write or change: the migration, models.py. A file that several steps of a release change has one diff, and a model one `save()`, with the first of them. */
  readonly edits: readonly Edit[];
  /** What this step alone changes, each diff against what the steps before it leave; only where `edits` has it otherwise. */
  readonly alone?: readonly Edit[];
  /** Exact SQL of the migration, a statement an item, with its impact where one is worth a word. */
  readonly sql: readonly { readonly sql: string; readonly impact: Impact | null; readonly note: string | null }[];
  /** Why the SQL cannot be given; null when `sql` is complete. */
  readonly unknown: string | null;
}

export interface Edit {
  readonly path: string;
  readonly kind: "new file" | "diff" | "code";
  readonly language: "python" | "diff" | "sql";
  readonly text: string;
  /** The whole file before and after the edit, where `text` is a diff. */
  readonly before?: string;
  readonly whole?: string;
}

export interface Shortcut {
  readonly target: string;
  /** A sentence in Markdown made of our own words and code spans. */
  readonly text: string;
  readonly code: string | null;
  /** Not shorter, but another way to the same end; its code is SQL. */
  readonly another?: true;
}
