/** A string literal as psycopg 3 quotes it (PQescapeLiteral): E'' with a leading blank when there is a backslash. */
export function postgresqlString(text: string): string {
  const quoted = text.replaceAll("'", "''");
  return quoted.includes("\\") ? ` E'${quoted.replaceAll("\\", "\\\\")}'` : `'${quoted}'`;
}
