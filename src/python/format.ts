import { mostCharacters } from "./context.ts";
import { isCompound, isDict, isItems } from "./values.ts";
import type { Value } from "./value.ts";

/** `str(value)` of a literal whose text is certain; null for anything else. */
export function asText(value: Value): string | null {
  if (typeof value === "string") return value;
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (!isCompound(value)) return String(value);
  return value.kind === "float" && /^-?\d{1,15}\.\d{0,15}$/.test(value.text) ? floatText(value.text) : null;
}

function floatText(text: string): string | null {
  const number = Number(text);
  if (number !== 0 && (Math.abs(number) < 1e-4 || Math.abs(number) >= 1e16)) return null;
  return Number.isInteger(number) ? `${number}.0` : String(number);
}

/** `template % value` for plain `%s`, `%d`, `%i`, `%(name)s` and `%%`; null when the result is not certain. */
export function formatPercent(template: string, value: Value): string | null {
  const args = isItems(value) && value.kind === "tuple" ? value.items : [value];
  let used = 0;
  let certain = true;
  const text = template.replace(/%(?:\((\w+)\))?(.|$)/gs, (_, name: string | undefined, conversion: string) => {
    if (conversion === "%" && name === undefined) return "%";
    const arg = name === undefined ? args[used++] : entry(value, name);
    const shown = arg === undefined ? null : conversion === "s" ? asText(arg) : "di".includes(conversion) && typeof arg === "number" ? String(arg) : null;
    if (shown === null || conversion === "") certain = false;
    return shown ?? "";
  });
  const spare = isDict(value) ? used > 0 : used !== args.length;
  return certain && !spare ? limited(text) : null;
}

function entry(value: Value, name: string): Value | undefined {
  return isDict(value) ? value.entries.find(([key]) => key === name)?.[1] : undefined;
}

/** `template.format(…)` for plain `{}`, `{0}`, `{name}` and doubled braces; null when the result is not certain. */
export function formatBraces(template: string, args: readonly Value[], kwargs: ReadonlyMap<string, Value>): string | null {
  let next = 0;
  let certain = true;
  const text = template.replace(/\{\{|\}\}|\{(\w*)\}|[{}]/g, (all, name: string | undefined) => {
    if (all === "{{" || all === "}}") return all[0]!;
    const arg = name === undefined ? undefined : name === "" ? args[next++] : /^\d+$/.test(name) ? args[Number(name)] : kwargs.get(name);
    const shown = arg === undefined ? null : asText(arg);
    if (shown === null) certain = false;
    return shown ?? "";
  });
  return certain ? limited(text) : null;
}

function limited(text: string): string | null {
  return text.length > mostCharacters ? null : text;
}
