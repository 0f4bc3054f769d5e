import type { SchemaChange } from "../../schema/change.ts";
import type { Level } from "../types.ts";

export type TransactionRule =
  | "concurrently-in-transaction"
  | "concurrently-with-other-statements"
  | "validate-in-same-transaction"
  | "schema-change-after-data"
  | "data-under-lock"
  | "several-exclusive-locks"
  | "no-transactional-ddl"
  | "not-atomic";

/** What each finding about a whole migration weighs, and what to do about it. */
export const transactionRules: Readonly<Record<TransactionRule, { readonly level: Level; readonly advice: string }>> = {
  "concurrently-in-transaction": { level: "error", advice: "Set atomic = False on the migration, and give it no other operation." },
  "concurrently-with-other-statements": { level: "error", advice: "Give RunSQL a list with one statement an item: a string of several statements reaches PostgreSQL as one, and runs in one transaction." },
  "validate-in-same-transaction": { level: "warning", advice: "Validate in a migration of its own: then the rows are checked under SHARE UPDATE EXCLUSIVE, which nobody's statements wait for." },
  "schema-change-after-data": { level: "warning", advice: "Put the data and the schema change into two migrations." },
  "data-under-lock": { level: "warning", advice: "Put the data into a migration of its own: the locks are then given back first." },
  "several-exclusive-locks": { level: "note", advice: "One migration per table holds each lock for a shorter time and cannot deadlock with transactions that use the tables in another order." },
  "no-transactional-ddl": { level: "note", advice: "One schema change per migration can be run again after it failed." },
  "not-atomic": { level: "note", advice: "One statement per migration can be run again after it failed." },
};

/** What PostgreSQL refuses with 55006 while the table has pending trigger events; renames, comments, DROP INDEX and triggers go through (measured on 15, and on 12 to 18 in part). */
export const refusedWithPendingEvents: ReadonlySet<SchemaChange["kind"]> = new Set<SchemaChange["kind"]>([
  "AddColumn", "DropColumn", "AlterColumn", "AddConstraint", "DropConstraint", "ValidateConstraint", "CreateIndex", "DropTable", "SetTablespace",
]);

/** Changes that leave the schema as it is. */
export const notSchemaChanges: ReadonlySet<SchemaChange["kind"]> = new Set<SchemaChange["kind"]>(["FillNulls", "FillRows", "CopyRows", "WriteRows", "NoEffect", "Unknown"]);
