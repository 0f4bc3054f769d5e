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
    if (comment !== undefined) continue;
    if (newline !== undefined) {
      if (depth === 0) end();
      line++;
      lineStart = pattern.lastIndex;
      continue;
    }
    if (space !== undefined) {
      if (space.startsWith("\\")) line++;
      continue;
    }
    const all = match[0] === '"' || match[0] === "'" ? unterminated(text, match.index) : match[0];
    pattern.lastIndex = match.index + all.length;
    if (tokens.length === 0) {
      column = match.index - lineStart;
      first = line;
    }
    const kind = name !== undefined ? "name" : string !== undefined ? "string" : number !== undefined ? "number" : "operator";
    if (kind === "operator") {
      if (all === "(" || all === "[" || all === "{") depth++;
      else if (all === ")" || all === "]" || all === "}") depth = Math.max(0, depth - 1);
    }
    if (name === undefined) line += breaksIn(all);
    tokens.push({ kind, text: all });
  }
  end();
  return lines;
}

function breaksIn(text: string): number {
  return text.length < 2 ? 0 : (text.match(/\r\n|\n|\r/g)?.length ?? 0);
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
