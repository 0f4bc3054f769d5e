import type { Data } from "./data.ts";
import { Unknown } from "./unknown.ts";

/** The type name of the cast; null for text and for what has no type of its own (an empty list). */
export function castOf(data: Data): string | null {
  if (data === null || typeof data === "string") return null;
  if (typeof data === "boolean") return "bool";
  if (typeof data === "bigint") return smallestInteger(data);
  switch (data.kind) {
    case "datetime":
      return data.offset === null ? "timestamp" : "timestamptz";
    case "time":
      return data.offset === null ? "time" : "timetz";
    case "int":
      return data.type;
    case "float":
      return "float8";
    case "list":
      return listCast(data.items);
    case "dict":
      return "hstore";
    case "range":
      return rangeCast(data);
    default:
      return simpleCasts[data.kind] ?? null;
  }
}

const simpleCasts: Readonly<Record<string, string>> = { date: "date", timedelta: "interval", uuid: "uuid", json: "jsonb", inet: "inet", decimal: "numeric", bytes: "bytea" };

function smallestInteger(value: bigint): string {
  if (value >= -(2n ** 15n) && value < 2n ** 15n) return "int2";
  if (value >= -(2n ** 31n) && value < 2n ** 31n) return "int4";
  return value >= -(2n ** 63n) && value < 2n ** 63n ? "int8" : "numeric";
}

function flat(items: readonly Data[]): Data[] {
  return items.flatMap((item) => (item !== null && typeof item === "object" && item.kind === "list" ? flat(item.items) : item === null ? [] : [item]));
}

/** An array of plain ints takes the type of the largest; those of an integer field have one. */
function listCast(items: readonly Data[]): string | null {
  const elements = flat(items);
  if (elements.length === 0) return null;
  const casts = new Set(elements.map((element) => (typeof element === "bigint" ? "integer" : castOf(element))));
  if (casts.size > 1) throw new Unknown("psycopg 3 does not adapt lists of mixed types");
  const [cast] = casts;
  if (cast === null || cast === undefined) return null;
  return `${cast === "integer" ? smallestInteger(widest(elements as bigint[])) : cast}[]`;
}

const widest = (values: readonly bigint[]): bigint => values.reduce((a, b) => (magnitude(b) > magnitude(a) ? b : a));

const magnitude = (value: bigint): bigint => (value < 0n ? -value - 1n : value);

/** Plain ints make no cast: psycopg leaves the kind of integer range to the server. */
function rangeCast(range: Extract<Data, { kind: "range" }>): string | null {
  const bound = range.lower ?? range.upper;
  if (range.empty || bound === null || typeof bound !== "object") return null;
  const casts: Readonly<Record<string, string>> = { decimal: "numrange", date: "daterange", datetime: "tstzrange" };
  return casts[bound.kind] ?? null;
}
