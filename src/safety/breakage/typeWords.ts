import type { Database } from "../../django/project.ts";
import type { Conversion } from "./conversion.ts";
import { withoutModifier, type DataType, type Family } from "./type.ts";
import type { Said } from "./words.ts";
import { codeSpan } from "../../code-span.ts";

/** What a write of a value and a comparison with it say when the column has another type; null: no error. */
export interface TypeErrors {
  readonly write: Said | null;
  readonly filter: Said | null;
}

/** A value of one type meets a column of another. */
export interface Meeting {
  readonly table: string;
  readonly column: string;
  readonly sent: DataType;
  readonly type: DataType;
}

const none: TypeErrors = { write: null, filter: null };

/** The server's words for a conversion that may fail. "fits" and "unknown" have none; nor has SQLite, where everything fits. */
export function typeErrors(conversion: Conversion, meeting: Meeting, database: Database): TypeErrors {
  if (database.vendor === "postgresql") return postgresql(conversion, meeting);
  if (database.vendor === "sqlite") return none;
  return database.vendor === "mariadb" ? { write: mariadb(conversion, meeting), filter: null } : mysql(conversion, meeting);
}

function tooLong(type: DataType): Said {
  return type.family === "array" ? tooLong(type.element) : { error: `value too long for type ${type.name}`, code: "22001" };
}

function outOfRange(type: DataType): Said {
  if (type.family === "array") return outOfRange(type.element);
  return { error: type.family === "numeric" ? "numeric field overflow" : `${type.name} out of range`, code: "22003" };
}

/** The type PostgreSQL gives a bare number: most keys and counts are an integer, 1.5 is numeric. */
function literal(sent: DataType): string {
  if (sent.family === "integer") return "integer";
  return sent.family === "float" ? "numeric" : withoutModifier(sent);
}

function postgresql(conversion: Conversion, { column, sent, type }: Meeting): TypeErrors {
  const noOperator: Said =
    sent.family === "boolean"
      ? { error: `argument of WHERE must be type boolean, not type ${withoutModifier(type)}`, code: "42804" } // Django writes WHERE "flag"
      : { error: `operator does not exist: ${withoutModifier(type)} = ${literal(sent)}`, code: "42883" };
  switch (conversion) {
    case "length":
      return { write: tooLong(type), filter: null };
    case "range":
      return { write: outOfRange(type), filter: null };
    case "syntax":
      return { write: invalid(type), filter: type.name === "json" ? { error: "operator does not exist: json = unknown", code: "42883" } : invalid(type) };
    case "text":
      return { write: tooLong(type), filter: noOperator };
    case "number":
      return { write: outOfRange(type), filter: noOperator };
    case "write only":
      return { write: null, filter: noOperator };
    case "refused":
      return { write: { error: `column "${column}" is of type ${withoutModifier(type)} but expression is of type ${literal(sent)}`, code: "42804" }, filter: noOperator };
    case "truncated":
    case "fits":
    case "unknown":
      return none;
  }
}

/** A text no type but text takes; the servers repeat it in their errors. */
export const example = "abc";

const datesAndTimes: readonly Family[] = ["date", "timestamp", "time", "interval"];

function invalid(type: DataType): Said {
  if (type.family === "json") return { error: "invalid input syntax for type json", code: "22P02" };
  if (type.family === "array") return { error: `malformed array literal: "${example}"`, code: "22P02" };
  if (type.family === "range") return { error: `malformed range literal: "${example}"`, code: "22P02" };
  return { error: `invalid input syntax for type ${withoutModifier(type).replace(" without time zone", "")}: "${example}"`, code: datesAndTimes.includes(type.family) ? "22007" : "22P02" };
}

const examples: Partial<Record<Family, string>> = { text: example, integer: "1", boolean: "1", numeric: "12.34", float: "1.5e300", date: "2020-01-01", timestamp: "2020-01-01 10:00:00.000000", time: "10:00:00.000000", json: "{}" };
const kinds: Partial<Record<Family, string>> = { integer: "integer", boolean: "integer", numeric: "decimal", float: "double", date: "date", timestamp: "datetime", time: "time", text: "string", uuid: "uuid" };

function mariadb(conversion: Conversion, { table, column, sent, type }: Meeting): Said | null {
  if (conversion === "truncated") return truncated(column);
  // MariaDB's json is longtext with CHECK (json_valid(…)) named after the column.
  if (conversion === "syntax" && type.family === "json") return { error: `CONSTRAINT ${codeSpan(`${table}.${column}`)} failed for ${codeSpan(table)}`, code: "4025" };
  return conversion === "syntax" ? incorrect(sent, type, kinds[type.family] ?? type.name, `${codeSpan(table)}.${codeSpan(column)}`) : sizes(conversion, column);
}

/** As MySQL 9.7 says it: a date or time is no number, and a text that is no date cannot be compared with one. */
function mysql(conversion: Conversion, { table, column, sent, type }: Meeting): TypeErrors {
  const kind = type.family === "float" ? "DOUBLE" : (kinds[type.family] ?? type.name);
  const refuses = conversion === "syntax" || (conversion === "truncated" && (type.family === "numeric" || type.family === "float"));
  if (refuses && type.family === "json") return { write: noJson(table, column, sent), filter: null };
  if (refuses) return { write: incorrect(sent, type, kind, `'${column}'`), filter: sent.family === "text" && (type.family === "date" || type.family === "timestamp") ? { error: `Incorrect ${kind.toUpperCase()} value: '${example}'`, code: "1525" } : null };
  return { write: conversion === "truncated" ? truncated(column) : sizes(conversion, column), filter: null };
}

function sizes(conversion: Conversion, column: string): Said | null {
  if (conversion === "length") return { error: `Data too long for column '${column}' at row 1`, code: "1406" };
  return conversion === "range" ? { error: `Out of range value for column '${column}' at row 1`, code: "1264" } : null;
}

function truncated(column: string): Said {
  return { error: `Data truncated for column '${column}' at row 1`, code: "1265" };
}

function incorrect(sent: DataType, type: DataType, kind: string, column: string): Said {
  return { error: `Incorrect ${kind} value: '${examples[sent.family] ?? "…"}' for column ${column} at row 1`, code: datesAndTimes.includes(type.family) || type.family === "uuid" ? "1292" : "1366" };
}

/** A date and a time begin with a number, which is JSON. */
function noJson(table: string, column: string, sent: DataType): Said {
  const number = datesAndTimes.includes(sent.family) ? /^\d*/.exec(examples[sent.family] ?? "")![0].length : 0;
  return { error: `Invalid JSON text: "${number > 0 ? "The document root must not be followed by other values." : "Invalid value."}" at position ${number} in value for column '${table}.${column}'.`, code: "3140" };
}
