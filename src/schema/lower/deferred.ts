import type { Vendor } from "../../django/project.ts";
import type { Dialect } from "../../sql/dialect.ts";
import type { SchemaChange } from "../change.ts";
import { foreignKeyName, indexName } from "../names.ts";

/** A statement put off to the migration's end (Django's deferred_sql: Statement objects that follow renames). */
export interface Deferred {
  readonly change: SchemaChange;
  /** A name that Django computes when the statement is printed, after renames: its suffix. null: the name was given. */
  readonly autoName: { readonly suffix: string } | null;
  /** The operation that put it off. */
  readonly operation: number;
  /** Why its SQL cannot be known. */
  readonly unknown: string | null;
}

/** Statement.references_table. */
export function mentionsTable(change: SchemaChange, table: string): boolean {
  if (change.kind === "AddConstraint" && change.constraint.kind === "foreign key" && change.constraint.toTable === table) return true;
  return "table" in change && change.table === table;
}

/** Statement.references_column: columns of plain indexes, uniques and foreign keys; expressions and conditions are text to Django. */
export function mentionsColumn(change: SchemaChange, table: string, column: string): boolean {
  if (change.kind === "CreateIndex") return change.table === table && (change.index.columns.includes(column) || change.index.include.includes(column) || (change.index.columns.length === 0 && change.index.reads.includes(column)));
  if (change.kind !== "AddConstraint") return false;
  const { constraint } = change;
  if (constraint.kind === "foreign key" && constraint.toTable === table && constraint.toColumns.includes(column)) return true;
  return change.table === table && (constraint.kind === "unique" || constraint.kind === "foreign key") && constraint.columns.includes(column);
}

export function mentionsIndex(change: SchemaChange, table: string, name: string): boolean {
  return change.kind === "CreateIndex" && change.table === table && change.index.name === name;
}

export function renameTableIn(deferred: Deferred, from: string, to: string, vendor: Vendor): Deferred {
  const { change } = deferred;
  if (!mentionsTable(change, from)) return deferred;
  if (change.kind === "CreateIndex") return renamed(deferred, { ...change, table: to }, vendor);
  if (change.kind !== "AddConstraint") return deferred;
  const table = change.table === from ? to : change.table;
  const constraint = change.constraint.kind === "foreign key" && change.constraint.toTable === from ? { ...change.constraint, toTable: to } : change.constraint;
  return renamed(deferred, { ...change, table, constraint }, vendor);
}

export function renameColumnIn(deferred: Deferred, table: string, from: string, to: string, dialect: Dialect): Deferred {
  const { change } = deferred;
  if (!mentionsColumn(change, table, from)) return deferred;
  const swap = (columns: readonly string[]) => columns.map((column) => (column === from ? to : column));
  if (change.kind === "CreateIndex") {
    const [before, after] = [dialect.quoteName(from), dialect.quoteName(to)];
    const parts = change.index.columns.length === 0 ? change.index.parts : change.index.parts.map((part) => (part === before || part.startsWith(`${before} `) ? after + part.slice(before.length) : part));
    return renamed(deferred, { ...change, index: { ...change.index, parts, columns: swap(change.index.columns), reads: swap(change.index.reads), include: swap(change.index.include) } }, dialect.vendor);
  }
  if (change.kind !== "AddConstraint") return deferred;
  let { constraint } = change;
  if (change.table === table) constraint = { ...constraint, columns: swap(constraint.columns) };
  if (constraint.kind === "foreign key" && constraint.toTable === table) constraint = { ...constraint, toColumns: swap(constraint.toColumns) };
  return renamed(deferred, { ...change, constraint }, dialect.vendor);
}

/** The statement with its computed name made anew. */
function renamed(deferred: Deferred, change: SchemaChange, vendor: Vendor): Deferred {
  const suffix = deferred.autoName?.suffix;
  if (suffix === undefined) return { ...deferred, change };
  if (change.kind === "CreateIndex") {
    return { ...deferred, change: { ...change, index: { ...change.index, name: indexName(vendor, change.table, change.index.columns, suffix) } } };
  }
  if (change.kind !== "AddConstraint") return { ...deferred, change };
  const { constraint, table } = change;
  if (constraint.kind === "foreign key") {
    const name = foreignKeyName(vendor, table, constraint.columns[0] ?? "", constraint.toTable, constraint.toColumns[0] ?? "", suffix);
    return { ...deferred, change: { ...change, constraint: { ...constraint, name } } };
  }
  if (constraint.kind === "unique") return { ...deferred, change: { ...change, constraint: { ...constraint, name: indexName(vendor, table, constraint.columns, suffix) } } };
  return { ...deferred, change };
}
