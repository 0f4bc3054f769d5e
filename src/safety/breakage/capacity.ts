import type { DataType } from "./type.ts";

/** Characters of the longest text a value of the type is written as; null: no bound. A float has none: PostgreSQL reads 1e300 as numeric and writes all of its digits. */
export function longestText(type: DataType): number | null {
  switch (type.family) {
    case "text":
      return type.limit;
    case "integer":
      return Math.max(`${type.min}`.length, `${type.max}`.length);
    case "numeric":
      return type.precision === null ? null : type.precision + 2;
    case "boolean":
      return 5;
    case "date":
      return 10;
    case "timestamp":
      return 32;
    case "time":
      return 15;
    case "uuid":
      return 36;
    case "network":
      return 43;
    default:
      return null;
  }
}

/** Digits before the decimal point a value of the type can have; null: no bound. */
export function wholeDigits(type: DataType): number | null {
  switch (type.family) {
    case "integer":
      return `${type.max}`.length;
    case "numeric":
      return type.precision === null ? null : type.precision - type.scale;
    case "boolean":
      return 1;
    case "float":
      return 309; // 1.8e308
    default:
      return null;
  }
}

/** Does every text of the sent type fit the column's length? */
export function textFits(sent: DataType, column: DataType & { family: "text" }): boolean {
  if (column.limit === null) return true;
  const longest = longestText(sent);
  return longest !== null && longest <= column.limit;
}

/** Does every number of the sent type fit the column, rounding included? 999.99 as numeric(4,1) is 1000.0 and does not. */
export function numberFits(sent: DataType, column: DataType): boolean {
  if (column.family === "float") return true;
  if (column.family === "boolean") return sent.family === "boolean";
  const digits = wholeDigits(sent);
  if (column.family === "integer") {
    if (sent.family === "integer") return sent.min >= column.min && sent.max <= column.max;
    if (sent.family === "boolean") return true;
    return column.min < 0n && digits !== null && digits < `${column.max}`.length;
  }
  if (column.family !== "numeric") return false;
  if (column.precision === null) return true;
  if (digits === null) return false;
  const room = column.precision - column.scale;
  if (digits !== room) return digits < room;
  return sent.family !== "numeric" || column.scale >= sent.scale;
}

/** Do values that differ in the first type become equal in the second (rounding, letter case, dropped time)? */
export function coarser(from: DataType, to: DataType): boolean {
  if (from.family === "text" && to.family === "text") return to.ignoresCase && !from.ignoresCase;
  if (from.family === "timestamp") return to.family === "date" || to.family === "time";
  if (from.family === "float") return to.family === "integer" || to.family === "numeric";
  if (from.family === "numeric" && to.family === "numeric") return to.precision !== null && (from.precision === null || to.scale < from.scale);
  return from.family === "numeric" && to.family === "integer";
}
