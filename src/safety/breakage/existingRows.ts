import type { Database } from "../../django/project.ts";
import type { ColumnAction, ColumnDefinition, SchemaChange } from "../../schema/change.ts";
import type { Column, Schema, Table } from "../../schema/schema.ts";
import type { AddedColumns } from "./addedColumns.ts";
import { forwards, type Difference } from "./difference.ts";
import { fit } from "./fit.ts";
import { computedOverflow } from "./generated.ts";
import { refusesNulls } from "./nullCheck.ts";
import { nullRows, retypedRows, ruleOnRows } from "./rowWords.ts";
import { flat, newRules, type Rule } from "./rules.ts";
import { readType } from "./type.ts";
import { wordsOf } from "./words.ts";

export interface RowOptions {
  readonly database: Database;
  /** Tables that have no rows yet: made in the same pull request. */
  readonly empty: ReadonlySet<string>;
  /** Columns that earlier operations of the pull request added, with what all rows hold. */
  readonly added?: AddedColumns;
}

interface Rows extends Omit<RowOptions, "added"> {
  readonly before: Schema;
  readonly after: Schema;
  readonly difference: Difference;
  /** Columns whose NULLs are filled first, and values that a column is added with: `table\ncolumn`. */
  readonly filled: Set<string>;
  readonly added: Map<string, ColumnDefinition>;
}

/**
 * Why the changes may fail on rows that are there, in the database's own words; null when they cannot. The first one in the order of the statements:
 * it is the one a person would see. A data migration that cleaned the rows before is not known here.
 */
export function failsOnExistingRows(changes: readonly SchemaChange[], before: Schema, after: Schema, options: RowOptions): string | null {
  const rows: Rows = { ...options, before, after, difference: forwards(changes, before), filled: new Set(), added: new Map(options.added) };
  for (const change of changes) {
    const error = changeFails(change, rows);
    if (error !== null) return error;
  }
  for (const table of touched(changes)) {
    if (tableBefore(table, rows) === null) continue;
    for (const rule of newRules(table, { from: before, to: after, difference: rows.difference, database: options.database })) {
      const error = ruleFails(rule, table, rows);
      if (error !== null) return error;
    }
  }
  return null;
}

function touched(changes: readonly SchemaChange[]): string[] {
  return [...new Set(changes.flatMap((change) => (change.kind === "RenameTable" ? [change.to] : "table" in change && change.table !== null ? [change.table] : [])))];
}

/** The table as it was, when it may have rows. */
function tableBefore(table: string, { before, difference, empty }: Rows): Table | null {
  const name = difference.tableBefore(table);
  if (name === null || empty.has(name) || empty.has(table)) return null;
  return before.tables.get(name) ?? null;
}

function columnBefore(table: string, column: string, rows: Rows): Column | null {
  const name = rows.difference.columnBefore(table, column);
  return name === null ? null : (tableBefore(table, rows)?.columns.get(name) ?? null);
}

function changeFails(change: SchemaChange, rows: Rows): string | null {
  switch (change.kind) {
    case "FillNulls":
    case "FillRows":
      rows.filled.add(`${change.table}\n${change.column}`);
      return fillFails(change.table, change.column, rows);
    case "AddColumn":
      rows.added.set(`${change.table}\n${change.column.name}`, change.column);
      return tableBefore(change.table, rows) === null ? null : addedColumnFails(change.table, change.column, rows);
    case "AlterColumn":
      for (const action of change.actions) {
        const error = actionFails(change.table, action, rows);
        if (error !== null) return error;
      }
      return null;
    case "ValidateConstraint":
      return validationFails(change.table, change.name, rows);
    case "CopyRows":
      return copyFails(change, rows);
    default:
      return null;
  }
}

/** One value for all NULLs of a column that is unique: the second row fails. */
function fillFails(table: string, column: string, rows: Rows): string | null {
  const was = columnBefore(table, column, rows);
  if (!was?.null) return null;
  const unique = [...(tableBefore(table, rows)?.constraints.values() ?? [])].find((constraint) => constraint.kind === "unique" && constraint.columns.length === 1 && constraint.columns[0] === was.name);
  return unique ? wordsOf(rows.database).duplicate(table, unique.name, [column]).error : null;
}

function addedColumnFails(table: string, column: ColumnDefinition, rows: Rows): string | null {
  const held = rows.after.tables.get(table);
  const generated = held?.columns.get(column.name);
  if (held && generated?.generated?.stored) return computedOverflow(generated, held, rows.database)?.error ?? null;
  const supplied = column.null || column.default !== null || column.identity || column.generated !== null;
  if (supplied || rows.filled.has(`${table}\n${column.name}`)) return null;
  switch (rows.database.vendor) {
    case "postgresql":
      return nullRows(table, column.name, "postgresql");
    case "sqlite":
      return "Cannot add a NOT NULL column with default value NULL";
    case "mysql":
    case "mariadb":
      return zeroDate(column, rows); // everything else is filled with 0 or ''
  }
}

/** MySQL fills old rows with a zero date, which strict mode refuses (error 1292); MariaDB lets it in. */
function zeroDate(column: ColumnDefinition, { database }: Rows): string | null {
  const family = typeof column.type === "string" ? readType(column.type, database.vendor).family : null;
  if (database.vendor !== "mysql") return null;
  if (family === "date") return `Incorrect date value: '0000-00-00' for column '${column.name}' at row 1`;
  return family === "timestamp" ? `Incorrect datetime value: '0000-00-00 00:00:00' for column '${column.name}' at row 1` : null;
}

function actionFails(table: string, action: ColumnAction, rows: Rows): string | null {
  const was = columnBefore(table, action.column, rows);
  if (!was) return null;
  switch (action.kind) {
    case "SetNotNull":
      return !action.notValid && mayHoldNull(table, action.column, was, rows) ? nullRows(table, action.column, rows.database.vendor) : null;
    case "SetType":
      return typeof action.type === "string" ? retyped(table, was, action.type, action.using !== null, rows) : null;
    case "Modify": {
      const { type, null: nullable } = action.definition;
      if (!nullable && mayHoldNull(table, action.column, was, rows)) return nullRows(table, action.column, rows.database.vendor);
      return typeof type === "string" ? retyped(table, was, type, false, rows) : null;
    }
    default:
      return null;
  }
}

/** A validated CHECK (column IS NOT NULL) says that no row holds one. */
function mayHoldNull(table: string, column: string, was: Column, rows: Rows): boolean {
  if (!was.null || rows.filled.has(`${table}\n${column}`)) return false;
  const checks = [...(tableBefore(table, rows)?.constraints.values() ?? [])];
  return !checks.some((check) => check.kind === "check" && check.valid && flat(check.sql) === flat(`${was.name} IS NOT NULL`));
}

function retyped(table: string, was: Column, to: string, explicit: boolean, { database }: Rows): string | null {
  if (was.type === null || was.type === to) return null;
  const [from, type] = [readType(was.type, database.vendor), readType(to, database.vendor)];
  return retypedRows(fit(from, type, database), table, was.name, from, type, explicit, database);
}

function validationFails(table: string, name: string, rows: Rows): string | null {
  const constraint = tableBefore(table, rows)?.constraints.get(name);
  if (!constraint || (constraint.kind !== "check" && constraint.kind !== "foreign key") || constraint.valid) return null;
  return ruleOnRows(constraint, table, rows.database);
}

/** SQLite's remake copies a column as it is into one that is NOT NULL. */
function copyFails(copy: SchemaChange & { kind: "CopyRows" }, rows: Rows): string | null {
  const table = copy.table;
  for (const { column } of copy.columns) {
    const was = columnBefore(table, column, rows);
    const now = rows.after.tables.get(table)?.columns.get(column);
    const plain = copy.columns.some((each) => each.column === column && /^["`]?\w+["`]?$/.test(each.value));
    if (was?.null && now && !now.null && plain && mayHoldNull(table, column, was, rows)) return nullRows(table, column, "sqlite");
  }
  return null;
}

function ruleFails(rule: Rule, table: string, rows: Rows): string | null {
  const values = rule.columns.map((column) => valueOnRows(table, column, rows));
  switch (rule.kind) {
    case "unique":
      if (values.includes("different") || (rule.nullsDistinct && values.includes("null"))) return null;
      break;
    case "check":
      if (!rule.valid) return null;
      if (values.length > 0 && !values.includes("any") && !refusesNulls(rule.sql, new Set(rule.columns.filter((_, at) => values[at] === "null")))) return null;
      break;
    case "foreign key":
      if (!rule.valid || values.every((value) => value === "null") || rows.database.vendor === "sqlite") return null;
      break;
    case "exclusion":
      if (values.includes("null")) return null;
  }
  return ruleOnRows(rule, table, rows.database);
}

/** What the rows that are there hold in a column: of one that is added now, its default. */
function valueOnRows(table: string, column: string, rows: Rows): "any" | "equal" | "different" | "null" {
  const added = rows.added.get(`${table}\n${column}`);
  if (added === undefined || added.generated !== null) return "any";
  if (added.identity) return "different";
  if (added.default === null) return rows.filled.has(`${table}\n${column}`) ? "equal" : "null";
  // Django computes a default once for all rows; only a volatile function of the database differs from row to row.
  return /\b(gen_random_uuid|uuid_generate_v\d\w*|uuidv\d|uuid|random|rand|nextval|clock_timestamp)\s*\(/i.test(added.default.sql) ? "different" : "equal";
}
