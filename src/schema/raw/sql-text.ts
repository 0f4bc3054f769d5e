import { scanSync } from "libpg-query";

interface Token {
  readonly tokenType: number;
  /** UTF-8 bytes, as all of the parser's offsets are. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A script's text by the parser's offsets, which are UTF-8 bytes. The tree has no end of an expression: the tokens have. */
export interface SqlText {
  /** The text between two offsets. */
  slice(start: number, end?: number): string;
  /** What follows a keyword at or behind an offset, up to the end of its clause: a comma, a semicolon or a bracket that closes. null: no such keyword. */
  after(from: number, keyword: string): string | null;
  /** As `after`, with the keyword itself. */
  from(from: number, keyword: string): string | null;
  /** The parts between the first brackets behind an offset, split at commas. null: no brackets. */
  inBrackets(from: number): readonly string[] | null;
}

const comments = new Set([275, 276]); // SQL_COMMENT, C_COMMENT

/** Reads a script that the parser took. */
export function sqlText(sql: string): SqlText {
  const bytes = new TextEncoder().encode(sql);
  const slice = (start: number, end = bytes.length) => new TextDecoder().decode(bytes.subarray(start, end));
  let scanned: readonly Token[] | null = null;
  const tokens = () => (scanned ??= scanSync(sql).tokens.filter((token) => !comments.has(token.tokenType)));

  /** Indexes of the keyword and of the token that ends its clause. */
  const clause = (from: number, keyword: string): { readonly at: number; readonly end: number } | null => {
    const all = tokens();
    let at = -1;
    let depth = 0;
    for (let i = all.findIndex((token) => token.start >= from); i >= 0 && i < all.length; i++) {
      const { text } = all[i]!;
      if (ends(text, depth)) return at < 0 ? null : { at, end: i };
      depth += text === "(" || text === "[" ? 1 : text === ")" || text === "]" ? -1 : 0;
      if (at < 0 && depth === 0 && text.toLowerCase() === keyword) at = i;
    }
    return at < 0 ? null : { at, end: all.length };
  };
  const between = (first: number, end: number) => (first < end ? slice(tokens()[first]!.start, tokens()[end - 1]!.end) : "");

  return {
    slice,
    after(from, keyword) {
      const found = clause(from, keyword);
      return found && between(found.at + 1, found.end);
    },
    from(from, keyword) {
      const found = clause(from, keyword);
      return found && between(found.at, found.end);
    },
    inBrackets(from) {
      const all = tokens();
      const open = all.findIndex((token) => token.start >= from && token.text === "(");
      if (open < 0) return null;
      const parts: string[] = [];
      let depth = 0;
      let start = open + 1;
      for (let i = start; i < all.length; i++) {
        const { text } = all[i]!;
        if (depth === 0 && (text === "," || text === ")")) {
          parts.push(between(start, i));
          start = i + 1;
          if (text === ")") return parts;
        }
        depth += text === "(" || text === "[" ? 1 : text === ")" || text === "]" ? -1 : 0;
      }
      return null;
    },
  };
}

function ends(text: string, depth: number): boolean {
  return depth === 0 && (text === "," || text === ";" || text === ")");
}
