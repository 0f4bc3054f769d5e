import type { Database } from "../../django/project.ts";
import { changesOf, type SchemaChange } from "../../schema/change.ts";
import type { Schema } from "../../schema/schema.ts";
import type { Finding } from "../types.ts";
import { readsWait, strongestLocks, writesWait } from "./locks.ts";
import { schemaChangesAfterData } from "./pending-events.ts";
import { changes, finding, runsPython, type TransactionInput } from "./transaction-input.ts";
import { notSchemaChanges, type TransactionRule } from "./transaction-rules.ts";

/**
 * Findings about a migration as a whole: what its statements do to each other because they run in one transaction, or because they do not.
 * `before` is the schema before the migration. Messages carry names from the migration: escape them.
 */
export function transactionFindings(migration: TransactionInput, database: Database, before: Schema): readonly Finding[] {
  if (database.vendor === "mysql" || database.vendor === "mariadb") return partlyApplied(migration, "no-transactional-ddl", `${serverNames[database.vendor]} commits every schema change at once`);
  if (database.vendor !== "postgresql") return [];
  if (!migration.atomic) {
    return [...concurrentlyInOneString(migration), ...oneByOne(migration).flatMap((text) => schemaChangesAfterData(text, before)), ...partlyApplied(migration, "not-atomic", "atomic = False commits every statement at once")];
  }
  return [
    ...concurrentlyInTransaction(migration),
    ...validatedAtOnce(migration),
    ...schemaChangesAfterData(migration, before),
    ...dataUnderLock(migration),
    ...severalExclusiveLocks(migration),
  ];
}

/** Each text of several statements as a migration of its own: PostgreSQL runs it in one transaction. */
function oneByOne({ operations }: TransactionInput): TransactionInput[] {
  return operations.flatMap((part) => part.statements.filter((statement) => (statement.more?.length ?? 0) > 0).map((statement) => ({ atomic: true, operations: [{ ...part, statements: [statement] }], deferred: [] })));
}

const serverNames = { mysql: "MySQL", mariadb: "MariaDB" } as const;

function isConcurrent(change: SchemaChange): change is Extract<SchemaChange, { kind: "CreateIndex" | "DropIndex" }> {
  return (change.kind === "CreateIndex" || change.kind === "DropIndex") && change.concurrently;
}

/** Django refuses its own operations, PostgreSQL the raw statement (25001). */
function concurrentlyInTransaction({ operations }: TransactionInput): Finding[] {
  return operations.flatMap((part) => {
    const change = changes(part).find(isConcurrent);
    if (!change && !part.operation.safer) return [];
    const statement = change?.kind === "CreateIndex" ? "CREATE INDEX CONCURRENTLY" : "DROP INDEX CONCURRENTLY";
    const error = part.operation.kind === "RunSQL" || part.operation.kind === "SeparateDatabaseAndState"
      ? `${statement} cannot run inside a transaction block`
      : `The ${part.type} operation cannot be executed inside a transaction (set atomic = False on the migration).`;
    return [finding("concurrently-in-transaction", part, `The migration cannot run, because it is atomic: ${error}`)];
  });
}

function concurrentlyInOneString({ operations }: TransactionInput): Finding[] {
  return operations
    .filter((part) => part.statements.some((statement) => (statement.more?.length ?? 0) > 0 && changesOf(statement).some(isConcurrent)))
    .map((part) => finding("concurrently-with-other-statements", part, "The migration cannot run: PostgreSQL refuses CONCURRENTLY in a string with other statements (cannot run inside a transaction block)."));
}

function validatedAtOnce({ operations }: TransactionInput): Finding[] {
  const notValid = new Map<string, string>();
  return operations.flatMap((part) => changes(part).flatMap((change) => {
    if (change.kind === "AddConstraint" && "notValid" in change.constraint && change.constraint.notValid) {
      notValid.set(`${change.table}.${change.constraint.name}`, change.constraint.kind === "check" ? "ACCESS EXCLUSIVE" : "SHARE ROW EXCLUSIVE");
    }
    const lock = change.kind === "ValidateConstraint" ? notValid.get(`${change.table}.${change.name}`) : undefined;
    if (lock === undefined || change.kind !== "ValidateConstraint") return [];
    return [finding("validate-in-same-transaction", part, `"${change.name}" is validated in the transaction that adds it NOT VALID: every row of "${change.table}" is checked while the first statement's ${lock} lock is held, as if it had been added in one step.`)];
  }));
}

function dataUnderLock({ operations }: TransactionInput): Finding[] {
  let held: Record<string, string> = {};
  return operations.flatMap((part) => {
    const isData = runsPython(part.operation) || changes(part).some((change) => change.kind === "WriteRows");
    const waited = Object.entries(held).filter(([, lock]) => writesWait(lock));
    held = strongestLocks(held, part.impact.locks);
    if (!isData || waited.length === 0) return [];
    const who = waited.some(([, lock]) => readsWait(lock)) ? "everything that reads or writes" : "everything that writes";
    return [finding("data-under-lock", part, `${part.type} runs while the transaction holds ${locked(waited)}: ${who} there waits until the data is done.`)];
  });
}

function severalExclusiveLocks({ operations }: TransactionInput): Finding[] {
  // A table that is renamed is one table under two names.
  const renames = new Map(operations.flatMap((part) => changes(part).flatMap((change) => (change.kind === "RenameTable" ? [[change.table, change.to] as const] : []))));
  const byPart = operations.map((part) => [...new Set(Object.keys(part.impact.locks).filter((table) => readsWait(part.impact.locks[table]!)).map((table) => renames.get(table) ?? table))]);
  const all = [...new Set(byPart.flat())].sort();
  if (all.length < 2 || byPart.some((tables) => tables.length === all.length)) return [];
  const last = operations.findLast((_, i) => byPart[i]!.length > 0) ?? null;
  return [finding("several-exclusive-locks", last, `One transaction holds ${locked(all.map((table) => [table, "ACCESS EXCLUSIVE"]))} at once.`)];
}

function locked(locks: readonly (readonly [string, string])[]): string {
  const names = new Map<string, string[]>();
  for (const [table, lock] of locks) names.set(lock, [...(names.get(lock) ?? []), `"${table}"`]);
  return [...names].map(([lock, tables]) => `${lock} on ${tables.join(", ")}`).join(" and ");
}

function partlyApplied({ operations, deferred }: TransactionInput, rule: TransactionRule, why: string): Finding[] {
  const ofSchema = (all: readonly SchemaChange[]) => all.filter((change) => !notSchemaChanges.has(change.kind));
  // Only RunSQL can be divided: what another operation does in several statements is no matter of the migration.
  const parts = operations.flatMap((part) => (part.operation.kind === "RunSQL" ? ofSchema(changes(part)) : ofSchema(changes(part)).slice(0, 1)));
  if (parts.length < 2) return [];
  const count = ofSchema([...operations.flatMap(changes), ...deferred.map((statement) => statement.change)]).length;
  return [finding(rule, operations[0] ?? null, `${why}: if one of these ${count} statements fails, those before it stay, and the migration cannot simply be run again.`)];
}
