export type Quote = "'" | '"';

/** A Python string literal: in the quotes wanted (Black's unless told), unless they would have to be escaped and the others would not; a text of several lines as it stands. */
export function pythonString(text: string, wanted: Quote = '"'): string {
  if (lines.test(text)) return `"""${text}"""`;
  const other = wanted === '"' ? "'" : '"';
  const quote = text.includes(wanted) && !text.includes(other) ? other : wanted;
  let body = "";
  for (const char of text) body += escaped(char, quote);
  return `${quote}${body}${quote}`;
}

/** Several lines of plain characters, which need no escapes between three quotes. */
const lines = /^(?!")(?:[ !#-[\]-~\n]|"(?!"|$)){2,}$(?<=\n[^]*\n[^]*)/;

/** The quotes that most of a file's strings stand in. */
export function quoteOf(source: string): Quote {
  const opened = (quote: Quote) => source.match(new RegExp(`(?<=[\\s([{,=:])${quote}(?!${quote})`, "g"))?.length ?? 0;
  return opened("'") > opened('"') ? "'" : '"';
}

const short: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escaped(char: string, quote: string): string {
  if (char === quote) return `\\${char}`;
  const known = short[char];
  if (known !== undefined) return known;
  const code = char.codePointAt(0)!;
  if (code < 32 || (code >= 127 && code < 160)) return `\\x${code.toString(16).padStart(2, "0")}`;
  // Line separators and what turns the direction of text around are escaped: a reader must see them.
  if (/[\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/u.test(char)) return code > 0xffff ? `\\U${code.toString(16).padStart(8, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
  return char;
}
