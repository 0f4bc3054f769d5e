/** A piece of SQL text: a word, a quoted name, a string, a number, punctuation. Comments and blanks are left out. */
export interface Token {
  readonly kind: "word" | "name" | "string" | "punctuation";
  /** A word as written, a name without its quotes, a string with them. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const pattern = /(?<comment>--[^\n]*|#[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<string>'(?:[^'\\]|\\[\s\S]|'')*(?:'|$))|(?<name>`(?:[^`]|``)*(?:`|$)|"(?:[^"\\]|\\[\s\S]|"")*(?:"|$))|(?<word>[\p{L}\p{N}_$@.]+)|(?<punctuation>[^\s])/gu;

/** MySQL's and SQLite's words; `"x"` is taken for a name, as in SQLite and ANSI mode. */
export function tokens(sql: string): readonly Token[] {
  const found: Token[] = [];
  for (const match of sql.matchAll(pattern)) {
    const { string, name, word, punctuation } = match.groups ?? {};
    const place = { start: match.index, end: match.index + match[0].length };
    if (string !== undefined) found.push({ kind: "string", text: string, ...place });
    else if (name !== undefined) found.push({ kind: "name", text: name.slice(1, -1), ...place });
    else if (word !== undefined) found.push({ kind: "word", text: word, ...place });
    else if (punctuation !== undefined) found.push({ kind: "punctuation", text: punctuation, ...place });
  }
  return found;
}

/** The statements of a script without their comments, each with its semicolon (sqlparse.split and strip_comments do the same for Django). */
export function splitScript(sql: string): readonly string[] {
  const statements: string[] = [];
  let current = "";
  let at = 0;
  for (const match of sql.matchAll(pattern)) {
    current += sql.slice(at, match.index);
    at = match.index + match[0].length;
    if (match.groups?.["comment"] !== undefined) continue;
    current += match[0];
    if (match[0] !== ";") continue;
    statements.push(current.trim());
    current = "";
  }
  current += sql.slice(at);
  if (current.trim() !== "") statements.push(current.trim());
  return statements.filter((statement) => statement !== ";");
}

/** Splits tokens at the commas outside brackets. */
export function splitAtCommas(list: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of list) {
    if (token.kind === "punctuation" && token.text === "(") depth++;
    if (token.kind === "punctuation" && token.text === ")") depth--;
    if (depth === 0 && token.kind === "punctuation" && token.text === ",") parts.push([]);
    else parts.at(-1)!.push(token);
  }
  return parts.filter((part) => part.length > 0);
}
