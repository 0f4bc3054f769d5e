/** What a string literal says: `value` is its text (of bytes: one character per byte), or why it cannot be told. */
export type StringLiteral =
  | { readonly kind: "string" | "bytes"; readonly value: string }
  | { readonly kind: "other"; readonly what: string };

/** The parts of a literal before its text is decoded. */
export interface Quoted {
  /** In lower case: "", "r", "b", "u", "f", "rb", … */
  readonly prefix: string;
  /** Where the content begins and ends in the literal. */
  readonly from: number;
  readonly to: number;
}

const doubleQuote = 34;
const singleQuote = 39;

/** Reads one string literal as it stands in the source, prefix and quotes included. f-strings with placeholders are not for this function. */
export function readString(source: string): StringLiteral {
  const first = source.charCodeAt(0);
  if ((first === doubleQuote || first === singleQuote) && isPlain(source, first)) return { kind: "string", value: source.slice(1, -1) };
  const quoted = readQuotes(source);
  if (quoted === null) return { kind: "other", what: source.startsWith("`") ? "an expression in backquotes" : "a string that is not closed" };
  const bytes = quoted.prefix.includes("b");
  const value = decode(source.slice(quoted.from, quoted.to), quoted.prefix);
  if (value === null) return { kind: "other", what: "a string with an escape that cannot be read" };
  return { kind: bytes ? "bytes" : "string", value };
}

/** `'text'` in single quotes without escapes: by far the most common case. */
function isPlain(source: string, quote: number): boolean {
  const last = source.length - 1;
  if (last < 1 || source.charCodeAt(last) !== quote) return false;
  if (source.charCodeAt(1) === quote && last > 1) return false; // three quotes
  return !source.includes("\\") && !source.includes("\r");
}

/** Prefix and extent of a literal's content; null when it is not a closed string. */
export function readQuotes(source: string): Quoted | null {
  const open = /^([a-zA-Z]{0,3})("""|'''|"|')/.exec(source);
  if (open === null) return null;
  const [all, prefix = "", quote = ""] = open;
  const to = source.length - quote.length;
  if (to < all.length || !source.endsWith(quote)) return null;
  return { prefix: prefix.toLowerCase(), from: all.length, to };
}

/**
 * Decodes the content of a literal (Python reference, "String and Bytes literals"). An unknown escape keeps its backslash.
 * null: Python would refuse it, or it names a character by its Unicode name.
 */
export function decode(content: string, prefix: string): string | null {
  const text = content.includes("\r") ? content.replace(/\r\n?/g, "\n") : content;
  if (prefix.includes("r") || !text.includes("\\")) return text;
  const bytes = prefix.includes("b");
  let refused = false;
  const decoded = text.replace(escape, (all: string, code: string) => {
    const plain = simple.get(code);
    if (plain !== undefined) return plain;
    const kind = code[0]!;
    if (kind >= "0" && kind <= "7") return character(Number.parseInt(code, 8) & (bytes ? 0xff : 0xfff));
    if (bytes && kind !== "x") return all;
    if (!"xuUN".includes(kind)) return all;
    const value = code.length > 1 && kind !== "N" ? Number.parseInt(code.slice(1), 16) : Number.NaN;
    if (Number.isNaN(value) || value > 0x10ffff) {
      refused = true;
      return "";
    }
    return character(value);
  });
  return refused ? null : decoded;
}

const escape = /\\([0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^])/g;

const simple = new Map(Object.entries({
  "\n": "", "\\": "\\", "'": "'", '"': '"', a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v",
}));

function character(code: number): string {
  return code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code);
}
