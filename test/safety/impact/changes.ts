import type { ColumnAction, ColumnDefinition, ConstraintDefinition, IndexDefinition, SchemaChange } from "../../../src/schema/change.ts";

/** A nullable column without anything else, changed as told. */
export function column(name: string, type: string, rest: Partial<ColumnDefinition> = {}): ColumnDefinition {
  return {
    name, type, null: true, collation: null, comment: null, default: null, generated: null, identity: false,
    primaryKey: false, unique: false, check: null, references: null, indexTablespace: null, ...rest,
  };
}

export function addColumn(table: string, name: string, type: string, rest: Partial<ColumnDefinition> = {}): SchemaChange {
  return { kind: "AddColumn", table, column: column(name, type, rest) };
}

export function alter(table: string, ...actions: ColumnAction[]): SchemaChange {
  return { kind: "AlterColumn", table, actions };
}

/** ALTER COLUMN … TYPE … USING col::type, as Django writes it. */
export function setType(table: string, name: string, type: string, rest: { using?: string | null; collation?: string | null } = {}): SchemaChange {
  return alter(table, { kind: "SetType", column: name, type, using: `"${name}"::${type}`, collation: null, ...rest });
}

export function modify(table: string, name: string, type: string, rest: Partial<ColumnDefinition> = {}): SchemaChange {
  return alter(table, { kind: "Modify", column: name, definition: column(name, type, rest) });
}

export function addConstraint(table: string, constraint: ConstraintDefinition): SchemaChange {
  return { kind: "AddConstraint", table, constraint };
}

export function check(name: string, sql: string, columns: readonly string[], notValid = false): ConstraintDefinition {
  return { kind: "check", name, sql, columns, notValid };
}

export function foreignKey(name: string, columnName: string, toTable: string, notValid = false, onDelete: string | null = null): ConstraintDefinition {
  return { kind: "foreign key", name, columns: [columnName], toTable, toColumns: ["id"], deferrable: "deferred", onDelete, notValid };
}

export function unique(name: string, columns: readonly string[], usingIndex: string | null = null): ConstraintDefinition {
  return { kind: "unique", name, columns, deferrable: null, nullsDistinct: null, include: [], opclasses: [], usingIndex };
}

export function index(name: string, columns: readonly string[], rest: Partial<IndexDefinition> = {}): IndexDefinition {
  return {
    name, unique: false, parts: columns.map((part) => `"${part}"`), columns, expressions: [], reads: [], method: null,
    opclasses: [], include: [], nullsDistinct: null, condition: null, with: null, tablespace: null, ...rest,
  };
}

export function createIndex(table: string, definition: IndexDefinition, concurrently = false): SchemaChange {
  return { kind: "CreateIndex", table, index: definition, concurrently };
}

export function dropConstraint(table: string, name: string, constraint: ConstraintDefinition["kind"]): SchemaChange {
  return { kind: "DropConstraint", table, name, constraint, immediate: false };
}

export function createTable(table: string, columns: readonly ColumnDefinition[], constraints: readonly ConstraintDefinition[] = []): SchemaChange {
  return { kind: "CreateTable", table, columns, constraints, comment: null, tablespace: null };
}
