const escapes: Readonly<Record<string, string>> = { "\0": "\\0", "\n": "\\n", "\r": "\\r", "\\": "\\\\", "'": "\\'", '"': '\\"', "\x1a": "\\Z" };

/** A string literal as MySQLdb's escape() writes it (mysql_real_escape_string). */
export function mysqlString(text: string): string {
  return `'${text.replace(/[\0\n\r\\'"\x1a]/g, (character) => escapes[character] ?? character)}'`;
}
