import { parse, TomlError } from "smol-toml";
import * as v from "valibot";
import { nearest } from "../nearest.ts";
import { ConfigError, defaultConfig, type Config, type ConfigKey } from "./config.ts";
import { lineOfKey } from "./line.ts";
import { keys } from "./schema.ts";

/** Where a project's configuration may stand, in order: the first that has any is the one that counts. */
export const configPaths = ["django-expand-contract.toml", "pyproject.toml"] as const;

/** The table of `pyproject.toml` that is ours. */
const tool = "django-expand-contract";

/**
 * The configuration among the files that were read (path → text); the defaults where there is none.
 * Throws ConfigError: not TOML, an unknown key, or a value that is not allowed.
 */
export function readConfig(files: ReadonlyMap<string, string>): Config {
  for (const path of configPaths) {
    const text = files.get(path);
    const config = text === undefined ? null : parseConfig(path, text);
    if (config !== null) return config;
  }
  return defaultConfig;
}

/**
 * The configuration in one file. A file named `pyproject.toml` holds it under `[tool.django-expand-contract]`, any other at its top.
 * null when a `pyproject.toml` has no such table. Throws ConfigError as above.
 */
export function parseConfig(path: string, text: string): Config | null {
  const inPyproject = /(^|[\\/])pyproject\.toml$/.test(path);
  // A pyproject.toml that is not ours to read must not stop the review.
  if (inPyproject && !text.includes(tool)) return null;
  const toml = parseToml(path, text);
  const table = inPyproject ? asTable(asTable(toml["tool"])?.[tool]) : toml;
  if (table === null) return null;

  const section = inPyproject ? `tool.${tool}` : "";
  const where = (key: string) => {
    const line = lineOfKey(text, section, key);
    return line === null ? path : `${path}:${line}`;
  };
  const values = new Map<string, unknown>();
  for (const [key, value] of Object.entries(table)) values.set(key, check(key, value, where(key)));

  return {
    ...defaultConfig,
    ...(Object.fromEntries([...values].filter(([key]) => key !== "app-labels").map(([key, value]) => [camel(key), value])) as Partial<Config>),
    appLabels: new Map(Object.entries((values.get("app-labels") ?? {}) as Record<string, string>).map(([folder, label]) => [folder.replace(/^\.\/|\/$/g, ""), label])),
    sources: new Map([...values.keys()].map((key) => [key as ConfigKey, where(key)])),
  };
}

function parseToml(path: string, text: string): Record<string, unknown> {
  try {
    return parse(text, { integersAsBigInt: false });
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const message = (error.message.split("\n")[0] ?? "").replace(/^Invalid TOML document: /, "");
    throw new ConfigError(`${path}:${error.line}: not valid TOML: ${message}`);
  }
}

function asTable(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
}

/** The value as the key's schema gives it back. */
function check(key: string, value: unknown, where: string): unknown {
  const schema = Object.hasOwn(keys, key) ? keys[key as ConfigKey] : null;
  if (schema === null) {
    const guess = nearest(key, Object.keys(keys));
    throw new ConfigError(`${where}: unknown key ${JSON.stringify(key)}${guess === null ? `. Known keys: ${Object.keys(keys).join(", ")}` : `. Did you mean ${JSON.stringify(guess)}?`}`);
  }
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const issue = result.issues[0];
  const inside = (issue.path ?? []).map((item) => (typeof item.key === "number" ? `[${item.key}]` : `.${String(item.key)}`)).join("");
  throw new ConfigError(`${where}: ${key}${inside} ${issue.message}, not ${shown(issue.input)}`);
}

function shown(value: unknown): string {
  const text = typeof value === "bigint" ? String(value) : (JSON.stringify(value) ?? typeof value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function camel(key: string): string {
  return key.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
