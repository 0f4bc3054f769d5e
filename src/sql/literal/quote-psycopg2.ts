import { djangoAtLeast, type Dialect } from "../dialect.ts";
import { type Data, typeName } from "./data.ts";
import { dateString, dateTimeString, timeString } from "./datetime.ts";
import { decimalString } from "./decimal.ts";
import { floatRepr } from "./float.ts";
import { dashed } from "./json.ts";
import type { Quoting } from "./quote.ts";
import { Unknown } from "./unknown.ts";

/** psycopg2's adapters, as getquoted() and mogrify() write them. Checked against psycopg2 2.9. */
export function quotePsycopg2(data: Data, dialect: Dialect, quoting: Quoting): string {
  if (data === null) return "NULL";
  if (typeof data === "string") return text(data);
  if (typeof data === "boolean") return String(data);
  if (typeof data === "bigint") return signed(String(data));
  switch (data.kind) {
    case "float":
      return signed(floatRepr(data.value));
    case "decimal":
      return signed(decimalString(data.value));
    case "date":
      return `'${dateString(data)}'::date`;
    case "datetime":
      return `'${dateTimeString(data, "T")}'::${data.offset === null ? "timestamp" : "timestamptz"}`;
    case "time":
      return `'${timeString(data)}'::time`;
    case "timedelta":
      return `'${data.days} days ${data.seconds}.${String(data.microseconds).padStart(6, "0")} seconds'::interval`;
    case "uuid":
      return `'${dashed(data.hex)}'::uuid`;
    case "json":
      return json(data.text, dialect);
    case "inet":
      return `'${data.text}'::inet`;
    case "list":
      return list(data.items, dialect, quoting);
    case "bytes":
      if (quoting === "compose") return `'\\x${[...data.text].map((char) => char.charCodeAt(0).toString(16).padStart(2, "0")).join("")}'::bytea`;
      if (data.text === "") return "''::bytea";
      break;
    case "dict":
      if (data.entries.length === 0) return "''::hstore";
      break;
  }
  throw new Unknown(`how psycopg2 writes a ${typeName(data)} here is not known`);
}

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

const signed = (number: string): string => (number.startsWith("-") ? ` ${number}` : number);

/** Django 4.2 took psycopg2's Json as it is; the cast to jsonb came later, in 5.2 at the latest. */
function json(value: string, dialect: Dialect): string {
  if (djangoAtLeast(dialect, "5.2")) return `${text(value)}::jsonb`;
  if (djangoAtLeast(dialect, "5.0")) throw new Unknown(`whether Django ${dialect.django} casts JSON with psycopg2 is not known`);
  return text(value);
}

function list(items: readonly Data[], dialect: Dialect, quoting: Quoting): string {
  if (items.every((item) => item === null)) return `'{${items.map(() => "NULL").join(",")}}'`;
  return `ARRAY[${items.map((item) => quotePsycopg2(item, dialect, quoting)).join(",")}]`;
}
