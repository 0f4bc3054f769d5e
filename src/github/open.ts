import { type Said, saidOf } from "../config/running-release.ts";
import type { ReviewRequest } from "../request.ts";
import { apiRepository } from "../source/api.ts";
import { changedFiles } from "../source/changes.ts";
import { gitSource, resolveRef } from "../source/git.ts";
import { type Source, textOf } from "../source/source.ts";
import type { Octokit } from "./client.ts";
import { compareCommits, type Comparison } from "./comparison.ts";
import { configurationAt, type ReadAt } from "./configuration.ts";
import type { ReviewTask } from "./event.ts";
import type { Patches } from "./inline.ts";
import { likelyFiles } from "./likely.ts";
import { patchesInCheckout, patchesOfComparison } from "./patches.ts";
import { apiReader, type Repository } from "./reader.ts";
import { namedRelease, type NamedRelease } from "./releases.ts";
import { sinceAt } from "./since.ts";
import { isNamedSo, touchesMigrations, type Touched } from "./touched.ts";
import { checkoutWith, partedInCheckout } from "./workspace.ts";

/** Where a repository's commits can be read: its checkout, or GitHub's API. */
export interface Repo {
  readonly octokit: Octokit;
  readonly repository: Repository;
  /** Folder of the checkout, should there be one. */
  readonly dir: string;
  /** The input `config`. */
  readonly config: string | null;
  /** The input `running-release`. */
  readonly runningRelease: Said | null;
}

/** A change, before anything of it is parsed. */
export interface Change {
  /** May it concern migrations? */
  readonly touchesMigrations: boolean;
  /** Opens what the review compares; the configuration is that of the base's tip. */
  open(): Promise<Pick<ReviewRequest, "head" | "base" | "runningRelease" | "config" | "since">>;
  readonly readFrom: "the checkout" | "GitHub's API";
  readonly patches: Patches;
}

/** A commit, and the ref that it is known by. */
export type Label = { readonly ref: string; readonly commit: string };
type Compared = Pick<ReviewRequest, "base" | "runningRelease">;

/** Finds the change of a review. Throws SourceError, and ConfigError when it is opened. */
export async function openChange(task: ReviewTask, repo: Repo): Promise<Change> {
  const dir = await checkoutWith(repo.dir, [task.head.commit, task.base.commit]);
  const parted = dir === null ? null : task.from === "tip" ? task.base.commit : await partedInCheckout(dir, task.base.commit, task.head.commit);
  return dir !== null && parted !== null ? inCheckout(task, repo, dir, parted) : throughApi(task, repo);
}

async function inCheckout(task: ReviewTask, repo: Repo, dir: string, parted: string): Promise<Change> {
  const at = async ({ ref, commit }: Label) => ({ ...(await gitSource(dir, commit)), label: label(ref, commit) });
  const [head, base] = [await at(task.head), await at({ ...task.base, commit: parted })];
  return {
    touchesMigrations: touchesMigrations(await touchedIn(base, head)),
    readFrom: "the checkout",
    patches: (paths) => patchesInCheckout(dir, parted, task.head.commit, paths),
    async open() {
      const tip = await at(task.base);
      const config = await configurationAt(repo.config, readAt(tip));
      const since = await sinceAt(config.since, dir, repo);
      const said = saidOf(repo.runningRelease, config);
      if (said === null) return { head, base, config, since, runningRelease: releaseOf(task, parted) };
      const running = await namedRelease(said, task.head.commit, { ...repo, dir });
      const commit = await resolveRef(dir, running.rev);
      const left = await partedInCheckout(dir, commit, task.head.commit);
      return { head, config, since, ...(await named(running, { base: commit, mergeBase: left ?? commit }, task.head.commit, at)) };
    },
  };
}

async function throughApi(task: ReviewTask, repo: Repo): Promise<Change> {
  const { octokit, repository } = repo;
  const comparison = await compareCommits(octokit, repository, task.base.commit, task.head.commit);
  const reader = apiReader(octokit, repository);
  const api = apiRepository(reader, likelyFiles(repo.config));
  const parted = task.from === "tip" ? task.base.commit : comparison.mergeBase;
  const of = ({ ref, commit }: Label) => ({ commit, label: label(ref, commit) });
  const [head, base] = api.sources([of(task.head), of({ ...task.base, commit: parted })]) as [Source, Source];
  const files = comparison.mergeBase === parted ? comparison.files : null;
  return {
    touchesMigrations: touchesMigrations(files ?? (await touchedIn(base, head))),
    readFrom: "GitHub's API",
    patches: (paths) => patchesOfComparison(octokit, repository, comparison.files, task.pull, paths),
    async open() {
      const tip: ReadAt = parted === task.base.commit ? readAt(base) : (paths) => reader.files(task.base.commit, paths);
      const config = await configurationAt(repo.config, tip);
      const since = await sinceAt(config.since, null, repo);
      const said = saidOf(repo.runningRelease, config);
      if (said === null) return { head, base, config, since, runningRelease: releaseOf(task, parted) };
      const running = await namedRelease(said, task.head.commit, { ...repo, dir: null });
      const found = await compareCommits(octokit, repository, running.rev, task.head.commit);
      return { head, config, since, ...(await named(running, found, task.head.commit, async (commit) => api.sources([of(commit)])[0]!)) };
    },
  };
}

/** The release that is named as the running one: the commit of that ref which the head was made from. */
async function named({ ref, source }: NamedRelease, { base, mergeBase }: Pick<Comparison, "base" | "mergeBase">, head: string, at: (commit: Label) => Promise<Source>): Promise<Compared> {
  const commit = mergeBase === head ? base : mergeBase;
  return { base: await at({ ref, commit }), runningRelease: { ref, commit, source: commit === base ? source : `${source}, where the head left it` } };
}

function releaseOf({ base }: ReviewTask, commit: string): Compared["runningRelease"] {
  return { ref: base.ref, commit, source: commit === base.commit ? base.source : `${base.source}, where the head left it` };
}

/** What differs, from the lists of files alone; only Python files that nothing is known of by name are read. */
async function touchedIn(base: Source, head: Source): Promise<readonly Touched[]> {
  const changes = await changedFiles(base, head);
  const named = changes.map(({ path }): Touched => ({ paths: [path], lines: path.endsWith(".py") ? null : "" }));
  if (named.some(({ paths }) => isNamedSo(paths[0]!))) return named;
  const paths = changes.map(({ path }) => path).filter((path) => path.endsWith(".py"));
  const [before, after] = [await base.read(paths), await head.read(paths)];
  return paths.map((path): Touched => {
    const texts = [before.get(path), after.get(path)].filter((text) => text !== undefined);
    return { paths: [path], lines: texts.some((text) => "unreadable" in text) ? null : texts.map((text) => ("text" in text ? text.text : "")).join("\n") };
  });
}

/** Reads the files of a source for its configuration. */
export function readAt(source: Source): ReadAt {
  return async (paths) => new Map([...(await source.read(paths))].map(([path, found]) => [path, textOf(found)]));
}

/** `main @ 3f2a91c` */
export function label(ref: string, commit: string): string {
  return `${ref} @ ${commit.slice(0, 7)}`;
}
