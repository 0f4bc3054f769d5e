import { postgresqlString } from "../render/postgresql-string.ts";
import { type Data, typeName } from "./data.ts";
import { dateString, dateTimeString, timeDeltaString, timeString } from "./datetime.ts";
import { decimalString } from "./decimal.ts";
import { floatRepr } from "./float.ts";
import { castOf } from "./psycopg3-types.ts";
import { Unknown } from "./unknown.ts";

/**
 * psycopg 3's as_literal: a quoted value gets a cast to its type unless it is text. Checked against psycopg 3.3 and PostgreSQL 15:
 * a negative number has a leading blank.
 */
export function quotePsycopg3(data: Data): string {
  if (data === null) return "NULL";
  if (typeof data === "string") return postgresqlString(data);
  if (typeof data === "boolean") return String(data);
  if (typeof data === "bigint") return signed(String(data));
  switch (data.kind) {
    case "int":
      return signed(String(data.value));
    case "float":
      return Number.isFinite(data.value) ? signed(floatRepr(data.value)) : `'${infinite(data.value)}'::float8`;
    case "decimal":
      return signed(decimalString(data.value));
    case "bytes":
      return `'${dump(data)}'::bytea`;
    default: {
      const type = castOf(data);
      return postgresqlString(dump(data)) + (type === null ? "" : `::${type}`);
    }
  }
}

const signed = (number: string): string => (number.startsWith("-") ? ` ${number}` : number);

const infinite = (value: number): string => (Number.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");

/** Dumper.dump: the text PostgreSQL's input function reads. */
function dump(data: Exclude<Data, null>): string {
  if (typeof data === "string") return data;
  if (typeof data === "boolean") return data ? "t" : "f";
  if (typeof data === "bigint") return String(data);
  switch (data.kind) {
    case "int":
      return String(data.value);
    case "float":
      return floatRepr(data.value);
    case "decimal":
      return decimalString(data.value);
    case "date":
      return dateString(data);
    case "datetime":
      return dateTimeString(data);
    case "time":
      return timeString(data);
    case "timedelta":
      return timeDeltaString(data).replace(",", "");
    case "uuid":
      return data.hex;
    case "bytes":
      return `\\x${[...data.text].map((char) => char.charCodeAt(0).toString(16).padStart(2, "0")).join("")}`;
    case "json":
    case "inet":
      return data.text;
    case "list":
      return dumpList(data.items);
    case "dict":
      return data.entries.map(([key, value]) => `${hstoreText(key)}=>${value === null ? "NULL" : hstoreText(value)}`).join(",");
    case "range":
      return dumpRange(data);
    default:
      throw new Unknown(`psycopg 3 does not adapt a ${typeName(data)}`);
  }
}

function hstoreText(data: Data): string {
  if (typeof data !== "string") throw new Unknown("hstore takes text only");
  return `"${data.replace(/["\\]/g, "\\$&")}"`;
}

function dumpList(items: readonly Data[]): string {
  return `{${items.map(dumpItem).join(",")}}`;
}

function dumpItem(item: Data): string {
  if (item === null) return "NULL";
  if (typeof item === "object" && item.kind === "list") return dumpList(item.items);
  const text = dump(item);
  return text === "" || /["{},\\\s]/.test(text) || /^null$/i.test(text) ? `"${text.replace(/["\\]/g, "\\$&")}"` : text;
}

function dumpRange(range: Extract<Data, { kind: "range" }>): string {
  if (range.empty) return "empty";
  const open = range.lower === null ? "(" : range.bounds[0];
  const close = range.upper === null ? ")" : range.bounds[1];
  return `${open}${rangeBound(range.lower)},${rangeBound(range.upper)}${close}`;
}

function rangeBound(bound: Data): string {
  if (bound === null) return "";
  const text = dump(bound);
  return /[",\\\s()[\]]/.test(text) ? `"${text.replace(/["\\]/g, "$&$&")}"` : text;
}
