import { realpath } from "node:fs/promises";
import { dirname, resolve } from "node:path";
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
  return blobsSource(repoDir, { label: ref.length >= 7 && commit.startsWith(ref) ? commit.slice(0, 7) : `${ref} @ ${commit.slice(0, 7)}`, commit }, () => readTree(repoDir, commit), options);
}

/**
 * What is staged in a repository: the files that `git commit` would take, whatever lies in the working tree.
 * Throws SourceError for a folder that is no repository; reading it does while a merge is not resolved.
 */
export async function stagedSource(repoDir: string, options: GitOptions = {}): Promise<Source> {
  const top = (await gitOutput(repoDir, ["rev-parse", "--show-toplevel"])).toString("utf8").replace(/\r?\n$/, "");
  return blobsSource(top, { label: "what is staged", commit: null }, () => readIndex(top), options);
}

/** Files whose texts are git's objects. */
function blobsSource(repoDir: string, named: Pick<Source, "label" | "commit">, entriesOf: () => Promise<ReadonlyMap<string, TreeEntry>>, options: GitOptions): Source {
  const maxBytes = options.maxBytes ?? defaultMaxBytes;
  let tree: Promise<ReadonlyMap<string, TreeEntry>> | null = null;
  const entries = () => (tree ??= entriesOf());
  return {
    ...named,
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
  return byPath(files);
}

/** Every file of the index, sorted; submodules and what is only intended to be added (`git add -N`) are none. */
async function readIndex(top: string): Promise<ReadonlyMap<string, TreeEntry>> {
  const index = await indexFile(top);
  const output = await gitOutput(top, ["ls-files", "-z", "--stage", "--full-name"], "", index);
  const staged: Omit<TreeEntry, "size">[] = [];
  for (const record of output.toString("utf8").split("\0")) {
    const match = /^(\d+) ([0-9a-f]+) (\d)\t(.+)$/s.exec(record);
    if (match && match[3] !== "0") throw new SourceError(`A merge is not resolved in ${top} (${match[4]}). Resolve it and stage it first.`);
    if (match && match[1] !== "160000") staged.push({ path: match[4]!, blob: match[2]!, link: match[1] === "120000" });
  }
  const intended = new Set((await gitOutput(top, ["diff", "-z", "--name-only", "--diff-filter=A", "--no-ext-diff"], "", index)).toString("utf8").split("\0"));
  const sizes = new Map((await gitOutput(top, ["cat-file", "--batch-check=%(objectname) %(objectsize)"], staged.map(({ blob }) => `${blob}\n`).join(""))).toString("utf8").split("\n").map((line) => line.split(" ") as [string, string]));
  return byPath(staged.filter(({ path }) => !intended.has(path)).map((file) => ({ ...file, size: Number(sizes.get(file.blob)) || 0 })));
}

/** The index that a hook of `git commit` is given: `git commit FILE` and `git commit --all` use one of their own. None of another repository. */
async function indexFile(top: string): Promise<NodeJS.ProcessEnv> {
  const given = process.env["GIT_INDEX_FILE"];
  if (!given) return {};
  const file = resolve(given);
  const folder = (await gitOutput(top, ["rev-parse", "--absolute-git-dir"])).toString("utf8").replace(/\r?\n$/, "");
  return (await realpath(dirname(file)).catch(() => null)) === (await realpath(folder)) ? { GIT_INDEX_FILE: file } : {};
}

function byPath(files: readonly TreeEntry[]): ReadonlyMap<string, TreeEntry> {
  return new Map(files.toSorted((a, b) => compare(a.path, b.path)).map((file) => [file.path, file]));
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
