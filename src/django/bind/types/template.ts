import type { Value } from "../../../python/value.ts";
import type { ColumnType } from "../../../schema/change.ts";
import { codeSpan } from "../../../code-span.ts";

/** Fills `%(name)s` from the field's attributes, as Django's column types are; what has no readable value makes the type unknown. */
export function fill(template: string, attributes: ReadonlyMap<string, Value>): ColumnType {
  let missing: string | null = null;
  const text = template.replace(/%\((\w+)\)s/g, (_, name: string) => {
    const value = attributes.get(name);
    const written = value === undefined ? null : scalar(value);
    if (written === null) missing ??= reason(name, value);
    return written ?? "";
  });
  return missing === null ? text : { unknown: missing };
}

function scalar(value: Value): string | null {
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "string") return String(value);
  return null;
}

function reason(name: string, value: Value | undefined): string {
  if (value === undefined || value === null) return `its ${name} is not given, and the column type needs it`;
  if (typeof value === "object" && value.kind === "unknown") return `its ${name} is ${codeSpan(value.text)} (${value.place.path}:${value.place.line}), ${value.reason}, and the column type needs it: write the number in the migration`;
  if (typeof value === "object" && "text" in value) return `its ${name} is ${codeSpan(value.text)}, which cannot be read, and the column type needs it: write the number in the migration`;
  return `its ${name} cannot be read, and the column type needs it`;
}
