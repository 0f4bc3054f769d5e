import type { CallValue, Value } from "../../python/value.ts";
import type { Data, DateTimeData } from "./data.ts";
import { inZone, timeDelta } from "./datetime.ts";
import { Unknown } from "./unknown.ts";

/** `datetime.datetime(2015, 6, 16, 13, 19, 17, 218278, tzinfo=…)` and its sisters. Throws Unknown for arguments that cannot be read. */
export function readDateTime(call: CallValue): Data {
  switch (call.path) {
    case "datetime.timedelta":
      return readTimeDelta(call);
    case "datetime.date":
      return { kind: "date", year: part(call, 0, "year"), month: part(call, 1, "month"), day: part(call, 2, "day") };
    case "datetime.time":
      return { kind: "time", ...clock(call, 0), offset: fixedOffset(call, zoneArgument(call, 4)) };
    default:
      return readMoment(call);
  }
}

function clock(call: CallValue, from: number): { readonly hour: number; readonly minute: number; readonly second: number; readonly microsecond: number } {
  return {
    hour: part(call, from, "hour", 0),
    minute: part(call, from + 1, "minute", 0),
    second: part(call, from + 2, "second", 0),
    microsecond: part(call, from + 3, "microsecond", 0),
  };
}

function readMoment(call: CallValue): DateTimeData {
  const naive: DateTimeData = { kind: "datetime", year: part(call, 0, "year"), month: part(call, 1, "month"), day: part(call, 2, "day"), ...clock(call, 3), offset: null };
  const zone = zoneArgument(call, 7);
  if (zone === null) return naive;
  const name = zoneName(zone);
  return name === null ? { ...naive, offset: fixedOffset(call, zone) } : inZone(naive, name);
}

const zoneArgument = (call: CallValue, index: number): Value => call.args[index] ?? call.kwargs.get("tzinfo") ?? null;

function part(call: CallValue, index: number, name: string, otherwise?: number): number {
  const value = call.args[index] ?? call.kwargs.get(name) ?? otherwise;
  if (typeof value === "number" && Number.isInteger(value)) return value;
  throw new Unknown(`the value of ${call.text} cannot be read`);
}

/** zoneinfo.ZoneInfo("Europe/Rome"). */
function zoneName(zone: Value): string | null {
  if (zone === null || typeof zone !== "object" || zone.kind !== "call") return null;
  const [name] = zone.args;
  return /(^|\.)ZoneInfo$/.test(zone.path) && typeof name === "string" ? name : null;
}

/** Seconds east of UTC of `datetime.timezone.utc`, `utc` and `timezone(timedelta(…))`. */
function fixedOffset(call: CallValue, zone: Value): number | null {
  if (zone === null) return null;
  if (typeof zone === "object" && (zone.kind === "ref" || zone.kind === "call") && /(^|\.)(utc|UTC)$/.test(zone.path)) return 0;
  if (typeof zone === "object" && zone.kind === "call" && /(^|\.)(timezone|get_fixed_timezone|FixedOffset)$/.test(zone.path)) {
    const [argument] = zone.args;
    if (typeof argument === "number") return argument * 60;
    const delta = argument !== null && typeof argument === "object" && argument.kind === "call" && argument.path === "datetime.timedelta" ? readTimeDelta(argument) : null;
    if (delta !== null && typeof delta === "object" && delta.kind === "timedelta") return delta.days * 86_400 + delta.seconds;
  }
  throw new Unknown(`the time zone of ${call.text} cannot be read`);
}

const units: readonly (readonly [string, bigint])[] = [
  ["days", 86_400_000_000n],
  ["seconds", 1_000_000n],
  ["microseconds", 1n],
  ["milliseconds", 1_000n],
  ["minutes", 60_000_000n],
  ["hours", 3_600_000_000n],
  ["weeks", 604_800_000_000n],
];

function readTimeDelta(call: CallValue): Data {
  let total = 0n;
  for (const [index, [name, microseconds]] of units.entries()) {
    const value = call.args[index] ?? call.kwargs.get(name);
    if (value === undefined) continue;
    total += amount(value, microseconds, call);
  }
  return timeDelta(total);
}

function amount(value: Value, unit: bigint, call: CallValue): bigint {
  if (typeof value === "bigint") return value * unit;
  if (typeof value === "number") return BigInt(value) * unit;
  if (value !== null && typeof value === "object" && value.kind === "float") return BigInt(Math.round(Number(value.text) * Number(unit)));
  throw new Unknown(`the value of ${call.text} cannot be read`);
}
