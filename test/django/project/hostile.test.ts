import { describe, expect, test } from "vitest";
import { requirementsIn } from "../../../src/django/project/requirements.ts";
import { highestAllowed } from "../../../src/django/project/specifiers.ts";
import { readProjects } from "./read.ts";
import type { FileTexts } from "./read.ts";

const base = { "manage.py": 'import django\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")\n', "shop/migrations/__init__.py": "", "shop/migrations/0001_initial.py": "class Migration: ...\n" };

const many = (count: number, line: (i: number) => string) => Array.from({ length: count }, (_, i) => line(i)).join("");

/** Written so that a careless reader doubles its work with every line. */
const cases: readonly [string, FileTexts][] = [
  ["a list that doubles", { "site/settings.py": `INSTALLED_APPS = ["a", "b"]\n${"INSTALLED_APPS += INSTALLED_APPS\n".repeat(60)}` }],
  ["a sum that doubles", { "site/settings.py": `A = ["a", "b"]\n${"A = A + A\n".repeat(60)}INSTALLED_APPS = A\n` }],
  ["values that double", { "site/settings.py": `A = "a"\nif x:\n    A = "b"\n${"if x:\n    A = A\n".repeat(60)}AUTH_USER_MODEL = A\n` }],
  ["a dict that doubles", { "site/settings.py": `DATABASES = {"a": {}, "b": {}}\n${"DATABASES.update(DATABASES)\n".repeat(60)}` }],
  ["bases that double", { "site/settings.py": `class C0:\n    USE_TZ = True\n${many(40, (i) => `class C${i + 1}(C${i}, C${i}, C${i}):\n    X = 1\n`)}` }],
  ["AppConfigs that double", { "site/settings.py": 'INSTALLED_APPS = ["shop"]\n', "shop/apps.py": `class C0(Base):\n    x = 1\n${many(40, (i) => `class C${i + 1}(C${i}, C${i}, C${i}):\n    x = 1\n`)}` }],
  ["files that include each other", { "site/settings.py": 'from split_settings.tools import include\ninclude("parts/*.py")\n', ...Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`site/parts/p${i}.py`, 'from split_settings.tools import include\ninclude("*.py")\n'])) }],
  ["files that import each other", { "site/settings.py": "from .a import *\nfrom .b import *\n", "site/a.py": "from .b import *\nfrom .settings import *\n", "site/b.py": "from .a import *\nfrom .settings import *\n" }],
  ["blank lines", { "site/settings.py": `${"\n".repeat(300_000)}INSTALLED_APPS = []\n`, "shop/apps.py": "\n \n".repeat(200_000) }],
  ["properties", { "site/settings.py": `class S:\n${many(6000, (i) => `    def P${i}(self): return 1\n`)}` }],
];

describe("settings that are written to cost time", () => {
  test.each(cases)("%s", async (_, files) => {
    const start = performance.now();
    const projects = await readProjects({ ...base, ...files });
    expect(projects[0]!.apps.map((app) => app.label)).toEqual(["shop"]);
    expect(performance.now() - start).toBeLessThan(4000);
  });

  test("requirements of blanks", () => {
    const start = performance.now();
    expect(requirementsIn("requirements.txt", `Django${" ".repeat(1_000_000)}@\n`)).toEqual([]);
    expect(requirementsIn("setup.py", `"Django${" ".repeat(1_000_000)}@"\n`)).toEqual([]);
    expect(highestAllowed(`>=4.2${" ".repeat(1_000_000)}`)).toBeNull();
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
