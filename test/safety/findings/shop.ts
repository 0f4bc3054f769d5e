import { parseConfig } from "../../../src/config/read.ts";
import { defaultConfig } from "../../../src/config/config.ts";
import type { Review } from "../../../src/report/types.ts";
import { review } from "../../../src/review.ts";
import type { Example } from "../../../src/safety/findings/rule.ts";
import type { Finding } from "../../../src/safety/types.ts";
import type { Source } from "../../../src/source/source.ts";

/** A repository in memory. */
export function source(label: string, files: Readonly<Record<string, string>>): Source {
  const paths = Object.keys(files).sort();
  return {
    label,
    commit: null,
    list: () => Promise.resolve(paths.map((path) => ({ path, blob: null, size: files[path]!.length }))),
    read: (wanted) => Promise.resolve(new Map(wanted.flatMap((path) => (path in files ? [[path, { text: files[path]! }] as const] : [])))),
  };
}

const indent = (text: string, by: string) => text.replace(/^(?=.)/gm, by);

export function migration(dependency: string | null, { operations = "", code = "", attributes = "" }: Pick<Example, "operations" | "code" | "attributes">): string {
  return [
    "from django.db import migrations, models",
    code,
    "",
    "",
    "class Migration(migrations.Migration):",
    indent(attributes, "    "),
    `    dependencies = [${dependency === null ? "" : `("shop", "${dependency}")`}]`,
    "    operations = [",
    indent(operations, "        "),
    "    ]",
    "",
  ].join("\n");
}

const initial = `migrations.CreateModel("Customer", [
    ("id", models.BigAutoField(primary_key=True)),
    ("email", models.CharField(max_length=100, unique=True)),
    ("name", models.CharField(max_length=50, null=True)),
]),
migrations.CreateModel("Order", [
    ("id", models.BigAutoField(primary_key=True)),
    ("customer", models.ForeignKey("shop.Customer", models.CASCADE)),
    ("ref", models.CharField(max_length=20)),
    ("note", models.TextField(null=True)),
    ("total", models.IntegerField(null=True)),
]),`;

/** Customer as the migrations have it; Order is not in step with them, so that examples need not edit it. */
const models = `from django.db import models


class Customer(models.Model):
    email = models.CharField(max_length=100, unique=True)
    name = models.CharField(max_length=50, null=True)


class Order(models.Model):
    pass
`;

const engines = { postgresql: "postgresql", mysql: "mysql", mariadb: "mysql", sqlite: "sqlite3" };

function project(engine: string): Record<string, string> {
  return {
    "manage.py": 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")\n',
    "requirements.txt": "django==5.2\n",
    "settings.py": `INSTALLED_APPS = ["shop"]\nDATABASES = {"default": {"ENGINE": "django.db.backends.${engine}"}}\nDEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"\n`,
    "shop/__init__.py": "",
    "shop/models.py": models,
    "shop/migrations/__init__.py": "",
    "shop/migrations/0001_initial.py": migration(null, { operations: initial }),
  };
}

/** The review of a pull request that makes the example's change. */
export async function reviewOf(example: Example & { readonly rows?: Readonly<Record<string, number>> }): Promise<Review> {
  const files = project(engines[example.database ?? "postgresql"]);
  const django = example.code?.includes("NotValid") ? { django: "6.1" as const } : {};
  const base = { ...files, ...example.runningFiles, "shop/migrations/0002_released.py": migration("0001_initial", { operations: example.released ?? "" }) };
  const head: Record<string, string> = { ...base };
  if (example.operations !== undefined) head["shop/migrations/0003_change.py"] = migration("0002_released", example);
  for (const [path, text] of Object.entries(example.files ?? {})) {
    if (text === null) delete head[path];
    else head[path] = text;
  }
  const config = example.config === undefined ? defaultConfig : (parseConfig("django-expand-contract.toml", example.config) ?? defaultConfig);
  return review({
    head: source("head", head),
    base: source("base", base),
    overrides: { ...django, ...(example.database && { database: example.database }) },
    config: { ...config, rows: new Map(Object.entries(example.rows ?? {})) },
    runningRelease: { ref: "main", commit: null, source: "test" },
  });
}

/** Everything that is told, wherever it stands. */
export function findingsIn(of: Review): Finding[] {
  return of.projects.flatMap(({ graph, migrations }) => [...graph, ...migrations.flatMap(({ findings, operations }) => [...findings, ...operations.flatMap((operation) => operation.findings)])]);
}
