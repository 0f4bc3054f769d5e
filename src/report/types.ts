import type { Place } from "../place.ts";
import type { UsageSummary } from "../usage/summary.ts";
import type { Fact, ProjectFacts, Database, DjangoVersion } from "../django/project.ts";
import type { Contract } from "../plan/contract/types.ts";
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
  readonly head: { readonly ref: string; readonly commit: string | null };
  readonly runningRelease: Review["runningRelease"];
  /** The migrations that the running release does not have, as a review of all of them together; null where it has them all. */
  readonly unreleased: Review | null;
  /** `migrations` are those with an operation that broke the release before it, or that is unknown. */
  readonly projects: readonly AuditedProject[];
  readonly version: string;
}

export interface AuditedProject extends ProjectExplanation {
  readonly pending: readonly PendingContract[];
  readonly unfinished: readonly UnfinishedPlan[];
}

/** A plan of ours whose last step is not in the history. */
export interface UnfinishedPlan {
  /** `shop.Order.priority` */
  readonly target: string;
  /** The recipe's id. */
  readonly recipe: string;
  /** The last step that is there, of how many. */
  readonly step: number;
  readonly of: number;
  /** `shop.0042_order`: the migration with that step, and its marker's place. */
  readonly migration: string;
  readonly place: Place;
  /** What the next step does, in the recipe's words; null where they are not of this plan. */
  readonly next: string | null;
  /** What must be true before it ships. */
  readonly gate: string;
}

/** What the database still holds for a release that is gone. */
export interface PendingContract {
  /** `field`: the models still have it, and mark it as not used any more; `field class`: its class is deprecated. */
  readonly what: "column" | "table" | "default" | "nullability" | "constraint" | "field" | "field class";
  readonly table: string;
  /** Of the column or constraint; null for a table. */
  readonly name: string | null;
  /** `shop.0042_order`: the migration that left it; null when not known. */
  readonly leftBy: string | null;
  readonly explanation: string;
  readonly sql: string | null;
  /** In how many releases the migration that left it is: 0 for none yet; null where the releases are not known. */
  readonly released: { readonly in: number; /** There may be more: older releases were not looked at. */ readonly orMore: boolean; /** The oldest of them. */ readonly first: string | null } | null;
  readonly contract: Contract;
  /** Where the head's code still names the column or table. */
  readonly usages?: UsageSummary;
}

export type { Fact, ProjectFacts, Database, DjangoVersion };
