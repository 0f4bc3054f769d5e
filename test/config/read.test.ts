import { describe, expect, it } from "vitest";
import { ConfigError, defaultConfig } from "../../src/config/config.ts";
import { parseConfig, readConfig } from "../../src/config/read.ts";

const own = "django-expand-contract.toml";

describe("where the configuration stands", () => {
  it("is the defaults when there is no file", () => {
    expect(readConfig(new Map())).toEqual(defaultConfig);
  });

  it("is [tool.django-expand-contract] of pyproject.toml", () => {
    const text = `[project]\nname = "shop"\n\n[tool.django-expand-contract]\ndjango = "5.2"\nfail-on = "warning"\n`;
    const config = readConfig(new Map([["pyproject.toml", text]]));
    expect(config).toMatchObject({ django: "5.2", failOn: "warning", database: null });
    expect(config.sources.get("django")).toBe("pyproject.toml:5");
  });

  it("is the own file's top, which wins over pyproject.toml", () => {
    const files = new Map([[own, 'database = "mysql"\n'], ["pyproject.toml", '[tool.django-expand-contract]\ndatabase = "sqlite"\n']]);
    expect(readConfig(files)).toMatchObject({ database: "mysql" });
  });

  it("does not mind a pyproject.toml of others, even a broken one", () => {
    expect(readConfig(new Map([["pyproject.toml", "[tool.ruff]\nline-length = 100\n"]]))).toEqual(defaultConfig);
    expect(readConfig(new Map([["pyproject.toml", "this is not TOML ["]]))).toEqual(defaultConfig);
  });
});

it("reads every key", () => {
  const config = parseConfig(own, `
database = "mariadb"
database-version = "10.11"
django = "4.2"
fail-on = "never"
rehearse = "always"
accept-label = "migrations: accepted"
settings = "shop.settings.production"
exclude = ["vendor", "**/legacy/*.py"]
running-release = "production"
since = "2026-01-31"
hot-tables = ["shop_order"]
small-tables = ["django_site"]
row-counts = "migrations/rows.json"
small-below = 5000
hot-from = 1000000
auth-user-model = "users.User"
default-auto-field = "django.db.models.BigAutoField"

[app-labels]
"backend/orders/" = "shop"
`);
  expect(config).toEqual({
    database: "mariadb", databaseVersion: "10.11", django: "4.2", failOn: "never", rehearse: "always", acceptLabel: "migrations: accepted", settings: "shop.settings.production",
    exclude: ["vendor", "**/legacy/*.py"], runningRelease: "production", since: "2026-01-31", hotTables: ["shop_order"], smallTables: ["django_site"],
    rowCounts: "migrations/rows.json", rows: new Map(), smallBelow: 5000, hotFrom: 1_000_000,
    authUserModel: "users.User", defaultAutoField: "django.db.models.BigAutoField", appLabels: new Map([["backend/orders", "shop"]]),
    sources: expect.any(Map) as unknown,
  });
  expect(config?.sources.get("app-labels")).toBe(`${own}:20`);
});

describe("a mistake names the file, the line, the key and what is allowed", () => {
  it.each([
    ['database = "oracle"', `${own}:1: database must be one of "postgresql", "mysql", "mariadb", "sqlite", not "oracle"`],
    ['\ndjango = "3.2"', `${own}:2: django must be one of "4.2", "5.0", "5.1", "5.2", "6.0", "6.1", not "3.2"`],
    ["django = 5.2", `${own}:1: django must be one of "4.2", "5.0", "5.1", "5.2", "6.0", "6.1", not 5.2`],
    ["database-version = 16", `${own}:1: database-version must be the server's version, such as "16" or "10.11", as a string, not 16`],
    ['exclude = "vendor"', `${own}:1: exclude must be a list of globs of paths: ["…"], not "vendor"`],
    ["exclude = [1]", `${own}:1: exclude[0] must be a string, not 1`],
    ['auth-user-model = "User"', `${own}:1: auth-user-model must be "app_label.Model", not "User"`],
    ['[app-labels]\norders = "not a label"', `${own}:1: app-labels.orders must be an app label: a Python identifier, not "not a label"`],
    ['accept-label = " "', `${own}:1: accept-label must be the name of a label, not empty`],
    ['databse = "mysql"', `${own}:1: unknown key "databse". Did you mean "database"?`],
    ["colour = true", `${own}:1: unknown key "colour". Known keys: database, database-version, django, fail-on, rehearse, accept-label, settings, exclude, running-release, since, hot-tables, small-tables, row-counts, small-below, hot-from, auth-user-model, default-auto-field, app-labels`],
    ['row-counts = "../rows.json"', `${own}:1: row-counts must be the path of a JSON file in the repository, such as "migrations/rows.json", not "../rows.json"`],
    ["small-below = 1.5", `${own}:1: small-below must be a whole number of rows, not 1.5`],
    ["hot-from = -1", `${own}:1: hot-from must be a number of rows, 0 or more, not -1`],
    ["a = [", `${own}:1: not valid TOML:`],
    ['__proto__ = "x"', `${own}:1: unknown key "__proto__"`],
    ['constructor = "x"', `${own}:1: unknown key "constructor"`],
  ])("%s", (text, message) => {
    expect(() => parseConfig(own, text)).toThrow(ConfigError);
    expect(() => parseConfig(own, text)).toThrow(message);
  });
});
