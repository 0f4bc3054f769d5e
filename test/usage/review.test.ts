import { expect, it } from "vitest";
import { audit } from "../../src/audit.ts";
import { defaultConfig } from "../../src/config/config.ts";
import { review } from "../../src/review.ts";
import { type Source, SourceError } from "../../src/source/source.ts";

const create = `from django.db import migrations, models

class Migration(migrations.Migration):
    initial = True
    operations = [
        migrations.CreateModel("BookOrder", fields=[
            ("id", models.BigAutoField(primary_key=True)),
            ("note", models.TextField(default="")),
            ("size", models.IntegerField(default=0)),
        ]),
        migrations.CreateModel("Tag", fields=[("id", models.BigAutoField(primary_key=True))]),
    ]
`;
const next = (operations: string) => `from django.db import migrations, models

class Migration(migrations.Migration):
    dependencies = [("shop", "0001_initial")]
    operations = [${operations}]
`;
const base = {
  "manage.py": "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'settings')\n",
  "settings.py": "INSTALLED_APPS = ['shop']\nDATABASES = {'default': {'ENGINE': 'django.db.backends.postgresql'}}\n",
  "requirements.txt": "Django==5.2\n",
  "shop/__init__.py": "",
  "shop/models.py": "",
  "shop/views.py": "from shop.models import BookOrder\n\ndef show(order):\n    return order.note\n",
  "shop/templates/show.html": "{{ order.note }}\n",
  "shop/migrations/__init__.py": "",
  "shop/migrations/0001_initial.py": create,
};

function source(files: Readonly<Record<string, string>>, label: string, refuse: (path: string) => boolean = () => false): Source & { readonly reads: string[][] } {
  const reads: string[][] = [];
  return {
    label,
    commit: null,
    reads,
    list: () => Promise.resolve(Object.keys(files).toSorted().map((path) => ({ path, blob: null, size: null }))),
    read: (paths) => {
      reads.push([...paths]);
      if (paths.some(refuse)) return Promise.reject(new SourceError("GitHub is away."));
      return Promise.resolve(new Map(paths.filter((path) => Object.hasOwn(files, path)).map((path) => [path, { text: files[path]! }])));
    },
  };
}

async function reviewed(operations: string, refuse?: (path: string) => boolean) {
  const head = source({ ...base, "shop/migrations/0002_next.py": next(operations) }, "head", refuse);
  const result = await review({ head, base: source(base, "base"), overrides: {}, config: defaultConfig, runningRelease: { ref: "base", commit: null, source: "--base" } });
  return { head, usages: result.projects[0]!.migrations[0]!.operations.map((record) => record.usages?.map(({ of, certain, likely, possible, leftOut }) => ({ of, certain, likely, possible, leftOut }))) };
}

it.each([
  ["RemoveField", 'migrations.RemoveField("bookorder", "note")', "BookOrder.note", { certain: 0, likely: 2, possible: 0 }],
  ["RenameField", 'migrations.RenameField("bookorder", "note", "text")', "BookOrder.note", { certain: 0, likely: 2, possible: 0 }],
  ["DeleteModel", 'migrations.DeleteModel("BookOrder")', "shop.BookOrder", { certain: 1, likely: 0, possible: 0 }],
  ["RenameModel", 'migrations.RenameModel("BookOrder", "Order")', "shop.BookOrder", { certain: 1, likely: 0, possible: 0 }],
  ["a state-only removal", 'migrations.SeparateDatabaseAndState(state_operations=[migrations.RemoveField("bookorder", "note")])', "BookOrder.note", { certain: 0, likely: 2, possible: 0 }],
  ["raw SQL", `migrations.RunSQL('ALTER TABLE shop_bookorder DROP COLUMN note')`, "BookOrder.note", { certain: 0, likely: 2, possible: 0 }],
  ["a field that nothing names", 'migrations.RemoveField("bookorder", "size")', "BookOrder.size", { certain: 0, likely: 0, possible: 0 }],
])("a review tells the usages of what %s takes away", async (_, operations, of, counts) => {
  expect((await reviewed(operations)).usages).toEqual([[{ of, ...counts, leftOut: [] }]]);
});

it("takes no migration for code, wherever MIGRATION_MODULES has them", async () => {
  const moved = { ...Object.fromEntries(Object.entries(base).map(([path, text]) => [path.replace("shop/migrations/", "shop/db_history/"), text])), "settings.py": `${base["settings.py"]}MIGRATION_MODULES = {'shop': 'shop.db_history'}\n` };
  const head = source({ ...moved, "shop/db_history/0002_next.py": next('migrations.RemoveField("bookorder", "size")') }, "head");
  const result = await review({ head, base: source(moved, "base"), overrides: {}, config: defaultConfig, runningRelease: { ref: "base", commit: null, source: "--base" } });
  expect(result.projects[0]!.migrations[0]!.operations[0]!.usages).toMatchObject([{ certain: 0, likely: 0, possible: 0 }]);
});

it("reads no code where nothing goes away", async () => {
  const { head, usages } = await reviewed('migrations.AddField("bookorder", "extra", models.TextField(null=True))');
  expect(usages).toEqual([undefined]);
  expect(head.reads.flat()).not.toContain("shop/views.py");
});

it("says what could not be read, and reviews all the same", async () => {
  const { usages } = await reviewed('migrations.RemoveField("bookorder", "note")', (path) => path.endsWith(".html"));
  expect(usages).toEqual([[{ of: "BookOrder.note", certain: 0, likely: 1, possible: 0, leftOut: ["Not every file could be read: GitHub is away."] }]]);
});

it("an audit tells the usages of a column that is left over", async () => {
  const left = { ...base, "shop/migrations/0002_next.py": next('migrations.SeparateDatabaseAndState(state_operations=[migrations.RemoveField("bookorder", "note")])') };
  const { projects } = await audit({ head: source(left, "head"), base: null, runningRelease: { ref: "head", commit: null, source: "test" }, releases: null, since: null, overrides: {}, config: defaultConfig });
  const pending = projects[0]!.pending.filter((one) => one.leftBy !== null);
  expect(pending.map(({ what, name, usages }) => [what, name, usages?.of, usages?.likely])).toEqual([["column", "note", "BookOrder.note", 2]]);
});

const removed = 'migrations.SeparateDatabaseAndState(state_operations=[migrations.RemoveField("bookorder", "note")])';
const dropped = next("migrations.RunSQL('ALTER TABLE shop_bookorder DROP COLUMN note', 'ALTER TABLE shop_bookorder ADD COLUMN note text')").replace("0001_initial", "0002_removed");

it.each([
  ["raw SQL that names table and column", 'SQL = "SELECT note FROM shop_bookorder"\n', "error", "fail"],
  ["a query that names the field", "from shop.models import BookOrder\n\nBookOrder.objects.values('note')\n", "warning", "pass"],
  ["the bare name", "x = {'note': 1}\n", null, "pass"],
])("a contract whose column %s still names in the running release's code", async (_, text, level, verdict) => {
  const { "shop/views.py": _views, "shop/templates/show.html": _template, ...without } = base;
  const released = { ...without, "shop/reports.py": text, "shop/migrations/0002_removed.py": next(removed) };
  // The head does not name it any more: what counts is the code that is running.
  const head = source({ ...released, "shop/reports.py": "", "shop/migrations/0003_drop.py": dropped }, "head");
  const result = await review({ head, base: source(released, "base"), overrides: {}, config: defaultConfig, runningRelease: { ref: "base", commit: null, source: "--base" } });
  const findings = result.projects[0]!.migrations[0]!.operations.flatMap((record) => record.findings).filter(({ rule }) => rule === "still-named");
  expect(findings.map((one) => one.level)).toEqual(level === null ? [] : [level]);
  expect(result.verdict).toBe(verdict);
  if (verdict === "fail") expect(result.reasons).toEqual(["1 operation takes away what the running release's code still names."]);
});

it("looks for no usage twice where the whole history has to be asked", async () => {
  const files = { ...base, "other/__init__.py": "", "other/migrations/__init__.py": "", "settings.py": base["settings.py"].replace("'shop'", "'shop', 'other'"), "other/migrations/0001_initial.py": create.replace("BookOrder", "Thing") };
  const unclear = { ...files, "shop/migrations/0002_next.py": next('migrations.RemoveField("bookorder", "note"), migrations.RunPython(lambda a, b: None), migrations.RunSQL("GIBBERISH")') };
  const head = source(unclear, "head");
  await review({ head, base: source(files, "base"), overrides: {}, config: defaultConfig, runningRelease: { ref: "base", commit: null, source: "--base" } });
  expect(head.reads.flat().filter((path) => path === "shop/views.py")).toHaveLength(1);
});
