import type { Cell, RehearsedStep } from "./types.ts";

/** What the worker is told to do, as plain data; made by `jobsOf`, and the only thing it knows of the pull request. */
export interface Job {
  /** What to say of it. */
  readonly notes: readonly string[];
  readonly extensions: readonly string[];
  /** Each with what to try where the server refuses it. */
  readonly setup: readonly Attempt[];
  readonly seeds: readonly Attempt[];
  readonly stages: readonly Stage[];
}

/** Statements of which the first that the server takes is the one. */
export interface Attempt {
  readonly what: string;
  readonly sql: readonly string[];
}

export interface Stage {
  readonly schema: string;
  readonly migrations: readonly StageMigration[];
  readonly cells: readonly StageCell[];
}

export interface StageMigration {
  readonly name: string;
  readonly atomic: boolean;
  readonly statements: readonly StageStatement[];
}

/** `sql` is null for what cannot be run; `standIn` is run in its place. */
export interface StageStatement {
  readonly sql: string | null;
  readonly label: string;
  readonly left: string | null;
  readonly standIn: readonly string[];
}

export interface StageCell {
  readonly release: string;
  /** The schema that the release was written for: what it refuses by a rule about values is not a statement of the release. */
  readonly home: boolean;
  /** Constraints that the release's code keeps to. */
  readonly kept: readonly string[];
  readonly probes: readonly Probe[];
}

export interface Probe {
  /** The same for the same statement on another schema. */
  readonly id: string;
  readonly statement: string;
  readonly table: string;
  readonly sql: readonly string[];
  /** Its rows stay for the next release's migrations to meet. */
  readonly stays: boolean;
}

/** What the worker sends back, as it goes. */
export type Told =
  | { readonly kind: "server"; readonly version: string }
  | { readonly kind: "note"; readonly note: string }
  | { readonly kind: "step"; readonly schema: string; readonly step: RehearsedStep }
  | { readonly kind: "cell"; readonly schema: string; readonly release: string; readonly cell: Cell }
  | { readonly kind: "doing"; readonly what: string }
  | { readonly kind: "failed"; readonly reason: string }
  | { readonly kind: "done" };
