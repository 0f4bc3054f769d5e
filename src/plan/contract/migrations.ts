import { modelOfTable } from "../../django/bind/model-of-table.ts";
import type { BoundField, BoundModel } from "../../django/bound.ts";
import type { Database } from "../../django/project.ts";
import type { Point } from "../../history/walk.ts";
import type { Pending } from "../../history/pending.ts";
import { columnAgain, constraintAgain, indexAgain } from "../../schema/again.ts";
import type { ColumnDefinition, SchemaChange } from "../../schema/change.ts";
import type { Constraint, Table } from "../../schema/schema.ts";
import { isMySql, type Dialect } from "../../sql/dialect.ts";
import { render } from "../../sql/render/render.ts";
import type { OwnMigration } from "../course.ts";
import { operation, runSql } from "../operations.ts";
import { notNullMigrations } from "../recipes/not-null.ts";
import { slug } from "../recipes/words.ts";
import { alterTable } from "../sql/raw.ts";
import { codeSpan } from "../../code-span.ts";

/** The migrations that contract something, and what has to hold of rows first (a clause). */
export interface Contracting {
  readonly migrations: readonly OwnMigration[];
  readonly gate: string | null;
  /** What does not come back when the migrations are reversed, in sentences. */
  readonly back?: readonly string[];
}

export interface Ground {
  /** The head: every migration applied. */
  readonly last: Point;
  readonly dialect: Dialect;
  readonly database: Database;
}

/**
 * The migrations that contract what is pending; a text says why none can be written. What the project state does not know any more is `RunSQL` with
 * the real table, column and type in both directions: Django's own operations would fail with a KeyError.
 */
export function contracting(pending: Pick<Pending, "what" | "table" | "name">, ground: Ground): Contracting | string {
  const { last, dialect } = ground;
  const table = last.schema.tables.get(pending.table);
  if (!table) return "its table is not known";
  const model = modelOfTable(pending.table, last.bound);
  const name = pending.name ?? "";
  switch (pending.what) {
    case "table":
      return dropTable(table, ground);
    case "column":
      return dropColumn(table, name, dialect);
    case "default":
      return dropDefault(table, name, dialect);
    case "nullability":
      return notNull(fieldOfColumn(model, name), ground);
    case "constraint":
      return validate(table, name, model, dialect);
    case "field class":
      return "what takes its place is for you to choose";
    case "field":
      return removeField(fieldOfColumn(model, name));
  }
}

function fieldOfColumn(model: BoundModel | null, column: string): BoundField | null {
  return model?.localFields.find((field) => field.column === column) ?? null;
}

/** PostgreSQL's CASCADE takes the foreign keys of other tables along; MySQL and MariaDB refuse. */
function dropTable(table: Table, { dialect, last }: Ground): Contracting | string {
  const back = tableAgain(table, dialect);
  const drop = sqlOf({ kind: "DropTable", table: table.name, cascade: false }, dialect);
  if (drop === null || back === null) return "the type of one of its columns is not known, so there would be no way back";
  const others = [...last.schema.tables.values()].filter((other) => other !== table);
  const refers = (key: ForeignKey) => key.toTable === table.name;
  const keys = isMySql(dialect.vendor) ? others.flatMap((other) => dropForeignKeys(other, refers, dialect)) : [];
  const lost = [...(foreignKeys(table, () => true).length > 0 ? ["without its foreign keys"] : []), ...(others.some((other) => foreignKeys(other, refers).length > 0) ? ["without those that refer to it"] : [])];
  const forth = [...keys, drop];
  return { migrations: [{ name: slug("drop", table.name), atomic: true, operations: [runSql(forth, back)] }], gate: null, back: [`Backwards the table comes back empty${lost.map((one) => `, ${one}`).join("")}.`, ...committed([forth, back], dialect)] };
}

/** Empty, with its keys, rules and indexes; foreign keys would need rows that may be gone. null where a type is not known. */
function tableAgain(table: Table, dialect: Dialect): readonly string[] | null {
  const all = [...table.constraints.values()];
  const key = all.find((constraint) => constraint.kind === "primary key");
  const inline = key?.columns.length === 1 ? key.columns[0] : null;
  const columns = [...table.columns.values()].map((column): ColumnDefinition => ({ ...columnAgain(column), primaryKey: column.name === inline }));
  if (columns.some(({ type }) => typeof type !== "string")) return null;
  const constraints = all.filter((constraint) => constraint.kind !== "foreign key" && !(constraint === key && inline !== null)).map(constraintAgain);
  const statements = [
    sqlOf({ kind: "CreateTable", table: table.name, columns, constraints, comment: null, tablespace: null }, dialect),
    ...[...table.indexes.values()].map((index) => sqlOf({ kind: "CreateIndex", table: table.name, index: indexAgain(index, dialect.quoteName), concurrently: false }, dialect)),
  ];
  return statements.every((sql) => sql !== null) ? statements : null;
}

function dropColumn(table: Table, name: string, dialect: Dialect): Contracting | string {
  const column = table.columns.get(name);
  if (!column) return "its column is not known";
  if (column.type === null) return "the type of its column is not known, so there would be no way back";
  // No code gives it a value any more: it comes back so that rows without one pass.
  const again = { ...columnAgain(column), null: column.null || (column.default === null && !column.identity && column.generated === null) };
  // MySQL and MariaDB keep a column that a foreign key is made of; no row of the column that comes back refers to anything.
  const ofColumn = (key: ForeignKey) => key.columns.includes(name);
  const keys = isMySql(dialect.vendor) ? dropForeignKeys(table, ofColumn, dialect) : [];
  const keysBack = isMySql(dialect.vendor) ? foreignKeys(table, ofColumn).flatMap((key) => sqlOf({ kind: "AddConstraint", table: table.name, constraint: constraintAgain(key) }, dialect) ?? []) : [];
  const drop = sqlOf({ kind: "DropColumn", table: table.name, column: name, cascade: false }, dialect);
  const back = sqlOf({ kind: "AddColumn", table: table.name, column: again }, dialect);
  if (drop === null || back === null) return "its SQL is not known on this database";
  const [forth, backwards] = [[...keys, drop], [back, ...keysBack]];
  // A foreign key that comes back brings the index that it needs.
  const comesBack = (one: { readonly columns: readonly string[] }) => keysBack.length > 0 && (("toTable" in one) || one.columns.length === 1);
  const parts = [...table.indexes.values(), ...table.constraints.values()].filter((one) => one.columns.includes(name) && !comesBack(one));
  const said = `Backwards the column comes back empty${again.null && !column.null ? ", and may be NULL" : ""}${parts.length > 0 ? ", without the indexes and rules that it was part of" : ""}.`;
  return { migrations: [{ name: slug("drop", table.name, name), atomic: true, operations: [runSql(forth, backwards)] }], gate: null, back: [said, ...committed([forth, backwards], dialect)] };
}

/** MySQL and MariaDB have no transaction around changes of the schema. */
function committed(ways: readonly (readonly string[])[], { vendor }: Dialect): readonly string[] {
  return isMySql(vendor) && ways.some((statements) => statements.length > 1) ? ["Each statement is committed by itself: when one fails, those before it stay done."] : [];
}

type ForeignKey = Constraint & { readonly kind: "foreign key" };

function foreignKeys(table: Table, which: (key: ForeignKey) => boolean): readonly ForeignKey[] {
  return [...table.constraints.values()].filter((constraint) => constraint.kind === "foreign key").filter(which);
}

function dropForeignKeys(table: Table, which: (key: ForeignKey) => boolean, dialect: Dialect): readonly string[] {
  return foreignKeys(table, which).map((key) => alterTable(dialect, table.name, `DROP FOREIGN KEY ${dialect.quoteName(key.name)}`));
}

function dropDefault(table: Table, name: string, dialect: Dialect): Contracting | string {
  const value = table.columns.get(name)?.default;
  if (value === undefined || value === null) return "its default is not known";
  if (dialect.vendor === "sqlite") return "SQLite drops a default only with the whole table made anew";
  const column = dialect.quoteName(name);
  return { migrations: [{ name: slug("drop", table.name, name, "default"), atomic: true, operations: [runSql([alterTable(dialect, table.name, `ALTER COLUMN ${column} DROP DEFAULT`)], [alterTable(dialect, table.name, `ALTER COLUMN ${column} SET DEFAULT ${value}`)])] }], gate: null };
}

function notNull(field: BoundField | null, { dialect, database }: Ground): Contracting | string {
  if (!field?.field) return "its field is not known";
  return { migrations: notNullMigrations(field, dialect, database), gate: `no row holds NULL in ${codeSpan(field.column!)}` };
}

/** An operation of Django's where the project state knows the constraint. */
function validate(table: Table, name: string, model: BoundModel | null, dialect: Dialect): Contracting | string {
  const constraint = table.constraints.get(name);
  if (!constraint) return "the constraint is not known";
  const known = constraint.kind === "check" && model?.state?.constraints.has(name) === true;
  const validation = known ? operation({ kind: "ValidateConstraint", model: model.name.toLowerCase(), name }) : runSql([alterTable(dialect, table.name, `VALIDATE CONSTRAINT ${dialect.quoteName(name)}`)], []);
  const gate = constraint.kind === "foreign key" ? `every row of ${codeSpan(table.name)} refers to one that is there` : `every row of ${codeSpan(table.name)} complies`;
  return { migrations: [{ name: slug(name, "valid"), atomic: true, operations: [validation] }], gate };
}

function removeField(field: BoundField | null): Contracting | string {
  if (!field) return "its field is not known";
  return { migrations: [{ name: slug("remove", field.model.name, field.name), atomic: true, operations: [operation({ kind: "RemoveField", model: field.model.name, name: field.name })] }], gate: null };
}

/** null where the SQL is not known on this database. */
function sqlOf(change: SchemaChange, dialect: Dialect): string | null {
  return render(change, dialect).sql;
}
