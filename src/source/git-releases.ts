import { gitOutput } from "./git-process.ts";
import { type Releases, releaseTags, type Tag } from "./releases.ts";

/** So many releases back a file is looked for. */
const most = 200;

/** The releases of a local repository: its version tags. None in a clone without tags. Throws SourceError. */
export async function gitReleases(repoDir: string): Promise<Releases> {
  const releases = releaseTags(await tagsOf(repoDir, []));
  const tags = releases.slice(0, most);
  return { tags, more: releases.length > most, having: (paths) => having(repoDir, tags, paths) };
}

/** The highest version tag that a commit comes from; null where there is none. Throws SourceError. */
export async function gitLatestTag(repoDir: string, commit: string): Promise<Tag | null> {
  return releaseTags(await tagsOf(repoDir, [`--merged=${commit}`]))[0] ?? null;
}

/** The newest first. */
async function tagsOf(repoDir: string, options: readonly string[]): Promise<readonly Tag[]> {
  const listed = await gitOutput(repoDir, ["for-each-ref", ...options, "--sort=-creatordate", "--format=%(refname:strip=2) %(objectname) %(*objectname)", "refs/tags"]);
  return listed.toString("utf8").split("\n").flatMap((line): Tag[] => {
    const [name, object, peeled] = line.split(" ");
    return name && object ? [{ name, commit: peeled || object }] : [];
  });
}

/** One git for all of them. */
async function having(repoDir: string, tags: readonly Tag[], paths: readonly string[]): Promise<ReadonlyMap<string, readonly Tag[]>> {
  const asked = paths.filter((path) => !/[\n\0]/.test(path));
  if (tags.length === 0 || asked.length === 0) return new Map();
  const input = asked.flatMap((path) => tags.map((tag) => `${tag.commit}:${path}\n`)).join("");
  const lines = (await gitOutput(repoDir, ["cat-file", "--batch-check=%(objecttype)"], input)).toString("utf8").split("\n");
  return new Map(asked.map((path, index) => [path, tags.filter((_, at) => lines[index * tags.length + at] === "blob")]));
}
