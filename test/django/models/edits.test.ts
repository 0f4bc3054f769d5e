import { describe, expect, test } from "vitest";
import { defaultConfig } from "../../../src/config/config.ts";
import { review } from "../../../src/review.ts";
import { migration, source } from "../../safety/findings/shop.ts";

/** The shop's models: their imports, and what stands in the body of Item. */
const models = (body: string, { imports = "", bases = "models.Model", more = "" } = {}) => `from django.db import models\n${imports}\n\n${more}\nclass Item(${bases}):\n${body.replace(/^(?=.)/gm, "    ")}\n`;
const fields = `code = models.CharField(max_length=20)\nnote = models.TextField(null=True)\n`;
const created = `migrations.CreateModel("Item", [("id", models.BigAutoField(primary_key=True)), ("code", models.CharField(max_length=20)), ("note", models.TextField(null=True))]),`;

const project = (text: string, files: Record<string, string>) => ({
  "manage.py": 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")\n',
  "requirements.txt": "django==5.2\n",
  "settings.py": 'INSTALLED_APPS = ["shop"]\nDATABASES = {"default": {"ENGINE": "django.db.backends.postgresql"}}\nDEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"\n',
  "shop/__init__.py": "",
  "shop/models.py": text,
  "shop/migrations/__init__.py": "",
  "shop/migrations/0001_initial.py": migration(null, { operations: created }),
  ...files,
});

interface Change {
  readonly from?: string;
  readonly to: string;
  readonly operations?: string;
  readonly files?: Record<string, string>;
}

/** What is told about models and migrations: rule, level and message. */
async function told({ from = models(fields), to, operations, files = {} }: Change): Promise<readonly string[]> {
  const head = { ...project(to, files), ...(operations !== undefined && { "shop/migrations/0002_change.py": migration("0001_initial", { operations }) }) };
  const done = await review({ head: source("head", head), base: source("base", project(from, files)), overrides: {}, config: defaultConfig, runningRelease: { ref: "main", commit: null, source: "test" } });
  const findings = done.projects.flatMap(({ graph }) => graph).filter(({ rule }) => /model/.test(rule));
  return findings.map(({ rule, level, message, place }) => `${rule} ${level}${place === null ? "" : ` ${place.path}:${place.line}`}: ${message}`);
}

describe("a model edited without its migration", () => {
  test("a field that no migration adds, at its line", async () => {
    expect(await told({ to: models(`${fields}price = models.IntegerField(null=True)\n`) })).toEqual([
      "model-without-migration error shop/models.py:8: `shop.Item.price` is new in the models, and no migration adds it. The new release asks the database for it, and it is not there.",
    ]);
  });

  test("a model that no migration creates", async () => {
    expect(await told({ to: `${models(fields)}\n\nclass Coupon(models.Model):\n    code = models.SlugField()\n` })).toEqual([
      "model-without-migration error shop/models.py:11: `shop.Coupon` is new in the models, and no migration creates it. The new release asks the database for it, and it is not there.",
    ]);
  });

  test("a field whose column differs, though other migrations are there", async () => {
    const to = models(`code = models.CharField(max_length=30)\nnote = models.TextField(null=True)\nprice = models.IntegerField(null=True)\n`);
    expect(await told({ to, operations: 'migrations.AddField("item", "price", models.IntegerField(null=True)),' })).toEqual([
      "model-without-migration warning shop/models.py:6: `shop.Item.code`: `max_length=30` in the model, `max_length=20` in the migrations. Only the model was edited.",
    ]);
  });

  test("a field and a model that are gone", async () => {
    expect(await told({ to: models("code = models.CharField(max_length=20)\n") })).toEqual(["model-without-migration warning shop/models.py:5: `shop.Item.note` is gone from the models, and no migration takes it out of the project state."]);
    expect(await told({ to: "from django.db import models\n" })).toEqual(["model-without-migration warning: `shop.Item` is gone from the models, and no migration takes it out of the project state."]);
  });

  test("a field of an abstract base in the repository", async () => {
    const files = { "core/__init__.py": "", "core/stamped.py": "from django.db import models\n\nclass Stamped(models.Model):\n    changed = models.DateTimeField(null=True)\n    class Meta:\n        abstract = True\n" };
    const to = models(fields, { imports: "from core.stamped import Stamped", bases: "Stamped" });
    expect(await told({ to, files })).toEqual([expect.stringContaining("`shop.Item.changed` is new in the models, and no migration adds it")]);
  });
});

describe("a migration without the edit of its model", () => {
  test("a field that the model still has", async () => {
    expect(await told({ to: models(fields), operations: 'migrations.RemoveField("item", "note"),' })).toEqual([
      "migration-without-model error shop/models.py:7: A migration takes `shop.Item.note` away, and the model still has it: the new release goes on asking the database for it.",
    ]);
  });

  test("a field, and a change of one, that the model does not have", async () => {
    expect(await told({ to: models(fields), operations: 'migrations.AddField("item", "price", models.IntegerField(null=True)),\nmigrations.AlterField("item", "note", models.TextField(default="")),' })).toEqual([
      "migration-without-model warning shop/models.py:5: A migration adds `shop.Item.price`, and the model does not have it. The next `makemigrations` takes it away again.",
      "migration-without-model warning shop/models.py:7: `shop.Item.note`: `null=True` in the model, `null=False` in the migrations. Only the migration was edited.",
    ]);
  });

  test("a model that is deleted in the migrations alone", async () => {
    expect(await told({ to: models(fields), operations: 'migrations.DeleteModel("Item"),' })).toEqual([expect.stringMatching(/^migration-without-model error .*`shop.Item` away/)]);
  });
});

const price = 'migrations.AddField("item", "price", models.IntegerField(null=True)),';
test.each<[string, Change]>([
  ["models and migration in step", { to: models(`${fields}price = models.IntegerField(null=True)\n`), operations: price }],
  ["a rename in both", { to: models(`code = models.CharField(max_length=20)\nremark = models.TextField(null=True)\n`), operations: 'migrations.RenameField("item", "note", "remark"),' }],
  ["what is no column: methods, choices, help texts, managers", { to: models(`"""An item."""\ncode = models.CharField(max_length=20, help_text="new", verbose_name="code")\nnote = models.TextField(null=True)\nobjects = models.Manager()\nLIMIT = 3\n\ndef total(self):\n    return 1\n`) }],
  ["a class that is not a model", { to: `${models(fields)}\n\nclass Basket:\n    code = models.CharField(max_length=3)\n` }],
  ["an abstract class, a proxy, one that is not managed, one of another app", { to: `${models(fields)}\n\n${["abstract = True", "proxy = True", "managed = False", 'app_label = "stock"'].map((meta, index) => `class Extra${index}(models.Model):\n    class Meta:\n        ${meta}\n`).join("\n\n")}` }],
  ["a field of a class that nobody knows", { to: models(`${fields}tags = Whatever()\n`, { imports: "from things import Whatever" }) }],
  ["a field without a column of its own", { to: models(`${fields}target = GenericForeignKey()\n`, { imports: "from django.contrib.contenttypes.fields import GenericForeignKey" }) }],
  ["a new model below a base that cannot be read", { to: `${models(fields)}\n\nclass Page(CMSPage):\n    intro = models.TextField()\n`.replace("\n\n", "\nfrom cms import CMSPage\n\n") }],
  ["a field that only a condition adds", { to: models(`${fields}if True:\n    price = models.IntegerField(null=True)\n`) }],
  ["a field that comes to lie in a base that cannot be read", { to: models("code = models.CharField(max_length=20)\n", { imports: "from stamps import Noted", bases: "Noted" }) }],
  ["a model that moves to a module of its own", { to: "from .item import Item\n" }],
  ["a field that brings another along", { from: models(`code = models.CharField(max_length=20)\nnote = models.TextField(null=True)\n`), to: models(fields), operations: 'migrations.AddField("item", "note_en", models.TextField(null=True)),' }],
  ["a class that did not agree before", { from: models(`${fields}odd = models.IntegerField()\n`), to: models(`${fields}odd = models.IntegerField()\nprice = models.IntegerField(null=True)\n`) }],
  ["a patched class", { to: `${models(fields)}\nItem.add_to_class("price", models.IntegerField(null=True))\n`, operations: price }],
  ["a decorated class", { from: models(fields, { more: "@tracked\n" }), to: models(fields, { more: "@tracked\n" }), operations: price }],
])("says nothing about %s", async (_, change) => {
  expect(await told(change)).toEqual([]);
});
