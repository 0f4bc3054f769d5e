import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { disagreements } from "../../src/rehearsal/agree.ts";
import { jobsOf } from "../../src/rehearsal/jobs.ts";
import { migrate } from "../../src/rehearsal/migrate.ts";
import { loadRefuser } from "../../src/rehearsal/refuse.ts";
import { planned, type On } from "../plan/project.ts";
import { embedded } from "./servers.ts";

await loadRefuser();
const { server, anew, end } = await embedded();
afterAll(() => end());

const folder = join(import.meta.dirname, "..", "..", "fixtures", "goldens");
const names = readdirSync(folder).filter((name) => readdirSync(join(folder, name)).some((file) => file.endsWith("-postgresql.json")));

/** A project has a migration: so the fixture's first can be a pull request, too. */
const zero = { "zero/__init__.py": "", "zero/migrations/__init__.py": "", "zero/migrations/0001_initial.py": "from django.db import migrations\n\n\nclass Migration(migrations.Migration):\n    operations = []\n" };

/** What it creates it deletes, and the foreign key in between is never made: that no lock comes of it is not known here. */
const neverMade = "shop.0017_drop_same: it does not report lock ACCESS EXCLUSIVE on People";

describe("every migration of the fixtures locks, rewrites and reads what the lock tables say", () => {
  it.each(names)("%s", async (name) => {
    const files = { ...textsIn(join(folder, name)), ...zero };
    const on: On = { django: latestOf(name), vendor: "postgresql", version: "18" };
    const isMigration = (path: string) => /\/migrations\/\d/.test(path) && !(path in zero);
    const { input } = await planned(Object.fromEntries(Object.entries(files).filter(([path]) => !isMigration(path))), files, on);
    const paths = input.migrations.map((migration) => Object.keys(files).find((path) => path.endsWith(`${migration.app}/migrations/${migration.name}.py`))!);
    const upTo = (count: number) => Object.fromEntries(Object.entries(files).filter(([path]) => !isMigration(path) || paths.slice(0, count).includes(path)));
    await anew();
    const ran: string[] = [];
    for (const at of paths.keys()) {
      // Each as a pull request of its own: tables of the one before are no news to it.
      const { input: one } = await planned(upTo(at), upTo(at + 1), on);
      const { asItStands } = jobsOf({ dialect: one.context.dialect, running: one.running, last: one.last, migrations: one.migrations, plan: null, incomplete: false });
      const { steps } = await migrate(asItStands.stages[1]!.migrations, server);
      expect(steps.filter(({ error }) => error !== null), paths[at]).toEqual([]);
      expect(disagreements(one.migrations, one.running.schema, one.last.schema, steps).filter((line) => line !== neverMade)).toEqual([]);
      ran.push(paths[at]!);
    }
    expect(ran.length).toBeGreaterThan(0);
  }, 60_000);
});

function textsIn(project: string): Record<string, string> {
  const files = readdirSync(project, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith(".py")).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(files.map((path) => [path.slice(project.length + 1), readFileSync(path, "utf8")]));
}

/** The newest Django that the fixture has an answer of. */
function latestOf(name: string): On["django"] {
  const found = readdirSync(join(folder, name)).flatMap((file) => /^expected-(\d+\.\d+)-postgresql\.json$/.exec(file)?.[1] ?? []);
  return found.sort().at(-1) as On["django"];
}
