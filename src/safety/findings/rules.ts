import { vendors, type Vendor } from "../../django/project.ts";
import type { Level } from "../types.ts";

/** Everything that can be told about an operation. A new id does not compile until it has a rule, facts and a message. */
export const ruleIds = [
  "unknown-operation",
  "breaks-running-release",
  "breaks-new-release",
  "fails-on-existing-rows",
  "loses-data",
  "drops-data",
  "blocks-reads",
  "blocks-writes",
  "rewrites-table",
  "blocks-deletes",
  "long-values-in-index",
  "data-migration",
  "irreversible",
] as const;
export type RuleId = (typeof ruleIds)[number];

export interface Rule {
  readonly level: Level;
  /** A few words, as a heading. */
  readonly title: string;
  /** Why it matters: one or two sentences. */
  readonly why: string;
  /** What to do about it. */
  readonly advice: string;
  readonly databases: readonly Vendor[];
}

/** Names in code spans are ours; nothing of the reviewed repository stands in here. */
export const rules: Record<RuleId, Rule> = {
  "unknown-operation": {
    level: "warning",
    title: "Effect not known",
    why: "What the operation does to the database or to the releases could not be read from the migration, so nothing about it counts as safe.",
    advice: "Write it as Django operations or as SQL that can be read, or state by hand that it was checked.",
    databases: vendors,
  },
  "breaks-running-release": {
    level: "error",
    title: "Breaks the running release",
    why: "Old processes keep running while and after `migrate` runs. Their statements fail from the moment the migration commits until the last of them is gone.",
    advice: "Ship it in several releases: expand, move the code over, contract when no process of the old release is left.",
    databases: vendors,
  },
  "breaks-new-release": {
    level: "error",
    title: "Breaks the new release",
    why: "The models and the database disagree after the migration, so statements of the release that comes with it fail.",
    advice: "Make the database allow what the models send: drop the column, or give it a default or NULL, in the same release.",
    databases: vendors,
  },
  "fails-on-existing-rows": {
    level: "warning",
    title: "May fail on rows that are there",
    why: "The server checks every row when the statement runs. One row that does not comply stops the migration.",
    advice: "Look for such rows before the deployment and correct them in an earlier migration.",
    databases: vendors,
  },
  "loses-data": {
    level: "warning",
    title: "Changes values without an error",
    why: "The server converts the values that are there, cuts or rounds what does not fit, and reports nothing.",
    advice: "Check that no row holds such a value, or keep the old column until somebody has.",
    databases: vendors,
  },
  "drops-data": {
    level: "note",
    title: "Drops data",
    why: "What is dropped comes back from a backup only; reversing the migration makes it anew, empty.",
    advice: "Keep it until no release needs it, and until a backup is at hand.",
    databases: vendors,
  },
  "blocks-reads": {
    level: "warning",
    title: "Reads and writes wait",
    why: "The server reads or rewrites the table while it holds a lock that SELECT conflicts with. Every request that needs the table waits, for longer the larger it is.",
    advice: "Use the form that does its work under a weaker lock, in a migration of its own, and set `lock_timeout`.",
    databases: vendors,
  },
  "blocks-writes": {
    level: "warning",
    title: "Writes wait",
    why: "The server reads the table while it holds a lock that INSERT, UPDATE and DELETE conflict with, for longer the larger the table is.",
    advice: "Use the form that does its work under a weaker lock (on PostgreSQL `AddIndexConcurrently`, or NOT VALID first and VALIDATE in a later migration).",
    databases: vendors,
  },
  "rewrites-table": {
    level: "note",
    title: "Rewrites the table",
    why: "The server writes the table and its indexes anew: as much disk again, and as much for replicas to follow.",
    advice: "See to the disk space and the replication lag, or add a new column and fill it in batches.",
    databases: vendors,
  },
  "blocks-deletes": {
    level: "note",
    title: "Deletes of the running release may fail later",
    why: "Django cascades in Python, over the foreign keys the code knows. The running release does not know the new one: once the new release has written a row that refers to a row it deletes, its DELETE fails.",
    advice: "Accept it for the time both releases run, or add the foreign key with `db_constraint=False` first.",
    databases: vendors,
  },
  "long-values-in-index": {
    level: "note",
    title: "Long texts do not fit the index",
    why: "An entry of a B-tree index holds about 2,700 bytes at most. A longer text, compressed, cannot be written any more (SQLSTATE 54000), and fails the migration where it is there already.",
    advice: "Index a hash or a prefix, or limit the column's length.",
    databases: ["postgresql"],
  },
  "data-migration": {
    level: "note",
    title: "Data migration",
    why: "It sees the rows that are there when it runs. The running release goes on writing rows that it will not see, and the effect of its code cannot be read from the migration.",
    advice: "Let the code write the new form first, then migrate the rows, in batches and outside of a transaction.",
    databases: vendors,
  },
  irreversible: {
    level: "note",
    title: "Cannot be reversed",
    why: "`migrate` refuses to go back past an operation without a reverse (IrreversibleError), so a failed deployment cannot be undone this way.",
    advice: "Give it a reverse, `migrations.RunPython.noop` or `migrations.RunSQL.noop` where there is nothing to undo.",
    databases: vendors,
  },
};
