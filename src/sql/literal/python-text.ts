import { type Data, typeName } from "./data.ts";
import { dateString, dateTimeString, timeDeltaString, timeString } from "./datetime.ts";
import { decimalString } from "./decimal.ts";
import { floatRepr } from "./float.ts";
import { dashed } from "./json.ts";
import { Unknown } from "./unknown.ts";

/** str(object). Throws Unknown for containers with anything in them. */
export function text(data: Data): string {
  if (data === null) return "None";
  if (typeof data === "string") return data;
  if (typeof data === "boolean") return data ? "True" : "False";
  if (typeof data === "bigint") return String(data);
  switch (data.kind) {
    case "float":
      return floatRepr(data.value);
    case "decimal":
      return decimalString(data.value);
    case "date":
      return dateString(data);
    case "datetime":
      return dateTimeString(data);
    case "time":
      return timeString(data);
    case "timedelta":
      return timeDeltaString(data);
    case "uuid":
      return dashed(data.hex);
    default:
      if ((data.kind === "list" || data.kind === "tuple") && data.items.length === 0) return data.kind === "list" ? "[]" : "()";
      if (data.kind === "dict" && data.entries.length === 0) return "{}";
      throw new Unknown(`the text that Python makes of a ${typeName(data)} is not computed here`);
  }
}
