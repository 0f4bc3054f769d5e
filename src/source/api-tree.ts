import type { ApiReader, ApiTreeEntry } from "./api-reader.ts";
import { compare } from "./folder.ts";
import { SourceError } from "./source.ts";

export interface ApiFile {
  readonly path: string;
  readonly blob: string;
  readonly size: number;
  readonly link: boolean;
}

/** How many requests a tree may take that one request cannot list. */
const maxRequests = 40;

/**
 * Every file of a commit, sorted by path; submodules are not files. One request, and one for each folder where the tree is too large for one.
 * Throws SourceError when even that is not enough.
 */
export async function readApiTree(reader: ApiReader, commit: string): Promise<readonly ApiFile[]> {
  const whole = await reader.tree(commit, true);
  const entries = whole.truncated ? await byFolder(reader, commit) : whole.entries;
  return entries
    .filter((entry) => entry.type === "blob")
    .map(({ path, sha, size, mode }) => ({ path, blob: sha, size: size ?? 0, link: mode === "120000" }))
    .sort((a, b) => compare(a.path, b.path));
}

async function byFolder(reader: ApiReader, commit: string): Promise<readonly ApiTreeEntry[]> {
  const entries: ApiTreeEntry[] = [];
  const folders = [{ id: commit, path: "" }];
  let requests = 0;
  const ask = (id: string, recursive: boolean) => {
    requests += 1;
    if (requests > maxRequests) throw new SourceError(tooMany(commit));
    return reader.tree(id, recursive);
  };
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const prefix = folder.path === "" ? "" : `${folder.path}/`;
    const under = (entry: ApiTreeEntry): ApiTreeEntry => ({ ...entry, path: `${prefix}${entry.path}` });
    const listed = await ask(folder.id, false);
    if (listed.truncated) throw new SourceError(tooMany(commit));
    for (const entry of listed.entries) {
      if (entry.type !== "tree") entries.push(under(entry));
      else {
        const below = await ask(entry.sha, true);
        if (below.truncated) folders.push({ id: entry.sha, path: under(entry).path });
        else entries.push(...below.entries.map((one) => ({ ...one, path: `${prefix}${entry.path}/${one.path}` })));
      }
    }
  }
  return entries;
}

function tooMany(commit: string): string {
  return `The repository has more files at ${commit.slice(0, 7)} than GitHub's API lists. Check it out before this step (actions/checkout with fetch-depth: 0): then its files are read from git.`;
}
