import { describe, expect, test } from "vitest";
import { defaultConfig } from "../../src/config/config.ts";
import { review } from "../../src/review.ts";
import type { Source } from "../../src/source/source.ts";

/** A repository of these files: an app `shop` with a `manage.py` around it. In git's, equal files have equal ids. */
function source(files: Readonly<Record<string, string>>, git: boolean): Source {
  const all = new Map(Object.entries({ "manage.py": "", "requirements.txt": "Django==5.2\npsycopg==3.2\n", "shop/__init__.py": "", "shop/migrations/__init__.py": "", ...files }));
  return {
    label: "here",
    commit: null,
    list: async () => [...all].sort().map(([path, text]) => ({ path, blob: git ? text : null, size: null })),
    read: async (paths) => new Map(paths.flatMap((path) => (all.has(path) ? [[path, { text: all.get(path)! }] as const] : []))),
  };
}

const migration = (name: string, dependency: string | null, operations: string): Readonly<Record<string, string>> => ({
  [`shop/migrations/${name}.py`]: `from django.db import migrations, models\n\nclass Migration(migrations.Migration):\n    dependencies = [${dependency === null ? "" : `("shop", "${dependency}")`}]\n    operations = [\n        ${operations}\n    ]\n`,
});
const order = migration("0001_initial", null, 'migrations.CreateModel("Order", [("id", models.BigAutoField(primary_key=True)), ("ref", models.CharField(max_length=40))]),');

async function reviewed(base: Readonly<Record<string, string>>, change: Readonly<Record<string, string>>, { gone = [], git = true }: { readonly gone?: readonly string[]; readonly git?: boolean } = {}) {
  const head = Object.fromEntries(Object.entries({ ...base, ...change }).filter(([path]) => !gone.includes(path)));
  const answer = await review({ base: source(base, git), head: source(head, git), overrides: {}, config: defaultConfig, runningRelease: { ref: "main", commit: null, source: "test" } });
  const [project] = answer.projects;
  return { ...answer, skipped: project?.skipped ?? [], graph: project?.graph ?? [], operations: project?.migrations.flatMap(({ operations }) => operations) ?? [] };
}

const note = migration("0003_note", "0002_own", 'migrations.AddField("order", "note", models.TextField(null=True)),');

describe("what cannot be read of migrations that the running release has", () => {
  const own = migration("0002_own", "0001_initial", 'migrations.AlterModelOptions("order", {"ordering": ["id"]}),');
  const path = "shop/migrations/0002_own.py";
  const overriding = { [path]: `${own[path]}\n    def apply(self, project_state, schema_editor, collect_sql=False):\n        return super().apply(project_state, schema_editor, collect_sql)\n` };

  test("what such a migration did besides its operations is no matter of the change", async () => {
    expect(await reviewed({ ...order, ...overriding }, note)).toMatchObject({ verdict: "pass", skipped: [] });
  });

  test("of a migration that comes with the change it is", async () => {
    expect(await reviewed(order, { ...overriding, ...note })).toMatchObject({ verdict: "fail", skipped: [{ path, reason: expect.stringContaining("overrides `apply`") }] });
  });

  test("a file of which nothing is known makes its app unsure", async () => {
    expect(await reviewed({ ...order, [path]: "class Migration(" }, note)).toMatchObject({ verdict: "fail", skipped: [{ path }] });
  });
});

describe("what both commits have is read once", () => {
  const sized = migration("0001_initial", null, 'migrations.CreateModel("Order", [("id", models.BigAutoField(primary_key=True)), ("ref", models.CharField(max_length=shop.sizes.REF))]),');
  const files = { "shop/migrations/0001_initial.py": `import shop.sizes\n${sized["shop/migrations/0001_initial.py"]}`, "shop/sizes.py": "from shop.units import TEN\nREF = TEN * 4\n", "shop/units.py": "TEN = 10\n" };
  const added = migration("0002_note", "0001_initial", 'migrations.AddField("order", "note", models.TextField(null=True)),');

  test.each([
    ["nothing else differs", {}, {}, []],
    ["a file that it looks into differs", { "shop/sizes.py": "REF = 20\n" }, {}, ["edited-migration"]],
    ["a file further off differs", { "shop/units.py": "TEN = 9\n" }, {}, ["edited-migration"]],
    ["a file that it looks into is gone", { "shop/sizes.py": "REF = 20\n" }, { gone: ["shop/units.py"] }, ["edited-migration"]],
    ["another file differs", { "shop/views.py": "x = 1\n" }, {}, []],
  ])("%s", async (_, change, how, rules) => {
    const [withIds, without] = await Promise.all([reviewed(files, { ...added, ...change }, how), reviewed(files, { ...added, ...change }, { ...how, git: false })]);
    expect(withIds.graph.map(({ rule }) => rule)).toEqual(rules);
    expect(withIds).toEqual(without);
  });
});

test("both releases are held against one database, also where the change turns to another", async () => {
  const settings = (engine: string) => ({ "site/settings.py": `DATABASES = {"default": {"ENGINE": "django.db.backends.${engine}"}}\n`, "requirements.txt": "Django==5.2\n", "manage.py": 'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")\n' });
  const typed = migration("0001_initial", null, 'migrations.CreateModel("Order", [("id", models.UUIDField(primary_key=True)), ("count", models.PositiveIntegerField()), ("data", models.JSONField())]),');
  expect(await reviewed({ ...typed, ...settings("mysql") }, { ...settings("postgresql"), ...migration("0002_note", "0001_initial", 'migrations.AddField("order", "note", models.TextField(null=True)),') })).toMatchObject({ verdict: "pass", operations: [{ breaks: [] }] });
});

test("a statement that fails for some values only says so", async () => {
  const { operations } = await reviewed(order, migration("0002_rules", "0001_initial", `migrations.AlterField("order", "ref", models.CharField(max_length=10)),
        migrations.AlterUniqueTogether("order", {("ref",)}),
        migrations.AddConstraint("order", models.CheckConstraint(condition=~models.Q(ref=""), name="order_ref_set")),`));
  expect(operations.map(({ breaks }) => breaks[0]?.because)).toEqual([
    "This release may write values of type character varying(40) that do not fit.",
    "This release may write the same values twice.",
    "This release may write values that the constraint refuses.",
  ]);
});

test("to remove an index nothing has to be known of its expressions", async () => {
  const indexed = migration("0002_index", "0001_initial", 'migrations.AddIndex("order", models.Index(Shelf("ref"), name="order_shelf")),');
  const { operations } = await reviewed({ ...order, ...indexed }, migration("0003_remove", "0002_index", 'migrations.RemoveIndex("order", "order_shelf"),'));
  expect(operations[0]).toMatchObject({ unknown: null, statements: [{ sql: 'DROP INDEX IF EXISTS "order_shelf"' }] });
});

describe("a table that the change makes itself", () => {
  const line = migration("0002_line", "0001_initial", `migrations.CreateModel("Line", [("id", models.BigAutoField(primary_key=True)), ("sku", models.CharField(max_length=40)), ("old", models.TextField())]),
        migrations.AlterUniqueTogether("line", {("sku", "old")}),
        migrations.RemoveField("order", "ref"),
        migrations.AlterField("line", "sku", models.CharField(max_length=10)),`);

  test("nothing is demanded of it, and nothing taken from it", async () => {
    const { operations } = await reviewed(order, line);
    expect(operations.map(({ type, phase }) => `${type}: ${phase}`)).toEqual(["CreateModel: additive", "AlterUniqueTogether: additive", "RemoveField: contract", "AlterField: additive"]);
  });
});

describe("a rule on a column that comes with the same change", () => {
  const column = 'migrations.AddField("order", "code", models.CharField(max_length=20, null=True, blank=True)),';
  const check = 'migrations.AddConstraint("order", models.CheckConstraint(condition=~models.Q(code=""), name="code_not_blank")),';
  const unique = migration("0003_unique", "0002_code", 'migrations.AddConstraint("order", models.UniqueConstraint(fields=["code"], name="unique_code")),');
  const change = { ...migration("0002_code", "0001_initial", `${column}\n        ${check}`), ...unique };

  test("holds for rows that have nothing in it, old ones and those of the running release", async () => {
    const { operations } = await reviewed(order, change);
    expect(operations.map(({ type, breaks, failsOnExistingRows }) => [type, breaks, failsOnExistingRows])).toEqual([["AddField", [], null], ["AddConstraint", [], null], ["AddConstraint", [], null]]);
  });

  test("may not hold once something has filled it", async () => {
    const fill = migration("0002_code", "0001_initial", `${column}\n        migrations.RunSQL("UPDATE shop_order SET code = ref", ""),`);
    const { operations } = await reviewed(order, { ...fill, ...unique });
    expect(operations.at(-1)).toMatchObject({ breaks: [], failsOnExistingRows: 'could not create unique index "unique_code"' });
  });

  test("and one that asks for a value is refused", async () => {
    const { operations } = await reviewed(order, migration("0002_code", "0001_initial", `${column}\n        migrations.AddConstraint("order", models.CheckConstraint(condition=~models.Q(code__isnull=True), name="code_there")),`));
    expect(operations.at(-1)).toMatchObject({ breaks: [{ statement: "INSERT", error: 'new row for relation "shop_order" violates check constraint "code_there"' }], failsOnExistingRows: 'check constraint "code_there" of relation "shop_order" is violated by some row' });
  });
});

describe("what the new release cannot do", () => {
  const forget = migration("0002_forget", "0001_initial", 'migrations.SeparateDatabaseAndState(state_operations=[migrations.RemoveField("order", "ref")]),');
  const added = (name: string, before: string, field: string) => migration(name, before, `migrations.AddField("order", "${field}", models.TextField(null=True)),`);
  const rules = (operations: Awaited<ReturnType<typeof reviewed>>["operations"]) => operations.map(({ findings }) => findings.filter(({ rule }) => rule === "breaks-new-release").length);

  test("is told of the first operation that has to do with it, and of no other", async () => {
    const { verdict, operations } = await reviewed(order, { ...forget, ...added("0003_note", "0002_forget", "note") });
    expect(verdict).toBe("fail");
    expect(operations.map(({ breaks }) => breaks.length)).toEqual([1, 0]);
    expect(rules(operations)).toEqual([1, 0]);
  });

  test("is not told where the running release cannot do it either", async () => {
    const { verdict, operations } = await reviewed({ ...order, ...forget }, added("0003_note", "0002_forget", "note"));
    expect([verdict, rules(operations)]).toEqual(["pass", [0]]);
  });
});

test("a view that is made anew is no table that the new release misses", async () => {
  const view = 'migrations.CreateModel("Latest", [("id", models.BigAutoField(primary_key=True))], options={"managed": False, "db_table": "latest"}),';
  const made = migration("0002_latest", "0001_initial", `${view}\n        migrations.RunSQL("CREATE VIEW latest AS SELECT id FROM shop_order", "DROP VIEW latest"),`);
  const anew = migration("0003_anew", "0002_latest", 'migrations.RunSQL("DROP VIEW latest; CREATE VIEW latest AS SELECT max(id) AS id FROM shop_order", ""),');
  const { operations } = await reviewed({ ...order, ...made }, anew);
  expect(operations).toMatchObject([{ breaks: [], phase: "unknown" }]);
});

test("a class that the settings name is that class", async () => {
  const settings = { "site/settings.py": 'DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql"}}\nDEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"\n', "manage.py": 'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")\n' };
  const text = 'from django.conf import settings\nfrom django.db import migrations, models\nfrom django.utils.module_loading import import_string\n\nkey = import_string(settings.DEFAULT_AUTO_FIELD)\n\nclass Migration(migrations.Migration):\n    dependencies = [("shop", "0001_initial")]\n    operations = [migrations.CreateModel("Line", [("id", key(primary_key=True))])]\n';
  const { operations } = await reviewed({ ...order, ...settings }, { "shop/migrations/0002_line.py": text });
  expect(operations[0]?.statements.map(({ sql }) => sql)).toEqual(['CREATE TABLE "shop_line" ("id" bigint NOT NULL PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY)']);
});
