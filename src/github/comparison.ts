import { asked, type Repository } from "./reader.ts";
import type { Octokit } from "./client.ts";
import type { Touched } from "./touched.ts";

export interface Comparison {
  /** The commit that `base` names. */
  readonly base: string;
  readonly mergeBase: string;
  /** What differs between the merge base and the head; null when GitHub does not list all of it. */
  readonly files: readonly Touched[] | null;
}

/** GitHub's compare API lists no more files than this. */
const listed = 300;

/** Where the head left the base (a commit or ref), and what it changed since: one request. Throws SourceError. */
export async function compareCommits(octokit: Octokit, repository: Repository, base: string, head: string): Promise<Comparison> {
  const request = octokit.rest.repos.compareCommitsWithBasehead({ ...repository, basehead: `${base}...${head}`, per_page: 1, page: 1 });
  const { data } = await asked(request, "what the change touches");
  const files = data.files === undefined || data.files.length >= listed ? null : data.files.map(({ filename, previous_filename, patch, changes }): Touched => ({
    paths: previous_filename === undefined ? [filename] : [filename, previous_filename],
    // A large or binary file has no patch, and neither has a file that was only renamed.
    lines: patch ?? (changes === 0 ? "" : null),
  }));
  return { base: data.base_commit.sha, mergeBase: data.merge_base_commit.sha, files };
}
