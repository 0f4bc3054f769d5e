import { type Data, typeName } from "./data.ts";
import { decimalString } from "./decimal.ts";
import { floatRepr } from "./float.ts";
import { Unknown } from "./unknown.ts";

/** The SQLite schema editor's quote_value; Django registers str as the adapter of Decimal. */
export function quoteSqlite(data: Data): string {
  if (data === null) return "NULL";
  if (typeof data === "string") return `'${data.replaceAll("'", "''")}'`;
  if (typeof data === "boolean") return data ? "1" : "0";
  if (typeof data === "bigint") return String(data);
  switch (data.kind) {
    case "float":
      return floatRepr(data.value);
    case "decimal":
      return `'${decimalString(data.value)}'`;
    case "bytes":
      return `X'${[...data.text].map((char) => char.charCodeAt(0).toString(16).padStart(2, "0")).join("")}'`;
    default:
      throw new Unknown(`SQLite's quote_value refuses a ${typeName(data)}`);
  }
}
