import { describe, expect, test } from "vitest";
import { defaultConfig } from "../../src/config/config.ts";
import type { Review } from "../../src/report/types.ts";
import { review } from "../../src/review.ts";
import { findingsIn, migration, source } from "../safety/findings/shop.ts";

/** django-deprecate-fields: the code that runs has a descriptor where the field was, so it names no column; migrations see it, nullable. */
const models = (note: string) => `from django.db import models\nfrom django_deprecate_fields import deprecate_field\n\n\nclass Item(models.Model):\n    code = models.CharField(max_length=20)\n${note === "" ? "" : `    note = ${note}\n`}`;
const plain = "models.CharField(max_length=10)";
const hidden = `deprecate_field(${plain})`;

const project = (note: string, ...operations: readonly string[]) => ({
  "manage.py": 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")\n',
  "requirements.txt": "django==5.2\n",
  "settings.py": 'INSTALLED_APPS = ["shop"]\nDATABASES = {"default": {"ENGINE": "django.db.backends.postgresql"}}\nDEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"\n',
  "shop/__init__.py": "",
  "shop/models.py": models(note),
  "shop/migrations/__init__.py": "",
  "shop/migrations/0001_initial.py": migration(null, { operations: 'migrations.CreateModel("Item", [("id", models.BigAutoField(primary_key=True)), ("code", models.CharField(max_length=20)), ("note", models.CharField(max_length=10))]),' }),
  ...Object.fromEntries(operations.map((text, index) => [`shop/migrations/000${index + 2}_change.py`, migration(index === 0 ? "0001_initial" : `000${index + 1}_change`, { operations: text })])),
});

const between = (base: Record<string, string>, head: Record<string, string>): Promise<Review> => review({ head: source("head", head), base: source("base", base), overrides: {}, config: defaultConfig, runningRelease: { ref: "main", commit: null, source: "test" } });

const nullable = 'migrations.AlterField("item", "note", models.CharField(max_length=10, null=True)),';
const removed = 'migrations.RemoveField("item", "note"),';
const breaksIn = ({ projects }: Review) => projects.flatMap(({ migrations }) => migrations.flatMap(({ operations }) => operations.flatMap(({ breaks }) => breaks.map(({ release, statement }) => `${release} ${statement}`))));

describe("a deprecated field", () => {
  test("step 1: deprecated and nullable: nothing breaks, and the migration goes first", async () => {
    const done = await between(project(plain), project(hidden, nullable));
    expect([done.verdict, breaksIn(done), findingsIn(done)]).toEqual(["pass", [], []]);
    expect(done.projects[0]!.migrations[0]!.operations[0]!.newNeedsItFirst).toBe(true);
  });

  test("deprecated without the migration that makes it nullable is told", async () => {
    const done = await between(project(plain), project(hidden));
    expect(findingsIn(done).map(({ message }) => message)).toEqual(["`shop.Item.note`: `null=True` in the model, `null=False` in the migrations. Only the model was edited."]);
  });

  test("step 2: its column goes, and the running release never named it", async () => {
    const done = await between(project(hidden, nullable), project("", nullable, removed));
    expect([done.verdict, breaksIn(done), done.projects[0]!.plan]).toEqual(["pass", [], null]);
  });

  test("without it the same removal breaks every statement", async () => {
    const done = await between(project("models.CharField(max_length=10, null=True)", nullable), project("", nullable, removed));
    expect([done.verdict, breaksIn(done)]).toEqual(["fail", ["running SELECT", "running INSERT", "running UPDATE"]]);
  });
});
