import type { Vendor } from "../../django/project.ts";
import type { Place } from "../../place.ts";
import type { Level } from "../types.ts";
import type { MigrationParts, OperationParts } from "./parts.ts";

/** What is told, why it matters and what to do: one record a file in `rules/`, and one page in docs/findings/ made from it. */
export interface Rule {
  /** Stable: configuration, comments and other programs name it. */
  readonly id: string;
  readonly level: Level;
  /** A few words, as a heading. Names in code spans are ours; nothing of the reviewed repository stands in here. */
  readonly title: string;
  /** Why it matters: one or two sentences. */
  readonly why: string;
  /** What to do about it. */
  readonly advice: string;
  readonly databases: readonly Vendor[];
  /** Of the databases or of Django, where it is not all that are supported. */
  readonly versions?: string;
  /** A change that the rule tells, and one that it does not: both are run as tests. */
  readonly bad: Example;
  readonly good: Example;
}

/** A message, or one with a place of its own. */
export type Told = string | { readonly message: string; readonly place: Place };

export interface OperationRule extends Rule {
  readonly about: "operation";
  readonly tell: (parts: OperationParts) => readonly Told[];
}

export interface MigrationRule extends Rule {
  readonly about: "migration";
  readonly tell: (parts: MigrationParts) => readonly Told[];
}

/** A rule that another part of the program tells (the transaction's findings, the graph's): the record is its page. */
export interface OtherRule extends Rule {
  readonly about: "transaction" | "graph" | "acceptance" | "usage";
}

export type AnyRule = OperationRule | MigrationRule | OtherRule;

/** A change of the shop that the pages' examples are about. */
export interface Example {
  /** What the new migration does; Python, as in a migration file. */
  readonly operations?: string;
  /** Imports and functions above the class. */
  readonly code?: string;
  /** Lines of the class. */
  readonly attributes?: string;
  /** Operations of a migration before it, which the running release has. */
  readonly released?: string;
  /** Lines of the configuration. */
  readonly config?: string;
  readonly database?: Vendor;
  /** Other files that the running release has, and the change keeps. */
  readonly runningFiles?: Readonly<Record<string, string>>;
  /** Other files that the change writes, or takes away (null). */
  readonly files?: Readonly<Record<string, string | null>>;
}
