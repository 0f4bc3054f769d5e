import { ConfigError, type Config } from "./config.ts";

/** Reads one file of the commit that the configuration is from: its text, or null where there is none. */
export type ReadText = (path: string) => Promise<string | null>;

/** The configuration with the row counts of the file that it names. Throws ConfigError: the file is not there, or holds something else. */
export async function withRowCounts(config: Config, read: ReadText): Promise<Config> {
  const path = config.rowCounts;
  if (path === null) return config;
  const text = await read(path);
  const where = config.sources.get("row-counts") ?? "row-counts";
  if (text === null) throw new ConfigError(`${where}: row-counts names ${path}, and there is no such file in the commit that the configuration is read from.`);
  return { ...config, rows: readRows(path, text) };
}

/** `{"shop_order": 1200000}`: tables by their names in the database. */
function readRows(path: string, text: string): ReadonlyMap<string, number> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ConfigError(`${path}: not valid JSON. It must be an object of tables and their numbers of rows: {"shop_order": 1200000}`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new ConfigError(`${path}: must be an object of tables and their numbers of rows: {"shop_order": 1200000}`);
  return new Map(Object.entries(value).map(([table, rows]: [string, unknown]) => {
    if (typeof rows !== "number" || !Number.isFinite(rows) || rows < 0) throw new ConfigError(`${path}: ${JSON.stringify(table)} must be a number of rows, not ${JSON.stringify(rows)}`);
    return [table, rows];
  }));
}
