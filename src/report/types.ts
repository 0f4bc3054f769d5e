import type { UsageSummary } from "../usage/summary.ts";
import type { Fact, ProjectFacts, Database, DjangoVersion } from "../django/project.ts";
import type { Plan } from "../plan/types.ts";
import type { Rehearsal } from "../rehearsal/types.ts";
import type { Accepted } from "../safety/accept/accept.ts";
import type { Finding, MigrationRecord } from "../safety/types.ts";

/** A file that could not be used, and why. Nothing in it counts as safe. */
export interface Skipped {
  readonly path: string;
  readonly line: number | null;
  readonly reason: string;
}

/** A review as data: what every face (Markdown, text, JSON, annotations) is made from. */
export interface Review {
  readonly kind: "review";
  readonly verdict: "pass" | "fail";
  /** Why it fails, or would but for the label; a sentence each, else empty. */
  readonly reasons: readonly string[];
  /** The label that accepts what is found, where the check would fail without it. */
  readonly acceptedByLabel?: string;
  readonly runningRelease: { readonly ref: string; readonly commit: string | null; readonly source: string };
  readonly head: { readonly ref: string; readonly commit: string | null };
  /** One per Django project of the repository that the change touches. */
  readonly projects: readonly ProjectReview[];
  readonly version: string;
}

export interface ProjectReview {
  /** Folder of the project in the repository; empty for the root. */
  readonly root: string;
  readonly facts: ProjectFacts;
  /** The changed migrations, in the order they would run. */
  readonly migrations: readonly MigrationRecord[];
  readonly plan: Plan | null;
  /** About the graph: conflicts, edited or deleted migrations. */
  readonly graph: readonly Finding[];
  readonly skipped: readonly Skipped[];
  /** What comments in the migrations accept, and why. It is in no other member any more. */
  readonly accepted?: readonly Accepted[];
  /** What an embedded PostgreSQL did with the migrations; only where that was asked for. */
  readonly rehearsal?: Rehearsal;
}

export interface Explanation {
  readonly kind: "explain";
  readonly projects: readonly ProjectExplanation[];
  readonly version: string;
}

export interface ProjectExplanation {
  readonly root: string;
  readonly facts: ProjectFacts;
  readonly migrations: readonly MigrationRecord[];
  readonly graph: readonly Finding[];
  readonly skipped: readonly Skipped[];
}

export interface Audit {
  readonly kind: "audit";
  readonly since: string | null;
  readonly projects: readonly (ProjectExplanation & { readonly pending: readonly PendingContract[] })[];
  readonly version: string;
}

/** What the database still holds for a release that is gone. */
export interface PendingContract {
  readonly what: "column" | "table" | "default" | "nullability" | "constraint";
  readonly table: string;
  readonly name: string | null;
  /** `shop.0042_order`: the migration that left it; null when not known. */
  readonly leftBy: string | null;
  readonly explanation: string;
  readonly sql: string | null;
  /** Where code still names the column or table. */
  readonly usages?: UsageSummary;
}

export type { Fact, ProjectFacts, Database, DjangoVersion };
