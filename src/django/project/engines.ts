import type { Place } from "../../place.ts";
import type { FunctionStatement } from "../../python/syntax.ts";
import type { Python } from "../../python/python.ts";
import type { Value } from "../../python/value.ts";
import type { Vendor } from "../project.ts";
import { isList, item } from "./namespace.ts";
import type { Alternative } from "./namespace.ts";

/** A database that a settings file speaks of. */
export interface Engine {
  /** null for a database that is not supported: Oracle, SQL Server. */
  readonly vendor: Vendor | null;
  /** `django.db.backends.postgresql`, `postgres://`. */
  readonly text: string;
  readonly place: Place;
}

/** Backends and URL schemes by what their name holds; the first that fits counts. */
const vendorNames: readonly (readonly [RegExp, Vendor | null])[] = [
  [/cockroach|redshift|yugabyte/, null],
  [/oracle|mssql|sql_server|sqlserver|pyodbc|snowflake|spanner|mongodb|tidb/, null],
  [/postgres|postgis|psql|pgsql|timescale/, "postgresql"],
  [/mariadb/, "mariadb"],
  [/mysql/, "mysql"],
  [/sqlite|spatialite/, "sqlite"],
];

/** The databases that the values of DATABASES may be about, in order, each place once. */
export function enginesIn(alternatives: readonly Alternative[], python: Python): readonly Engine[] {
  const found = alternatives.flatMap(({ value, place }) => enginesOf(defaultDatabase(value), place, python, 0));
  return found.filter((engine, i) => found.findIndex((other) => other.vendor === engine.vendor) === i);
}

/** `DATABASES["default"]`; the whole where it is made by a call. */
function defaultDatabase(value: Value): Value {
  if (typeof value !== "object" || value === null || value.kind !== "dict") return value;
  return item(value, "default") ?? null;
}

function enginesOf(value: Value, place: Place, python: Python, depth: number): readonly Engine[] {
  if (depth > 8 || value === null) return [];
  if (typeof value === "string") return named(value, place);
  if (typeof value !== "object") return [];
  if (isList(value)) return value.items.flatMap((one) => enginesOf(one, place, python, depth + 1));
  switch (value.kind) {
    case "dict": {
      const engine = item(value, "ENGINE");
      const spread = value.entries.filter(([key]) => typeof key !== "string").flatMap(([, one]) => enginesOf(one, place, python, depth + 1));
      return engine === undefined ? spread : enginesOf(engine, place, python, depth + 1);
    }
    case "call": {
      // `env.db("DATABASE_URL", default="postgres://…")`, `os.environ.get("ENGINE", "django.db.backends.mysql")`
      const said = [value.kwargs.get("engine"), value.kwargs.get("default"), ...[...value.args].reverse(), ...value.kwargs.values()];
      const found = said.flatMap((one) => (one === undefined ? [] : enginesOf(one, value.place, python, depth + 1)));
      return found.length > 0 ? found.slice(0, 1) : inFunction(value.path, python);
    }
    case "binary":
      return [...enginesOf(value.left, place, python, depth + 1), ...enginesOf(value.right, place, python, depth + 1)];
    case "unknown":
      return mentioned(value.text, value.place.path, value.place.line);
    default:
      return [];
  }
}

/** The databases that a function of the repository mentions: `DATABASES = parse_db_settings()`. */
function inFunction(dotted: string, python: Python): readonly Engine[] {
  const found = python.find(dotted);
  if (found?.kind !== "function") return [];
  const { start, end }: FunctionStatement = found.definition;
  return mentioned(found.module.text.slice(start, end), found.module.path, found.module.lineAt(start));
}

function mentioned(text: string, path: string, line: number): readonly Engine[] {
  return [...text.matchAll(/(["'])((?:[\w.]*backends?\.[\w.]+)|(?:[a-z0-9+]+:\/\/[^"']*))\1/g)].flatMap((match) =>
    named(match[2]!, { path, line: line + text.slice(0, match.index).split("\n").length - 1 }),
  );
}

/** A dotted backend or a URL's scheme. Any other text (a database's name, a variable's) says nothing. */
function named(text: string, place: Place): readonly Engine[] {
  const scheme = /^([a-z0-9+.-]+):\/\//i.exec(text)?.[1];
  const backend = /^[a-z_]\w*(\.\w+)+$/i.test(text) ? text : null;
  const name = scheme ?? backend;
  const vendor = name && vendorNames.find(([pattern]) => pattern.test(name.toLowerCase()));
  return vendor ? [{ vendor: vendor[1], text: scheme ? `${scheme}://` : text, place }] : [];
}
