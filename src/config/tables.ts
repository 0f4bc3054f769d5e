import type { TableSizes } from "../safety/findings/parts.ts";
import type { Config } from "./config.ts";

/** `hot-tables` and `small-tables` as questions. In a name `*` is any characters and `?` one; a table that is named in both is hot. */
export function tableSizes({ hotTables, smallTables }: Pick<Config, "hotTables" | "smallTables">): TableSizes {
  const [hot, small] = [named(hotTables), named(smallTables)];
  return { hot, small: (table) => small(table) && !hot(table) };
}

function named(globs: readonly string[]): (table: string) => boolean {
  const patterns = globs.map((glob) => new RegExp(`^${glob.replace(/[\\^$.+()[\]{}|]/g, "\\$&").replace(/\*/g, ".*").replace(/\?/g, ".")}$`, "su"));
  return (table) => patterns.some((pattern) => pattern.test(table));
}
