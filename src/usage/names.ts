import type { Target } from "./types.ts";

/** The names of a target as Python, templates and SQL write them. */
export interface Names {
  /** Field, its attname (`owner_id`), `get_status_display` and the like; the model's class where a whole model goes. */
  readonly python: ReadonlySet<string>;
  /** Field and attname: what a lookup is made of. */
  readonly fields: ReadonlySet<string>;
  /** Whole words of SQL; null: nothing to look for. */
  readonly column: string | null;
  readonly table: string | null;
  /** All of them: a file without any is not looked at. */
  readonly words: readonly string[];
  /** Any of them in a text. */
  readonly any: RegExp;
}

/** What is looked for, with its names. */
export interface Sought {
  readonly target: Target;
  readonly names: Names;
}

const rendered = (field: string): readonly string[] => [`get_${field}_display`, `get_next_by_${field}`, `get_previous_by_${field}`];

/** null where the target has no name at all. */
export function namesOf({ model, field, column, table }: Target): Names | null {
  // A column without a field is named as the field was, nearly always.
  const own = field ?? column?.replace(/_id$/, "") ?? null;
  const fields = new Set([own, column].flatMap((name) => (name === null || name === "" ? [] : [name])));
  const whole = own === null && column === null;
  const python = new Set(whole ? (model === null ? [] : [model]) : [...fields, ...(own === null ? [] : rendered(own))]);
  const words = [...python, ...(whole && table !== null ? [table] : [])].filter((word) => /^[\p{L}_][\p{L}\p{N}_.$"]*$/u.test(word));
  if (words.length === 0) return null;
  const any = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map(quoted).join("|")})(?![\\p{L}\\p{N}])`, "u");
  return { python, fields, column, table, words, any };
}

function quoted(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

/** `BookOrder`: `book_order`, `bookorders`, `current_book_order`, and its last word `order`. */
export function suggests(name: string, model: string | null): boolean {
  if (model === null) return false;
  const plain = name.toLowerCase().replace(/_(id|set|qs|queryset|list)$/, "").replaceAll("_", "");
  const whole = model.toLowerCase();
  const last = /[A-Z][a-z0-9]+$/.exec(model)?.[0].toLowerCase() ?? whole;
  return [whole, last].some((word) => [word, `${word}s`, `${word}es`, word.replace(/y$/, "ies")].some((form) => plain === form || (form.length > 3 && (plain.endsWith(form) || (plain.startsWith(form) && form === whole)))));
}

/** A lookup that names one of the fields: what stands before it (`user__profile`), or null. `-created` is a lookup, too. */
export function lookupOf(text: string, fields: ReadonlySet<string>): { readonly before: string | null } | null {
  if (!/^[-+]?[\p{L}\p{N}_]+$/u.test(text)) return null;
  const parts = text.replace(/^[-+]/, "").split("__");
  if (parts.includes("")) return null; // `__name__`
  const at = parts.findIndex((part) => fields.has(part));
  return at === -1 ? null : { before: at === 0 ? null : parts[at - 1]! };
}
