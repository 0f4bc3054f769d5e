import { ConfigError, defaultConfig, type Config } from "../config/config.ts";
import { configPaths, parseConfig, readConfig } from "../config/read.ts";
import { withRowCounts } from "../config/rows.ts";

/** Reads files of the commit that decides: path → text, or null for one that has none. */
export type ReadAt = (paths: readonly string[]) => Promise<ReadonlyMap<string, string | null>>;

/** The configuration: the named file's, else the usual one's. Throws ConfigError when it is missing, cannot be read or is wrong. */
export async function configurationAt(file: string | null, read: ReadAt): Promise<Config> {
  return withRowCounts(await configAt(file, read), async (path) => (await read([path])).get(path) ?? null);
}

async function configAt(file: string | null, read: ReadAt): Promise<Config> {
  const texts = await read(file === null ? configPaths : [file]);
  if (file !== null) {
    const text = texts.get(file);
    if (text === undefined) throw new ConfigError(`The configuration ${file} (input config) is not in the base commit. It is read from there, so that a pull request does not loosen its own review.`);
    const config = text === null ? null : parseConfig(file, text);
    if (config === null) throw new ConfigError(`The configuration ${file} (input config) ${text === null ? "is not a text file" : "has no table [tool.django-expand-contract]"}.`);
    return config;
  }
  if (texts.get(configPaths[0]) === null) throw new ConfigError(`${configPaths[0]} cannot be read: it is not a text file.`);
  const known = new Map([...texts].flatMap(([path, text]) => (text === null ? [] : [[path, text] as const])));
  return known.size === 0 ? defaultConfig : readConfig(known);
}
