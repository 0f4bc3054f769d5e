/** A token of Python, enough to read a migration's head without parsing it. Comments and blanks are left out. */
export interface Token {
  readonly kind: "name" | "number" | "string" | "operator";
  readonly text: string;
}

/** A logical line: its indentation, the 1-based line it begins on, and its tokens. */
export interface Line {
  readonly column: number;
  readonly line: number;
  readonly tokens: readonly Token[];
}

const pattern =
  /([ \t\f]+|\\\r?\n)|(#[^\r\n]*)|(\r\n|\n|\r)|([rbuftRBUFT]{0,2}(?:"""(?:\\[^]|[^\\])*?"""|'''(?:\\[^]|[^\\])*?'''|"(?!"")(?:\\[^]|[^"\\\r\n])*"|'(?!'')(?:\\[^]|[^'\\\r\n])*'))|([A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)|(\d[\w.]*)|([^])/y;

/** The logical lines of a Python file. Never fails: what is no Python comes out as operators. */
export function logicalLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let tokens: Token[] = [];
  let [depth, line, column, first, lineStart] = [0, 1, 0, 1, 0];
  const end = () => {
    if (tokens.length > 0) lines.push({ column, line: first, tokens });
    tokens = [];
  };
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match && match[0] !== ""; match = pattern.exec(text)) {
    const [, space, comment, newline, string, name, number] = match;
    const all = /^["']$/.test(match[0]) ? unterminated(text, match.index) : match[0];
    pattern.lastIndex = match.index + all.length;
    if (newline !== undefined && depth === 0) end();
    if (space === undefined && comment === undefined && newline === undefined) {
      if (tokens.length === 0) [column, first] = [match.index - lineStart, line];
      if (/^[([{]$/.test(all)) depth++;
      if (/^[)\]}]$/.test(all)) depth = Math.max(0, depth - 1);
      tokens.push({ kind: string !== undefined ? "string" : name !== undefined ? "name" : number !== undefined ? "number" : "operator", text: all });
    }
    const breaks = all.match(/\r\n|\n|\r/g)?.length ?? 0;
    line += breaks;
    if (newline !== undefined) lineStart = match.index + all.length;
  }
  end();
  return lines;
}

/** A string that does not end: the rest of its line, or of the file where it has three quotes. Read as one, so that no text costs more than its length. */
function unterminated(text: string, start: number): string {
  const quote = text[start]!;
  if (text.startsWith(quote.repeat(3), start)) return text.slice(start);
  const end = /[\r\n]/g;
  end.lastIndex = start;
  return text.slice(start, end.exec(text)?.index ?? text.length);
}

/** The value of a plain string token; null for bytes, f-strings and anything with an escape. */
export function plainString(token: Token): string | null {
  const match = /^[uUrR]?("""|'''|"|')([^]*)\1$/.exec(token.text);
  return token.kind !== "string" || !match || match[2]!.includes("\\") ? null : match[2]!;
}
