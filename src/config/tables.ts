import type { TableSizes } from "../safety/findings/parts.ts";
import type { Config } from "./config.ts";

/**
 * How large tables are: `hot-tables` and `small-tables`, then what `row-counts` says of those that are in neither. In a name `*` is any characters and
 * `?` one; a table that is named in both is hot.
 */
export function tableSizes({ hotTables, smallTables, rows, smallBelow, hotFrom }: Pick<Config, "hotTables" | "smallTables" | "rows" | "smallBelow" | "hotFrom">): TableSizes {
  const [namedHot, namedSmall] = [named(hotTables), named(smallTables)];
  const counted = (table: string, is: (rows: number) => boolean) => {
    const count = rows.get(table);
    return count !== undefined && is(count);
  };
  const hot = (table: string) => namedHot(table) || (!namedSmall(table) && counted(table, (count) => count >= hotFrom));
  return { hot, small: (table) => !hot(table) && (namedSmall(table) || counted(table, (count) => count < smallBelow)), rows: (table) => rows.get(table) ?? null };
}

function named(globs: readonly string[]): (table: string) => boolean {
  const patterns = globs.map((glob) => new RegExp(`^${glob.replace(/[\\^$.+()[\]{}|]/g, "\\$&").replace(/\*/g, ".*").replace(/\?/g, ".")}$`, "su"));
  return (table) => patterns.some((pattern) => pattern.test(table));
}
