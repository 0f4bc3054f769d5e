import { compare } from "./folder.ts";
import type { Source, SourceEntry } from "./source.ts";

export interface FileChange {
  readonly path: string;
  readonly kind: "added" | "changed" | "deleted";
}

/** What two lists of files say without reading: sure changes, and paths whose content has to be compared. */
export function changedEntries(
  base: readonly SourceEntry[],
  head: readonly SourceEntry[],
): { readonly changes: readonly FileChange[]; readonly undecided: readonly string[] } {
  const before = new Map(base.map((entry) => [entry.path, entry]));
  const after = new Set(head.map((entry) => entry.path));
  const changes: FileChange[] = base.filter((entry) => !after.has(entry.path)).map(({ path }) => ({ path, kind: "deleted" }));
  const undecided: string[] = [];
  for (const entry of head) {
    const old = before.get(entry.path);
    if (!old) changes.push({ path: entry.path, kind: "added" });
    else if (old.blob !== null && entry.blob !== null) {
      if (old.blob !== entry.blob) changes.push({ path: entry.path, kind: "changed" });
    } else if (old.size !== null && entry.size !== null && old.size !== entry.size) changes.push({ path: entry.path, kind: "changed" });
    else undecided.push(entry.path);
  }
  return { changes: changes.sort((a, b) => compare(a.path, b.path)), undecided };
}

/**
 * The files that differ between two sources, sorted by path: by blob id where git knows it, else by content.
 * `among` says which paths matter, so that nothing else is read. A file that can be read in neither counts as changed: nobody can tell.
 */
export async function changedFiles(base: Source, head: Source, among: (path: string) => boolean = () => true): Promise<readonly FileChange[]> {
  const [before, after] = await Promise.all([base.list(), head.list()]);
  const { changes, undecided } = changedEntries(
    before.filter((entry) => among(entry.path)),
    after.filter((entry) => among(entry.path)),
  );
  if (undecided.length === 0) return changes;
  const [old, now] = await Promise.all([base.read(undecided), head.read(undecided)]);
  const differing = undecided.filter((path) => {
    const [a, b] = [old.get(path), now.get(path)];
    return !a || !b || !("text" in a) || !("text" in b) || a.text !== b.text;
  });
  return [...changes, ...differing.map((path): FileChange => ({ path, kind: "changed" }))].sort((a, b) => compare(a.path, b.path));
}
