import { describe, expect, it } from "vitest";
import { choices } from "../../src/config/choices.ts";
import { defaultConfig } from "../../src/config/config.ts";
import { excludes } from "../../src/config/exclude.ts";
import { parseConfig } from "../../src/config/read.ts";
import { nearest } from "../../src/nearest.ts";

describe("precedence", () => {
  const config = parseConfig("django-expand-contract.toml", 'database = "mysql"\ndjango = "4.2"\n') ?? defaultConfig;

  it("lets the command line win over the configuration, and says who said it", () => {
    const said = choices({ database: "postgresql" }, config);
    expect(said.database).toEqual({ value: "postgresql", source: "--database" });
    expect(said.django).toEqual({ value: "4.2", source: "django-expand-contract.toml:2" });
  });

  it("leaves to detection what neither says", () => {
    expect(choices({}, defaultConfig)).toEqual({ database: null, databaseVersion: null, django: null, settings: null, authUserModel: null, defaultAutoField: null });
  });
});

describe("exclude", () => {
  it.each([
    ["vendor", "vendor/shop/migrations/0001.py", true],
    ["vendor/", "vendor/a.py", true],
    ["vendor", "vendored/a.py", false],
    ["vendor", "src/vendor/a.py", false],
    ["**/vendor", "src/vendor/a.py", true],
    ["**/vendor", "vendor/a.py", true],
    ["*/tests/**", "shop/tests/app/models.py", true],
    ["*/tests/**", "a/shop/tests/models.py", false],
    ["**/*_test.py", "a/b/c_test.py", true],
    ["a?.py", "ab.py", true],
    ["a?.py", "a/.py", false],
    ["a+(b).py", "a+(b).py", true],
    ["./docs", "docs/conf.py", true],
  ])("%s and %s: %s", (glob, path, expected) => {
    expect(excludes([glob])(path)).toBe(expected);
  });
});

describe("nearest", () => {
  it.each([
    ["shpo", ["shop", "users"], "shop"],
    ["user", ["shop", "users"], "users"],
    ["zzz", ["shop", "users"], null],
    ["Shop", ["shop"], "shop"],
    ["x", [], null],
  ])("%s in %j is %s", (word, known, expected) => {
    expect(nearest(word, known)).toBe(expected);
  });
});
