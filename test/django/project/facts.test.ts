import { describe, expect, test } from "vitest";
import type { FactChoices } from "../../../src/django/project/facts.ts";
import { readProjects } from "./read.ts";
import type { FileTexts } from "./read.ts";

const manage = { "manage.py": 'import django\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")\n', "shop/migrations/0001_initial.py": "class Migration: ...\n", "shop/migrations/__init__.py": "" };

async function facts(files: FileTexts, choices: Partial<FactChoices> = {}) {
  const [project] = await readProjects({ ...manage, "site/settings.py": "", ...files }, choices);
  return project!.facts;
}
const database = async (settings: string, more: FileTexts = {}) => {
  const { value, source } = (await facts({ "site/settings.py": settings, ...more })).database;
  return `${value.vendor} ${value.version} ${source}`;
};

describe("without a word about it", () => {
  test("the defaults, said to be defaults", async () => {
    const found = await facts({});
    expect(found).toEqual({
      django: { value: "5.2", source: "default" },
      database: { value: { vendor: "postgresql", version: "16" }, source: "default" },
      authUserModel: { value: "auth.User", source: "default" },
      swappable: new Map(),
      defaultAutoField: { value: "django.db.models.AutoField", source: "default" },
      appAutoFields: new Map(),
      useTz: { value: true, source: "default" },
    });
  });

  test("they follow the Django release: BigAutoField since 6.0, USE_TZ since 5.0", async () => {
    const [six, four] = [await facts({ "requirements.txt": "Django==6.0.1\n" }), await facts({ "requirements.txt": "Django==4.2.1\n" })];
    expect(six.defaultAutoField.value).toBe("django.db.models.BigAutoField");
    expect(four.defaultAutoField.value).toBe("django.db.models.AutoField");
    expect([six.useTz.value, four.useTz.value]).toEqual([true, false]);
  });

  test("what the user says wins", async () => {
    const said = { database: { value: "mysql", source: "--database" }, databaseVersion: { value: "8.0", source: "--database-version" }, django: { value: "4.2", source: "--django" }, authUserModel: { value: "a.A", source: "config" } } as const;
    const found = await facts({ "requirements.txt": "Django==6.0.1\npsycopg==3\n", "site/settings.py": 'AUTH_USER_MODEL = "b.B"\n' }, said);
    expect([found.django, found.database, found.authUserModel]).toEqual([
      { value: "4.2", source: "--django" },
      { value: { vendor: "mysql", version: "8.0" }, source: "--database, --database-version" },
      { value: "a.A", source: "config" },
    ]);
  });
});

describe("the database", () => {
  const engine = (text: string) => `DATABASES = {"default": {"ENGINE": ${text}, "NAME": "x"}}\n`;
  test.each<[string, string, string]>([
    ["ENGINE", engine('"django.db.backends.postgresql"'), "postgresql 16"],
    ["PostGIS", engine('"django.contrib.gis.db.backends.postgis"'), "postgresql 16"],
    ["a wrapper", engine('"django_prometheus.db.backends.mysql"'), "mysql 8.4"],
    ["SQLite alone", engine('"django.db.backends.sqlite3"'), "sqlite 3.45"],
    ["the environment's default", engine('os.environ.get("ENGINE", "django.db.backends.mysql")'), "mysql 8.4"],
    ["os.getenv", engine('os.getenv("ENGINE", default="django.db.backends.mysql")'), "mysql 8.4"],
    ["a constant", `E = "django.db.backends.mysql"\n${engine("E")}`, "mysql 8.4"],
    ["django-environ", 'DATABASES = {"default": env.db("DATABASE_URL", default="postgis://u@h/d")}\n', "postgresql 16"],
    ["dj-database-url", 'DATABASES = {"default": dj_database_url.config(default="mysql://u@h/d")}\n', "mysql 8.4"],
    ["a URL inside", 'DATABASES = {"default": dj_database_url.parse(os.environ.get("U", "mysql://u@h/d"))}\n', "mysql 8.4"],
    ["decouple with a cast", 'DATABASES = {"default": config("U", default="postgres:///d", cast=parse)}\n', "postgresql 16"],
    ["a key set later", 'DATABASES = {"default": {}}\nDATABASES["default"]["ENGINE"] = "django.db.backends.mysql"\n', "mysql 8.4"],
    ["update", 'DATABASES = {"default": {}}\nDATABASES["default"].update({"ENGINE": "django.db.backends.mysql"})\n', "mysql 8.4"],
    ["SQLite unless told otherwise", `${engine('"django.db.backends.sqlite3"')}if os.getenv("DB") == "pg":\n    ${engine('"django.db.backends.postgresql"')}`, "postgresql 16"],
    ["in tests only", `${engine('"django.db.backends.mysql"')}if "test" in sys.argv:\n    ${engine('"django.db.backends.sqlite3"')}`, "mysql 8.4"],
    ["in a try", `try:\n    from .local import *\nexcept ImportError:\n    pass\n${engine('"django.db.backends.mysql"')}`, "mysql 8.4"],
    ["not the second alias", `DATABASES = {"other": {"ENGINE": "django.db.backends.mysql"}, "default": {"ENGINE": "django.db.backends.sqlite3"}}\n`, "sqlite 3.45"],
  ])("%s", async (_, settings, expected) => {
    expect(await database(settings)).toMatch(new RegExp(`^${expected.replace(".", "\\.")} site/settings\\.py:\\d+`));
  });

  test("a function of the project is looked into", async () => {
    const files = { "site/db.py": 'def databases():\n    if x:\n        return {"ENGINE": "django.db.backends.sqlite3"}\n    return {"ENGINE": "django.db.backends.mysql"}\n' };
    expect(await database("from site.db import databases\nDATABASES = databases()\n", files)).toBe("mysql 8.4 site/db.py:4 (or sqlite)");
  });

  test("SQLite alone is the one for a laptop where the driver of another is installed to run the project", async () => {
    const settings = engine('"django.db.backends.sqlite3"');
    expect(await database(settings, { "requirements.txt": "Django==5.2\npsycopg==3.2\n" })).toBe("postgresql 16 requirements.txt:2 (or sqlite, site/settings.py:1)");
    expect(await database(settings, { "requirements-dev.txt": "psycopg==3.2\n" })).toBe("sqlite 3.45 site/settings.py:1");
    expect(await database(settings, { "requirements.txt": "psycopg==3.2\nmysqlclient==2\n" })).toBe("sqlite 3.45 site/settings.py:1");
  });

  test("of several, the driver decides", async () => {
    const settings = `DATABASES = {"default": {"ENGINE": "django.db.backends.mysql"}}\nif PG:\n    DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql"}}\n`;
    expect(await database(settings, { "requirements.txt": "psycopg[binary]==3.2\n", "requirements-dev.txt": "mysqlclient\n" })).toBe("postgresql 16 site/settings.py:3 (or mysql)");
    expect(await database(settings, { "requirements.txt": "mysqlclient==2\n" })).toBe("mysql 8.4 site/settings.py:1 (or postgresql)");
  });

  test("a database that is not supported is told", async () => {
    expect(await database(engine('"django.db.backends.oracle"'))).toBe("postgresql 16 default (site/settings.py:1 says django.db.backends.oracle, which is not supported)");
  });

  test("without settings, the driver or Compose says", async () => {
    expect(await database("", { "requirements.txt": "\nPyMySQL==1\n" })).toBe("mysql 8.4 requirements.txt:2");
    expect(await database("", { "docker-compose.yml": "services:\n  db:\n    image: mariadb:11.4\n" })).toBe("mariadb 11.4 docker-compose.yml:3");
  });

  test("Compose says the release, the oldest of several, and which of MySQL and MariaDB", async () => {
    const pg = engine('"django.db.backends.postgresql"');
    expect(await database(pg, { "compose.yaml": "    image: postgres:17-alpine\n    image: 'pgvector/pgvector:pg15'\n    image: prom/postgres-exporter:1\n" })).toBe("postgresql 15 site/settings.py:1, compose.yaml:2");
    expect(await database(pg, { "compose.yaml": "    image: postgres:latest\n" })).toBe("postgresql 16 site/settings.py:1");
    expect(await database(pg, { "compose.yaml": "    image: postgres:${PG:-14}\n" })).toBe("postgresql 14 site/settings.py:1, compose.yaml:1");
    expect(await database(engine('"django.db.backends.mysql"'), { "compose.yaml": "    image: mariadb:10.6\n" })).toBe("mariadb 10.6 site/settings.py:1, compose.yaml:1");
  });

  test("the settings of tests on SQLite say nothing", async () => {
    const [project] = await readProjects({ "shop/migrations/0001_x.py": "class Migration: ...", "pytest.ini": "[pytest]\nDJANGO_SETTINGS_MODULE=tests.settings\n", "tests/settings.py": engine('"django.db.backends.sqlite3"') });
    expect(project!.facts.database.source).toBe("default");
  });
});

describe("settings", () => {
  test("what is deployed counts before what is for development and tests", async () => {
    const found = await facts({
      "site/wsgi.py": 'os.environ.setdefault(\n    "DJANGO_SETTINGS_MODULE",\n    "site.prod",\n)\n',
      "site/base.py": 'USE_TZ = False\nDEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"\n',
      "site/prod.py": 'from .base import *\nAUTH_USER_MODEL = "users.User"\n',
      "site/settings.py": 'from site.base import *\nAUTH_USER_MODEL = "dev.User"\nUSE_TZ = True\n',
    });
    expect([found.authUserModel, found.useTz, found.defaultAutoField]).toEqual([
      { value: "users.User", source: "site/prod.py:2" },
      { value: false, source: "site/base.py:1" },
      { value: "django.db.models.BigAutoField", source: "site/base.py:2" },
    ]);
  });

  test("a package of settings, imported names, and a file that imports itself", async () => {
    const found = await facts({ "site/settings.py": undefined!, "site/settings/__init__.py": "from .parts import USER as AUTH_USER_MODEL\nfrom . import *\nfrom .parts import *\n", "site/settings/parts.py": 'from . import *\nUSER = "users.User"\nUSE_TZ = False\n' });
    expect(found.authUserModel.value).toBe("users.User");
    expect(found.useTz).toEqual({ value: false, source: "site/settings/parts.py:3" });
  });

  test("the default of the environment, and the branch that needs no variable", async () => {
    const found = await facts({ "site/settings.py": 'import os\nfrom environ import Env\nenv = Env()\nUSE_TZ = env.bool("TZ", default=False)\nif os.environ.get("X"):\n    AUTH_USER_MODEL = "a.A"\nelse:\n    AUTH_USER_MODEL = "b.B"\n' });
    expect([found.useTz.value, found.authUserModel.value]).toEqual([false, "b.B"]);
  });

  test("a value that cannot be read is told", async () => {
    expect((await facts({ "site/settings.py": "USE_TZ = compute()\n" })).useTz).toEqual({ value: true, source: "default (site/settings.py:1 cannot be read)" });
  });

  test("django-configurations: the class that manage.py names", async () => {
    const found = await facts({
      "manage.py": 'import django\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")\nos.environ.setdefault("DJANGO_CONFIGURATION", "Prod")\n',
      "site/settings.py": 'class Base(Configuration):\n    USE_TZ = False\n    AUTH_USER_MODEL = "users.User"\n    APPS = ["a"]\n\nclass Prod(Base):\n    @property\n    def INSTALLED_APPS(self):\n        apps = super().APPS + ["shop"]\n        if x:\n            apps.append("more")\n        return apps\n    DATABASES = {"default": {"ENGINE": "django.db.backends.mysql"}}\n\nclass Dev(Base):\n    USE_TZ = True\n',
    });
    expect([found.useTz.value, found.authUserModel.value, found.database.value.vendor]).toEqual([false, "users.User", "mysql"]);
  });

  test("classes that load themselves, bases in another file", async () => {
    const found = await facts({ "site/base.py": 'class Base:\n    AUTH_USER_MODEL = "users.User"\n', "site/settings.py": "from site.base import Base\n\nclass Site(Base):\n    USE_TZ = False\n\nclass Other:\n    USE_TZ = True\n\nSite.load_settings(__name__)\n" });
    expect([found.useTz.value, found.authUserModel.value]).toEqual([false, "users.User"]);
  });

  test("django-split-settings", async () => {
    const found = await facts({ "site/settings.py": 'from split_settings.tools import include, optional\ninclude("parts/*.py", optional("local.py"))\n', "site/parts/users.py": 'AUTH_USER_MODEL = "users.User"\n' });
    expect(found.authUserModel).toEqual({ value: "users.User", source: "site/parts/users.py:1" });
  });

  test("swappable settings that migrations speak of, and AppConfig.default_auto_field", async () => {
    const found = await facts({
      "site/settings.py": 'OAUTH_MODEL = "oauth.App"\nINSTALLED_APPS = ["shop"]\n',
      "shop/apps.py": 'from django.apps import AppConfig\nclass Shop(AppConfig):\n    name = "shop"\n    default_auto_field = "django.db.models.BigAutoField"\n',
    });
    expect(found.appAutoFields).toEqual(new Map([["shop", { value: "django.db.models.BigAutoField", source: "shop/apps.py:4" }]]));
  });
});
