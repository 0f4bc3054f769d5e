import type { MigrationRecord, OperationRecord } from "../safety/types.ts";
import { changesOf, type SchemaChange } from "../schema/change.ts";

/** Do the migrations demand a rule of rows that are there: unique, check or exclusion? NOT NULL is not one: a backfill sees to it. */
export function asksForRules(migrations: readonly MigrationRecord[]): boolean {
  return rulesIn(migrations.flatMap((migration) => migration.operations)).length > 0;
}

/** Rules that only the database is new to: the models of the release before have them, and its code keeps to them. */
export function databaseOnlyRules(migrations: readonly MigrationRecord[]): readonly string[] {
  return rulesIn(migrations.flatMap((migration) => migration.operations).filter(isDatabaseOnly));
}

function isDatabaseOnly({ operation }: OperationRecord): boolean {
  return (operation.kind === "RunSQL" || operation.kind === "SeparateDatabaseAndState") && operation.stateOperations.length === 0;
}

function rulesIn(records: readonly OperationRecord[]): readonly string[] {
  return records.flatMap((record) => [...record.statements, ...record.deferred].flatMap(changesOf).flatMap(nameOf));
}

function nameOf(change: SchemaChange): readonly string[] {
  if (change.kind === "CreateIndex") return change.index.unique ? [change.index.name] : [];
  if (change.kind !== "AddConstraint" || change.constraint.name === null) return [];
  const { constraint } = change;
  if (constraint.kind === "check") return /^\(*"?\w+"? IS NOT NULL\)*$/i.test(constraint.sql.trim()) ? [] : [constraint.name];
  return constraint.kind === "unique" || constraint.kind === "exclusion" ? [constraint.name!] : [];
}
