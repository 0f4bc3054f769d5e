/** A token of Python: offsets into the file's text. Comments, blanks and line ends between brackets are left out. */
export interface Token {
  readonly kind: "name" | "string" | "operator" | "newline";
  /** A string's text is what stands between its quotes, escapes as written. */
  readonly text: string;
  readonly start: number;
}

const pattern =
  /([ \t\f\r]+|\\\r?\n|#[^\n]*)|(\n)|([rbuftRBUFT]{0,2})("""(?:\\[^]|[^\\])*?"""|'''(?:\\[^]|[^\\])*?'''|"(?:\\[^]|[^"\\\n])*"|'(?:\\[^]|[^'\\\n])*')|([\p{L}_][\p{L}\p{N}_]*)|(\d[\w.]*)|([^])/uy;

/** The tokens of Python source; the placeholders of an f-string follow it, between braces. Never fails: what is no Python comes out as operators. */
export function* tokensOf(text: string, from = 0, to = text.length): Generator<Token> {
  let depth = 0;
  let at = from;
  while (at < to) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) return;
    const [all, blank, newline, prefix = "", string, name, number, operator] = match;
    const start = at;
    at += all.length;
    if (blank !== undefined || number !== undefined) continue;
    if (newline !== undefined) {
      if (depth === 0) yield { kind: "newline", text: "\n", start };
    } else if (string !== undefined) {
      const quotes = /^("""|''')/.test(string) ? 3 : 1;
      yield { kind: "string", text: string.slice(quotes, -quotes), start };
      if (/[ft]/i.test(prefix)) yield* placeholders(text, start, at);
    } else if (name !== undefined) yield { kind: "name", text: name, start };
    else if (operator !== undefined) {
      // A quote that does not end: the rest of the line, so that no text costs more than its length.
      if (operator === '"' || operator === "'") at = lineEnd(text, at);
      if ("([{".includes(operator)) depth++;
      if (")]}".includes(operator)) depth = Math.max(0, depth - 1);
      yield { kind: "operator", text: operator, start };
    }
  }
}

function* placeholders(text: string, from: number, to: number): Generator<Token> {
  const braces = /\{([^{}]+)\}/g;
  for (const match of text.slice(from, to).matchAll(braces)) {
    const start = from + match.index;
    yield { kind: "operator", text: "{", start };
    for (const token of simple(match[1]!, start + 1)) yield token;
    yield { kind: "operator", text: "}", start: start + match[0].length - 1 };
  }
}

/** The names and operators of a placeholder; its format is taken for an expression, which names nothing. */
function* simple(text: string, offset: number): Generator<Token> {
  for (const match of text.matchAll(/[\p{L}_][\p{L}\p{N}_]*|[^\s\w]/gu)) {
    if (/^["']$/.test(match[0])) continue;
    yield { kind: /^[\p{L}_]/u.test(match[0]) ? "name" : "operator", text: match[0], start: offset + match.index };
  }
}

function lineEnd(text: string, from: number): number {
  const found = text.indexOf("\n", from);
  return found === -1 ? text.length : found;
}
