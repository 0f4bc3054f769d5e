import type { Database } from "../../django/project.ts";
import { numberFits, textFits } from "./capacity.ts";
import { conversion, type Conversion } from "./conversion.ts";
import { readType, withoutModifier, type DataType } from "./type.ts";

/** What becomes of any value of one type in a column of another: the table's cell, sharpened by lengths and ranges. */
export function fit(sent: DataType, type: DataType, database: Database): Conversion {
  const vendor = database.vendor;
  if (sent.family === "array" && type.family === "array") return elementsFit(sent.element, type.element, database);
  if (sent.family === "other" && type.family === "other") return sent.name === type.name && sent.modifier === type.modifier ? "fits" : "unknown";
  const cell = conversion(sent.family, type.family, vendor);
  switch (cell) {
    case "length":
      return type.family === "text" && !textFits(sent, type) ? "length" : "fits";
    case "text":
      return type.family === "text" && !textFits(sent, type) ? "text" : "write only";
    case "range":
      return numberFits(sent, type) ? "fits" : "range";
    case "fits":
      if (vendor !== "postgresql" || sent.name === type.name) return cell;
      if (sent.family === "range") return "refused";
      if (sent.family === "network") return "unknown"; // inet into cidr depends on the host bits
      if (type.name === "json") return "write only"; // json has no equality
      return cell;
    default:
      return cell;
  }
}

/** Arrays are compared only with arrays of the same element type, and written if their elements could be. */
function elementsFit(sent: DataType, type: DataType, database: Database): Conversion {
  const elements = fit(sent, type, database);
  const sameType = withoutModifier(sent) === withoutModifier(type);
  if (elements === "unknown" || elements === "refused") return elements;
  if (elements === "syntax") return "refused";
  if (sameType) return elements;
  if (elements === "length" || elements === "text") return "text";
  return elements === "range" || elements === "number" ? "number" : "write only";
}

/** The same for types as they are spelled. */
export function spelledFit(sent: string, type: string, database: Database): Conversion {
  return sent === type ? "fits" : fit(readType(sent, database.vendor), readType(type, database.vendor), database);
}
