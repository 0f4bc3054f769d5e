import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { ConfigError, defaultConfig, type Config } from "../config/config.ts";
import { configPaths, parseConfig, readConfig } from "../config/read.ts";
import { withRowCounts } from "../config/rows.ts";
import { type Source, textOf } from "../source/source.ts";

/** The configuration: the named file's, else that of the source; row counts are the source's. Throws ConfigError when it cannot be read or is wrong. */
export async function configuration(file: string | undefined, source: Source): Promise<Config> {
  const config = file === undefined ? await fromSource(source) : await fromFile(file);
  return withRowCounts(config, async (path) => textOf((await source.read([path])).get(path)));
}

async function fromFile(file: string): Promise<Config> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    throw new ConfigError(`The configuration ${file} cannot be read (${error instanceof Error && "code" in error ? String(error.code) : String(error)}). Name a file that exists.`);
  }
  const config = parseConfig(file, text);
  if (config === null) throw new ConfigError(`${basename(file)} has no table [tool.django-expand-contract]. Add one, or leave --config out.`);
  return config;
}

async function fromSource(source: Source): Promise<Config> {
  const files = new Map<string, string>();
  for (const [path, found] of await source.read(configPaths)) {
    if ("text" in found) files.set(path, found.text);
    else if (path === configPaths[0]) throw new ConfigError(`${path} cannot be read: ${found.unreadable}.`);
  }
  return files.size === 0 ? defaultConfig : readConfig(files);
}
