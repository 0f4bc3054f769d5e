import type { Said } from "../config/running-release.ts";
import { gitLatestTag, gitReleases } from "../source/git-releases.ts";
import { type Releases, releaseTags, type Tag } from "../source/releases.ts";
import { SourceError } from "../source/source.ts";
import { asGitHubError, type Octokit } from "./client.ts";
import { compareCommits } from "./comparison.ts";
import { asked, type Repository } from "./reader.ts";

export interface Asked {
  readonly octokit: Octokit;
  readonly repository: Repository;
  /** The checkout, where there is one with the head. */
  readonly dir: string | null;
}

/** A release that is deployed: its name, and what stands for its commit in git and in GitHub's API. */
export interface NamedRelease {
  readonly ref: string;
  readonly rev: string;
  readonly source: string;
}

/** The ref that `running-release` means for a head. Throws SourceError: no release, no version tag. */
export async function namedRelease({ choice, source }: Said, head: string, from: Asked): Promise<NamedRelease> {
  if (choice === "latest-release") {
    const ref = await latestRelease(from);
    return { ref, rev: from.dir === null ? ref : `refs/tags/${ref}`, source: `${source}: latest-release` };
  }
  if (choice !== "latest-tag") return { ref: choice, rev: choice, source };
  const { name, commit } = await latestTag(head, from);
  return { ref: name, rev: commit, source: `${source}: latest-tag` };
}

async function latestRelease({ octokit, repository }: Asked): Promise<string> {
  try {
    return (await octokit.rest.repos.getLatestRelease({ ...repository })).data.tag_name;
  } catch (thrown) {
    if (asGitHubError(thrown).status === 404) throw new SourceError("The repository has no release that GitHub calls the latest (running-release is latest-release). Name latest-tag, a branch or a tag.");
    return asked(Promise.reject(thrown as Error), "the latest release");
  }
}

/** How many of the highest tags are asked whether the head comes from them; in a checkout git knows at once. */
const candidates = 4;

async function latestTag(head: string, from: Asked): Promise<Tag> {
  const inCheckout = from.dir === null ? null : await readable(gitLatestTag(from.dir, head));
  if (inCheckout !== null) return inCheckout;
  const { tags } = await apiReleases(from);
  for (const tag of tags.slice(0, candidates)) {
    const { mergeBase } = await compareCommits(from.octokit, from.repository, tag.commit, head);
    if (mergeBase === tag.commit) return tag;
  }
  throw new SourceError(`${tags.length === 0 ? "The repository has no version tag" : `${head.slice(0, 7)} comes from none of the highest version tags`} (running-release is latest-tag). Name a tag, or check the repository out with fetch-depth: 0 before this step.`);
}

/** null where the checkout's git does not answer: it is shallow. */
async function readable<T>(asking: Promise<T>): Promise<T | null> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof SourceError) return null;
    throw error;
  }
}

/** The repository's releases, as the checkout knows them, else as GitHub's API does. Throws SourceError. */
export async function releasesOf(from: Asked): Promise<Releases> {
  const inCheckout = from.dir === null ? null : await readable(gitReleases(from.dir));
  return inCheckout !== null && inCheckout.tags.length > 0 ? inCheckout : apiReleases(from);
}

/** So many of the highest version tags are looked into for a file, and so many files. */
const most = { tags: 10, paths: 30, atOnce: 150 };

interface TagNodes { readonly repository: { readonly refs: { readonly totalCount: number; readonly nodes: readonly { readonly name: string; readonly target: { readonly oid: string; readonly target?: { readonly oid: string } } }[] } | null } | null }

/** The version tags among the hundred newest, in one request. */
async function apiReleases({ octokit, repository }: Asked): Promise<Releases> {
  const query = "query($owner:String!,$repo:String!){repository(owner:$owner,name:$repo){refs(refPrefix:\"refs/tags/\",first:100,orderBy:{field:TAG_COMMIT_DATE,direction:DESC}){totalCount nodes{name target{oid ...on Tag{target{oid}}}}}}}";
  const found = (await asked(octokit.graphql<TagNodes>(query, { ...repository }), "the tags")).repository?.refs ?? { totalCount: 0, nodes: [] };
  const all = releaseTags(found.nodes.map(({ name, target }) => ({ name, commit: target.target?.oid ?? target.oid })));
  const tags = all.slice(0, most.tags);
  return { tags: all, more: false, ...(all.length > tags.length || found.totalCount > found.nodes.length ? { tags, more: true } : {}), having: (paths) => having(octokit, repository, tags, paths) };
}

/** A file of a commit is an object by `commit:path`. */
async function having(octokit: Octokit, repository: Repository, tags: readonly Tag[], paths: readonly string[]): Promise<ReadonlyMap<string, readonly Tag[]>> {
  const pairs = paths.slice(0, most.paths).flatMap((path) => tags.map((tag) => ({ path, tag })));
  const found = new Map<string, Tag[]>(paths.slice(0, most.paths).map((path) => [path, []]));
  for (let from = 0; from < pairs.length; from += most.atOnce) {
    const some = pairs.slice(from, from + most.atOnce);
    const fields = some.map(({ path, tag }, index) => `o${index}:object(expression:${JSON.stringify(`${tag.commit}:${path}`)}){oid}`);
    const query = `query($owner:String!,$repo:String!){repository(owner:$owner,name:$repo){${fields.join(" ")}}}`;
    const { repository: objects } = await asked(octokit.graphql<{ repository: Record<string, { oid: string } | null> }>(query, { ...repository }), "the releases' files");
    for (const [index, { path, tag }] of some.entries()) if (objects[`o${index}`]) found.get(path)!.push(tag);
  }
  return found;
}
