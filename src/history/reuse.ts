import type { Migration } from "../django/operation.ts";
import type { ProjectFacts } from "../django/project.ts";
import type { Source } from "../source/source.ts";
import type { OpenProject } from "./open.ts";

/** Paths of the files that both sources have as they are, by git's ids; empty where those are not known or a Python file of one is not in the other any more. */
export async function sameFiles(source: Source, other: Source): Promise<ReadonlySet<string>> {
  const [here, there] = await Promise.all([source.list(), other.list()]);
  const blobs = new Map(there.map(({ path, blob }) => [path, blob]));
  // A name that leads to no file of one source could lead to such a file of the other.
  if (here.some(({ path }) => path.endsWith(".py") && !blobs.has(path))) return new Set();
  return new Set(here.flatMap(({ path, blob }) => (blob !== null && blobs.get(path) === blob ? [path] : [])));
}

/**
 * The migrations of the project in this folder that another commit has as they are, by path: the facts decide alike, their files are the same, and so
 * is whatever else was looked into to read them.
 */
export function reusable(projects: readonly OpenProject[], root: string, facts: ProjectFacts, same: ReadonlySet<string>): ReadonlyMap<string, Migration> {
  const project = projects.find((one) => one.root === root && sameFacts(one.facts, facts));
  if (!project) return new Map();
  // What was worked out for one migration is remembered for the next: a file that differs makes all unsure that looked further than their own.
  const steady = [...project.lookedInto.values()].every((paths) => paths.every((path) => same.has(path)));
  const kept = [...project.graph.full.values()].flatMap(({ migration }) => (migration !== null && migration.path !== null ? [[migration.path, migration] as const] : []));
  return new Map(kept.filter(([path]) => same.has(path) && (steady || project.lookedInto.get(path)?.length === 0)));
}

/** Do the facts decide alike what migrations say? */
function sameFacts(a: ProjectFacts, b: ProjectFacts): boolean {
  const said = ({ django, database, authUserModel, swappable }: ProjectFacts) => JSON.stringify([django.value, database.value, authUserModel.value, [...swappable].map(([name, fact]) => [name, fact.value])]);
  return said(a) === said(b);
}
