import { ApiBlobs } from "./api-blobs.ts";
import type { ApiReader } from "./api-reader.ts";
import { readApiTree, type ApiFile } from "./api-tree.ts";
import type { Source, SourceEntry, SourceText } from "./source.ts";
import { defaultMaxBytes, symbolicLink, tooLarge } from "./text.ts";

export interface ApiOptions {
  /** Files above this many bytes are unreadable; 2 MB unless told. */
  readonly maxBytes?: number;
  /** Files that are fetched together with the first ones read, because they will be asked for. */
  readonly likely: (entries: readonly SourceEntry[]) => readonly string[];
  /** Files that those make likely: the modules they import. */
  readonly then: (texts: ReadonlyMap<string, string>, paths: readonly string[]) => readonly string[];
  /** The files of a commit that may ever be asked for. */
  readonly mayNeed: (path: string) => boolean;
}

/** A commit, and what a person calls it. */
export interface ApiCommit {
  readonly commit: string;
  readonly label: string;
}

/**
 * The files of commits of a repository, read through GitHub's API: nothing is checked out. What the commits have in common is fetched once.
 * The number of requests does not grow with the repository: a tree for each commit, then blobs in a few queries, or an archive.
 * Reading throws SourceError with what to do when GitHub's API cannot be read.
 */
export function apiRepository(reader: ApiReader, options: ApiOptions): { sources(commits: readonly ApiCommit[]): readonly Source[] } {
  const blobs = new ApiBlobs(reader, options.mayNeed);
  const trees = new Map<string, Promise<readonly ApiFile[]>>();
  const treeOf = (commit: string) => {
    const tree = trees.get(commit) ?? readApiTree(reader, commit);
    trees.set(commit, tree);
    return tree;
  };
  return {
    sources(commits) {
      const prefetch = once(async () => prefetchFor(commits[0]!.commit, await Promise.all(commits.map(({ commit }) => treeOf(commit))), blobs, options));
      return commits.map((commit) => sourceAt(commit, { tree: () => treeOf(commit.commit), prefetch, blobs, maxBytes: options.maxBytes ?? defaultMaxBytes }));
    },
  };
}

/** All commits' likely files at once; should they be many, the first commit's archive holds nearly all of them. */
async function prefetchFor(first: string, trees: readonly (readonly ApiFile[])[], blobs: ApiBlobs, options: ApiOptions): Promise<void> {
  const maxBytes = options.maxBytes ?? defaultMaxBytes;
  const pick = (files: readonly ApiFile[], paths: ReadonlySet<string>) => files.filter((file) => paths.has(file.path) && isReadable(file, maxBytes));
  const likely = trees.map((files) => pick(files, new Set(options.likely(files))));
  await blobs.prefetch(likely.flat(), first, trees[0]!);
  const next = trees.map((files, index) => {
    const known = new Map<string, string>();
    for (const file of likely[index]!) {
      const text = blobs.text(file.blob);
      if ("text" in text) known.set(file.path, text.text);
    }
    return pick(files, new Set(options.then(known, files.map((file) => file.path))));
  });
  await blobs.prefetch(next.flat(), first, trees[0]!);
}

interface At {
  readonly tree: () => Promise<readonly ApiFile[]>;
  readonly prefetch: () => Promise<void>;
  readonly blobs: ApiBlobs;
  readonly maxBytes: number;
}

function sourceAt({ commit, label }: ApiCommit, { tree, prefetch, blobs, maxBytes }: At): Source {
  const byPath = once(async () => new Map((await tree()).map((file) => [file.path, file])));
  return {
    label,
    commit,
    async list() {
      return (await tree()).map(({ path, blob, size }) => ({ path, blob, size }));
    },
    async read(paths) {
      const files = await byPath();
      const found = [...new Set(paths)].flatMap((path) => files.get(path) ?? []);
      if (found.length === 0) return new Map();
      await prefetch();
      await blobs.load(found.filter((file) => isReadable(file, maxBytes)), commit, [...files.values()]);
      return new Map(found.map((file): [string, SourceText] => [file.path, file.link ? symbolicLink : (tooLarge(file.size, maxBytes) ?? blobs.text(file.blob))]));
    },
  };
}

function isReadable(file: ApiFile, maxBytes: number): boolean {
  return !file.link && file.size <= maxBytes;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}
