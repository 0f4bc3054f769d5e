import type { Operation } from "../../django/operation.ts";
import { changesOf, type SchemaChange } from "../../schema/change.ts";
import type { Finding, MigrationRecord, OperationRecord } from "../types.ts";
import { type TransactionRule, transactionRules } from "./transaction-rules.ts";

/** What is looked at of a migration. */
export type TransactionInput = Pick<MigrationRecord, "atomic" | "deferred"> & {
  readonly operations: readonly TransactionPart[];
};
export type TransactionPart = Pick<OperationRecord, "type" | "target" | "place" | "operation" | "statements" | "impact">;

/** Everything the operation does to the database, in order. */
export function changes(part: TransactionPart): readonly SchemaChange[] {
  return part.statements.flatMap(changesOf);
}

/** Does the operation run Python code, which may change any row? */
export function runsPython(operation: Operation): boolean {
  if (operation.kind === "SeparateDatabaseAndState") return operation.databaseOperations.some(runsPython);
  return operation.kind === "RunPython";
}

/** A finding of a rule at an operation; null: at none in particular. Names in quotes become code spans. */
export function finding(rule: TransactionRule, part: TransactionPart | null, message: string): Finding {
  const text = message.replace(/"([^"`]+)"/g, "`$1`");
  return { rule, ...transactionRules[rule], message: /[.!?]\)?$/.test(text) ? text : `${text}.`, place: part?.place ?? null };
}
