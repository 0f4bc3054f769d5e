import { describe, expect, test } from "vitest";
import { readProjects } from "./read.ts";
import type { FileTexts } from "./read.ts";

const migration = "from django.db import migrations\n\n\nclass Migration(migrations.Migration):\n    dependencies = []\n    operations = []\n";
const manage = (settings: string) => `import os, django\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "${settings}")\n`;
const app = (folder: string, more: FileTexts = {}): FileTexts => ({ [`${folder}/__init__.py`]: "", [`${folder}/migrations/__init__.py`]: "", [`${folder}/migrations/0001_initial.py`]: migration, ...more });
const config = (name: string, body = "", className = "ShopConfig") => `from django.apps import AppConfig\n\n\nclass ${className}(AppConfig):\n    name = "${name}"\n${body}`;
const settings = (...installed: readonly string[]) => `INSTALLED_APPS = [${installed.map((entry) => `"${entry}"`).join(", ")}]\n`;

/** `label folder` of each app, per project. */
const labels = async (files: FileTexts, said: ReadonlyMap<string, string> = new Map()) =>
  (await readProjects(files, {}, said)).map(({ layout, apps }) => [layout.root, ...apps.map((one) => `${one.label} ${one.folder}`)]);

describe("projects", () => {
  test("a repository without Django has none", async () => {
    expect(await labels({})).toEqual([]);
    expect(await labels({ "README.md": "", "src/index.ts": "", "setup.py": "", "migrations/versions/0001_x.py": "", "tool/manage.py": "print(1)" })).toEqual([]);
  });

  test("migrations of another tool are no app", async () => {
    expect(await labels({ "db/migrations/__init__.py": "", "db/migrations/helpers.py": "def run(): ...\n" })).toEqual([]);
  });

  test("Django in a subfolder", async () => {
    expect(await labels({ "web/backend/manage.py": manage("conf.settings"), "web/backend/conf/settings.py": settings("shop"), ...app("web/backend/shop"), "web/frontend/package.json": "" })).toEqual([
      ["web/backend/", "shop web/backend/shop/"],
    ]);
  });

  test("manage.py beside src/", async () => {
    const [project] = await readProjects({ "manage.py": manage("site.settings"), "src/site/__init__.py": "", "src/site/settings.py": settings("shop"), ...app("src/shop") });
    expect(project!.layout.root).toBe("src/");
    expect(project!.apps.map((one) => [one.label, one.installed])).toEqual([["shop", true]]);
  });

  test("manage.py deeper than the package it names", async () => {
    expect(await labels({ "lib/test/manage.py": manage("lib.test.settings"), "lib/__init__.py": "", "lib/test/settings.py": settings("lib"), ...app("lib") })).toEqual([["", "lib lib/"]]);
  });

  test("the layout of cookiecutter-django: settings in config/, apps in the project's package, Django's sites moved", async () => {
    const [project] = await readProjects({
      "manage.py": manage("config.settings.local"),
      "config/wsgi.py": manage("config.settings.production"),
      "config/__init__.py": "",
      "config/settings/__init__.py": "",
      "config/settings/base.py": 'LOCAL_APPS = ["site.users"]\nINSTALLED_APPS = ["django.contrib.sites"] + LOCAL_APPS\nMIGRATION_MODULES = {"sites": "site.contrib.sites.migrations"}\nAUTH_USER_MODEL = "users.User"\n',
      "config/settings/local.py": "from .base import *\n",
      "config/settings/production.py": 'from .base import *\nDATABASES["default"] = env.db("DATABASE_URL")\n',
      "requirements/base.txt": "django==5.2.3\n",
      "requirements/production.txt": "-r base.txt\npsycopg[c]==3.2\n",
      "site/__init__.py": "",
      ...app("site/users"),
      ...app("site/contrib/sites"),
    });
    expect(project!.layout.settings.map((one) => one.path)).toEqual(["config/settings/production.py", "config/settings/local.py", "config/settings/base.py"]);
    expect(project!.apps.map((one) => [one.label, one.folder, one.installed])).toEqual([
      ["sites", "site/contrib/sites/", true],
      ["users", "site/users/", true],
    ]);
    expect(project!.facts.database.value.vendor).toBe("postgresql");
    expect(project!.facts.authUserModel.source).toBe("config/settings/base.py:4");
  });

  test.each(['"project.settings"', 'f"config.{env}"', "module"])("manage.py with settings %s that are not in the repository", async (named) => {
    expect(await labels({ "web/manage.py": `import django\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", ${named})\n`, ...app("web/shop") })).toEqual([["web/", "shop web/shop/"]]);
  });

  test("several projects keep their apps apart, and may share one", async () => {
    expect(
      await labels({
        "a/manage.py": manage("site.settings"),
        "a/site/settings.py": settings("shop", "shared.accounts"),
        ...app("a/shop"),
        "b/manage.py": manage("site.settings"),
        "b/site/settings.py": settings("shop", "accounts"),
        ...app("b/shop"),
        ...app("shared/accounts"),
      }),
    ).toEqual([
      ["a/", "accounts shared/accounts/", "shop a/shop/"],
      ["b/", "accounts shared/accounts/", "shop b/shop/"],
    ]);
  });

  test("an app to install, without settings", async () => {
    expect(await labels({ "pyproject.toml": "", ...app("src/thing", { "src/thing/apps.py": config("thing") }) })).toEqual([["src/", "thing src/thing/"]]);
  });

  test("a project of tests does not take the library from the main project", async () => {
    expect(
      await labels({
        "manage.py": manage("site.settings"),
        "site/settings.py": settings("shop"),
        ...app("shop"),
        "tests/testproject/manage.py": manage("settings"),
        "tests/testproject/settings.py": settings("shop", "demo"),
        ...app("tests/testproject/demo"),
      }),
    ).toEqual([
      ["", "shop shop/"],
      ["tests/testproject/", "demo tests/testproject/demo/"],
    ]);
  });

  test("templates of projects, node_modules and packages in the repository are not looked at", async () => {
    expect(await labels({ "manage.py": manage("site.settings"), "site/settings.py": settings("shop"), ...app("shop"), ...app("app_template/home"), ...app("{{ name }}/x"), ...app("node_modules/y"), ...app("lib/site-packages/z") })).toEqual([
      ["", "shop shop/"],
    ]);
  });

  test("the settings that the user names come first, as a file or as a module", async () => {
    const files = { "manage.py": manage("site.dev"), "site/dev.py": 'USE_TZ = True\nAUTH_USER_MODEL = "a.A"\n', "site/prod.py": 'AUTH_USER_MODEL = "b.B"\n', ...app("shop") };
    for (const value of ["site/prod.py", "site.prod"]) {
      const [project] = await readProjects(files, { settings: { value, source: "config" } });
      expect(project!.facts.authUserModel).toEqual({ value: "b.B", source: "site/prod.py:1" });
    }
  });
});

describe("labels", () => {
  const base = { "manage.py": manage("site.settings") };
  const cases: readonly [string, FileTexts, string][] = [
    ["the folder's name", { "site/settings.py": settings("shop") }, "shop"],
    ["the label of the only AppConfig", { "site/settings.py": settings("shop"), "shop/apps.py": config("shop", '    label = "store"\n') }, "store"],
    ["the last part of its name", { "site/settings.py": settings("shop"), "shop/apps.py": config("shop") }, "shop"],
    ["an annotated label", { "site/settings.py": settings("shop"), "shop/apps.py": config("shop", '    label: str = "store"\n') }, "store"],
    ["the AppConfig that INSTALLED_APPS names", { "site/settings.py": settings("shop.apps.Second"), "shop/apps.py": `${config("shop", '    label = "one"\n', "First")}\n${config("shop", '    label = "two"\n', "Second")}` }, "two"],
    ["of two AppConfigs the default one", { "site/settings.py": settings("shop"), "shop/apps.py": `${config("shop", '    label = "one"\n', "First")}\n${config("shop", '    label = "two"\n    default = True\n', "Second")}` }, "two"],
    ["of two AppConfigs without a default none", { "site/settings.py": settings("shop"), "shop/apps.py": `${config("shop", '    label = "one"\n', "First")}\n${config("shop", '    label = "two"\n', "Second")}` }, "shop"],
    ["not one that is switched off", { "site/settings.py": settings("shop"), "shop/apps.py": `${config("shop", '    label = "one"\n    default = False\n', "First")}\n${config("shop", '    label = "two"\n', "Second")}` }, "two"],
    ["a constant", { "site/settings.py": settings("shop"), "shop/apps.py": config("shop", "    label = LABEL\n").replace("\n\n\nclass", '\n\nLABEL = "store"\n\n\nclass') }, "store"],
    ["inherited", { "site/settings.py": settings("shop"), "shop/base.py": config("shop", '    label = "store"\n', "Base"), "shop/apps.py": "from .base import Base\n\n\nclass ShopConfig(Base):\n    verbose_name = 'x'\n" }, "store"],
    ["an AppConfig outside apps.py", { "site/settings.py": settings("shop.config.ShopConfig"), "shop/config.py": config("shop", '    label = "store"\n') }, "store"],
    ["not a config for another package", { "site/settings.py": settings("shop"), "shop/apps.py": config("django.contrib.auth", '    label = "other"\n') }, "shop"],
    ["a class that is no AppConfig", { "site/settings.py": settings("shop"), "shop/apps.py": 'class Thing(Base):\n    label = "no"\n' }, "shop"],
    ["a broken apps.py", { "site/settings.py": settings("shop"), "shop/apps.py": "class (:\n" }, "shop"],
  ];
  test.each(cases)("%s", async (_, files, expected) => {
    expect(await labels({ ...base, ...app("shop"), ...files })).toEqual([["", `${expected} shop/`]]);
  });

  test("the user's word wins", async () => {
    expect(await labels({ ...base, "site/settings.py": settings("shop"), ...app("shop", { "shop/apps.py": config("shop", '    label = "store"\n') }) }, new Map([["shop", "mine"]]))).toEqual([["", "mine shop/"]]);
  });

  test("INSTALLED_APPS says what is on sys.path", async () => {
    const [project] = await readProjects({ ...base, "site/settings.py": settings("orders"), ...app("code/parts/orders"), ...app("code/other") });
    expect(project!.apps.map((one) => [one.label, one.installed])).toEqual([
      ["orders", true],
      ["other", false],
    ]);
  });

  test("of two apps with one label the installed one counts, the other is told", async () => {
    const [project] = await readProjects({ ...base, "site/settings.py": settings("web.shop"), ...app("shop"), ...app("web/shop"), ...app("tests/shop") });
    expect(project!.apps.map((one) => one.folder)).toEqual(["web/shop/"]);
    expect(project!.leftOut).toEqual([
      { folder: "shop/", label: "shop", reason: "web/shop/ has the label shop, and is the one in INSTALLED_APPS" },
      { folder: "tests/shop/", label: "shop", reason: "web/shop/ has the label shop, and is the one in INSTALLED_APPS" },
    ]);
    expect(project!.problems).toEqual([]);
  });

  test("two installed apps with one label are a problem", async () => {
    const [project] = await readProjects({ ...base, "site/settings.py": settings("a.shop", "b.shop"), ...app("a/shop"), ...app("b/shop") });
    expect(project!.apps.map((one) => one.folder)).toEqual(["a/shop/"]);
    expect(project!.problems).toEqual([{ path: "b/shop/migrations/0001_initial.py", message: expect.stringContaining("Two apps have the label shop") }]);
  });
});

describe("migrations", () => {
  const base = { "manage.py": manage("site.settings") };

  test("are the modules that Django loads", async () => {
    const more = { "shop/migrations/odd_name.py": migration, "shop/migrations/_helper.py": "", "shop/migrations/~0001.py": "", "shop/migrations/0003.sql": "", "shop/migrations/sub/0001.py": "" };
    const [project] = await readProjects({ ...base, "site/settings.py": settings("shop"), ...app("shop", more) });
    expect(project!.apps[0]!.migrations).toEqual([
      { name: "0001_initial", path: "shop/migrations/0001_initial.py" },
      { name: "odd_name", path: "shop/migrations/odd_name.py" },
    ]);
  });

  test("MIGRATION_MODULES moves them, also those of a library's app", async () => {
    const [project] = await readProjects({
      ...base,
      "site/settings.py": `${settings("shop")}MIGRATION_MODULES = {"shop": "site.shop_migrations", "sites": "site.contrib.sites.migrations"}\n`,
      ...app("shop"),
      "site/shop_migrations/__init__.py": "",
      "site/shop_migrations/0001_moved.py": migration,
      ...app("site/contrib/sites"),
    });
    expect(project!.apps.map((one) => [one.label, one.migrationsFolder, one.migrations.map(({ name }) => name)])).toEqual([
      ["shop", "site/shop_migrations/", ["0001_moved"]],
      ["sites", "site/contrib/sites/migrations/", ["0001_initial"]],
    ]);
  });

  test("None switches them off; the settings of tests do not", async () => {
    const off = `${settings("shop")}MIGRATION_MODULES = {"shop": None}\n`;
    const [project] = await readProjects({ ...base, "site/settings.py": off, ...app("shop") });
    expect(project!.apps[0]!.migrations).toEqual([]);
    expect(project!.leftOut).toEqual([{ folder: "shop/", label: "shop", reason: "MIGRATION_MODULES switches its migrations off (site/settings.py:2)" }]);
    const [library] = await readProjects({ "pytest.ini": "[pytest]\nDJANGO_SETTINGS_MODULE = tests.settings\n", "tests/settings.py": off, ...app("shop") });
    expect(library!.apps[0]!.migrations).toHaveLength(1);
  });

  test("a folder without __init__.py is told", async () => {
    const [project] = await readProjects({ ...base, "site/settings.py": settings("shop"), "shop/migrations/0001_initial.py": migration });
    expect(project!.problems).toEqual([{ path: "shop/migrations/0001_initial.py", message: expect.stringContaining("there is no shop/migrations/__init__.py") }]);
  });
});
