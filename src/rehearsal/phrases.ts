import type { Dialect } from "../sql/dialect.ts";
import { isMySql } from "../sql/dialect.ts";

/** What databases say in different words. */
export interface Phrases {
  readonly quote: (name: string) => string;
  /** After the table's name: a row of nothing but defaults. */
  readonly emptyRow: string;
  /** The next number that the table gives to a row of its own accord. */
  readonly restart: (table: string, column: string, next: number) => string;
  /** Another value each time. */
  readonly randomText: string;
  readonly randomUuid: string;
}

export function phrasesOf({ vendor, quoteName: quote }: Dialect): Phrases {
  if (isMySql(vendor)) return { quote, emptyRow: "() VALUES ()", restart: (table, _, next) => `ALTER TABLE ${quote(table)} AUTO_INCREMENT = ${next}`, randomText: "LEFT(SHA2(RAND(), 256), 20)", randomUuid: "UUID()" };
  return { quote, emptyRow: "DEFAULT VALUES", restart: (table, column, next) => `ALTER TABLE ${quote(table)} ALTER COLUMN ${quote(column)} RESTART WITH ${next}`, randomText: "md5(random()::text)::varchar(20)", randomUuid: "gen_random_uuid()" };
}
