import type { DateData, DateTimeData, TimeData, TimeDelta } from "./data.ts";
import { Unknown } from "./unknown.ts";

const two = (n: number): string => String(n).padStart(2, "0");

/** str(datetime.date). */
export function dateString(date: Omit<DateData, "kind">): string {
  return `${String(date.year).padStart(4, "0")}-${two(date.month)}-${two(date.day)}`;
}

/** str(datetime.time) with its offset, if it has one. */
export function timeString(time: Omit<TimeData, "kind">): string {
  return `${clock(time)}${time.microsecond ? `.${String(time.microsecond).padStart(6, "0")}` : ""}${offsetString(time.offset)}`;
}

/** time.isoformat(timespec="microseconds"), as MySQL's adapt_timefield_value asks for. */
export function timeWithMicroseconds(time: Omit<TimeData, "kind">): string {
  return `${clock(time)}.${String(time.microsecond).padStart(6, "0")}`;
}

const clock = (time: Omit<TimeData, "kind">): string => `${two(time.hour)}:${two(time.minute)}:${two(time.second)}`;

/** str(datetime.datetime); `separator` "T" makes it isoformat(). */
export function dateTimeString(value: DateTimeData, separator = " "): string {
  return dateString(value) + separator + timeString(value);
}

function offsetString(offset: number | null): string {
  if (offset === null) return "";
  const seconds = Math.abs(offset);
  const rest = seconds % 60;
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(seconds / 3600))}:${two(Math.floor((seconds % 3600) / 60))}${rest ? `:${two(rest)}` : ""}`;
}

/** str(datetime.timedelta): `1 day, 0:00:00`. */
export function timeDeltaString(value: TimeDelta): string {
  const { days, seconds, microseconds } = value;
  const time = `${Math.floor(seconds / 3600)}:${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  const fraction = microseconds ? `.${String(microseconds).padStart(6, "0")}` : "";
  return `${days ? `${days} day${Math.abs(days) === 1 ? "" : "s"}, ` : ""}${time}${fraction}`;
}

/** django.utils.duration.duration_microseconds. */
export function durationMicroseconds(value: TimeDelta): bigint {
  return (BigInt(value.days) * 86_400n + BigInt(value.seconds)) * 1_000_000n + BigInt(value.microseconds);
}

/** A timedelta of that many microseconds, normalized. */
export function timeDelta(microseconds: bigint): TimeDelta {
  const day = 86_400_000_000n;
  const rest = ((microseconds % day) + day) % day;
  return { kind: "timedelta", days: Number((microseconds - rest) / day), seconds: Number(rest / 1_000_000n), microseconds: Number(rest % 1_000_000n) };
}

/** The moment in another fixed offset: datetime.astimezone. */
export function atOffset(value: DateTimeData, offset: number): DateTimeData {
  return { ...fromSeconds(wallSeconds(value) - (value.offset ?? 0) + offset), microsecond: value.microsecond, offset };
}

/** timezone.make_naive(value, utc). */
export function naiveUtc(value: DateTimeData): DateTimeData {
  return { ...atOffset(value, 0), offset: null };
}

/**
 * timezone.make_aware(value, zone) for a naive datetime: the offset the zone had then; the earlier reading where the clock was set back.
 * Throws Unknown for a zone this runtime does not know.
 */
export function inZone(value: DateTimeData, zone: string): DateTimeData {
  const wall = wallSeconds(value);
  const before = zoneOffset(zone, wall - 86_400);
  const after = zoneOffset(zone, wall + 86_400);
  // fold=0: in a gap or an overlap the offset before the change holds.
  if (before !== after && zoneOffset(zone, wall - before) === before) return { ...value, offset: before };
  return { ...value, offset: before === after ? before : gapOrAfter(zone, wall, before, after) };
}

function gapOrAfter(zone: string, wall: number, before: number, after: number): number {
  return zoneOffset(zone, wall - after) === after ? after : before;
}

/** Seconds east of UTC in `zone` at that many seconds since 1970. */
export function zoneOffset(zone: string, seconds: number): number {
  const parts = new Map(formatter(zone).formatToParts(new Date(seconds * 1000)).map((part) => [part.type, part.value]));
  const number = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
  const wall = { year: number("year"), month: number("month"), day: number("day"), hour: number("hour"), minute: number("minute"), second: number("second"), microsecond: 0, offset: null };
  return wallSeconds(wall) - seconds;
}

function formatter(zone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" });
  } catch {
    throw new Unknown(`the time zone ${zone} is not known`);
  }
}

/** Seconds since 1970 of what the clock on the wall shows. */
export function wallSeconds(value: Omit<DateTimeData, "kind">): number {
  const date = new Date(0);
  date.setUTCFullYear(value.year, value.month - 1, value.day);
  return date.getTime() / 1000 + value.hour * 3600 + value.minute * 60 + value.second;
}

function fromSeconds(seconds: number): Omit<DateTimeData, "microsecond" | "offset"> {
  const date = new Date(seconds * 1000);
  return { kind: "datetime", year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds() };
}

const dateText = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const timeText = /^(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,6})\d{0,6})?)?$/;
const dateTimeText = /^(\d{4}-\d{1,2}-\d{1,2})[T ](\d{1,2}:\d{1,2}(?::\d{1,2}(?:[.,]\d{1,12})?)?)\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/;

/** django.utils.dateparse.parse_date; null for what it refuses. */
export function parseDate(text: string): DateData | null {
  const match = dateText.exec(text);
  return match ? { kind: "date", year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) } : null;
}

/** parse_time, without offsets. */
export function parseTime(text: string): TimeData | null {
  const match = timeText.exec(text);
  if (!match) return null;
  return { kind: "time", hour: Number(match[1]), minute: Number(match[2]), second: Number(match[3] ?? 0), microsecond: Number((match[4] ?? "").padEnd(6, "0")), offset: null };
}

/** parse_datetime. */
export function parseDateTime(text: string): DateTimeData | null {
  const match = dateTimeText.exec(text);
  if (!match) return null;
  const date = parseDate(match[1]!);
  const time = parseTime(match[2]!);
  if (!date || !time) return null;
  return { ...date, ...time, kind: "datetime", offset: parseOffset(match[3]) };
}

function parseOffset(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (text === "Z") return 0;
  const digits = text.replace(/[^\d]/g, "");
  const seconds = Number(digits.slice(0, 2)) * 3600 + Number(digits.slice(2) || 0) * 60;
  return text.startsWith("-") ? -seconds : seconds;
}
