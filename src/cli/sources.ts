import { statSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { Config } from "../config/config.ts";
import type { ReviewRequest } from "../request.ts";
import { folderSource } from "../source/folder.ts";
import { gitOutput } from "../source/git-process.ts";
import { defaultBase, gitSource, mergeBase, resolveRef, worktreeSource } from "../source/git.ts";
import { SourceError, type Source } from "../source/source.ts";

/** Throws SourceError when there is no such folder, before anything else does in other words. */
export function requireFolder(dir: string): void {
  const found = statSync(dir, { throwIfNoEntry: false });
  if (found === undefined) throw new SourceError(`There is no folder ${dir}. Name one that exists.`);
  if (!found.isDirectory()) throw new SourceError(`${dir} is a file. Name the folder of the repository.`);
}

/** The folder as it is, uncommitted changes included. Throws SourceError when there is no such folder. */
export async function asItIs(dir: string): Promise<Source> {
  return (await isTopOfRepository(dir)) ? await worktreeSource(dir) : folderSource(dir);
}

/**
 * A folder, or a ref of the repository. What begins with `/`, `./` or `../` is a folder; anything else is a ref, or else a folder.
 * Throws SourceError when it is neither.
 */
export async function refOrFolder(repo: string, name: string): Promise<Source> {
  if (await meansFolder(repo, name)) return folderSource(name);
  return gitSource(repo, name);
}

/** Throws SourceError for a path that leads nowhere, and for a name that is neither a ref nor a folder where there is no repository. */
async function meansFolder(repo: string, name: string): Promise<boolean> {
  const folder = statSync(name, { throwIfNoEntry: false })?.isDirectory() === true;
  if (looksLikePath(name)) {
    if (!folder) throw new SourceError(`There is no folder ${name}. Name one that exists, or a ref.`);
    return true;
  }
  if (!folder) {
    if (name.includes("/") && !(await isRef(repo, name))) throw new SourceError(`${JSON.stringify(name)} is neither a folder nor a ref of ${repo}. Name one that exists; a branch of the remote has to be fetched first.`);
    return false;
  }
  return !(await isRef(repo, name));
}

/** What a review compares, before its configuration is known. */
export interface Compared {
  readonly head: Source;
  readonly base: Source;
  readonly runningRelease: ReviewRequest["runningRelease"];
}

/** Opens `--head` and `--base`. Throws SourceError: no such ref or folder, or no base to be found. */
export async function compared(repo: string, base: string | undefined, head: string | undefined): Promise<Compared> {
  const after = head === undefined ? await asItIs(repo) : await refOrFolder(repo, head);
  if (base !== undefined && (await meansFolder(repo, base))) {
    return { head: after, base: folderSource(base), runningRelease: { ref: basename(resolve(base)), commit: null, source: "--base" } };
  }
  const ref = base ?? (await defaultBase(repo));
  return { head: after, ...(await branchPoint(repo, ref, after, base === undefined ? "default branch" : "--base")) };
}

/** The review against the configured running release, where the command line does not name a base. */
export async function comparedWithRunningRelease(repo: string, config: Config, before: Compared): Promise<Compared> {
  if (config.runningRelease === null) return before;
  return { head: before.head, ...(await branchPoint(repo, config.runningRelease, before.head, config.sources.get("running-release") ?? "running-release")) };
}

/** The commit of the base that the head was made from: what the base has gained since is not part of the change. */
async function branchPoint(repo: string, ref: string, head: Source, source: string): Promise<Pick<Compared, "base" | "runningRelease">> {
  const tip = await resolveRef(repo, ref);
  const headCommit = head.commit ?? (await resolveRef(repo, "HEAD"));
  const parted = await partedAt(repo, tip, headCommit);
  const commit = parted === null || parted === headCommit ? tip : parted;
  return {
    base: await gitSource(repo, commit),
    runningRelease: { ref, commit, source: commit === tip ? source : `${source}, where the head left it` },
  };
}

async function partedAt(repo: string, tip: string, head: string): Promise<string | null> {
  try {
    return await mergeBase(repo, tip, head);
  } catch (error) {
    if (error instanceof SourceError) return null;
    throw error;
  }
}

/** Is the folder itself a git repository's top, and not a folder inside of one? */
async function isTopOfRepository(dir: string): Promise<boolean> {
  try {
    const top = (await gitOutput(dir, ["rev-parse", "--show-toplevel"])).toString("utf8").trim();
    return (await realpath(top)) === (await realpath(dir));
  } catch {
    return false;
  }
}

async function isRef(repo: string, name: string): Promise<boolean> {
  try {
    await resolveRef(repo, name);
    return true;
  } catch {
    return false;
  }
}

function looksLikePath(name: string): boolean {
  return /^(\.{0,2}[\\/]|\.{1,2}$|[A-Za-z]:[\\/])/.test(name);
}
