import type { Said } from "../config/running-release.ts";
import type { AuditRequest, ReviewRequest } from "../request.ts";
import { gitLatestTag, gitReleases } from "../source/git-releases.ts";
import { defaultBase, gitSource, mergeBase, resolveRef } from "../source/git.ts";
import { SourceError, type Source } from "../source/source.ts";

type Running = Pick<ReviewRequest, "base" | "runningRelease">;

/** The code that is deployed. Throws SourceError: no such ref, no version tag, or a release that only GitHub knows. */
export async function runningRelease(repo: string, said: Said, head: Source): Promise<Running> {
  const { ref, source } = await refOf(repo, said, head);
  return branchPoint(repo, ref, head, source);
}

async function refOf(repo: string, { choice, source }: Said, head: Source): Promise<{ readonly ref: string; readonly source: string }> {
  if (choice !== "latest-tag" && choice !== "latest-release") return { ref: choice, source };
  // Which release is the latest, GitHub decides; here is only the repository.
  if (choice === "latest-release" && source === "--running-release") throw new SourceError("latest-release is asked of GitHub, which only the action does. Here name latest-tag, or the release's tag.");
  const commit = await commitOf(repo, head);
  const tag = await gitLatestTag(repo, commit);
  if (tag === null) throw new SourceError(`There is no version tag that ${commit.slice(0, 7)} comes from (running-release is ${choice}). Fetch the tags with git fetch --tags, or name the release.`);
  return { ref: `refs/tags/${tag.name}`, source: choice === "latest-tag" ? source : `${source}: the latest tag, as there is no GitHub to ask` };
}

/** For the audit: the named release; else what the default branch has, or all of the head where it is that branch itself. */
export async function auditedRelease(repo: string, said: Said | null, head: Source, isRepository: boolean): Promise<Pick<AuditRequest, "base" | "runningRelease" | "releases">> {
  const itself = { base: null, runningRelease: { ref: head.label, commit: head.commit, source: "everything is released" } };
  if (!isRepository) return { ...(said === null ? itself : await runningRelease(repo, said, head)), releases: null };
  const releases = () => gitReleases(repo);
  if (said !== null) return { ...(await runningRelease(repo, said, head)), releases };
  const branch = await defaultBase(repo).catch(() => null);
  return { ...(branch === null ? itself : await branchPoint(repo, branch, head, "the default branch")), releases };
}

/** The commit of a ref that the head was made from: what the ref has gained since is not part of the change. */
export async function branchPoint(repo: string, ref: string, head: Source, source: string): Promise<Running> {
  const tip = await resolveRef(repo, ref);
  const headCommit = await commitOf(repo, head);
  const parted = await partedAt(repo, tip, headCommit);
  const commit = parted === null || parted === headCommit ? tip : parted;
  return {
    base: await gitSource(repo, commit),
    runningRelease: { ref: ref.replace(/^refs\/(heads|tags)\//, ""), commit, source: commit === tip ? source : `${source}, where the head left it` },
  };
}

/** The head's, or what a working tree was checked out from. */
async function commitOf(repo: string, head: Source): Promise<string> {
  return head.commit ?? (await resolveRef(repo, "HEAD"));
}

async function partedAt(repo: string, tip: string, head: string): Promise<string | null> {
  try {
    return await mergeBase(repo, tip, head);
  } catch (error) {
    if (error instanceof SourceError) return null;
    throw error;
  }
}
