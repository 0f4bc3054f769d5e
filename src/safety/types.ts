import type { Place } from "../place.ts";
import type { Operation, MigrationKey } from "../django/operation.ts";
import type { Statement } from "../schema/change.ts";
import type { UsageSummary } from "../usage/summary.ts";

export type Phase = "additive" | "expand" | "contract" | "unknown";

export type StatementKind = "SELECT" | "INSERT" | "UPDATE" | "DELETE" | "WHERE";

/** A statement of a release that fails on a schema. */
export interface Breakage {
  readonly release: "running" | "new";
  readonly statement: StatementKind;
  readonly table: string;
  readonly column: string | null;
  /** The database's own error text. */
  readonly error: string;
  /** PostgreSQL's SQLSTATE, MySQL's error number as text; null where there is none. */
  readonly code: string | null;
  /** Why it happens, in a sentence for a person; null where the error says it all. */
  readonly because: string | null;
}

/** What a statement or operation makes others wait for. */
export interface Impact {
  /** Strongest lock per table that existed before. */
  readonly locks: Readonly<Record<string, string>>;
  /** True only where the wait grows with the table (a scan, a rewrite or an index build under the lock). */
  readonly blocksReads: boolean;
  readonly blocksWrites: boolean;
  /** Tables rewritten. */
  readonly rewrites: readonly string[];
  /** Tables read from end to end. */
  readonly scans: readonly string[];
  /** Estimated numbers of rows of the locked tables, where the configuration says them. */
  readonly rows?: Readonly<Record<string, number>>;
}

export type Level = "error" | "warning" | "note";

/** Something to tell: rule id, level, message, place. */
export interface Finding {
  readonly rule: string;
  readonly level: Level;
  readonly message: string;
  readonly place: Place | null;
  /** What to do about it; null where the message says it. */
  readonly advice: string | null;
}

/** One operation of a migration with everything that is known about it. */
export interface OperationRecord {
  readonly index: number;
  readonly type: string;
  /** `shop.Order.priority`, `shop.Order`, an index's name, or null (RunPython). */
  readonly target: string | null;
  readonly place: Place;
  readonly lastLine: number;
  readonly operation: Operation;
  readonly statements: readonly Statement[];
  /** What Django puts off to the end of the migration because of this operation. */
  readonly deferred: readonly Statement[];
  /** Why the SQL cannot be known; null when it is. */
  readonly unknown: string | null;
  readonly phase: Phase;
  readonly breaks: readonly Breakage[];
  readonly impact: Impact;
  readonly findings: readonly Finding[];
  /** The operation itself may fail on rows that are there: the error, or null. */
  readonly failsOnExistingRows: string | null;
  /** It may lose data without an error: how, or null. */
  readonly losesData: string | null;
  /** The new release fails on the schema before it: migrate first, then deploy. */
  readonly newNeedsItFirst: boolean;
  /** The table was created in the same pull request (review) or is created by this operation. */
  readonly onNewTable: boolean;
  /** Rules that a comment accepts here, for good reason: their findings, breakages and waits are no longer in the record. */
  readonly accepted?: readonly string[];
  /** The breakages among them: they happen all the same, and a plan for other operations is not to blame. */
  readonly acceptedBreaks?: readonly Breakage[];
  /** Where the code of the head still names what the operation takes away. */
  readonly usages?: readonly UsageSummary[];
}

export interface MigrationRecord extends MigrationKey {
  readonly path: string;
  readonly atomic: boolean;
  readonly operations: readonly OperationRecord[];
  /** Every statement Django runs at the end of the migration, in order. */
  readonly deferred: readonly Statement[];
  /** Findings about the migration as a whole. */
  readonly findings: readonly Finding[];
  /** In a review: when it may run. */
  readonly moment?: Moment;
}

/**
 * When a migration of a change may run: `before` the new release starts, while the running one serves; only `after` no process of the running release
 * is left; `never`, because the running release fails after it and the new one without it, or the new one fails in any case; `unknown`.
 */
export type Moment = "before" | "after" | "never" | "unknown";
