import { mysqlString } from "../render/mysql-string.ts";
import { type Data, typeName } from "./data.ts";
import { decimalFixed } from "./decimal.ts";
import { floatRepr } from "./float.ts";
import { Unknown } from "./unknown.ts";

/** mysqlclient's escape() (PyMySQL writes the same): floats always have an exponent. */
export function quoteMySql(data: Data): string {
  if (data === null) return "NULL";
  if (typeof data === "string") return mysqlString(data);
  if (typeof data === "boolean") return data ? "1" : "0";
  if (typeof data === "bigint") return String(data);
  if (data.kind === "float" && Number.isFinite(data.value)) {
    const repr = floatRepr(data.value);
    return repr.includes("e") ? repr : `${repr}e0`;
  }
  if (data.kind === "decimal") return decimalFixed(data.value);
  if (data.kind === "uuid") return mysqlString(data.hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-"));
  if (data.kind === "bytes" && data.text === "") return "''";
  throw new Unknown(`how the MySQL driver writes a ${typeName(data)} is not known`);
}
