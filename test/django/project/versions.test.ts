import { describe, expect, test } from "vitest";
import { requirementsIn } from "../../../src/django/project/requirements.ts";
import { highestAllowed, isExact } from "../../../src/django/project/specifiers.ts";
import { djangoRelease, projectRequirements } from "../../../src/django/project/versions.ts";

const release = (files: Readonly<Record<string, string>>, root = "") => {
  const fact = djangoRelease(projectRequirements(Object.keys(files).sort(), (path) => files[path] ?? null, root));
  return fact && `${fact.value} ${fact.source}`;
};

describe("specifiers", () => {
  test.each<[string, string | null]>([
    ["==5.2.16", "5.2"],
    ["5.1", "5.1"],
    ["== 5.0", "5.0"],
    ["===4.2.1", "4.2"],
    [">=4.2,<5.3", "5.2"],
    [">=4.2", "6.1"],
    [">4.2,<=5.0", "5.0"],
    ["<5", "4.2"],
    ["<5.2", "5.1"],
    ["~=5.2.1", "5.2"],
    ["~=4.2", "4.2"],
    ["~=5.0", "5.2"],
    ["==6.0.*", "6.0"],
    [">=4.2,!=6.1.*", "6.0"],
    [">=5.2a1,<6.0", "5.2"],
    ["<6.0a1", "5.2"],
    ["^5.0", "5.2"],
    ["^4.2.3", "4.2"],
    ["~5.1", "5.1"],
    ["5.2.*", "5.2"],
    ["^4.2 || ^5.0", "5.2"],
    [">=4.2 <5.1", "5.0"],
    ["(>=4.2,<5.1)", "5.0"],
    ["", null],
    ["*", null],
    ["@ git+https://x", null],
  ])("%j allows up to %s", (specifier, expected) => {
    expect(highestAllowed(specifier)?.version ?? null).toBe(expected);
  });

  test("what is older or newer than is known says so", () => {
    expect(highestAllowed("==3.2.25")).toEqual({ version: "4.2", note: "==3.2.25 is older than Django 4.2, the oldest release that is known here" });
    expect(highestAllowed(">=2.2,<4.0")?.version).toBe("4.2");
    expect(highestAllowed("==7.0")).toEqual({ version: "6.1", note: "==7.0 is not a release that is known here; the newest is Django 6.1" });
  });

  test("an exact pin is one release", () => {
    expect(["==5.2", "5.2.1", "===5.2"].map(isExact)).toEqual([true, true, true]);
    expect(["==5.2.*", ">=5.2", "", "5"].map(isExact)).toEqual([false, false, false, false]);
  });
});

describe("files that name packages", () => {
  const django = (path: string, text: string) => requirementsIn(path, text).filter(({ name }) => name === "django").map(({ specifier, line }) => `${specifier} ${line}`);
  test.each<[string, string, string[]]>([
    ["requirements.txt", "-r base.txt\n# Django==1\nDjango[argon2] == 5.2.1 ; python_version > '3.9'  # why\n", ["== 5.2.1 3"]],
    ["requirements.txt", "django==6.0.3 \\\n    --hash=sha256:abc\n", ["==6.0.3 1"]],
    ["requirements.txt", "django-filter==1\nnot-django==2\nDjango\n", [" 3"]],
    ["requirements/base.in", "django~=5.2.0\r\n", ["~=5.2.0 1"]],
    ["requirements.txt", "django @ git+https://github.com/django/django@stable/5.2.x\n", []],
    ["uv.lock", 'version = 1\n\n[[package]]\nname = "django"\nversion = "5.2.16"\n\n[[package]]\nname = "x"\nversion = "1"\ndependencies = [{ name = "django" }]\n', ["==5.2.16 5"]],
    ["poetry.lock", '[[package]]\nname = "Django"\nversion = "4.2.7"\ndescription = ""\n', ["==4.2.7 3"]],
    ["pdm.lock", '[[package]]\nname = "django"\nversion = "5.0.1"\n', ["==5.0.1 3"]],
    ["Pipfile.lock", '{\n  "default": {\n    "django": {\n      "version": "==5.1.2"\n    }\n  },\n  "develop": {"django": {"version": "==1.0"}}\n}\n', ["==5.1.2 3"]],
    ["Pipfile", '[packages]\ndjango = "*"\n', [" 2"]],
    ["pyproject.toml", '[project]\nname = "x"\ndependencies = [\n  "Django >= 5.2",\n]\n', [">= 5.2 4"]],
    ["pyproject.toml", '[project.optional-dependencies]\nweb = ["django>=4.2,<6"]\n', [">=4.2,<6 2"]],
    ["pyproject.toml", '[tool.poetry.dependencies]\npython = "^3.11"\ndjango = "^5.2"\n', ["^5.2 3"]],
    ["pyproject.toml", '[tool.poetry.dependencies]\nDjango = {version = "~5.1", extras = ["argon2"]}\n', ["~5.1 2"]],
    ["pyproject.toml", "[broken\n", []],
    ["uv.lock", "", []],
    ["Pipfile.lock", "{", []],
    ["setup.cfg", "[options]\ninstall_requires =\n    Django>=4.2\n    x\n", [">=4.2 3"]],
    ["setup.py", 'setup(\n    install_requires=["Django>=4.2,<5", \'x\'],\n)\n', [">=4.2,<5 2"]],
  ])("%s %j", (path, text, expected) => {
    expect(django(path, text)).toEqual(expected);
  });
});

describe("which of them counts", () => {
  test.each<[string, Readonly<Record<string, string>>, string | null]>([
    ["an exact pin before a range", { "pyproject.toml": '[project]\ndependencies = ["Django>=4.2"]\n', "requirements.txt": "Django==5.1.4\n" }, "5.1 requirements.txt:1"],
    ["a lock before what it locks", { "pyproject.toml": '[project]\ndependencies = ["Django>=4.2"]\n', "uv.lock": '[[package]]\nname = "django"\nversion = "5.2.16"\n' }, "5.2 uv.lock:3"],
    ["what runs before what tests and documents", { "docs/requirements.txt": "Django==4.2\n", "requirements/dev.txt": "Django==4.2\n", "requirements/base.txt": "Django==5.0.1\n" }, "5.0 requirements/base.txt:1"],
    ["of two pins in one file the newer", { "requirements.txt": "Django==4.2 ; python_version < '3.10'\nDjango==5.2 ; python_version >= '3.10'\n" }, "5.2 requirements.txt:2"],
    ["a range where there is no more", { "setup.py": '"Django>=4.2,<5.1"\n' }, "5.0 setup.py:1"],
    ["nothing without a release", { "requirements.txt": "Django\n" }, null],
    ["nothing without Django", { "requirements.txt": "flask==1\n" }, null],
  ])("%s", (_, files, expected) => {
    expect(release(files)).toBe(expected);
  });

  test("in a repository of several projects, that of the project", () => {
    const files = { "a/requirements.txt": "Django==4.2\n", "b/requirements.txt": "Django==5.2\n", "requirements.txt": "Django==6.0\n" };
    expect([release(files, "a/"), release(files, "b/"), release(files, "c/")]).toEqual(["4.2 a/requirements.txt:1", "5.2 b/requirements.txt:1", "6.0 requirements.txt:1"]);
  });
});
