import { changeFindings } from "../django/graph/change-findings.ts";
import { compareReleases, type GraphChange } from "../django/graph/compare.ts";
import { graphFindings } from "../django/graph/findings.ts";
import { keyOf } from "../django/graph/key.ts";
import type { Migration } from "../django/operation.ts";
import type { App } from "../django/project/apps.ts";
import { editedApps } from "../history/model-edits.ts";
import type { OpenProject } from "../history/open.ts";
import { isOlderFile, olderThan, type Since } from "../history/since.ts";
import { undeclaredDependencies } from "../history/undeclared.ts";
import type { Skipped } from "../report/types.ts";
import type { Finding } from "../safety/types.ts";

/** What a review looks at beside migrations, and what it leaves to history. */
export interface Scope {
  /** Models modules that differ. */
  readonly models: readonly string[];
  readonly since: Since;
}

/** What the head of a project has that its base does not, before anything is replayed. */
export interface ProjectChange {
  /** The base; for a project that is new one without migrations. */
  readonly before: OpenProject;
  /** Migrations to judge, in the order they run. */
  readonly fresh: readonly Migration[];
  /** About the graph: of this change's making. */
  readonly findings: readonly Finding[];
  readonly skipped: readonly Skipped[];
  /** Apps whose models may have been edited. */
  readonly edited: readonly App[];
}

/** What the change from base to head does to a project's migrations and models; null where it is nothing. */
export function changeOf(base: OpenProject | null, head: OpenProject, { models, since }: Scope): ProjectChange | null {
  const before = base ?? withoutMigrations(head);
  const change = withoutHistory(compareReleases({ graph: before.graph, text: before.text }, { graph: head.graph, text: head.text }), olderThan(since, before));
  const added = new Set(change.added.map(keyOf));
  const findings = [...newFindings(graphFindings(head.graph, { added }), graphFindings(before.graph)), ...changeFindings(change), ...undeclaredDependencies(change.added, head.graph, head.python)];
  const released = new Set([...before.graph.full.values()].flatMap((node) => (node.migration ? [node.key] : [])));
  const fresh = head.order.filter((migration) => migration.path !== null && added.has(keyOf(migration)) && !migration.replaces.some((key) => released.has(keyOf(key))));
  const unreadable = head.skipped.filter((one) => !isOlderFile(since, one.path, head.text(one.path)) && (isNew(one, before) || fresh.some((migration) => folderOf(migration.path) === folderOf(one.path))));
  // What the running release's migrations do besides their operations they have done: only a file of which nothing is known makes its app unsure.
  const skipped = [...unreadable, ...head.partly.filter((one) => isNew(one, before))];
  const edited = base === null ? [] : editedApps(base, head, models, change);
  return fresh.length + findings.length + skipped.length + edited.length === 0 ? null : { before, fresh, findings, skipped, edited };
}

function withoutMigrations(head: OpenProject): OpenProject {
  const graph = { ...head.graph, nodes: new Map(), full: new Map(), replacedBy: new Map(), missing: [], circularReplaces: [] };
  return { ...head, graph, order: [], skipped: [], partly: [], lookedInto: new Map() };
}

/** Edits and deletions of migrations that are history are nobody's affair any more. */
function withoutHistory(change: GraphChange, older: (migration: Migration) => boolean): GraphChange {
  return { ...change, edited: change.edited.filter(({ base }) => !older(base)), deleted: change.deleted.filter(({ base }) => !older(base)) };
}

/** Findings about the graph that the base does not have, too. */
function newFindings(head: readonly Finding[], base: readonly Finding[]): readonly Finding[] {
  const there = new Set(base.map(({ rule, message }) => JSON.stringify([rule, message])));
  return head.filter(({ rule, message }) => !there.has(JSON.stringify([rule, message])));
}

function isNew(one: Skipped, base: OpenProject): boolean {
  return ![...base.skipped, ...base.partly].some((other) => other.path === one.path && other.reason === one.reason);
}

function folderOf(path: string | null): string {
  return path === null ? "" : path.slice(0, path.lastIndexOf("/") + 1);
}
