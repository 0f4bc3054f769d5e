import { isDate } from "../history/since.ts";
import { apiRepository } from "../source/api.ts";
import { gitSource, resolveRef } from "../source/git.ts";
import { type Source, SourceError } from "../source/source.ts";
import { likelyFiles } from "./likely.ts";
import type { Label, Repo } from "./open.ts";
import { apiReader, asked } from "./reader.ts";

/** What `since` names: a date as it is, a ref in the checkout, or else on GitHub. Throws SourceError. */
export async function sinceAt(since: string | null, dir: string | null, repo: Repo): Promise<Source | string | null> {
  if (since === null || isDate(since)) return since;
  if (dir !== null && (await resolves(dir, since))) return gitSource(dir, since);
  const { octokit, repository } = repo;
  const { data } = await asked(octokit.rest.repos.getCommit({ ...repository, ref: since }), "the ref of since");
  return apiSource({ ref: since, commit: data.sha }, repo);
}

/** One commit of the repository, through GitHub's API. */
export function apiSource({ ref, commit }: Label, { octokit, repository, config }: Repo): Source {
  return apiRepository(apiReader(octokit, repository), likelyFiles(config)).sources([{ commit, label: `${ref} @ ${commit.slice(0, 7)}` }])[0]!;
}

async function resolves(dir: string, ref: string): Promise<boolean> {
  try {
    return (await resolveRef(dir, ref)) !== "";
  } catch (error) {
    if (error instanceof SourceError) return false;
    throw error;
  }
}
