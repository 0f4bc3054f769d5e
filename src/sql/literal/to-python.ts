import type { Dialect } from "../dialect.ts";
import { type Data, type DateTimeData, typeName } from "./data.ts";
import { atOffset, inZone, parseDate, parseDateTime, parseTime, wallSeconds, zoneOffset } from "./datetime.ts";
import { decimalFromFloat, decimalOf, decimalString, exactDecimal, parseDecimal } from "./decimal.ts";
import { type FieldFacts, integerTypes, rangeTypes, textTypes } from "./field.ts";
import { text } from "./python-text.ts";
import { uuidHex } from "./read.ts";
import { Unknown } from "./unknown.ts";

/** What a field's get_prep_value makes of a Python object (most go through to_python). Throws Unknown for what it refuses. */
export function toPython(data: Data, field: FieldFacts, dialect: Dialect): Data {
  const type = field.internalType;
  if (rangeTypes.has(type)) return range(data, field);
  if (data === null) return null;
  if (textTypes.has(type)) return text(data);
  if (integerTypes.has(type)) return integer(data);
  switch (type) {
    case "BooleanField":
    case "NullBooleanField":
      return boolean(data);
    case "FloatField":
      return { kind: "float", value: float(data) };
    case "DecimalField":
      return decimal(data, field);
    case "DateField":
      return date(data, dialect);
    case "DateTimeField":
      return moment(data, dialect);
    case "TimeField":
      return time(data);
    case "UUIDField":
      return uuid(data);
    case "GenericIPAddressField":
      return ipAddress(text(data));
    case "HStoreField":
      return hstore(data);
  }
  return data;
}

const refused = (data: Data, type: string): never => {
  throw new Unknown(`${type} refuses a ${typeName(data)} like this one`);
};

function integer(data: Data): bigint {
  if (typeof data === "bigint") return data;
  if (typeof data === "boolean") return data ? 1n : 0n;
  if (typeof data === "string" && /^\s*[+-]?\d+\s*$/.test(data)) return BigInt(data.trim().replace(/^\+/, ""));
  if (data !== null && typeof data === "object" && data.kind === "float" && Number.isFinite(data.value)) return BigInt(Math.trunc(data.value));
  return refused(data, "IntegerField");
}

function float(data: Data): number {
  if (typeof data === "bigint" || typeof data === "boolean") return Number(data);
  if (typeof data === "string" && /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/.test(data)) return Number(data);
  if (data !== null && typeof data === "object" && data.kind === "float") return data.value;
  if (data !== null && typeof data === "object" && data.kind === "decimal") return Number(decimalString(data.value));
  return refused(data, "FloatField");
}

function boolean(data: Data): Data {
  if (typeof data === "boolean") return data;
  if (data === 1n || data === "1" || data === "t" || data === "True") return true;
  if (data === 0n || data === "0" || data === "f" || data === "False") return false;
  return refused(data, "BooleanField");
}

function decimal(data: Data, field: FieldFacts): Data {
  if (typeof data === "bigint" || typeof data === "boolean") return { kind: "decimal", value: decimalOf(BigInt(data)) };
  if (typeof data === "string") {
    const value = parseDecimal(data);
    if (value) return { kind: "decimal", value };
  }
  if (data !== null && typeof data === "object" && data.kind === "decimal") return data;
  if (data !== null && typeof data === "object" && data.kind === "float" && Number.isFinite(data.value)) {
    const digits = field.kwargs.get("max_digits");
    return { kind: "decimal", value: typeof digits === "number" ? decimalFromFloat(data.value, digits) : exactDecimal(data.value) };
  }
  return refused(data, "DecimalField");
}

function date(data: Data, dialect: Dialect): Data {
  if (typeof data === "string") return parseDate(data) ?? refused(data, "DateField");
  if (data === null || typeof data !== "object") return refused(data, "DateField");
  if (data.kind === "date") return data;
  if (data.kind !== "datetime") return refused(data, "DateField");
  const local = data.offset !== null && dialect.useTz ? inDefaultZone(data, dialect) : data;
  return { kind: "date", year: local.year, month: local.month, day: local.day };
}

/** timezone.make_naive(value, default_timezone), its offset still on it. */
function inDefaultZone(value: DateTimeData, dialect: Dialect): DateTimeData {
  return atOffset(value, zoneOffset(defaultZone(dialect), wallSeconds(value) - (value.offset ?? 0)));
}

function defaultZone(dialect: Dialect): string {
  if (dialect.timeZone === null) throw new Unknown("the setting TIME_ZONE is not known, and the value depends on it");
  return dialect.timeZone;
}

function moment(data: Data, dialect: Dialect): Data {
  const value = asMoment(data);
  if (value.offset !== null || !dialect.useTz) return value;
  return inZone(value, defaultZone(dialect));
}

function asMoment(data: Data): DateTimeData {
  const midnight = { kind: "datetime", hour: 0, minute: 0, second: 0, microsecond: 0, offset: null } as const;
  if (typeof data === "string") {
    const day = parseDate(data);
    return parseDateTime(data) ?? (day ? { ...day, ...midnight } : refused(data, "DateTimeField"));
  }
  if (data !== null && typeof data === "object" && data.kind === "datetime") return data;
  if (data !== null && typeof data === "object" && data.kind === "date") return { ...data, ...midnight };
  return refused(data, "DateTimeField");
}

function time(data: Data): Data {
  if (typeof data === "string") return parseTime(data) ?? refused(data, "TimeField");
  if (data !== null && typeof data === "object" && data.kind === "time") return data;
  if (data !== null && typeof data === "object" && data.kind === "datetime") return { kind: "time", hour: data.hour, minute: data.minute, second: data.second, microsecond: data.microsecond, offset: null };
  return refused(data, "TimeField");
}

function uuid(data: Data): Data {
  if (data !== null && typeof data === "object" && data.kind === "uuid") return data;
  if (typeof data === "bigint" && data >= 0n) return { kind: "uuid", hex: data.toString(16).padStart(32, "0") };
  const hex = typeof data === "string" ? uuidHex(data) : null;
  return hex === null ? refused(data, "UUIDField") : { kind: "uuid", hex };
}

/** clean_ipv6_address compresses; only addresses that are written shortest already are known here. */
function ipAddress(address: string): Data {
  if (!address.includes(":") || /^(::1?|[0-9a-f:]*::[0-9a-f:]*)$/.test(address)) return address;
  throw new Unknown("the shortest form of an IPv6 address is not computed here");
}

function hstore(data: Data): Data {
  if (data === null || typeof data !== "object" || data.kind !== "dict") return data;
  return { kind: "dict", entries: data.entries.map(([key, value]) => [text(key), value === null ? null : text(value)] as const) };
}

/** Lists and tuples become ranges; DecimalRangeField and DateTimeRangeField have default_bounds. */
function range(data: Data, field: FieldFacts): Data {
  if (data === null || typeof data !== "object" || (data.kind !== "list" && data.kind !== "tuple")) return data;
  const bounds = field.kwargs.get("default_bounds");
  return { kind: "range", lower: data.items[0] ?? null, upper: data.items[1] ?? null, bounds: typeof bounds === "string" ? bounds : "[)", empty: false };
}
