import { type Data, typeName } from "./data.ts";
import { dateString, dateTimeString, timeString } from "./datetime.ts";
import { decimalString } from "./decimal.ts";
import { floatRepr } from "./float.ts";
import { Unknown } from "./unknown.ts";

/** What serializes objects that JSON does not know: nothing, or DjangoJSONEncoder. */
export type Encoder = "json" | "django";

/** json.dumps(data, cls=encoder): `, ` and `: ` between, ASCII only. Throws Unknown for what the encoder refuses. */
export function jsonDumps(data: Data, encoder: Encoder): string {
  if (data === null) return "null";
  if (typeof data === "boolean" || typeof data === "bigint") return String(data);
  if (typeof data === "string") return jsonString(data);
  switch (data.kind) {
    case "float":
      return jsonFloat(data.value);
    case "list":
    case "tuple":
      return `[${data.items.map((item) => jsonDumps(item, encoder)).join(", ")}]`;
    case "dict":
      return `{${[...uniqueKeys(data.entries)].map(([key, value]) => `${jsonString(key)}: ${jsonDumps(value, encoder)}`).join(", ")}}`;
    case "computed":
      throw new Unknown(`a part of the JSON value is computed when the migration runs: ${data.what}`);
    default:
      return jsonString(encoder === "django" ? djangoString(data) : refused(data));
  }
}

/** A Python dict keeps the place of the first and the value of the last of equal keys. */
function uniqueKeys(entries: readonly (readonly [Data, Data])[]): Map<string, Data> {
  const result = new Map<string, Data>();
  for (const [key, value] of entries) result.set(keyText(key), value);
  return result;
}

function keyText(key: Data): string {
  if (typeof key === "string") return key;
  if (key === null) return "null";
  if (typeof key === "boolean" || typeof key === "bigint") return String(key);
  if (key.kind === "float") return jsonFloat(key.value);
  return refused(key);
}

function jsonFloat(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "Infinity" : "-Infinity";
  return floatRepr(value);
}

function refused(data: Data): never {
  throw new Unknown(`json.dumps refuses a ${typeName(data)}`);
}

/** DjangoJSONEncoder.default; it cuts microseconds to milliseconds, which is rare enough to be left unknown. */
function djangoString(data: Data): string {
  if (data === null || typeof data !== "object") return refused(data);
  switch (data.kind) {
    case "date":
      return dateString(data);
    case "decimal":
      return decimalString(data.value);
    case "uuid":
      return dashed(data.hex);
    case "time":
      if (data.microsecond || data.offset !== null) return refused(data);
      return timeString(data);
    case "datetime":
      if (data.microsecond) return refused(data);
      return dateTimeString(data, "T").replace(/\+00:00$/, "Z");
    default:
      return refused(data);
  }
}

/** str(uuid.UUID). */
export function dashed(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

const shortEscapes: Readonly<Record<string, string>> = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f" };

/** A string with ensure_ascii=True. */
export function jsonString(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return `"${text.replace(/["\\\u0000-\u001f]|[^\u0000-\u007e]/g, (char) => shortEscapes[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`)}"`;
}
