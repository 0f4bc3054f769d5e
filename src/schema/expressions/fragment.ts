import type { Data } from "../../sql/literal/data.ts";
import type { Dialect } from "../../sql/dialect.ts";
import { quote, type Quoting } from "../../sql/literal/quote.ts";
import { Unknown } from "../../sql/literal/unknown.ts";

/**
 * SQL with its parameters in place. Text is as Django's compilers make it, before Python's % formatting: a percent sign is `%%`.
 */
export type Fragment = readonly (string | Parameter)[];

export interface Parameter {
  readonly param: Data;
}

/** A template of text and fragments: sql`UPPER(${inner})`. */
export function sql(strings: TemplateStringsArray, ...values: readonly (Fragment | string)[]): Fragment {
  const parts: (string | Parameter)[] = [];
  for (const [index, text] of strings.entries()) {
    if (text) parts.push(text);
    const value = values[index];
    if (value === undefined) continue;
    if (typeof value === "string") parts.push(value);
    else for (const part of value) parts.push(part);
  }
  return bounded(parts);
}

/** Some expressions write an argument twice, so nesting them doubles the text: more pieces than these are no SQL for a person. */
const mostParts = 20_000;

function bounded(parts: Fragment): Fragment {
  if (parts.length > mostParts) throw new Unknown("the SQL would be too long to show");
  return parts;
}

export function param(data: Data): Fragment {
  return [{ param: data }];
}

export function join(fragments: readonly Fragment[], separator: string): Fragment {
  return bounded(fragments.flatMap((fragment, index) => (index === 0 ? fragment : [separator, ...fragment])));
}

/** Puts fragments where a template names them: `%(expressions)s`; `%%` stays for the last formatting where Django leaves it, else becomes `%`. */
export function fill(template: string, values: Readonly<Record<string, Fragment | string>>): Fragment {
  const parts: (string | Parameter)[] = [];
  let from = 0;
  for (const match of template.matchAll(/%%|%\((\w+)\)s|%/g)) {
    if (match.index > from) parts.push(template.slice(from, match.index));
    from = match.index + match[0].length;
    if (match[0] === "%%") parts.push("%");
    else {
      const value = match[1] === undefined ? undefined : values[match[1]];
      if (value === undefined) throw new Unknown(`the template ${template} cannot be filled`);
      if (typeof value === "string") parts.push(value);
      else for (const part of value) parts.push(part);
    }
  }
  if (from < template.length) parts.push(template.slice(from));
  return bounded(parts);
}

/** Does the text begin with a bracket? (Lookups add none then.) */
export function startsBracketed(fragment: Fragment): boolean {
  for (const part of fragment) {
    if (typeof part !== "string") return false;
    if (part !== "") return part.startsWith("(");
  }
  return true;
}

export function isEmpty(fragment: Fragment): boolean {
  return fragment.every((part) => part === "");
}

/** `sql % tuple(quote_value(p) for p in params)`. Throws Unknown for a lone percent sign, which Python refuses. */
export function formatted(fragment: Fragment, dialect: Dialect, quoting: Quoting): string {
  return text(fragment, dialect, quoting, true);
}

/** What execute(sql, params or None) prints: without parameters nothing is formatted, and `%%` stays. */
export function executed(fragment: Fragment, dialect: Dialect): string {
  return text(fragment, dialect, "compose", fragment.some((part) => typeof part !== "string"));
}

function text(fragment: Fragment, dialect: Dialect, quoting: Quoting, format: boolean): string {
  const merged = merge(fragment);
  return merged.map((part) => (typeof part === "string" ? (format ? percent(part) : part) : quote(part.param, dialect, quoting))).join("");
}

/** Joins neighbours: `%` `%` made by two pieces is one `%%`. */
function merge(fragment: Fragment): Fragment {
  const parts: (string | Parameter)[] = [];
  for (const part of fragment) {
    const last = parts.at(-1);
    if (typeof part === "string" && typeof last === "string") parts[parts.length - 1] = last + part;
    else parts.push(part);
  }
  return parts;
}

function percent(part: string): string {
  if (part.replaceAll("%%", "").includes("%")) throw new Unknown("Django crashes on the lone % in this SQL");
  return part.replaceAll("%%", "%");
}
