import { gitOutput } from "../source/git-process.ts";
import type { Octokit } from "./client.ts";
import { asked, type Repository } from "./reader.ts";
import type { Touched } from "./touched.ts";

/** The patches of some files, from the comparison; for a change of more files than that lists, from the pull request's own list. Throws SourceError. */
export async function patchesOfComparison(octokit: Octokit, repository: Repository, files: readonly Touched[] | null, pull: number | null, paths: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const wanted = new Set(paths);
  if (files !== null) return new Map(files.flatMap(({ paths: [path], lines }) => (path !== undefined && wanted.has(path) ? [[path, lines] as const] : [])));
  const found = new Map<string, string | null>();
  if (pull === null) return found;
  // GitHub lists 3,000 files at most: what comes after them has no patch here.
  for (let page = 1; page <= 30 && found.size < wanted.size; page++) {
    const { data } = await asked(octokit.rest.pulls.listFiles({ ...repository, pull_number: pull, per_page: 100, page }), "the files of the pull request");
    for (const { filename, patch } of data) if (wanted.has(filename)) found.set(filename, patch ?? null);
    if (data.length < 100) break;
  }
  return found;
}

/** The same from git, with renames followed as GitHub does. Throws SourceError. */
export async function patchesInCheckout(dir: string, base: string, head: string, paths: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const names = (await gitOutput(dir, ["diff", "--name-status", "--find-renames", "-z", base, head])).toString("utf8").split("\0");
  const before = new Map<string, string>();
  for (let at = 0; at + 1 < names.length; at += 2) if (/^[RC]/.test(names[at]!)) before.set(names[++at + 1]!, names[at]!);
  const found = new Map<string, string | null>();
  for (const path of paths) {
    const both = before.has(path) ? [before.get(path)!, path] : [path];
    const diff = (await gitOutput(dir, ["diff", "--no-ext-diff", "--no-textconv", "--find-renames", "--unified=3", base, head, "--", ...both.map((one) => `:(top,literal)${one}`)])).toString("utf8");
    found.set(path, /^@@ [^]*/m.exec(diff)?.[0] ?? null);
  }
  return found;
}
