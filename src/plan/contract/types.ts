import type { Step } from "../types.ts";

/** How something that is pending is contracted, and whether that may ship next. */
export interface Contract {
  /**
   * - now: no statement of the running release can fail
   * - look first: its models do not use it, and its code may still name it
   * - not yet: the running release, or raw SQL, still uses it
   * - unknown: it cannot be told
   */
  readonly safe: "now" | "look first" | "not yet" | "unknown";
  /** Why, in a sentence. */
  readonly because: string;
  /** What has to hold of rows first; a clause. null: nothing. */
  readonly gate: string | null;
  /** The migrations that do it, complete. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** Their SQL, in order. */
  readonly sql: Step["sql"];
  /** Why there is no migration; null when there is one. */
  readonly without: string | null;
}
