import { releaseTables } from "../../src/django/bind/release.ts";
import { keyOf } from "../../src/django/graph/key.ts";
import type { DjangoVersion, Vendor } from "../../src/django/project.ts";
import { openProjects } from "../../src/history/open.ts";
import { planInput } from "../../src/review/plan-input.ts";
import { records } from "../../src/history/records.ts";
import { startOf, walkContextOf } from "../../src/history/start.ts";
import { type End, type Point, type Step, walk, type WalkContext } from "../../src/history/walk.ts";
import type { Migration } from "../../src/django/operation.ts";
import { makePlan, type MadePlan, type PlanInput } from "../../src/plan/plan.ts";
import { loadPython } from "../../src/python/reader.ts";
import { accept } from "../../src/safety/accept/accept.ts";
import { type Config, defaultConfig } from "../../src/config/config.ts";
import { tableSizes } from "../../src/config/tables.ts";
import type { Source } from "../../src/source/source.ts";

const parser = await loadPython();

/** A repository in memory. */
export function sourceOf(files: Readonly<Record<string, string>>): Source {
  const all = new Map(Object.entries(files));
  return {
    label: "memory",
    commit: null,
    list: async () => [...all.keys()].sort().map((path) => ({ path, blob: null, size: null })),
    read: async (paths) => new Map(paths.flatMap((path) => (all.has(path) ? [[path, { text: all.get(path)! }] as const] : []))),
  };
}

export interface On {
  readonly django: DjangoVersion;
  readonly vendor: Vendor;
  readonly version: string;
}

export interface Planned {
  readonly input: PlanInput;
  readonly made: MadePlan | null;
}

/** The plan for what leads from one repository to the other. */
export async function planned(base: Readonly<Record<string, string>>, head: Readonly<Record<string, string>>, on: On, config: Config = defaultConfig): Promise<Planned> {
  const options = { overrides: { django: on.django, database: on.vendor, databaseVersion: on.version }, config, parser };
  const source = sourceOf(head);
  const [before, project] = [(await openProjects(sourceOf(base), options))[0]!, (await openProjects(source, options))[0]!];
  const known = new Set(before.order.map(keyOf));
  const fresh = project.order.filter((migration) => !known.has(keyOf(migration)));
  const context = await walkContextOf(project);
  const running = walkAll(before.order, startOf(before, context), context).last;
  const { steps, last } = walkAll(fresh, running, context);
  const ends = new Map(steps.flatMap((step) => (step.kind === "end" ? [[step.migration, step.after.schema] as const] : [])));
  const view = { kind: "fixed", release: releaseTables(running.bound), next: releaseTables(last.bound), schema: last.schema, ends } as const;
  const told = [...records(steps, project.facts, view, () => true, { python: project.python, sizes: tableSizes(config) })];
  const { migrations } = accept(told, [], project.text, () => null);
  const input = await planInput({ project, running, last, steps, migrations }, source, parser);
  return { input, made: makePlan(input) };
}

function walkAll(migrations: readonly Migration[], start: Point, context: WalkContext): { readonly steps: readonly (Step | End)[]; readonly last: Point } {
  const steps: (Step | End)[] = [];
  const walking = walk(migrations, start, context);
  for (let next = walking.next(); ; next = walking.next()) {
    if (next.done) return { steps, last: next.value };
    steps.push(next.value);
  }
}

