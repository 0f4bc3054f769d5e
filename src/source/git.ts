import { filesOf, compare } from "./folder.ts";
import type { FolderOptions } from "./folder.ts";
import { gitOutput } from "./git-process.ts";
import { resolveRef } from "./git-refs.ts";
import { SourceError } from "./source.ts";
import type { Source, SourceText } from "./source.ts";
import { defaultMaxBytes, symbolicLink, textOf, tooLarge } from "./text.ts";

export { defaultBase, mergeBase, resolveRef } from "./git-refs.ts";

export interface GitOptions {
  /** Files above this many bytes are unreadable; 2 MB unless told. */
  readonly maxBytes?: number;
}

interface TreeEntry {
  readonly path: string;
  readonly blob: string;
  readonly size: number;
  readonly link: boolean;
}

/**
 * The files of a commit of a local repository, read from git's objects: nothing is checked out.
 * Throws SourceError for an unknown ref or a folder that is no repository.
 */
export async function gitSource(repoDir: string, ref: string, options: GitOptions = {}): Promise<Source> {
  const commit = await resolveRef(repoDir, ref);
  const maxBytes = options.maxBytes ?? defaultMaxBytes;
  let tree: Promise<ReadonlyMap<string, TreeEntry>> | null = null;
  const entries = () => (tree ??= readTree(repoDir, commit));
  return {
    label: ref.length >= 7 && commit.startsWith(ref) ? commit.slice(0, 7) : `${ref} @ ${commit.slice(0, 7)}`,
    commit,
    async list() {
      return [...(await entries()).values()].map(({ path, blob, size }) => ({ path, blob, size }));
    },
    async read(paths) {
      const files = await entries();
      const texts = new Map<string, SourceText>();
      const wanted: TreeEntry[] = [];
      for (const path of new Set(paths)) {
        const entry = files.get(path);
        if (!entry) continue;
        const refused = entry.link ? symbolicLink : tooLarge(entry.size, maxBytes);
        if (refused) texts.set(path, refused);
        else wanted.push(entry);
      }
      const blobs = await readBlobs(repoDir, wanted);
      for (const { path, blob } of wanted) texts.set(path, blobs.get(blob)!);
      return texts;
    },
  };
}

/** The working tree of a repository, uncommitted and new files included, ignored ones left out. */
export async function worktreeSource(repoDir: string, options: FolderOptions = {}): Promise<Source> {
  const top = (await gitOutput(repoDir, ["rev-parse", "--show-toplevel"])).toString("utf8").replace(/\r?\n$/, "");
  const list = async () => {
    const listed = await gitOutput(top, ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    return [...new Set(listed.toString("utf8").split("\0").filter(Boolean))];
  };
  return filesOf(top, list, { ...options, label: options.label ?? "working tree" });
}

/** Every blob of a commit by path, sorted; submodules are not files. */
async function readTree(repoDir: string, commit: string): Promise<ReadonlyMap<string, TreeEntry>> {
  const output = await gitOutput(repoDir, ["ls-tree", "-r", "-z", "-l", "--full-tree", "--end-of-options", commit]);
  const files: TreeEntry[] = [];
  for (const record of output.toString("utf8").split("\0")) {
    const match = /^(\d+) blob ([0-9a-f]+) +(\d+|-)\t(.+)$/s.exec(record);
    if (match) files.push({ path: match[4]!, blob: match[2]!, size: Number(match[3]) || 0, link: match[1] === "120000" });
  }
  files.sort((a, b) => compare(a.path, b.path));
  return new Map(files.map((file) => [file.path, file]));
}

/** The texts of blobs by id, through one `git cat-file --batch`. */
async function readBlobs(repoDir: string, wanted: readonly TreeEntry[]): Promise<ReadonlyMap<string, SourceText>> {
  const ids = [...new Set(wanted.map((entry) => entry.blob))];
  const texts = new Map<string, SourceText>();
  if (ids.length === 0) return texts;
  const output = await gitOutput(repoDir, ["cat-file", "--batch"], `${ids.join("\n")}\n`);
  let offset = 0;
  for (const id of ids) {
    const end = output.indexOf(0x0a, offset);
    if (end < 0) throw new SourceError(`git cat-file ended early in ${repoDir}. Run: git fsck`);
    const header = /^[0-9a-f]+ blob (\d+)$/.exec(output.toString("latin1", offset, end));
    offset = end + 1;
    if (!header) {
      texts.set(id, { unreadable: "missing from the repository's objects: a partial clone; fetch it first" });
      continue;
    }
    const size = Number(header[1]);
    texts.set(id, textOf(output.subarray(offset, offset + size)));
    offset += size + 1;
  }
  return texts;
}
