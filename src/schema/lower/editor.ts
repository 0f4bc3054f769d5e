import type { BoundModel } from "../../django/bound.ts";
import { render } from "../../sql/render/render.ts";
import type { Dialect } from "../../sql/dialect.ts";
import { applyChange } from "../apply.ts";
import type { SchemaChange, Statement } from "../change.ts";
import type { Schema, Table } from "../schema.ts";
import { type Deferred, mentionsColumn, mentionsIndex, mentionsTable, renameColumnIn, renameTableIn } from "./deferred.ts";

/**
 * Django's schema editor for the length of one migration: statements run at once, others are put off to the migration's end, and the
 * schema is what the database holds in between (that is what the real editor sees when it looks constraint names up).
 */
export class Editor {
  readonly dialect: Dialect;
  schema: Schema;
  /** Collations that migrations made nondeterministic: PostgreSQL cannot use them with pattern operators. */
  readonly nondeterministicCollations: Set<string>;
  /** Extensions that migrations made so far: CreateExtension looks before it makes. */
  readonly extensions: Set<string>;
  /** Statements of the operation under way. */
  #statements: Statement[] = [];
  #deferred: Deferred[] = [];
  #doubts: string[] = [];
  #assumed: string | null = null;
  #operation = 0;

  constructor(dialect: Dialect, schema: Schema, nondeterministicCollations: Set<string> = new Set(), extensions: Set<string> = new Set()) {
    this.dialect = dialect;
    this.schema = schema;
    this.nondeterministicCollations = nondeterministicCollations;
    this.extensions = extensions;
  }

  /** Begins the next operation of the migration. */
  begin(operation: number): void {
    this.#operation = operation;
    this.#statements = [];
    this.#doubts = [];
    this.#assumed = null;
  }

  /** What the operation under way ran. */
  statements(): readonly Statement[] {
    return this.#statements;
  }

  /** What the operation put off, as it would read if it ran now. */
  deferredBy(operation: number): readonly Statement[] {
    return this.#deferred.filter((d) => d.operation === operation).map((d) => this.#render(d));
  }

  /** Everything the operation under way does is only assumed: its statements are unknown, for the reason given. */
  assume(reason: string): void {
    this.#assumed = reason;
  }

  /** Says that the statement made next cannot be known in full, and why. */
  doubt(reason: string): void {
    this.#doubts.push(reason);
  }

  execute(change: SchemaChange): void {
    this.#run(this.#statement(change));
  }

  /** The operation cannot run: Django would stop here. */
  refuse(reason: string): void {
    this.#statements.push({ change: { kind: "Unknown", reason }, sql: null, unknown: reason });
  }

  /** Raw SQL: one text that does all the changes. */
  executeRaw(changes: readonly SchemaChange[], sql: string): void {
    const doubt = this.#doubts[0] ?? null;
    this.#doubts = [];
    const [change = { kind: "NoEffect" } as const, ...more] = changes;
    this.#statements.push({ change, more, sql: doubt === null ? sql : null, unknown: doubt });
    for (const one of changes) this.schema = applyChange(this.schema, one, this.dialect.vendor);
  }

  defer(change: SchemaChange, autoName: Deferred["autoName"] = null): void {
    this.#deferred.push({ change, autoName, operation: this.#operation, unknown: this.#assumed ?? this.#doubts[0] ?? null });
    this.#doubts = [];
  }

  /** Runs what was put off: at the migration's end, and wherever SQLite's editor does so in between, `edit`ed there. */
  flush(edit: (change: SchemaChange) => SchemaChange = (change) => change): void {
    const deferred = this.#deferred;
    this.#deferred = [];
    for (const one of deferred) this.#run(this.#render({ ...one, change: edit(one.change) }));
  }

  /** Everything put off so far, in order. */
  deferred(): readonly Statement[] {
    return this.#deferred.map((d) => this.#render(d));
  }

  forgetDeferredOfTable(table: string): void {
    this.#deferred = this.#deferred.filter((d) => !mentionsTable(d.change, table));
  }

  forgetDeferredOfColumn(table: string, column: string): void {
    this.#deferred = this.#deferred.filter((d) => !mentionsColumn(d.change, table, column));
  }

  forgetDeferredIndex(table: string, name: string): void {
    this.#deferred = this.#deferred.filter((d) => !mentionsIndex(d.change, table, name));
  }

  /** Takes back the first deferred change that fits; true when there was one. */
  takeBack(fits: (change: SchemaChange) => boolean): boolean {
    const at = this.#deferred.findIndex((d) => fits(d.change));
    if (at < 0) return false;
    this.#deferred = this.#deferred.filter((_, i) => i !== at);
    return true;
  }

  renameDeferredTable(from: string, to: string): void {
    this.#deferred = this.#deferred.map((d) => renameTableIn(d, from, to, this.dialect.vendor));
  }

  renameDeferredColumn(table: string, from: string, to: string): void {
    this.#deferred = this.#deferred.map((d) => renameColumnIn(d, table, from, to, this.dialect));
  }

  /** The table as the database has it now; null when it was never made by a migration we know. */
  table(model: BoundModel): Table | null {
    return this.schema.tables.get(model.table) ?? null;
  }

  #run(statement: Statement): void {
    this.#statements.push(statement);
    this.schema = applyChange(this.schema, statement.change, this.dialect.vendor);
  }

  #statement(change: SchemaChange): Statement {
    const doubt = this.#assumed ?? this.#doubts[0];
    this.#doubts = [];
    if (doubt !== undefined) return { change, sql: null, unknown: doubt };
    return render(change, this.dialect);
  }

  #render(deferred: Deferred): Statement {
    if (deferred.unknown !== null) return { change: deferred.change, sql: null, unknown: deferred.unknown };
    return render(deferred.change, this.dialect);
  }
}
