import type { DjangoVersion, Vendor } from "../django/project.ts";

/** What makes the check fail: findings of this level and worse, or nothing. */
export type FailOn = "error" | "warning" | "never";
export const failOnLevels = ["error", "warning", "never"] as const;

/** When there is a rehearsal; `auto`: on PostgreSQL, where an operation breaks a release or blocks others. */
export type RehearseWhen = "auto" | "always" | "never";
export const rehearseChoices = ["auto", "always", "never"] as const;

/** What a project may say about itself. null and empty: not said, so it is detected. */
export interface Config {
  readonly database: Vendor | null;
  readonly databaseVersion: string | null;
  readonly django: DjangoVersion | null;
  readonly failOn: FailOn;
  /** null: `auto` in the action, `never` on the command line. */
  readonly rehearse: RehearseWhen | null;
  /** A pull request with this label passes whatever is found; null: none does. */
  readonly acceptLabel: string | null;
  /** A settings file (`shop/settings/production.py`) or module (`shop.settings.production`). */
  readonly settings: string | null;
  /** Globs of paths that are not looked at. */
  readonly exclude: readonly string[];
  /** The release that is deployed: `base`, `latest-release`, `latest-tag`, or a branch, tag or commit. */
  readonly runningRelease: string | null;
  /** Migrations of this ref, or generated before this date (`2026-01-31`), are history that nobody mends any more: audit and explain leave them out. */
  readonly since: string | null;
  /** Tables that are large or busy, and tables too small to matter; names as in the database, `*` is any characters. */
  readonly hotTables: readonly string[];
  readonly smallTables: readonly string[];
  /** A JSON file of the repository with the tables' numbers of rows, and what it says. */
  readonly rowCounts: string | null;
  readonly rows: ReadonlyMap<string, number>;
  /** A table with fewer rows than that is small, one with as many as that or more is hot, unless it is named. */
  readonly smallBelow: number;
  readonly hotFrom: number;
  readonly authUserModel: string | null;
  readonly defaultAutoField: string | null;
  /** Folder of an app → its label, where it cannot be read from the code. */
  readonly appLabels: ReadonlyMap<string, string>;
  /** Key → `pyproject.toml:12`, for every key that was given: the source of a fact. */
  readonly sources: ReadonlyMap<ConfigKey, string>;
}

/** A key as it is written in the file. */
export type ConfigKey =
  | "database" | "database-version" | "django" | "fail-on" | "rehearse" | "accept-label" | "settings" | "exclude" | "running-release" | "since"
  | "hot-tables" | "small-tables" | "row-counts" | "small-below" | "hot-from" | "auth-user-model" | "default-auto-field" | "app-labels";

/** What holds where nothing is configured. */
export const defaultConfig: Config = {
  database: null,
  databaseVersion: null,
  django: null,
  failOn: "error",
  rehearse: null,
  acceptLabel: null,
  settings: null,
  exclude: [],
  runningRelease: null,
  since: null,
  hotTables: [],
  smallTables: [],
  rowCounts: null,
  rows: new Map(),
  smallBelow: 10_000,
  hotFrom: 10_000_000,
  authUserModel: null,
  defaultAutoField: null,
  appLabels: new Map(),
  sources: new Map(),
};

/** The configuration is wrong. The message names the file, the key and what is allowed. */
export class ConfigError extends Error {
  override name = "ConfigError";
}
