import type { Config } from "../config/config.ts";
import { saidOf } from "../config/running-release.ts";
import { isDate } from "../history/since.ts";
import type { AuditRequest } from "../request.ts";
import { apiRepository } from "../source/api.ts";
import { gitSource, resolveRef } from "../source/git.ts";
import { SourceError, type Source } from "../source/source.ts";
import { compareCommits } from "./comparison.ts";
import { configurationAt } from "./configuration.ts";
import type { AuditTask } from "./event.ts";
import { likelyFiles } from "./likely.ts";
import { label, readAt, type Change, type Label, type Repo } from "./open.ts";
import { apiReader, asked } from "./reader.ts";
import { namedRelease, releasesOf } from "./releases.ts";
import { checkoutWith, partedInCheckout } from "./workspace.ts";

export type OpenedAudit = Pick<AuditRequest, "head" | "base" | "runningRelease" | "releases"> & { readonly since: Source | string | null; readonly config: Config; readonly readFrom: Change["readFrom"] };

/** What an audit reads: the head and its configuration, the running release, and the commit that `since` names. Throws SourceError and ConfigError. */
export async function openAudit(task: AuditTask, given: string | null, repo: Repo): Promise<OpenedAudit> {
  const { octokit, repository } = repo;
  const at: Label = { ref: task.ref, commit: task.commit };
  const dir = await checkoutWith(repo.dir, [at.commit]);
  const reader = apiReader(octokit, repository);
  const config = await configurationAt(repo.config, dir === null ? (paths) => reader.files(at.commit, paths) : readAt(await gitSource(dir, at.commit)));
  const from = { octokit, repository, dir };

  const said = saidOf(repo.runningRelease, config);
  const named = said !== null ? await namedRelease(said, at.commit, from) : task.defaultBranch === null ? null : { ref: task.defaultBranch, rev: task.defaultBranch, source: "the default branch" };
  const running = named === null ? null : await where(named.ref, named.rev, at.commit, repo, dir);
  const since = given ?? config.since;
  const older: Label | null = since === null || isDate(since) ? null : { ref: since, commit: await commitOf(since, repo, dir) };
  const labels = [at, running, older].flatMap((one) => one ?? []);
  const inGit = dir !== null && (await checkoutWith(repo.dir, labels.map(({ commit }) => commit))) !== null;
  const sources = inGit
    ? await Promise.all(labels.map(async ({ ref, commit }) => ({ ...(await gitSource(dir, commit)), label: label(ref, commit) })))
    : apiRepository(reader, likelyFiles(repo.config)).sources(labels.map(({ ref, commit }) => ({ commit, label: label(ref, commit) })));
  const of = (one: Label | null) => (one === null ? null : sources[labels.indexOf(one)]!);

  const runningRelease = running === null ? { ...at, source: "what is merged" } : { ref: running.ref, commit: running.commit, source: `${named!.source}${running.parted ? ", where the head left it" : ""}` };
  return {
    head: of(at)!,
    base: running === null || running.commit === at.commit ? null : of(running),
    runningRelease,
    releases: () => releasesOf(from),
    since: since !== null && isDate(since) ? since : of(older),
    config,
    readFrom: inGit ? "the checkout" : "GitHub's API",
  };
}

/** The commit of the running release that the head comes from. */
async function where(ref: string, rev: string, head: string, { octokit, repository }: Repo, dir: string | null): Promise<Label & { readonly parted: boolean }> {
  const inGit = dir === null ? null : await resolved(dir, rev);
  const parted = inGit === null ? null : await partedInCheckout(dir!, inGit, head);
  const { base, mergeBase } = inGit !== null && parted !== null ? { base: inGit, mergeBase: parted } : await compareCommits(octokit, repository, rev.replace(/^refs\/tags\//, ""), head);
  // A release that is ahead of the head: all of the head is in it.
  const commit = mergeBase === head ? base : mergeBase;
  return { ref, commit, parted: commit !== base };
}

async function commitOf(ref: string, { octokit, repository }: Repo, dir: string | null): Promise<string> {
  const inGit = dir === null ? null : await resolved(dir, ref);
  return inGit ?? (await asked(octokit.rest.repos.getCommit({ ...repository, ref }), "the ref of since")).data.sha;
}

async function resolved(dir: string, ref: string): Promise<string | null> {
  try {
    return await resolveRef(dir, ref);
  } catch (error) {
    if (error instanceof SourceError) return null;
    throw error;
  }
}
