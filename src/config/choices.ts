import type { Fact } from "../django/project.ts";
import type { FactChoices } from "../django/project/facts.ts";
import type { Overrides } from "../request.ts";
import type { Config, ConfigKey } from "./config.ts";

/** The command line (or an action's input) wins over the configuration; null where neither says. */
export function choices(overrides: Overrides, config: Config): FactChoices {
  const pick = <T>(said: T | undefined, option: string, configured: T | null, key: ConfigKey): Fact<T> | null => {
    if (said !== undefined) return { value: said, source: option };
    return configured === null ? null : { value: configured, source: config.sources.get(key) ?? key };
  };
  return {
    database: pick(overrides.database, "--database", config.database, "database"),
    databaseVersion: pick(overrides.databaseVersion, "--database-version", config.databaseVersion, "database-version"),
    django: pick(overrides.django, "--django", config.django, "django"),
    settings: pick(undefined, "", config.settings, "settings"),
    authUserModel: pick(undefined, "", config.authUserModel, "auth-user-model"),
    defaultAutoField: pick(undefined, "", config.defaultAutoField, "default-auto-field"),
  };
}
