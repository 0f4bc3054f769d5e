import { excludes } from "../config/exclude.ts";
import { choices as choicesOf } from "../config/choices.ts";
import type { Config } from "../config/config.ts";
import { resolveClass } from "../django/bind/resolve-class.ts";
import { contribMigrations } from "../django/contrib/contrib.ts";
import { buildGraph, type Graph, type Unread } from "../django/graph/graph.ts";
import { scanMigration } from "../django/graph/scan.ts";
import { planOrder } from "../django/graph/order.ts";
import { loadMigration } from "../django/load/migration.ts";
import { keyOf } from "../django/graph/key.ts";
import type { Dependency, Field, Migration, Operation } from "../django/operation.ts";
import type { ProjectFacts } from "../django/project.ts";
import type { App } from "../django/project/apps.ts";
import type { FactChoices } from "../django/project/facts.ts";
import { findProjects, type ProjectLayout, wantedFiles } from "../django/project/layout.ts";
import { type DjangoProject, readProject } from "../django/project/project.ts";
import type { Value } from "../python/value.ts";
import type { PythonFiles } from "../python/python.ts";
import { createPython, type PythonParser, type PythonReader } from "../python/reader.ts";
import type { Skipped } from "../report/types.ts";
import type { Overrides } from "../request.ts";
import { type Focus, focusedApps } from "./focus.ts";
import { reusable } from "./reuse.ts";
import { type Source, type SourceText, textOf } from "../source/source.ts";

/** A Django project of a source with its migrations read and put in order. */
export interface OpenProject {
  readonly root: string;
  readonly facts: ProjectFacts;
  readonly python: PythonReader;
  readonly graph: Graph<Migration>;
  /**
   * In the order `migrate` applies them; Django's own apps included. As a database ran them that is older than the squashed migrations: those
   * are left out where everything they replace is still there.
   */
  readonly order: readonly Migration[];
  /** The order on a fresh database, which takes squashed migrations instead, and those; null where `order` leaves none out. */
  readonly fresh: { readonly order: readonly Migration[]; readonly squashed: ReadonlySet<Migration> } | null;
  readonly labels: ReadonlySet<string>;
  readonly apps: readonly App[];
  /** The apps whose migrations were read: all, or those in focus. */
  readonly read: ReadonlySet<string>;
  readonly skipped: readonly Skipped[];
  /** What is not known of migrations that were read: their class overrides `apply`, an entry of `replaces` is computed. */
  readonly partly: readonly Skipped[];
  /** The other files that were looked into to read a migration, by its path. */
  readonly lookedInto: ReadonlyMap<string, readonly string[]>;
  /** The value of a setting, where it can be read; those that name models are facts. */
  readonly setting: (name: string) => Value | undefined;
  /** A file's text where it was read. */
  readonly text: (path: string) => string | null;
  /** Every path of the repository that is not excluded. */
  readonly paths: readonly string[];
  /** Reads files that `python` wants beside the migrations; false when there was nothing to read. Throws SourceError. */
  readonly readMore: (paths: Iterable<string>) => Promise<boolean>;
}

/** What may be asked for, from the command line or the configuration. */
export interface OpenOptions {
  readonly overrides: Overrides;
  readonly config: Config;
  readonly parser: PythonParser;
  /** Read only what a change needs; null or left out: the whole history. */
  readonly focus?: Focus | null;
  /** Databases found already, by the project's root: a change is held against one database, also where it changes the settings. */
  readonly databases?: ReadonlyMap<string, ProjectFacts["database"]>;
  /** Projects of another commit that are read already, and the files that both commits have as they are. */
  readonly already?: { readonly projects: readonly OpenProject[]; readonly same: ReadonlySet<string> };
}

/** The Django projects of a source. Empty where there is no Django. Throws SourceError when the source cannot be read. */
export async function openProjects(source: Source, options: OpenOptions): Promise<readonly OpenProject[]> {
  const excluded = excludes(options.config.exclude);
  const entries = (await source.list()).filter((entry) => !excluded(entry.path));
  const files = new ReadFiles(source, entries.map((entry) => entry.path));
  await files.read(wantedFiles(entries));
  const choices = choicesOf(options.overrides, options.config);
  const layouts = findProjects(files, choices.settings);
  const projects: OpenProject[] = [];
  for (const layout of layouts) {
    const project = await open(layout, layouts, files, choices, options);
    if (project) projects.push(project);
  }
  return projects;
}

/** What migrations ask of the settings beside models: the engine, and the class of primary keys. */
function settingsKnown(path: string, { database, defaultAutoField }: ProjectFacts): Value | undefined {
  if (path === "django.conf.settings.DEFAULT_AUTO_FIELD") return defaultAutoField.value;
  if (path !== "django.conf.settings.DATABASES") return undefined;
  const { vendor } = database.value;
  const engine = `django.db.backends.${vendor === "mariadb" ? "mysql" : vendor === "sqlite" ? "sqlite3" : vendor}`;
  return { kind: "dict", entries: [["default", { kind: "dict", entries: [["ENGINE", engine]] }]] };
}

/** The repository's files, read in batches as they are asked for. */
class ReadFiles {
  readonly paths: readonly string[];
  readonly #source: Source;
  readonly #known: ReadonlySet<string>;
  readonly #texts = new Map<string, SourceText>();

  constructor(source: Source, paths: readonly string[]) {
    this.#source = source;
    this.paths = paths;
    this.#known = new Set(paths);
  }

  readonly has = (path: string): boolean => this.#known.has(path);

  readonly text = (path: string): string | null => textOf(this.#texts.get(path));

  unreadable(path: string): string | null {
    const found = this.#texts.get(path);
    return found && "unreadable" in found ? found.unreadable : null;
  }

  /** Reads what was not read yet; false when there was nothing to read. */
  async read(paths: Iterable<string>): Promise<boolean> {
    const missing = [...new Set(paths)].filter((path) => this.#known.has(path) && !this.#texts.has(path));
    if (missing.length === 0) return false;
    for (const [path, text] of await this.#source.read(missing)) this.#texts.set(path, text);
    for (const path of missing) if (!this.#texts.has(path)) this.#texts.set(path, { unreadable: "it is listed but could not be read" });
    return true;
  }
}

/** Names of modules lead to names of modules: more rounds than this are no honest project. */
export const rounds = 12;

async function open(layout: ProjectLayout, layouts: readonly ProjectLayout[], files: ReadFiles, choices: FactChoices, options: OpenOptions): Promise<OpenProject | null> {
  let facts: ProjectFacts | null = null;
  const pythonFiles: PythonFiles = { has: files.has, text: files.text, roots: layout.roots, known: (path) => (facts === null ? undefined : settingsKnown(path, facts)) };
  const python = createPython(options.parser, pythonFiles);
  let project: DjangoProject = readProject({ layout, layouts, files, python, choices, labels: options.config.appLabels });
  for (let round = 0; round < rounds && (await files.read(python.wanted)); round++) {
    project = readProject({ layout, layouts, files, python, choices, labels: options.config.appLabels });
  }
  facts = { ...project.facts, database: options.databases?.get(layout.root) ?? project.facts.database };
  const { apps } = project;
  if (apps.every((app) => app.migrations.length === 0) && project.leftOut.length === 0) return null;
  await files.read(apps.flatMap((app) => app.migrations.map(({ path }) => path)));
  const read = options.focus ? focusedApps(apps, files.text, facts, options.focus) : new Set(apps.map((app) => app.label));
  const inFocus = apps.filter((app) => read.has(app.label));
  const known = options.already ? reusable(options.already.projects, layout.root, facts, options.already.same) : new Map<string, Migration>();
  const { migrations, skipped, partly, lookedInto } = await loadAll(inFocus, known, facts, files, python);
  await readFieldClasses(migrations, facts, files, python);
  const own = new Set(apps.map((app) => app.label));
  const graphOf = (all: readonly Migration[]) =>
    buildGraph(all, contribMigrations((label) => !own.has(label)), {
      swappable: (setting) => settingOf(facts, setting),
      unread: unreadMigrations(apps, new Set(migrations.map((migration) => migration.path ?? "")), files),
      unmigrated: new Set(apps.filter((app) => app.migrations.length === 0).map((app) => app.label)),
    });
  const graph = graphOf(migrations);
  const left = [
    ...project.leftOut.map((app) => ({ path: app.folder, line: null, reason: app.reason })),
    ...project.problems.map((problem) => ({ path: problem.path, line: null, reason: problem.message })),
  ];
  return {
    root: layout.root, facts, python, graph, ...orders(migrations, graph, graphOf), labels: own, apps, read, skipped: [...skipped, ...left], partly, lookedInto,
    setting: (name) => (settingOf(facts, name) === null ? project.setting(name) : undefined), text: files.text, paths: files.paths, readMore: (paths) => files.read(paths),
  };
}

/** Files that were skipped, or are out of focus, are in the graph all the same: what depends on them is not broken. */
function unreadMigrations(apps: readonly App[], loaded: ReadonlySet<string>, files: ReadFiles): readonly Unread[] {
  return apps.flatMap((app) =>
    app.migrations.flatMap(({ name, path }): Unread[] => {
      if (loaded.has(path)) return [];
      const scanned = scanMigration({ app: app.label, name }, path, files.text(path) ?? "");
      return [{ app: app.label, name, edges: "needsParsing" in scanned ? null : scanned }];
    }),
  );
}

/** What depends on a squashed migration depended on the last one it replaces before. */
function orders(migrations: readonly Migration[], graph: Graph<Migration>, graphOf: (all: readonly Migration[]) => Graph<Migration>): Pick<OpenProject, "order" | "fresh"> {
  const there = new Set(migrations.map(keyOf));
  const squashed = new Map(migrations.filter((migration) => migration.replaces.length > 0 && migration.replaces.every((key) => there.has(keyOf(key)))).map((migration) => [keyOf(migration), migration]));
  const order = planOrder(graph);
  if (squashed.size === 0) return { order, fresh: null };
  const settle = (dependency: Dependency): Dependency => {
    const last = dependency.kind === "migration" ? squashed.get(keyOf(dependency))?.replaces.findLast((key) => key.app === dependency.app) : undefined;
    return last ? settle({ kind: "migration", ...last }) : dependency;
  };
  const kept = migrations.filter((migration) => !squashed.has(keyOf(migration))).map((migration) => ({ ...migration, dependencies: migration.dependencies.map(settle) }));
  return { order: planOrder(graphOf(kept)), fresh: { order, squashed: new Set(squashed.values()) } };
}

/** The model a swappable setting names; AUTH_USER_MODEL has a default. */
export function settingOf(facts: ProjectFacts, name: string): string | null {
  return name === "AUTH_USER_MODEL" ? facts.authUserModel.value : (facts.swappable.get(name)?.value ?? null);
}

async function loadAll(apps: readonly App[], known: ReadonlyMap<string, Migration>, facts: ProjectFacts, files: ReadFiles, python: PythonReader): Promise<{ readonly migrations: readonly Migration[] } & Pick<OpenProject, "skipped" | "partly" | "lookedInto">> {
  const wanted = apps.flatMap((app) => app.migrations.map(({ name, path }) => ({ key: { app: app.label, name }, path })));
  const loaded = new Map<string, Migration>();
  const skipped = new Map<string, Skipped>();
  const lookedInto = new Map<string, readonly string[]>();
  for (const { path, key } of wanted) {
    const migration = known.get(path);
    if (migration && migration.app === key.app) loaded.set(path, migration);
  }
  let pending = wanted.filter(({ path }) => !loaded.has(path));
  for (let round = 0; round < rounds && pending.length > 0; round++) {
    const again: typeof wanted = [];
    for (const one of pending) {
      const before = python.misses();
      python.asked.clear();
      const result = loadMigration(python, one.path, one.key, facts);
      if (python.misses() > before) again.push(one);
      if ("migration" in result) {
        loaded.set(one.path, result.migration);
        skipped.delete(one.path);
      } else {
        const { reason, line } = result.skipped;
        skipped.set(one.path, { path: one.path, line, reason: files.unreadable(one.path) ?? reason });
      }
      lookedInto.set(one.path, [...python.asked].filter((path) => path !== one.path));
      python.forget(one.path);
    }
    pending = (await files.read(python.wanted)) ? again : [];
  }
  // Several migrations may have what is not known from one class.
  const partly = new Map([...loaded.values()].flatMap((migration) => migration.problems.map(({ path, line, message }) => [JSON.stringify([path, line, message]), { path, line, reason: message }])));
  return { migrations: wanted.flatMap(({ path }) => loaded.get(path) ?? []), skipped: [...skipped.values()], partly: [...partly.values()], lookedInto };
}

/** The repository's own field classes and their bases are read before models are bound. */
async function readFieldClasses(migrations: readonly Migration[], facts: ProjectFacts, files: ReadFiles, python: PythonReader): Promise<void> {
  const classes = new Set(migrations.flatMap((migration) => migration.operations.flatMap(fieldsIn)).map((field) => field.path));
  for (let round = 0; round < rounds; round++) {
    // A context of its own each round: what was resolved without a file must not be remembered.
    const context = { facts, python };
    for (const path of classes) resolveClass(path, context);
    if (!(await files.read(python.wanted))) return;
  }
}

function fieldsIn(operation: Operation): readonly Field[] {
  switch (operation.kind) {
    case "CreateModel":
      return operation.fields;
    case "AddField":
    case "AlterField":
      return [operation.field];
    case "SeparateDatabaseAndState":
      return [...operation.databaseOperations, ...operation.stateOperations].flatMap(fieldsIn);
    case "RunSQL":
      return operation.stateOperations.flatMap(fieldsIn);
    default:
      return [];
  }
}
