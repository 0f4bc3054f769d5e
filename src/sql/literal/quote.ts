import { djangoAtLeast, isMySql, type Dialect } from "../dialect.ts";
import type { Data } from "./data.ts";
import { quoteMySql } from "./quote-mysql.ts";
import { quotePsycopg2 } from "./quote-psycopg2.ts";
import { quotePsycopg3 } from "./quote-psycopg3.ts";
import { quoteSqlite } from "./quote-sqlite.ts";
import { Unknown } from "./unknown.ts";

/** How a parameter gets into the text: what the driver composes (DEFAULT, UPDATE), or the schema editor's quote_value (checks, conditions, expressions). */
export type Quoting = "compose" | "quote value";

/**
 * A prepared value as SQL text. Throws Unknown for what the driver refuses.
 * Django 4.2's quote_value doubles % on PostgreSQL and MySQL (#34553, changed in 5.0); MySQL composes with quote_value, too.
 */
export function quote(data: Data, dialect: Dialect, quoting: Quoting): string {
  if (data !== null && typeof data === "object" && data.kind === "computed") return `'<${data.what}>'`;
  if (typeof data === "string" && data.includes("\0") && dialect.vendor === "postgresql") throw new Unknown("PostgreSQL takes no NUL character in text");
  if (typeof data === "string" && doublesPercent(dialect, quoting)) return quoteFor(data.replaceAll("%", "%%"), dialect, quoting);
  return quoteFor(data, dialect, quoting);
}

function doublesPercent(dialect: Dialect, quoting: Quoting): boolean {
  if (djangoAtLeast(dialect, "5.0")) return false;
  return isMySql(dialect.vendor) || (dialect.vendor === "postgresql" && quoting === "quote value");
}

function quoteFor(data: Data, dialect: Dialect, quoting: Quoting): string {
  if (isMySql(dialect.vendor)) return quoteMySql(data);
  if (dialect.vendor === "sqlite") return quoteSqlite(data);
  if (dialect.psycopg === 2) return quotePsycopg2(data, dialect, quoting);
  return quotePsycopg3(data);
}

