import type { Database } from "../../django/project.ts";
import type { Place } from "../../place.ts";
import type { Schema } from "../../schema/schema.ts";
import type { BlockedDelete } from "../breakage/blockedDeletes.ts";
import type { Loss } from "../breakage/losses.ts";
import type { MigrationRecord, OperationRecord } from "../types.ts";
import type { DataCode } from "./data/code.ts";

/** Everything a record knows but its findings, and what has no place in it. */
export interface OperationParts extends Omit<OperationRecord, "findings" | "losesData" | "index" | "lastLine" | "target" | "newNeedsItFirst"> {
  /** Why its effect on the running release cannot be known. */
  readonly doubts: readonly string[];
  readonly losses: readonly Loss[];
  readonly blockedDeletes: readonly BlockedDelete[];
  readonly before: Schema;
  readonly after: Schema;
  readonly database: Database;
  /** The migration runs in one transaction. */
  readonly atomic: boolean;
  /** Why its locks cannot be known; null when they can. */
  readonly unknownLocks: string | null;
  /** What a person should know besides about what waits. */
  readonly impactNotes: readonly string[];
  /** What its Python does to rows. */
  readonly code: readonly DataCode[];
  /** The table of a model as the migration's state has it: `shop.Order`. null: not known. */
  readonly tableOf: (model: string | null) => string | null;
  readonly sizes: TableSizes;
  /** The removed field, where adding it again needs a value that nothing gives. */
  readonly requiredField: string | null;
}

/** Tables as the configuration names them. */
export interface TableSizes {
  /** Large or busy. */
  readonly hot: (table: string) => boolean;
  /** Too small for anything to wait for long; never one that is hot. */
  readonly small: (table: string) => boolean;
  /** Its number of rows, estimated; null where nobody says. */
  readonly rows: (table: string) => number | null;
}

export const unnamedSizes: TableSizes = { hot: () => false, small: () => false, rows: () => null };

/** A whole migration. */
export interface MigrationParts {
  readonly migration: Omit<MigrationRecord, "findings">;
  readonly database: Database;
  /** What its operations' Python does, all together. */
  readonly code: readonly DataCode[];
  /** Where the class stands. */
  readonly place: Place;
  /** Class attributes that other packages read: `safe` of django-safemigrate, as its last name: `after_deploy`. */
  readonly safe: string | null;
}
