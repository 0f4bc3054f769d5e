import { statSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { ReviewRequest } from "../request.ts";
import { folderSource } from "../source/folder.ts";
import { gitOutput } from "../source/git-process.ts";
import { defaultBase, gitSource, resolveRef, stagedSource, worktreeSource } from "../source/git.ts";
import { SourceError, type Source } from "../source/source.ts";
import { branchPoint } from "./running-release.ts";

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

/** Opens the head that is told and `--base`. Throws SourceError: no such ref or folder, or no base to be found. */
export async function compared(repo: string, base: string | undefined, head: { readonly named: string | undefined; readonly staged: boolean }): Promise<Compared> {
  const after = head.staged ? await stagedSource(repo) : head.named === undefined ? await asItIs(repo) : await refOrFolder(repo, head.named);
  if (base !== undefined && (await meansFolder(repo, base))) {
    return { head: after, base: folderSource(base), runningRelease: { ref: basename(resolve(base)), commit: null, source: "--base" } };
  }
  const ref = base ?? (await defaultBase(repo));
  return { head: after, ...(await branchPoint(repo, ref, after, base === undefined ? "default branch" : "--base")) };
}

/** Is the folder itself a git repository's top, and not a folder inside of one? */
export async function isTopOfRepository(dir: string): Promise<boolean> {
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
