import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { git, gitOutput } from "../source/git-process.ts";
import { mergeBase } from "../source/git.ts";
import { SourceError } from "../source/source.ts";

/** The checkout's folder, where it is a repository's top and has all the commits with their files; null where GitHub's API has to be asked. */
export async function checkoutWith(dir: string, commits: readonly string[]): Promise<string | null> {
  try {
    const folder = await realpath(resolve(dir));
    const top = (await gitOutput(folder, ["rev-parse", "--show-toplevel"])).toString("utf8").trim();
    if ((await realpath(top)) !== folder) return null;
    const partial = await git(folder, ["config", "--get-regexp", "^remote\\..*\\.promisor$"]);
    if (partial.stdout.length > 0) return null;
    for (const commit of commits) if ((await git(folder, ["cat-file", "-e", `${commit}^{tree}`])).code !== 0) return null;
    return folder;
  } catch {
    return null;
  }
}

/** Where two commits of a checkout parted; null when its history does not reach back far enough. */
export async function partedInCheckout(dir: string, a: string, b: string): Promise<string | null> {
  try {
    // A shallow history may lead to a merge base that is none.
    if ((await gitOutput(dir, ["rev-parse", "--is-shallow-repository"])).toString("utf8").trim() === "true") return null;
    return await mergeBase(dir, a, b);
  } catch (error) {
    if (error instanceof SourceError) return null;
    throw error;
  }
}
