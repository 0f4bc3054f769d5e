import { target } from "../django/operations/target.ts";
import type { Database } from "../django/project.ts";
import type { AddedColumns } from "../safety/breakage/addedColumns.ts";
import { blockedDeletes } from "../safety/breakage/blockedDeletes.ts";
import { breakages, newNeedsFirst } from "../safety/breakage/breakages.ts";
import { doubts } from "../safety/breakage/doubts.ts";
import { failsOnExistingRows } from "../safety/breakage/existingRows.ts";
import { losses } from "../safety/breakage/losses.ts";
import { mendedAtCommit } from "../safety/breakage/mended.ts";
import { dataCode } from "../safety/findings/data/code.ts";
import { findingsOf } from "../safety/findings/findings.ts";
import type { TableSizes } from "../safety/findings/parts.ts";
import type { StatementImpact } from "../safety/impact/impact.ts";
import { impactOfTransaction, type TransactionState } from "../safety/impact/transaction-impact.ts";
import { phaseOf } from "../safety/phase/phase.ts";
import type { Release } from "../safety/release.ts";
import type { Breakage, Impact, OperationRecord } from "../safety/types.ts";
import { changesOf, type SchemaChange } from "../schema/change.ts";
import type { Schema } from "../schema/schema.ts";
import type { Surroundings } from "./surroundings.ts";
import type { Point, Step } from "./walk.ts";

/** Against what an operation is judged. */
export interface View {
  /** The running release: that of the base for a review, the models before the operation for explain. */
  readonly running: Release;
  /** The release to come: the models after the operation, or at the end of the whole change. */
  readonly next: Release;
  /** The schema that the release to come will find. */
  readonly end: Schema;
  /** The schema when the migration's one transaction commits; null where it has none, or each operation is judged alone. */
  readonly committed: Schema | null;
  /** Is a failure of the release to come the operation's to tell? One that is told already is not, nor one that was there before the change. */
  readonly toTell: (breakage: Breakage) => boolean;
  /** Tables the running release cannot have rows in: made in the same change. */
  readonly newTables: ReadonlySet<string>;
  /** Columns that the same change has added to other tables. */
  readonly newColumns: AddedColumns;
  readonly database: Database;
  /** The migrating session's TimeZone is UTC, as it is with USE_TZ. */
  readonly utc: boolean;
  readonly surroundings: Surroundings;
}

/** Everything that is known about one operation, and where its transaction stands after it. */
export function recordOf(step: Step, view: View, transaction: TransactionState): { readonly record: OperationRecord; readonly transaction: TransactionState } {
  const { database, newTables } = view;
  const { schema: before } = step.before;
  const { schema: after } = step.after;
  const own = [...step.statements, ...step.deferred];
  const changes = own.flatMap(changesOf);
  const tables = touched(changes);
  // Nothing is taken from and nothing demanded of a table that the same change makes.
  const old = { tables: new Set([...tables].filter((table) => !newTables.has(table))), changes: changes.filter((change) => !("table" in change && change.table !== null && newTables.has(change.table))) };
  const sides = { tables, database, changes };
  const atOnce = breakages(view.running, before, after, { ...sides, side: "running" });
  const running = atOnce.filter((breakage) => !mendedAtCommit(breakage, view.running, view.committed, database));
  const breaks = [...running, ...newBreakages(step, view, sides).filter(view.toTell)];
  const reasons = doubts(view.running, before, changes, database);
  const unknown = step.problem?.message ?? own.find((statement) => statement.unknown !== null)?.unknown ?? null;
  const doubt = step.problem?.message ?? reasons[0] ?? (step.operation.kind === "Unknown" ? step.operation.reason : null);
  const { python } = view.surroundings;
  const sizes: TableSizes = { ...view.surroundings.sizes, small: (table) => newTables.has(table) || view.surroundings.sizes.small(table) };
  const { all: impact, state } = impactOfTransaction(changes, database, transaction, { atomic: step.migration.atomic, utc: view.utc });
  const waits = !onlySmall(impact, sizes);
  const lost = losses(changes, before, { database, empty: newTables });
  const judged = {
    type: step.operation.type,
    place: step.operation.place,
    operation: step.operation,
    statements: step.statements,
    deferred: step.deferred,
    unknown,
    phase: phaseOf({ before, after: running.length < atOnce.length ? view.committed! : after, ...old, database, breakages: breaks, unknown: doubt, releaseBefore: view.running, releaseAfter: view.next, operation: step.operation }),
    breaks,
    impact: { locks: impact.locks, blocksReads: impact.blocksReads && waits, blocksWrites: impact.blocksWrites && waits, rewrites: impact.rewrites, scans: impact.scans, ...rowsOf(impact, sizes) },
    failsOnExistingRows: failsOnExistingRows(changes, before, after, { database, empty: newTables, added: view.newColumns }),
    onNewTable: tables.size > 0 && [...tables].every((table) => newTables.has(table) || !before.tables.has(table)),
  };
  const findings = findingsOf({
    ...judged,
    doubts: reasons,
    losses: lost,
    blockedDeletes: blockedDeletes(view.running, before, after, { tables, changes }),
    before,
    after,
    database,
    atomic: step.migration.atomic,
    unknownLocks: impact.unknown,
    impactNotes: impact.notes,
    code: python === null ? [] : dataCode(step.operation, python),
    tableOf: (model) => (model === null ? null : (step.before.bound.get(model.toLowerCase())?.table ?? null)),
    sizes,
    requiredField: requiredField(step.operation, step.migration.app, step.before),
  });
  const record: OperationRecord = {
    ...judged,
    index: step.index,
    target: target(step.operation, step.migration.app, step.after.state),
    lastLine: step.operation.lastLine,
    findings,
    losesData: lost.length === 0 ? null : lost.map((loss) => loss.how).join(" "),
    newNeedsItFirst: newNeedsFirst(view.next, before, after, sides).length > 0,
  };
  return { record, transaction: state };
}

function rowsOf({ locks }: StatementImpact, { rows }: TableSizes): Pick<Impact, "rows"> {
  const known = Object.keys(locks).flatMap((table) => (rows(table) === null ? [] : [[table, rows(table)!] as const]));
  return known.length === 0 ? {} : { rows: Object.fromEntries(known) };
}

/** Does it work on tables alone that are too small for anybody to wait for long? */
function onlySmall({ scans, rewrites }: StatementImpact, sizes: TableSizes): boolean {
  return [...scans, ...rewrites].every(sizes.small);
}

/** The field that the operation removes, where adding it again would need a value for every row and has none. */
function requiredField(operation: Step["operation"], app: string, { bound }: Point): string | null {
  if (operation.kind !== "RemoveField") return null;
  const field = bound.get(`${app}.${operation.model}`.toLowerCase())?.field(operation.name);
  if (!field || field.column === null || field.field === null || field.null) return null;
  const { kwargs } = field.field;
  if (kwargs.has("default") || kwargs.has("db_default") || kwargs.has("auto_now") || kwargs.has("auto_now_add") || field.path.endsWith(".GeneratedField")) return null;
  // An empty text is a value: Django uses it where `blank` allows it (BaseDatabaseSchemaEditor._effective_default).
  const blank = kwargs.get("blank") === true && /(Char|Text|Slug|URL|Email|File|FilePath|Image|Binary)Field$/.test(field.internalType);
  return blank ? null : `${field.model.name}.${field.name}`;
}

/** What fails of the new release on the schema after the operation. A migration's later operations may still mend it. */
function newBreakages(step: Step, view: View, sides: { readonly tables: ReadonlySet<string>; readonly database: Database; readonly changes: readonly SchemaChange[] }) {
  // What is neither before nor at the end is no table: a view, which raw SQL makes and drops.
  const held = new Set([...sides.tables].filter((table) => step.before.schema.tables.has(table) || view.end.tables.has(table)));
  const tables = stateTables(step, view, held);
  if (tables.size === 0) return [];
  return breakages(view.next, step.before.schema, view.end, { ...sides, tables, side: "new" });
}

/** The tables whose models an operation changed: also when it moved the state alone. */
function stateTables(step: Step, view: View, touchedTables: ReadonlySet<string>): ReadonlySet<string> {
  if (step.before.state === step.after.state) return touchedTables;
  const tables = new Set(touchedTables);
  for (const [key, model] of step.after.state.models) {
    if (step.before.state.models.get(key) === model) continue;
    const bound = step.after.bound.get(key);
    if (bound && view.end.tables.has(bound.table) && view.next.tables.has(bound.table)) tables.add(bound.table);
  }
  return tables;
}

/** Every table a change names, under its old name and its new one. */
function touched(changes: readonly SchemaChange[]): ReadonlySet<string> {
  const tables = new Set<string>();
  for (const change of changes) {
    if ("table" in change && change.table !== null) tables.add(change.table);
    if (change.kind === "RenameTable" || change.kind === "CopyRows") tables.add(change.to);
  }
  return tables;
}
