import { applyChange } from "../../schema/apply.ts";
import { changesOf, type SchemaChange, type Statement } from "../../schema/change.ts";
import type { Schema } from "../../schema/schema.ts";
import type { Finding } from "../types.ts";
import { foreignKeys } from "./foreign-keys.ts";
import { changes, finding, runsPython, type TransactionInput, type TransactionPart } from "./transaction-input.ts";
import { refusedWithPendingEvents } from "./transaction-rules.ts";

/**
 * Deferred foreign key checks of changed rows wait for the end of the transaction, and until then PostgreSQL refuses to alter the table
 * (55006). Which statements leave a check behind is measured on 12 to 18: INSERT into the referencing table, UPDATE of its key, DELETE
 * from the referenced one.
 */
export function schemaChangesAfterData({ operations, deferred }: TransactionInput, before: Schema): Finding[] {
  let schema = before;
  let python: TransactionPart | null = null;
  /** Tables with rows written so far, and how to say so. */
  const written = new Map<string, string>();
  const findings = new Map<string, Finding>();

  const lookAt = (statement: Statement, part: TransactionPart | null) => changesOf(statement).forEach((change) => look(change, statement.sql, part));
  const look = (change: SchemaChange, sql: string | null, part: TransactionPart | null) => {
    if (checksNow(change, sql)) {
      written.clear();
      python = null;
    }
    const table = "table" in change ? change.table : null;
    if (table !== null && refusedWithPendingEvents.has(change.kind) && !findings.has(table)) {
      const said = written.get(table) ?? (python && before.tables.has(table) && guarded(schema, table) ? `${python.type} runs before a schema change of "${table}" in one transaction: if it writes that table,` : null);
      if (said !== null) findings.set(table, finding("schema-change-after-data", part ?? python, `${said} PostgreSQL may refuse the change with 55006: ${refusal(change, table)}`));
    }
    if (change.kind === "WriteRows" && table !== null && leavesChecks(change.statement, schema, table)) written.set(table, sentence(change.statement, table));
    schema = applyChange(schema, change, "postgresql");
  };

  for (const part of operations) {
    for (const statement of part.statements) lookAt(statement, part);
    if (runsPython(part.operation) || changes(part).some((change) => change.kind === "Unknown")) python ??= part;
  }
  for (const statement of deferred) lookAt(statement, null);
  return [...findings.values()];
}

/** From here on checks are made at once: Django says so when it fills NULLs, and RunSQL may. */
function checksNow(change: SchemaChange, sql: string | null): boolean {
  return change.kind === "FillNulls" || (change.kind === "NoEffect" && /\bset\s+constraints\s+all\s+immediate\b/i.test(sql ?? ""));
}

function leavesChecks(statement: "INSERT" | "UPDATE" | "DELETE" | "TRUNCATE", schema: Schema, table: string): boolean {
  if (statement === "DELETE") return [...schema.tables.values()].some((other) => foreignKeys(other).some((key) => key.toTable === table && key.deferrable === "deferred"));
  return statement !== "TRUNCATE" && foreignKeys(schema.tables.get(table)).some((key) => key.deferrable === "deferred");
}

/** Does any deferred foreign key begin or end at the table? */
function guarded(schema: Schema, table: string): boolean {
  return leavesChecks("INSERT", schema, table) || leavesChecks("DELETE", schema, table);
}

function sentence(statement: string, table: string): string {
  const when = statement === "UPDATE" ? "if the UPDATE changes a foreign key," : "once a row was changed,";
  return `${statement} on "${table}" runs before a schema change of the same table in one transaction: ${when}`;
}

function refusal(change: SchemaChange, table: string): string {
  const statement = change.kind === "CreateIndex" ? "CREATE INDEX" : change.kind === "DropTable" ? "DROP TABLE" : "ALTER TABLE";
  return `cannot ${statement} "${table}" because it has pending trigger events`;
}
