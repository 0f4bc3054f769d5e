import type { Config, RehearseWhen } from "./config/config.ts";
import type { DjangoVersion, Vendor } from "./django/project.ts";
import type { RehearsalInput } from "./rehearsal/jobs.ts";
import type { Rehearsal } from "./rehearsal/types.ts";
import type { Releases } from "./source/releases.ts";
import type { Source } from "./source/source.ts";

/** What the two doors ask of the core. */
export interface Request {
  readonly head: Source;
  /** The files before; null when nothing is compared. */
  readonly base: Source | null;
  /** Said on the command line or as an action's input: wins over the configuration, which wins over what is detected. */
  readonly overrides: Overrides;
  readonly config: Config;
  /** Told now and then how far the work has come; a total of 0 begins something that has no numbers. */
  readonly progress?: (done: number, total: number, what: string) => void;
}

export interface Overrides {
  readonly database?: Vendor;
  readonly databaseVersion?: string;
  readonly django?: DjangoVersion;
}

export interface ReviewRequest extends Request {
  readonly base: Source;
  /** The code that is deployed while the migrations run: the base, and how it came to be the one. `source` is for a person: `--base`, `pull request`. */
  readonly runningRelease: { readonly ref: string; readonly commit: string | null; readonly source: string };
  /** What this source has already, or was generated before this date (`2026-01-31`), is history: edits of it, and what of it cannot be read, are not told. */
  readonly since?: Source | string | null;
  /** Labels that the pull request carries: the configuration's `accept-label` among them accepts what is found. None unless told. */
  readonly labels?: readonly string[];
  /** Rehearse the migrations on an embedded PostgreSQL: when, and by what. None unless told. */
  readonly rehearse?: { readonly when: RehearseWhen; readonly run: (input: RehearsalInput) => Promise<Rehearsal> };
}

export interface ExplainRequest extends Request {
  /** Only this app's migrations; null for all. */
  readonly app: string | null;
  /** Only this migration, by its name or the beginning of it, as `sqlmigrate` takes it. */
  readonly migration: string | null;
  /** Leave out what this source has already, or what was generated before this date. */
  readonly since?: Source | string | null;
}

export interface AuditRequest extends Request {
  /** The code that is deployed; null where that is the head itself. */
  readonly base: Source | null;
  readonly runningRelease: ReviewRequest["runningRelease"];
  /** The releases that the head comes from; null where they are not known. */
  readonly releases: (() => Promise<Releases>) | null;
  /** Only operations that are not in this source's migrations yet, or not generated before this date (`2026-01-31`); null for all. */
  readonly since: Source | string | null;
}

/** What was asked for cannot be done: an app or migration that does not exist. The message says what to do. */
export class RequestError extends Error {
  override name = "RequestError";
}

/** What to do where there is nothing to look at. */
export function noProject(source: Source): string {
  return `There is no Django app with migrations in ${source.label}. Name the project's folder with --repo.`;
}
