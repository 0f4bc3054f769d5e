import type { Decimal } from "./decimal.ts";

/** A Python object that can become a parameter of a statement: what a default or the right-hand side of a lookup is once Python has run. */
export type Data =
  | null
  | boolean
  | bigint
  | string
  /** psycopg's Int2, Int4 and Int8, which Django's integer fields make. */
  | { readonly kind: "int"; readonly value: bigint; readonly type: "int2" | "int4" | "int8" }
  | { readonly kind: "float"; readonly value: number }
  | { readonly kind: "decimal"; readonly value: Decimal }
  | DateData
  | TimeData
  | DateTimeData
  | TimeDelta
  | { readonly kind: "uuid"; readonly hex: string }
  /** One character a byte. */
  | { readonly kind: "bytes"; readonly text: string }
  | { readonly kind: "list" | "tuple" | "set"; readonly items: readonly Data[] }
  | { readonly kind: "dict"; readonly entries: readonly (readonly [Data, Data])[] }
  | { readonly kind: "range"; readonly lower: Data; readonly upper: Data; readonly bounds: string; readonly empty: boolean }
  /** psycopg's Jsonb: the text json.dumps made. */
  | { readonly kind: "json"; readonly text: string }
  | { readonly kind: "inet"; readonly text: string }
  /** Only known when the migration runs: `timezone.now`. */
  | { readonly kind: "computed"; readonly what: string };

export interface DateData {
  readonly kind: "date";
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface TimeData {
  readonly kind: "time";
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
  /** Seconds east of UTC; null when naive. */
  readonly offset: number | null;
}

export interface DateTimeData extends Omit<DateData, "kind">, Omit<TimeData, "kind"> {
  readonly kind: "datetime";
}

/** Normalized as Python does: 0 ≤ seconds < 86400, 0 ≤ microseconds < 10⁶. */
export interface TimeDelta {
  readonly kind: "timedelta";
  readonly days: number;
  readonly seconds: number;
  readonly microseconds: number;
}

/** The kind of a datum for messages and dispatch: `str`, `int`, `datetime`. */
export function typeName(data: Data): string {
  if (data === null) return "None";
  if (typeof data === "boolean") return "bool";
  if (typeof data === "bigint") return "int";
  return typeof data === "string" ? "str" : data.kind;
}
