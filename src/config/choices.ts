import type { DjangoVersion, Fact, Vendor } from "../django/project.ts";
import type { Overrides } from "../request.ts";
import type { Config, ConfigKey } from "./config.ts";

/** What was said and need not be detected, each with who said it. */
export interface Choices {
  readonly database: Fact<Vendor> | null;
  readonly databaseVersion: Fact<string> | null;
  readonly django: Fact<DjangoVersion> | null;
  readonly settings: Fact<string> | null;
  readonly authUserModel: Fact<string> | null;
  readonly defaultAutoField: Fact<string> | null;
}

/** The command line (or an action's input) wins over the configuration; null where neither says. */
export function choices(overrides: Overrides, config: Config): Choices {
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
