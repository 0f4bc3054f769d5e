import type { Vendor } from "../../django/project.ts";

/** A column's type taken apart as far as the question "which values fit?" needs it. `name` is how the database's errors spell it. */
export type DataType = { readonly name: string } & (
  /** `limit` in characters; null: none. */
  | { readonly family: "text"; readonly limit: number | null; readonly ignoresCase: boolean }
  | { readonly family: "integer"; readonly min: bigint; readonly max: bigint }
  /** `precision` null: any number of digits. */
  | { readonly family: "numeric"; readonly precision: number | null; readonly scale: number }
  | { readonly family: "array"; readonly element: DataType }
  /** A type this table does not know: an extension's, a domain, an enum. */
  | { readonly family: "other"; readonly modifier: string }
  | { readonly family: "float" | "boolean" | "date" | "timestamp" | "time" | "interval" | "uuid" | "json" | "network" | "bytes" | "range" }
);

export type Family = DataType["family"];

/**
 * Reads a type as the database or Django spells it: `varchar(40)`, `character varying(40)`, `integer UNSIGNED`, `timestamp with time zone`.
 * Never fails: what it does not know is of family "other".
 */
export function readType(spelled: string, vendor: Vendor): DataType {
  const text = spelled.trim().replace(/\s+/g, " ");
  const array = /^(.*?) ?\[\d*\]$/.exec(text);
  if (array) {
    const element = readType(array[1]!, vendor);
    return { name: `${withoutModifier(element)}[]`, family: "array", element };
  }
  const parts = /^([^(]+?) ?(?:\(([^)]*)\))?( .+)?$/.exec(text);
  if (!parts) return { name: text, family: "other", modifier: "" };
  const [, head, modifier = "", tail = ""] = parts;
  const base = `${head}${tail}`.toLowerCase();
  const numbers = modifier.split(",").map((part) => Number.parseInt(part, 10));
  return texts(base, numbers) ?? numberTypes(base, numbers, modifier, vendor) ?? singles(base, vendor) ?? { name: base, family: "other", modifier };
}

function texts(base: string, numbers: readonly number[]): DataType | null {
  const limit = Number.isNaN(numbers[0]) ? null : (numbers[0] ?? null);
  switch (base) {
    case "varchar":
    case "nvarchar":
    case "character varying":
      return { name: limit === null ? "character varying" : `character varying(${limit})`, family: "text", limit, ignoresCase: false };
    case "char":
    case "character":
    case "bpchar":
      return { name: `character(${limit ?? 1})`, family: "text", limit: limit ?? (base === "bpchar" ? null : 1), ignoresCase: false };
    case "citext":
      return { name: base, family: "text", limit: null, ignoresCase: true };
    case "tinytext":
      return { name: base, family: "text", limit: 255, ignoresCase: false };
    case "text":
    case "mediumtext":
    case "longtext":
      return { name: base, family: "text", limit: null, ignoresCase: false };
    default:
      return null;
  }
}

const integers: Record<string, { readonly name: string; readonly bits: bigint }> = {
  tinyint: { name: "tinyint", bits: 8n },
  smallint: { name: "smallint", bits: 16n },
  int2: { name: "smallint", bits: 16n },
  smallserial: { name: "smallint", bits: 16n },
  mediumint: { name: "mediumint", bits: 24n },
  integer: { name: "integer", bits: 32n },
  int: { name: "integer", bits: 32n },
  int4: { name: "integer", bits: 32n },
  serial: { name: "integer", bits: 32n },
  bigint: { name: "bigint", bits: 64n },
  int8: { name: "bigint", bits: 64n },
  bigserial: { name: "bigint", bits: 64n },
};

function numberTypes(base: string, numbers: readonly number[], modifier: string, vendor: Vendor): DataType | null {
  if (base === "bool" || base === "boolean" || (base === "tinyint" && modifier === "1" && vendor !== "postgresql")) return { name: "boolean", family: "boolean" };
  const unsigned = base.endsWith(" unsigned");
  const plain = unsigned ? base.slice(0, -" unsigned".length) : base;
  const integer = Object.hasOwn(integers, plain) ? integers[plain] : undefined;
  if (integer && unsigned) return { name: `${integer.name} unsigned`, family: "integer", min: 0n, max: 2n ** integer.bits - 1n };
  if (integer) return { name: integer.name, family: "integer", min: -(2n ** (integer.bits - 1n)), max: 2n ** (integer.bits - 1n) - 1n };
  if (base === "numeric" || base === "decimal") {
    const [precision, scale] = numbers;
    if (precision === undefined || Number.isNaN(precision)) return vendor === "postgresql" ? { name: "numeric", family: "numeric", precision: null, scale: 0 } : { name: "decimal", family: "numeric", precision: 10, scale: 0 };
    return { name: "numeric", family: "numeric", precision, scale: scale ?? 0 };
  }
  if (base === "double precision" || base === "double" || base === "float8") return { name: "double precision", family: "float" };
  if (base === "real" || base === "float4" || base === "float") return { name: base === "float" ? "double precision" : "real", family: "float" };
  return null;
}

const single: Record<string, { readonly name: string; readonly family: "date" | "timestamp" | "time" | "interval" | "uuid" | "json" | "network" | "bytes" | "range" }> = {
  date: { name: "date", family: "date" },
  datetime: { name: "datetime", family: "timestamp" },
  timestamp: { name: "timestamp without time zone", family: "timestamp" },
  "timestamp without time zone": { name: "timestamp without time zone", family: "timestamp" },
  "timestamp with time zone": { name: "timestamp with time zone", family: "timestamp" },
  timestamptz: { name: "timestamp with time zone", family: "timestamp" },
  time: { name: "time without time zone", family: "time" },
  "time without time zone": { name: "time without time zone", family: "time" },
  interval: { name: "interval", family: "interval" },
  uuid: { name: "uuid", family: "uuid" },
  json: { name: "json", family: "json" },
  jsonb: { name: "jsonb", family: "json" },
  inet: { name: "inet", family: "network" },
  cidr: { name: "cidr", family: "network" },
  bytea: { name: "bytea", family: "bytes" },
  longblob: { name: "longblob", family: "bytes" },
  blob: { name: "blob", family: "bytes" },
  int4range: { name: "int4range", family: "range" },
  int8range: { name: "int8range", family: "range" },
  numrange: { name: "numrange", family: "range" },
  daterange: { name: "daterange", family: "range" },
  tsrange: { name: "tsrange", family: "range" },
  tstzrange: { name: "tstzrange", family: "range" },
};

function singles(base: string, vendor: Vendor): DataType | null {
  const known = Object.hasOwn(single, base) ? single[base] : undefined;
  if (known && base === "timestamp" && vendor !== "postgresql") return { name: "timestamp", family: "timestamp" };
  return known ?? null;
}

/** The type's name without length: what an array of it and the operators of it are called by. */
export function withoutModifier(type: DataType): string {
  return type.name.replace(/\(.*\)$/, "");
}
