import type { Migration } from "../django/operation.ts";
import type { Database, ProjectFacts } from "../django/project.ts";
import { addedAfter, type AddedColumns } from "../safety/breakage/addedColumns.ts";
import { breakages } from "../safety/breakage/breakages.ts";
import { dataCode } from "../safety/findings/data/code.ts";
import { migrationFindings } from "../safety/findings/findings.ts";
import { safeOf } from "../safety/findings/safemigrate.ts";
import { startOf } from "../safety/impact/transaction-impact.ts";
import { transactionFindings } from "../safety/impact/transaction.ts";
import type { Release } from "../safety/release.ts";
import { changesOf } from "../schema/change.ts";
import type { Schema } from "../schema/schema.ts";
import type { Breakage, MigrationRecord, OperationRecord } from "../safety/types.ts";
import { recordOf, type View } from "./record.ts";
import { noSurroundings, type Surroundings } from "./surroundings.ts";
import { releases } from "./releases.ts";
import type { End, Point, Step } from "./walk.ts";

/**
 * Against which releases operations are judged: the models before and after each (explain), or the release that runs and the one that the whole
 * change makes, on the schema at its end (review); `ends` are the schemas when each migration is done, where what is mended inside one transaction counts.
 */
export type Running = { readonly kind: "each" } | { readonly kind: "fixed"; readonly release: Release; readonly next: Release; readonly schema: Schema; readonly ends?: ReadonlyMap<Migration, Schema> };

/** Turns the steps of a walk into migration records, one migration at a time. `wanted` says which are worth a record. */
export function* records(steps: Iterable<Step | End>, facts: ProjectFacts, running: Running, wanted: (migration: Migration) => boolean, surroundings: Surroundings = noSurroundings): Generator<MigrationRecord> {
  const database = facts.database.value;
  const releaseOf = releases();
  const made = new Set<string>();
  let toTell: View["toTell"] | null = null;
  const none: ReadonlySet<string> = new Set();
  let newColumns: AddedColumns = new Map();
  let operations: OperationRecord[] = [];
  let transaction = null;
  let first: Point | null = null;
  for (const step of steps) {
    if (!wanted(step.migration)) continue;
    if (step.kind === "end") {
      const before = (first ?? step.after).schema;
      const { migration, deferred } = step;
      const record = { app: migration.app, name: migration.name, path: migration.path ?? "", atomic: migration.atomic, operations, deferred };
      const { python } = surroundings;
      const place = { path: record.path, line: migration.line };
      const code = python === null ? [] : migration.operations.flatMap((operation) => dataCode(operation, python));
      const whole = migrationFindings({ migration: record, database, code, place, safe: python === null ? null : safeOf(migration, python) });
      yield { ...record, findings: [...transactionFindings(record, database, before), ...whole] };
      [operations, transaction, first] = [[], null, null];
      continue;
    }
    first ??= step.before;
    toTell ??= running.kind === "each" ? () => true : toldOnce(running.release, step.before.schema, database);
    const newTables = running.kind === "fixed" ? made : none;
    transaction ??= startOf(step.before.schema, newTables);
    const view = { running: running.kind === "fixed" ? running.release : releaseOf(step.before), next: running.kind === "fixed" ? running.next : releaseOf(step.after), end: running.kind === "fixed" ? running.schema : step.after.schema, committed: running.kind === "fixed" && step.migration.atomic ? (running.ends?.get(step.migration) ?? null) : null, toTell, newTables, newColumns, database, utc: facts.useTz.value, surroundings };
    const { record, transaction: state } = recordOf(step, view, running.kind === "each" ? startOf(step.before.schema, none) : transaction);
    transaction = state;
    if (running.kind === "fixed") newColumns = addedAfter(newColumns, step.operation, [...step.statements, ...step.deferred].flatMap(changesOf));
    if (step.after.schema !== step.before.schema) for (const table of step.after.schema.tables.keys()) if (!step.before.schema.tables.has(table) && isNew(step, table)) made.add(table);
    operations.push(record);
  }
}

/**
 * What the new release cannot do at the end is told once, at the first operation that has to do with it; what the running release cannot do on its own
 * schema by the same words is none of the change's making.
 */
function toldOnce(release: Release, schema: Schema, database: Database): View["toTell"] {
  const keyOf = ({ statement, table, column, error }: Breakage) => JSON.stringify([statement, table, column, error]);
  let told: Set<string> | null = null;
  return (breakage) => {
    told ??= new Set(breakages(release, schema, schema, { tables: new Set(schema.tables.keys()), database, changes: [], side: "new" }).map(keyOf));
    const key = keyOf(breakage);
    if (told.has(key)) return false;
    told.add(key);
    return true;
  };
}

/** The table was made by the operation, not renamed. */
function isNew(step: Step, table: string): boolean {
  const renamed = step.statements.some(({ change }) => change.kind === "RenameTable" && change.to === table && step.before.schema.tables.has(change.table));
  return !renamed;
}
