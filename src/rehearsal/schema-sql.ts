import { render } from "../sql/render/render.ts";
import { type Dialect, isMySql } from "../sql/dialect.ts";
import { columnAgain, constraintAgain, indexAgain } from "../schema/again.ts";
import type { SchemaChange } from "../schema/change.ts";
import type { Constraint, Index, Schema, Table } from "../schema/schema.ts";

/** The statements that build a schema in an empty database: tables, then keys and rules, then indexes, then foreign keys. Columns of unknown type are `text`. */
export function schemaSql(schema: Schema, dialect: Dialect): string[] {
  return schemaAttempts(schema, dialect).map(({ sql }) => sql[0]!);
}

/** The same with what to try instead: a table whose types the server does not have gets `text` for those that are not its own. */
export function schemaAttempts(schema: Schema, dialect: Dialect): { readonly what: string; readonly sql: readonly string[] }[] {
  const tables = [...schema.tables.values()];
  const constraints = tables.flatMap((table) => [...table.constraints.values()].map((constraint) => ({ table, constraint })));
  const known = ({ constraint }: { readonly constraint: Constraint }) => constraint.kind !== "foreign key" || schema.tables.has(constraint.toTable);
  const own = constraints.filter(({ table, constraint }) => constraint.kind !== "foreign key" && !isInline(table, constraint, dialect));
  const foreign = constraints.filter(({ constraint }) => constraint.kind === "foreign key").filter(known);
  return [
    ...tables.map((table) => ({ what: `table ${table.name}`, sql: [createTable(table, dialect, false), createTable(table, dialect, true)] })),
    ...own.map(({ table, constraint }) => ({ what: `constraint ${constraint.name}`, sql: [addConstraint(table, constraint, dialect)] })),
    ...tables.flatMap((table) => [...table.indexes.values()].map((index) => ({ what: `index ${index.name}`, sql: [createIndex(table, index, dialect)] }))),
    ...foreign.map(({ table, constraint }) => ({ what: `constraint ${constraint.name}`, sql: [addConstraint(table, constraint, dialect)] })),
  ];
}

/** MySQL has no column that counts by itself without its key. */
function isInline(table: Table, constraint: Constraint, { vendor }: Dialect): boolean {
  return isMySql(vendor) && constraint.kind === "primary key" && constraint.columns.some((column) => table.columns.get(column)?.identity === true);
}

/** Types that every PostgreSQL has, by their first word. */
const builtin = /^(smallint|integer|bigint|serial|bigserial|varchar|char|character|text|numeric|decimal|double precision|real|boolean|uuid|date|time|timestamp|interval|jsonb?|bytea|inet|cidr|tsvector|(int4|int8|num|date|ts|tstz)range)\b/i;

function createTable(table: Table, dialect: Dialect, plain: boolean): string {
  const columns = [...table.columns.values()].map((column) => ({
    ...columnAgain(column),
    type: column.type === null || (plain && !builtin.test(column.type)) ? "text" : column.type,
    primaryKey: [...table.constraints.values()].some((constraint) => constraint.columns.includes(column.name) && isInline(table, constraint, dialect)),
  }));
  return sqlOf({ kind: "CreateTable", table: table.name, columns, constraints: [], comment: null, tablespace: null }, dialect);
}

function addConstraint(table: Table, constraint: Constraint, dialect: Dialect): string {
  return sqlOf({ kind: "AddConstraint", table: table.name, constraint: constraintAgain(constraint) }, dialect);
}

function createIndex(table: Table, index: Index, dialect: Dialect): string {
  return sqlOf({ kind: "CreateIndex", table: table.name, index: indexAgain(index, dialect.quoteName), concurrently: false }, dialect);
}

function sqlOf(change: SchemaChange, dialect: Dialect): string {
  return render(change, dialect).sql ?? "";
}
