import type { Dependency, Migration } from "../operation.ts";
import { functionsContent, operationsContent } from "./content.ts";
import { conflicts } from "./findings.ts";
import type { Graph } from "./graph.ts";
import { compareText, keyOf } from "./key.ts";

/** A migration that both releases have, and what of it differs. */
export interface Edited {
  readonly base: Migration;
  readonly head: Migration;
  readonly what: "operations" | "functions" | "dependencies";
}

/** A migration that base has and head has not. */
export interface Deleted {
  readonly base: Migration;
  /** The new migration that does the same. */
  readonly renamedTo: Migration | null;
  /** It is one of several last migrations of its app: `migrate` refuses to run on the base, so no database that follows it has run it. */
  readonly conflicting: boolean;
}

/** What a change does to the set of migrations. Comments and formatting are no edit; a squash deletes nothing. */
export interface GraphChange {
  /** In head only, by key. */
  readonly added: readonly Migration[];
  readonly edited: readonly Edited[];
  /** In base only, and not replaced by a squashed migration that head has. */
  readonly deleted: readonly Deleted[];
  /** Apps that base has and head has no migration of: what they were, and the new app whose migrations have the same names. */
  readonly removedApps: readonly { readonly app: string; readonly migrations: readonly Migration[]; readonly renamedTo: string | null }[];
  /** Released migrations that come to depend on one that is not released. */
  readonly inconsistent: readonly { readonly released: Migration; readonly parent: Migration }[];
}

/** A release's migrations: its graph, and the text of a file where it is at hand (for the functions that RunPython calls). */
export interface Release {
  readonly graph: Graph<Migration>;
  readonly text?: (path: string) => string | null;
}

/** Compares the migrations of two releases. Migrations without a file (built in) are left out. */
export function compareReleases(base: Release, head: Release): GraphChange {
  const [before, after] = [ownMigrations(base.graph), ownMigrations(head.graph)];
  const unread = (graph: Graph<Migration>, migration: Migration) => graph.full.get(keyOf(migration))?.unread === true;
  const added = [...after.values()].filter((migration) => !before.has(keyOf(migration)) && !unread(base.graph, migration));
  const standsFor = replacements(base.graph, head.graph, after);
  const gone = [...before.values()].filter((migration) => !after.has(keyOf(migration)) && !standsFor.has(keyOf(migration)) && !unread(head.graph, migration));
  const edited = [...before.values()].flatMap((old): Edited[] => {
    const now = after.get(keyOf(old));
    const what = now && whatDiffers(old, now, base, head, standsFor);
    return now && what ? [{ base: old, head: now, what }] : [];
  });
  const apps = new Set([...head.graph.full.values()].filter((node) => !node.external).map((node) => node.app));
  const leaves = new Set(conflicts(base.graph).flatMap((conflict) => conflict.map(({ key }) => key)));
  const deleted = gone.filter((old) => apps.has(old.app)).map((old) => ({ base: old, renamedTo: renamed(old, added, base, head), conflicting: leaves.has(keyOf(old)) }));
  const removed = [...new Set(gone.map((old) => old.app).filter((app) => !apps.has(app)))];
  return { added, edited, deleted, removedApps: removed.map((app) => ({ app, migrations: gone.filter((old) => old.app === app), renamedTo: renamedApp(app, gone, added, before) })), inconsistent: inconsistencies(head.graph, new Set([...base.graph.full.values()].filter((node) => node.migration || node.unread).map((node) => node.key))) };
}

function ownMigrations(graph: Graph<Migration>): ReadonlyMap<string, Migration> {
  const nodes = [...graph.full.values()].sort((a, b) => compareText(a.key, b.key));
  return new Map(nodes.flatMap((node) => (node.migration && node.migration.path !== null ? [[node.key, node.migration] as const] : [])));
}

/** Replaced migration → squashed migration that head has: from head's `replaces`, or from base's when head has already dropped them. */
function replacements(base: Graph<Migration>, head: Graph<Migration>, after: ReadonlyMap<string, Migration>): ReadonlyMap<string, string> {
  return new Map([...base.replacedBy, ...head.replacedBy].filter(([, squashed]) => after.has(squashed)));
}

function whatDiffers(old: Migration, now: Migration, base: Release, head: Release, standsFor: ReadonlyMap<string, string>): Edited["what"] | null {
  if (operationsContent(old) !== operationsContent(now)) return "operations";
  const [before, after] = [old.path && base.text?.(old.path), now.path && head.text?.(now.path)];
  if (before && after && before !== after && functionsContent(before) !== functionsContent(after)) return "functions";
  return edges(old, standsFor) === edges(now, standsFor) ? null : "dependencies";
}

/** `replaces` may go once a squash is released everywhere, and dependencies on what it replaced may name it instead: no edit. */
function edges(migration: Migration, standsFor: ReadonlyMap<string, string>): string {
  const name = (dependency: Dependency) => (dependency.kind === "swappable" ? `setting ${dependency.setting}` : (standsFor.get(keyOf(dependency)) ?? keyOf(dependency)));
  const named = [...migration.dependencies.map(name), ...migration.runBefore.map((key) => `before ${standsFor.get(keyOf(key)) ?? keyOf(key)}`)];
  return JSON.stringify([...new Set(named)].sort(compareText));
}

/** The new app that has every migration of the one that is gone, by name. */
function renamedApp(app: string, gone: readonly Migration[], added: readonly Migration[], before: ReadonlyMap<string, Migration>): string | null {
  const names = gone.filter((old) => old.app === app).map(({ name }) => name);
  const known = new Set([...before.values()].map((migration) => migration.app));
  const fresh = [...new Set(added.map((migration) => migration.app))].filter((one) => !known.has(one));
  return fresh.find((one) => names.every((name) => added.some((migration) => migration.app === one && migration.name === name))) ?? null;
}

function renamed(old: Migration, added: readonly Migration[], base: Release, head: Release): Migration | null {
  // The functions that RunPython calls are named with the file they are in.
  const content = (migration: Migration, { text }: Release) => [operationsContent(migration).replaceAll(`.${migration.name}.`, "."), functionsContent((migration.path && text?.(migration.path)) ?? "")].join("\n");
  const before = content(old, base);
  return added.find((migration) => migration.app === old.app && migration.operations.length === old.operations.length && content(migration, head) === before) ?? null;
}

/** MigrationLoader.check_consistent_history: a migration is applied before its dependency. */
function inconsistencies(graph: Graph<Migration>, before: ReadonlySet<string>) {
  const released = (migration: Migration): boolean =>
    migration.path === null || before.has(keyOf(migration)) || (migration.replaces.length > 0 && migration.replaces.every((key) => before.has(keyOf(key)) || replacedInTurn(key.app, key.name)));
  const replacedInTurn = (app: string, name: string): boolean => {
    const squashed = graph.full.get(keyOf({ app, name }))?.migration;
    return !!squashed && squashed.replaces.length > 0 && squashed.replaces.every((key) => before.has(keyOf(key)));
  };
  return [...graph.nodes.values()].sort((a, b) => compareText(a.key, b.key)).flatMap((node) => {
    const child = node.migration;
    if (!child || !before.has(node.key)) return [];
    return [...node.parents].sort(compareText).flatMap((key) => {
      const parent = graph.nodes.get(key)!.migration;
      return parent && !released(parent) ? [{ released: child, parent }] : [];
    });
  });
}
