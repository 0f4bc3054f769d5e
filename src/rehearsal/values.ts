/** Values of the types that Django has on PostgreSQL, MySQL and MariaDB, as literals: one for a row's number, and those at the ends of what the type holds. */

/** A type without its length: `varchar(20)` → `varchar` and 20; `integer[]` is an array. */
function parts(type: string): { readonly name: string; readonly length: number | null; readonly scale: number; readonly array: boolean } {
  const match = /^([a-z_ ]+?)(?:\((\d+)(?:,\s*(-?\d+))?\))?((?: with(?:out)? time zone)?)((?:\[\d*\])*)$/i.exec(type.trim().replace(/ auto_increment$/i, ""));
  if (!match) return { name: type.trim().toLowerCase(), length: null, scale: 0, array: type.includes("[") };
  return { name: `${match[1]!}${match[4] ?? ""}`.trim().toLowerCase(), length: match[2] === undefined ? null : Number(match[2]), scale: Number(match[3] ?? 0), array: (match[5] ?? "") !== "" };
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A value for the row of that number; another for another number wherever the type has enough. */
export function sample(type: string | null, n: number): string {
  if (type === null) return quoted(`x${n}`);
  const { name, length, scale, array } = parts(type);
  if (array) return "'{}'";
  switch (name) {
    case "smallint":
    case "integer":
    case "bigint":
    case "smallint unsigned":
    case "integer unsigned":
    case "bigint unsigned":
    case "serial":
    case "bigserial":
    case "double precision":
    case "real":
      return String(n);
    case "numeric":
    case "decimal":
      return length === null || length - scale >= 3 ? String(n) : scale > 0 ? (n / 10 ** scale).toFixed(scale) : String(n % 10);
    case "boolean":
    case "bool":
      return n % 2 === 0 ? "true" : "false";
    case "uuid":
      return quoted(`00000000-0000-4000-8000-${n.toString(16).padStart(12, "0")}`);
    case "date":
      return quoted(new Date(Date.UTC(2000, 0, 1 + n)).toISOString().slice(0, 10));
    case "timestamp":
    case "datetime":
    case "timestamp with time zone":
    case "timestamp without time zone":
    case "timestamptz":
      return quoted(new Date(Date.UTC(2000, 0, 1 + n)).toISOString().replace("T", " ").replace(/\.\d+Z$/, name.includes("with time") || name === "timestamptz" ? "+00" : ""));
    case "time":
    case "time without time zone":
      return quoted(`${pad(n % 24)}:${pad(Math.floor(n / 24) % 60)}:00`);
    case "interval":
      return quoted(`${n} seconds`);
    case "json":
    case "jsonb":
      return quoted(`{"n": ${n}}`);
    case "bytea":
      return quoted(`\\x${n.toString(16).padStart(8, "0")}`);
    case "inet":
    case "cidr":
      return quoted(`10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`);
    case "hstore":
      return quoted(`"n"=>"${n}"`);
    case "tsvector":
      return quoted(`n${n}`);
    case "int4range":
    case "int8range":
    case "numrange":
      return quoted(`[${n * 10},${n * 10 + 5})`);
    case "daterange":
      return quoted(`[${1000 + n}-01-01,${1000 + n}-01-05)`);
    case "tstzrange":
      return quoted(`[${1000 + n}-01-01 00:00+00,${1000 + n}-01-05 00:00+00)`);
    default:
      return quoted(text(n, length));
  }
}

/** Short columns have few values; the longer ones one for each row. */
function text(n: number, length: number | null): string {
  if (length === null || length >= 8) return `row-${n}`;
  return length >= 3 ? n.toString(36).padStart(length, "0").slice(-length) : String.fromCharCode(97 + (n % 26)).repeat(Math.max(1, length));
}

function pad(n: number): string {
  return String(n).padStart(2, "0");
}

const integers: Record<string, readonly [string, string]> = {
  smallint: ["-32768", "32767"],
  integer: ["-2147483648", "2147483647"],
  bigint: ["-9223372036854775808", "9223372036854775807"],
  "smallint unsigned": ["0", "65535"],
  "integer unsigned": ["0", "4294967295"],
  "bigint unsigned": ["0", "9223372036854775807"],
};

/** The least and the most that a column of the type holds; null where nothing is gained by it. */
export function boundary(type: string | null, end: "low" | "high", positive: boolean): string | null {
  if (type === null) return null;
  const { name, length, scale, array } = parts(type);
  if (array) return null;
  const range = integers[name];
  if (range) return end === "high" ? range[1] : positive ? "0" : range[0];
  switch (name) {
    case "varchar":
    case "char":
    case "character varying":
    case "character":
      return end === "low" ? "''" : length === null ? null : quoted("é".repeat(length));
    case "text":
    case "citext":
    case "longtext":
      return end === "low" ? "''" : quoted("long ".repeat(100));
    case "numeric":
    case "decimal":
      return length === null ? null : `${end === "low" ? "-" : ""}${"9".repeat(length - scale) || "0"}${scale > 0 ? `.${"9".repeat(scale)}` : ""}`;
    case "date":
      return end === "low" ? "'0001-01-01'" : "'9999-12-31'";
    case "timestamp with time zone":
      return end === "low" ? "'0001-01-02 00:00:00+00'" : "'9999-12-30 23:59:59.999999+00'";
    case "json":
    case "jsonb":
      return end === "low" ? "'null'" : "'[]'";
    default:
      return null;
  }
}

/** A text as long as the column takes, another for each number; null for what has no length. */
export function longest(type: string | null, n: number): string | null {
  const { name, length } = parts(type ?? "");
  return length !== null && length >= 8 && /^(varchar|character varying|char|character)$/.test(name) ? quoted(String(n).padStart(length, "x")) : null;
}

/** Can a WHERE compare it with `=`? */
export function comparable(type: string | null): boolean {
  return type !== null && !/^(json|xml|point|polygon|geometry|geography|raster|hstore)\b/i.test(type);
}
