import type { Config } from "../config/config.ts";
import { excludes } from "../config/exclude.ts";
import { modelOfTable } from "../django/bind/model-of-table.ts";
import type { BoundState } from "../django/bound.ts";
import { createPython, type PythonParser } from "../python/reader.ts";
import { stillNamedFindings } from "../safety/findings/usage.ts";
import type { MigrationRecord, OperationRecord } from "../safety/types.ts";
import { changesOf } from "../schema/change.ts";
import type { LeftPending } from "./pending.ts";
import { type Source, SourceError, type SourceText, textOf } from "../source/source.ts";
import type { OpenProject } from "./open.ts";
import { isTemplate, wantedFiles } from "../usage/files.ts";
import { goingAway } from "../usage/going.ts";
import { summaryOf, type UsageSummary } from "../usage/summary.ts";
import type { Target } from "../usage/types.ts";
import { usagesOf } from "../usage/usages.ts";

/** The project whose code is looked at. */
type UsageProject = Pick<OpenProject, "root" | "apps">;

/** Looks for usages in the code of one commit. Files are read when the first target is looked for, and no target is looked for twice. */
export class UsageSearch {
  readonly #source: Source;
  readonly #parser: PythonParser;
  readonly #config: Config;
  #files: Promise<Files> | null = null;
  readonly #known = new Map<string, UsageSummary>();

  constructor(source: Source, parser: PythonParser, config: Config) {
    this.#source = source;
    this.#parser = parser;
    this.#config = config;
  }

  /** Where code names each of the targets, for the project. Throws nothing. */
  async of(targets: readonly Target[], { root, apps }: UsageProject): Promise<ReadonlyMap<Target, UsageSummary>> {
    if (targets.length === 0) return new Map();
    const { paths: all, texts, leftOut } = await (this.#files ??= readFiles(this.#source, this.#config));
    // Migrations name what was, wherever MIGRATION_MODULES has them.
    const paths = all.filter((path) => !apps.some(({ migrationsFolder }) => path.startsWith(migrationsFolder)));
    const known = new Set(paths);
    const text = (path: string): string | null => textOf(texts.get(path));
    const python = createPython(this.#parser, { has: (path) => known.has(path), text, roots: rootsOf(root) });
    const key = ({ app, model, field, column, table }: Target) => JSON.stringify([root, app, model, field, column, table]);
    const fresh = [...new Map(targets.flatMap((target) => (this.#known.has(key(target)) ? [] : [[key(target), target] as const]))).values()];
    for (const [target, usages] of usagesOf(fresh, { paths, text }, python)) {
      this.#known.set(key(target), summaryOf(target, { ...usages, leftOut: [...leftOut, ...usages.leftOut], incomplete: leftOut.length > 0 || usages.incomplete }));
    }
    return new Map(targets.map((target) => [target, this.#known.get(key(target))!] as const));
  }
}

/** More is not read: a repository of a hundred times a usual one. */
const most = { files: 8_000, bytes: 80_000_000 };

/** The records, with `usages` where an operation takes something from the running release that the head's code still names, or may. Throws nothing. */
export async function withUsages(migrations: readonly MigrationRecord[], bound: BoundState, search: UsageSearch, project: UsageProject): Promise<readonly MigrationRecord[]> {
  return withTargets(migrations, bound, search, project, () => true, (record, usages) => ({ ...record, usages }));
}

/** The records, with a finding where a contract that breaks no model takes away what the running release's code still names. Throws nothing. */
export async function withStillNamed(migrations: readonly MigrationRecord[], bound: BoundState, search: UsageSearch, project: UsageProject): Promise<readonly MigrationRecord[]> {
  const isContract = ({ phase, breaks }: OperationRecord) => phase === "contract" && !breaks.some(({ release }) => release === "running");
  return withTargets(migrations, bound, search, project, isContract, (record, usages) => ({ ...record, findings: [...record.findings, ...stillNamedFindings(record, usages)] }));
}

async function withTargets(migrations: readonly MigrationRecord[], bound: BoundState, search: UsageSearch, project: UsageProject, among: (record: OperationRecord) => boolean, told: (record: OperationRecord, usages: readonly UsageSummary[]) => OperationRecord): Promise<readonly MigrationRecord[]> {
  const goes = new Map(migrations.flatMap((migration) => migration.operations.filter(among).map((record) => [record, goingAway(migration.app, record.operation, [...record.statements, ...record.deferred].flatMap(changesOf), bound)] as const)));
  const summaries = await search.of([...goes.values()].flat(), project);
  if (summaries.size === 0) return migrations;
  return migrations.map((migration) => ({
    ...migration,
    operations: migration.operations.map((record) => {
      const usages = (goes.get(record) ?? []).flatMap((target) => summaries.get(target) ?? []);
      return usages.length === 0 ? record : told(record, usages);
    }),
  }));
}

/** Where code names pending columns, tables and fields. Throws nothing. */
export async function pendingUsages(pending: readonly LeftPending[], bound: BoundState, search: UsageSearch, project: UsageProject): Promise<ReadonlyMap<LeftPending, UsageSummary>> {
  const targets = new Map(pending.flatMap((one) => (one.what === "column" || one.what === "table" || one.what === "field" ? [[one, targetOf(one, bound)] as const] : [])));
  const summaries = await search.of([...targets.values()], project);
  return new Map([...targets].flatMap(([one, target]) => (summaries.has(target) ? [[one, summaries.get(target)!] as const] : [])));
}

function targetOf({ table, name, leftBy }: LeftPending, bound: BoundState): Target {
  const model = modelOfTable(table, bound);
  return { app: model?.app ?? leftBy?.split(".")[0] ?? "", model: name === null ? null : (model?.name ?? null), field: null, column: name, table };
}

interface Files {
  readonly paths: readonly string[];
  readonly texts: ReadonlyMap<string, SourceText>;
  readonly leftOut: readonly string[];
}

function rootsOf(root: string): readonly string[] {
  const folder = root === "" || root.endsWith("/") ? root : `${root}/`;
  return [...new Set([folder, `${folder}src/`, "", "src/"])];
}

/** The files worth looking at, Python first: templates may cost requests of their own. */
async function readFiles(source: Source, config: Config): Promise<Files> {
  const leftOut: string[] = [];
  const texts = new Map<string, SourceText>();
  try {
    const excluded = excludes(config.exclude);
    const entries = (await source.list()).filter((entry) => !excluded(entry.path));
    const wanted = new Set(wantedFiles(entries.map((entry) => entry.path)));
    let bytes = 0;
    const all = entries.filter((entry) => wanted.has(entry.path)).toSorted((a, b) => Number(isTemplate(a.path)) - Number(isTemplate(b.path)));
    const taken = all.filter((entry, index) => index < most.files && (bytes += entry.size ?? 0) <= most.bytes).map((entry) => entry.path);
    if (taken.length < all.length) leftOut.push(`${all.length - taken.length} of ${all.length} files were not looked at.`);
    for (const batch of [taken.filter((path) => !isTemplate(path)), taken.filter(isTemplate)]) for (const [path, text] of await source.read(batch)) texts.set(path, text);
    return { paths: taken, texts, leftOut };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { paths: [...texts.keys()], texts, leftOut: [...leftOut, `Not every file could be read: ${error.message}`] };
  }
}
