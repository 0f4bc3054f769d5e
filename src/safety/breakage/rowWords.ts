import type { Database, Vendor } from "../../django/project.ts";
import type { Conversion } from "./conversion.ts";
import type { Rule } from "./rules.ts";
import { withoutModifier, type DataType, type Family } from "./type.ts";
import { example, typeErrors } from "./typeWords.ts";
import { wordsOf } from "./words.ts";

/** What a migration's own statement says when rows that are there do not allow it. */

/** SET NOT NULL, or ADD COLUMN … NOT NULL without a value for old rows; null where the server fills them in (MySQL: 0 and ''). */
export function nullRows(table: string, column: string, vendor: Vendor): string {
  switch (vendor) {
    case "postgresql":
      return `column "${column}" of relation "${table}" contains null values`;
    case "mysql":
      return "Invalid use of NULL value";
    case "mariadb":
      return `Data truncated for column '${column}' at row 1`;
    case "sqlite":
      return `NOT NULL constraint failed: new__${table}.${column}`;
  }
}

/** A rule that the rows break. */
export function ruleOnRows(rule: Rule, table: string, database: Database): string {
  const remade = database.vendor === "sqlite" ? `new__${table}` : table;
  const words = wordsOf(database);
  switch (rule.kind) {
    case "unique":
      return database.vendor === "postgresql" ? `could not create unique index "${rule.name}"` : words.duplicate(remade, rule.name, rule.columns).error;
    case "check":
      return database.vendor === "postgresql" ? `check constraint "${rule.name}" of relation "${table}" is violated by some row` : words.checkFails(table, rule.name, rule.sql).error;
    case "foreign key":
      return words.noParent(table, rule).error;
    case "exclusion":
      return `could not create exclusion constraint "${rule.name}"`;
  }
}

/** A change of type that values of the column do not survive; null when they do, or are cut without an error. */
export function retypedRows(conversion: Conversion, table: string, column: string, from: DataType, to: DataType, explicit: boolean, database: Database): string | null {
  const { write } = typeErrors(conversion, { table, column, sent: from, type: to }, database);
  if (database.vendor === "postgresql") {
    if (explicit && (conversion === "length" || conversion === "text")) return null;
    if (conversion !== "refused") return write?.error ?? null;
    if (explicit && hasExplicitCast(from, to)) return null;
    return explicit ? `cannot cast type ${withoutModifier(from)} to ${withoutModifier(to)}` : `column "${column}" cannot be cast automatically to type ${withoutModifier(to)}`;
  }
  const number = asNumbers[from.family];
  if (number !== undefined && isNumber(to)) return holdsNumber(to, number) ? null : `Out of range value for column '${column}' at row 1`;
  if (conversion === "length") return `Data truncated for column '${column}' at row 1`;
  if (database.vendor === "mariadb" && conversion === "syntax" && (to.family === "integer" || to.family === "numeric")) return `Truncated incorrect ${to.family === "integer" ? "INTEGER" : "DECIMAL"} value: '${example}'`;
  return write?.error ?? null;
}

/** MySQL and MariaDB read dates and times of rows that are there as numbers, 2020-01-01 as 20200101: the largest of each. */
const asNumbers: Partial<Record<Family, bigint>> = { date: 99991231n, timestamp: 99991231235959n, time: 8385959n };

function isNumber({ family }: DataType): boolean {
  return family === "integer" || family === "numeric" || family === "float" || family === "boolean";
}

function holdsNumber(type: DataType, number: bigint): boolean {
  if (type.family === "integer") return type.max >= number;
  if (type.family === "numeric") return type.precision === null || type.precision - type.scale >= String(number).length;
  return type.family === "float";
}

/** pg_cast's explicit-only casts between types that Django fields have. */
function hasExplicitCast(from: DataType, to: DataType): boolean {
  return (from.family === "boolean" && to.name === "integer") || (from.name === "integer" && to.family === "boolean");
}
