import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { defaultConfig } from "../src/config/config.ts";
import type { DjangoVersion, Vendor } from "../src/django/project.ts";
import { explain } from "../src/explain.ts";
import type { MigrationRecord } from "../src/safety/types.ts";
import type { Statement } from "../src/schema/change.ts";
import { folderSource } from "../src/source/folder.ts";

/** What `npm run goldens` records: see scripts/goldens.py. */
interface Golden {
  readonly vendor: Vendor;
  readonly vendor_version: string;
  readonly migrations: readonly GoldenMigration[];
}
interface GoldenMigration {
  readonly app: string;
  readonly name: string;
  readonly operations: readonly { readonly index: number; readonly type: string; readonly skip?: string; readonly sql: readonly string[]; readonly applied?: readonly string[] }[];
  readonly deferred: readonly string[];
  readonly deferred_applied?: readonly string[];
}

const folder = join(import.meta.dirname, "..", "fixtures", "goldens");
const recorded = readdirSync(folder).flatMap((name) =>
  readdirSync(join(folder, name))
    .map((file) => /^expected-(\d+\.\d+)-(\w+)\.json$/.exec(file))
    .flatMap((match) => (match ? [{ name, file: match[0], django: match[1] as DjangoVersion, vendor: match[2]! }] : [])),
);

describe("the SQL of every operation is what real Django printed", () => {
  it.each(recorded)("$name, Django $django, $vendor", async ({ name, file, django }) => {
    const golden = JSON.parse(readFileSync(join(folder, name, file), "utf8")) as Golden;
    const { projects } = await explain({
      head: folderSource(join(folder, name)),
      base: null,
      overrides: { database: golden.vendor, databaseVersion: golden.vendor_version, django },
      config: defaultConfig,
      app: null,
      migration: null,
    });
    const ours = new Map(projects.flatMap((project) => project.migrations).map((migration) => [`${migration.app}.${migration.name}`, migration]));
    expect(golden.migrations.flatMap((migration) => differences(migration, ours.get(`${migration.app}.${migration.name}`)))).toEqual([]);
  }, 60_000);
});

function differences(golden: GoldenMigration, ours: MigrationRecord | undefined): unknown[] {
  const where = `${golden.app}.${golden.name}`;
  if (!ours) return [{ where, missing: true }];
  const operations = golden.operations
    .filter((operation) => operation.skip === undefined)
    .flatMap((operation) => compare(`${where}[${operation.index}] ${operation.type}`, ours.operations[operation.index]?.statements ?? [], operation.sql, operation.applied));
  return [...operations, ...compare(`${where} deferred`, ours.deferred, golden.deferred, golden.deferred_applied)];
}

/** Either what sqlmigrate printed or what migrate ran is right. */
function compare(where: string, statements: readonly Statement[], printed: readonly string[], applied: readonly string[] | undefined): unknown[] {
  const ours = statements.map(({ sql, unknown }) => sql ?? `unknown: ${unknown}`);
  if ([printed, applied].some((django) => django !== undefined && django.length === ours.length && django.every((sql, i) => same(ours[i]!, sql)))) return [];
  return [{ where, ours, django: applied ?? printed }];
}

/** A default that is computed when the migration runs stands as '<…>' and matches any literal. */
function same(ours: string, django: string): boolean {
  const [a, b] = [bare(ours), bare(django)];
  if (a === b || !a.includes("'<")) return a === b;
  const escaped = a.split(/'<[^>]*>'(?:::[a-z0-9 ()]+)?/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${escaped.join("(?:E?'(?:[^']|'')*'(?:::[a-z0-9 ()]+)?|-?[0-9.]+|NULL|X'[0-9A-Fa-f]*')")}$`).test(b);
}

const bare = (sql: string) => sql.trim().replace(/;+$/, "");
