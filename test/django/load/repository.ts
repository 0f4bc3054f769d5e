import { createPython, loadPython } from "../../../src/python/reader.ts";
import type { ProjectFacts, Vendor } from "../../../src/django/project.ts";
import { loadMigration, type Loaded } from "../../../src/django/load/migration.ts";
import type { Migration } from "../../../src/django/operation.ts";

const parser = await loadPython();
export const path = "shop/migrations/0002_more.py";

/** Loads `shop.0002_more` with the given text, beside other files of the repository. */
export function load(text: string, others: Readonly<Record<string, string>> = {}, facts: ProjectFacts | null = null): Loaded {
  const files = new Map(Object.entries({ [path]: text, "shop/__init__.py": "", "shop/migrations/__init__.py": "", ...others }));
  const python = createPython(parser, { has: (file) => files.has(file), text: (file) => files.get(file) ?? null, roots: [""] });
  return loadMigration(python, path, { app: "shop", name: "0002_more" }, facts);
}

/** The migration, or an error with the reason it was skipped for. */
export function loaded(...args: Parameters<typeof load>): Migration {
  const result = load(...args);
  if ("skipped" in result) throw new Error(`skipped: ${result.skipped.reason}`);
  return result.migration;
}

/** A file whose class has these lines for a body. */
export function file(body: string, before = ""): string {
  const indented = body.trim().split("\n").map((line) => (line === "" ? "" : `    ${line}`)).join("\n");
  return `from django.conf import settings\nfrom django.db import connection, migrations, models\n${before}\n\nclass Migration(migrations.Migration):\n${indented}\n`;
}

/** Kinds of the operations; an Unknown with its reason. */
export function kinds({ operations }: Migration): readonly string[] {
  return operations.map((operation) => (operation.kind === "Unknown" ? `Unknown: ${operation.reason}` : operation.kind));
}

export function factsFor(vendor: Vendor, authUserModel = "auth.User"): ProjectFacts {
  const fact = <T>(value: T) => ({ value, source: "default" });
  return {
    django: fact("5.2"), database: fact({ vendor, version: "16" }), authUserModel: fact(authUserModel), swappable: new Map(),
    defaultAutoField: fact("django.db.models.AutoField"), appAutoFields: new Map(), useTz: fact(true),
  };
}
