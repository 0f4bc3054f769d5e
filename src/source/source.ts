/**
 * The files of a repository at one commit: a folder, a local git commit or GitHub's API.
 * Knows nothing of Python or Django. Paths are '/'-separated and relative to the repository's root.
 */
export interface Source {
  /** What a person calls it: a folder's path, or `main @ 3f2a91c`. */
  readonly label: string;
  /** The commit, where there is one. */
  readonly commit: string | null;
  /** Every file, sorted by path. Throws SourceError when the source cannot be read. */
  list(): Promise<readonly SourceEntry[]>;
  /** The text of the named files, in as few requests as the source can. A path that is missing is left out of the answer. */
  read(paths: readonly string[]): Promise<ReadonlyMap<string, SourceText>>;
}

export interface SourceEntry {
  readonly path: string;
  /** git's blob id where it is known without reading: equal ids mean equal content. */
  readonly blob: string | null;
  /** Bytes, where known. */
  readonly size: number | null;
}

/** A file's text, or why it has none (too large, binary, a symbolic link, not in its encoding). */
export type SourceText = { readonly text: string } | { readonly unreadable: string };

/** The text; null where the file is not there or has none. */
export function textOf(found: SourceText | undefined): string | null {
  return found && "text" in found ? found.text : null;
}

/** The source itself cannot be read. The message says what to do. */
export class SourceError extends Error {
  override name = "SourceError";
}
