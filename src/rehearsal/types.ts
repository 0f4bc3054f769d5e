/** What an embedded PostgreSQL did with the migrations, and with the statements of the releases between them. It never changes a verdict. */
export interface Rehearsal {
  /** `PostgreSQL 18`; null where no server was started. */
  readonly server: string | null;
  /** Why there was no rehearsal, or why it ended early; null when it ran to its end. */
  readonly stopped: string | null;
  /** Heads of the matrix's columns: the releases. */
  readonly releases: readonly string[];
  readonly rows: readonly RehearsalRow[];
  /** Every cell of the plan held, every step ran, and nothing of it was left out. False without a plan. */
  readonly proven: boolean;
  /** What stands in for something else, or could not be rehearsed at all. */
  readonly notes: readonly string[];
}

/** A schema: today's, or the one a release's migrations leave. */
export interface RehearsalRow {
  /** `today`, `this pull request`, `release 1`. */
  readonly schema: string;
  /** By the place in `releases`; null where the two do not meet. */
  readonly cells: readonly (Cell | null)[];
  readonly steps: readonly RehearsedStep[];
}

/** One release's statements on one schema. */
export interface Cell {
  readonly held: number;
  readonly of: number;
  readonly failures: readonly Failure[];
}

export interface Failure {
  /** `INSERT`, and with what: `INSERT with NULLs`. */
  readonly statement: string;
  readonly table: string;
  readonly sql: string;
  /** In the server's own words. */
  readonly error: string;
  readonly code: string | null;
}

/** One statement of a migration. */
export interface RehearsedStep {
  /** `shop.0002_more`. */
  readonly migration: string;
  readonly sql: string;
  readonly error: { readonly message: string; readonly code: string | null } | null;
  /** Strongest lock by table, as pg_locks has it while the transaction is open; empty outside of one. */
  readonly locks: Readonly<Record<string, string>>;
  /** What the server says it does: `rewriting table "t"`, `verifying table "t"`, `building index …`. */
  readonly works: readonly string[];
  /** Why it was not run, or what ran in its place; null when it ran as it is. */
  readonly left: string | null;
}
