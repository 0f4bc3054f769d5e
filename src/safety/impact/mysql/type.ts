/** Other spellings of MySQL's types. */
const aliases: Readonly<Record<string, string>> = {
  integer: "int",
  bool: "tinyint",
  boolean: "tinyint",
  numeric: "decimal",
  dec: "decimal",
  "double precision": "double",
  real: "double",
  "character varying": "varchar",
};

/** Bytes up to which the length of a varchar's value takes one byte; crossing it changes how every row is stored. */
const oneByteLength = 255;
const utf8mb4Bytes = 4;

/** A column type in one spelling: `integer UNSIGNED` and `int unsigned` are the same, and so are `int(11)` and `int`. */
export function mysqlType(sql: string): string {
  const text = sql.toLowerCase().replace(/`/g, "").replace(/\s+/g, " ").replace(/\s*([(),])\s*/g, "$1").trim();
  const [, word = "", rest = ""] = /^(double precision|character varying|[a-z]+)(.*)$/.exec(text) ?? [];
  const name = aliases[word] ?? word;
  const isInteger = /^(tiny|small|medium|big)?int$/.test(name);
  return `${name}${isInteger ? rest.replace(/^\(\d+\)/, "") : rest}`.trim();
}

/**
 * A longer varchar whose values are stored as before: both lengths under 64 characters, or both above 63, in utf8mb4, which Django
 * needs. Measured: varchar(50) to varchar(63) and varchar(100) to varchar(255) touch no row, varchar(50) to varchar(64) copies.
 */
export function onlyLongerVarchar(before: string, after: string): boolean {
  const [from, to] = [before, after].map((type) => /^varchar\((\d+)\)$/.exec(mysqlType(type)));
  if (!from || !to) return false;
  const [shorter, longer] = [Number(from[1]), Number(to[1])];
  return longer >= shorter && shorter * utf8mb4Bytes <= oneByteLength === longer * utf8mb4Bytes <= oneByteLength;
}
