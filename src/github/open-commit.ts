import type { Config } from "../config/config.ts";
import { apiRepository } from "../source/api.ts";
import { gitSource, resolveRef } from "../source/git.ts";
import { SourceError, type Source } from "../source/source.ts";
import { configurationAt } from "./configuration.ts";
import { likelyFiles } from "./likely.ts";
import { label, readAt, type Change, type Label, type Repo } from "./open.ts";
import { apiReader, asked } from "./reader.ts";
import { checkoutWith } from "./workspace.ts";

/** The files of one commit and the configuration in it, for the audit; `since` names a commit to compare with. Throws SourceError and ConfigError. */
export async function openCommit(at: Label, since: string | null, repo: Repo): Promise<{ readonly head: Source; readonly since: Source | null; readonly config: Config; readonly readFrom: Change["readFrom"] }> {
  const dir = await checkoutWith(repo.dir, [at.commit]);
  const inGit = dir !== null && (since === null || (await resolves(dir, since)));
  const [head, other] = inGit ? await gitSources(dir, at, since) : await apiSources(at, since, repo);
  return { head: head!, since: other ?? null, config: await configurationAt(repo.config, readAt(head!)), readFrom: inGit ? "the checkout" : "GitHub's API" };
}

async function gitSources(dir: string, at: Label, since: string | null): Promise<readonly Source[]> {
  const head = { ...(await gitSource(dir, at.commit)), label: label(at.ref, at.commit) };
  return since === null ? [head] : [head, await gitSource(dir, since)];
}

async function apiSources(at: Label, since: string | null, { octokit, repository, config }: Repo): Promise<readonly Source[]> {
  const commits = [at];
  if (since !== null) commits.push({ ref: since, commit: (await asked(octokit.rest.repos.getCommit({ ...repository, ref: since }), "the ref of the input since")).data.sha });
  return apiRepository(apiReader(octokit, repository), likelyFiles(config)).sources(commits.map(({ ref, commit }) => ({ commit, label: label(ref, commit) })));
}

async function resolves(dir: string, ref: string): Promise<boolean> {
  try {
    return (await resolveRef(dir, ref)) !== "";
  } catch (error) {
    if (error instanceof SourceError) return false;
    throw error;
  }
}
