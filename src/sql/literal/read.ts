import type { CallValue, Value } from "../../python/value.ts";
import { builtinCall } from "./builtins.ts";
import type { Data } from "./data.ts";
import { readDateTime } from "./read-datetime.ts";
import { decimalOf, exactDecimal, parseDecimal } from "./decimal.ts";
import { Unknown } from "./unknown.ts";

/**
 * The Python object an expression makes, where it is data: constants, containers, and calls such as `datetime.date(2020, 1, 1)`,
 * `Decimal("0.10")`, `uuid.UUID("…")`. A call or name whose value is only known at run time becomes "computed".
 * Throws Unknown for what cannot be read.
 */
export function readData(value: Value): Data {
  if (value === null || typeof value === "boolean" || typeof value === "string" || typeof value === "bigint") return value;
  if (typeof value === "number") return Number.isInteger(value) ? BigInt(value) : { kind: "float", value };
  switch (value.kind) {
    case "float":
      return { kind: "float", value: Number(value.text.replaceAll("_", "")) };
    case "bytes":
      return { kind: "bytes", text: value.text };
    case "list":
    case "tuple":
    case "set":
      return { kind: value.kind, items: value.items.map(readData) };
    case "dict":
      return { kind: "dict", entries: value.entries.map(([key, item]) => [readData(key), readData(item)] as const) };
    case "call":
      return readCall(value);
    case "ref":
      return { kind: "computed", what: nameOf(value.text, value.path) };
    case "binary":
    case "unary":
      return readOperator(value);
    case "unknown":
      throw new Unknown(`${value.reason}: ${value.text}`);
  }
}

/** A name for the placeholder of a computed value: only letters, digits, dots and underscores. */
export function nameOf(text: string, path: string): string {
  if (/^[\w.]+$/.test(text)) return text;
  return /^[\w.]+$/.test(path) ? path : "computed";
}

function readCall(call: CallValue): Data {
  if (call.unknownArgs) throw new Unknown(`${call.unknownArgs.reason}: ${call.text}`);
  const last = call.path.split(".").at(-1)!;
  switch (call.path) {
    case "decimal.Decimal":
      return readDecimal(call);
    case "uuid.UUID":
      return readUuid(call);
    case "datetime.datetime":
    case "datetime.date":
    case "datetime.time":
    case "datetime.timedelta":
      return readDateTime(call);
  }
  if (/^django\.utils\.translation\.(u?gettext(_lazy|_noop)?|gettext)$/.test(call.path) || call.path === "django.utils.safestring.mark_safe") return readData(call.args[0] ?? "");
  if (rangeClasses.has(last) && /^(psycopg|django\.db\.backends\.postgresql)/.test(call.path)) return readRange(call);
  const builtin = builtinCall(call, readData);
  if (builtin !== undefined) return builtin;
  return { kind: "computed", what: nameOf(call.path, call.path) };
}

function readDecimal(call: CallValue): Data {
  const argument = readData(call.args[0] ?? 0);
  if (typeof argument === "bigint") return { kind: "decimal", value: decimalOf(argument) };
  if (typeof argument === "string") {
    const value = parseDecimal(argument);
    if (value) return { kind: "decimal", value };
  }
  if (argument !== null && typeof argument === "object" && argument.kind === "float") return { kind: "decimal", value: exactDecimal(argument.value) };
  throw new Unknown(`the value of ${call.text} cannot be read`);
}

function readUuid(call: CallValue): Data {
  const argument = call.args[0] ?? call.kwargs.get("hex");
  const hex = typeof argument === "string" ? uuidHex(argument) : null;
  if (hex === null) throw new Unknown(`the value of ${call.text} cannot be read`);
  return { kind: "uuid", hex };
}

/** uuid.UUID(text).hex; null for what it refuses. */
export function uuidHex(text: string): string | null {
  const hex = text.replace("urn:", "").replace("uuid:", "").replace(/^[{}]+|[{}]+$/g, "").replaceAll("-", "").toLowerCase();
  return /^[0-9a-f]{32}$/.test(hex) ? hex : null;
}

const rangeClasses = new Set(["Range", "NumericRange", "DateRange", "DateTimeRange", "DateTimeTZRange"]);

function readRange(call: CallValue): Data {
  const argument = (index: number, name: string): Value => call.args[index] ?? call.kwargs.get(name) ?? null;
  const bounds = argument(2, "bounds") ?? "[)";
  const empty = argument(3, "empty") ?? false;
  if (typeof bounds !== "string" || typeof empty !== "boolean") throw new Unknown(`the value of ${call.text} cannot be read`);
  return { kind: "range", lower: readData(argument(0, "lower")), upper: readData(argument(1, "upper")), bounds, empty };
}

function readOperator(value: Extract<Value, { kind: "binary" | "unary" }>): Data {
  const operands = value.kind === "unary" ? [readData(value.operand)] : [readData(value.left), readData(value.right)];
  const computed = operands.find((operand) => operand !== null && typeof operand === "object" && operand.kind === "computed");
  if (computed) return { kind: "computed", what: "computed" };
  throw new Unknown(`the value of ${value.text} cannot be read`);
}
