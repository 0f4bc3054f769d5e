import { lstat, open, readdir, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { defaultMaxBytes, symbolicLink, textOf, tooLarge } from "./text.ts";
import { SourceError } from "./source.ts";
import type { Source, SourceEntry, SourceText } from "./source.ts";

export interface FolderOptions {
  /** Files above this many bytes are unreadable; 2 MB unless told. */
  readonly maxBytes?: number;
  /** What a person calls it; the folder's path unless told. */
  readonly label?: string;
}

/** Folders that never hold a project's own code. A virtual environment is known by its pyvenv.cfg (PEP 405). */
const skippedFolders: ReadonlySet<string> = new Set([".git", ".hg", ".svn", ".tox", ".nox", "__pycache__", "node_modules", "site-packages"]);

/** How many files are open at once. */
const parallel = 32;

/**
 * The files of a folder, committed or not. Symbolic links are listed and not followed.
 * Throws SourceError when the folder is missing or is not one.
 */
export function folderSource(dir: string, options: FolderOptions = {}): Source {
  return filesOf(dir, () => walk(dir), options);
}

/** Files of a folder, listed by somebody who knows which ones count (a walk, or git). */
export function filesOf(dir: string, list: () => Promise<readonly string[]>, options: FolderOptions): Source {
  const maxBytes = options.maxBytes ?? defaultMaxBytes;
  return {
    label: options.label ?? dir,
    commit: null,
    async list() {
      await requireFolder(dir);
      const entries = await eachOf(await list(), (path) => entryOf(dir, path));
      return entries.filter((entry) => entry !== null).sort((a, b) => compare(a.path, b.path));
    },
    async read(paths) {
      const root = await requireFolder(dir);
      const unique = [...new Set(paths)];
      const texts = await eachOf(unique, (path) => readOne(root, path, maxBytes));
      return new Map(unique.flatMap((path, i) => (texts[i] ? [[path, texts[i]] as const] : [])));
    },
  };
}

/** Text order by code units: the same on every machine and in every locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

async function requireFolder(dir: string): Promise<string> {
  try {
    if ((await stat(dir)).isDirectory()) return await realpath(dir);
  } catch (error) {
    if (codeOf(error) === "EACCES") throw new SourceError(`The folder ${dir} may not be read: give this user the right to read it.`);
    throw new SourceError(`There is no folder ${dir}. Name one that exists.`);
  }
  throw new SourceError(`${dir} is a file. Name the folder of the repository.`);
}

async function walk(dir: string): Promise<readonly string[]> {
  const paths: string[] = [];
  const folders = [""];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const names = await namesIn(join(dir, folder));
    if (names.some((entry) => entry.name === "pyvenv.cfg") && folder !== "") continue;
    for (const entry of names) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (!entry.isDirectory()) paths.push(path);
      else if (!skippedFolders.has(entry.name)) folders.push(path);
    }
  }
  return paths;
}

async function namesIn(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    throw new SourceError(`The folder ${folder} cannot be listed (${codeOf(error)}). Give this user the right to read it.`);
  }
}

async function entryOf(dir: string, path: string): Promise<SourceEntry | null> {
  try {
    const found = await lstat(join(dir, path));
    if (!found.isFile() && !found.isSymbolicLink()) return null;
    return { path, blob: null, size: found.isFile() ? found.size : null };
  } catch {
    return null; // gone since it was listed
  }
}

async function readOne(root: string, path: string, maxBytes: number): Promise<SourceText | null> {
  if (path.split("/").some((part) => part === "" || part === "." || part === "..")) return null;
  const file = join(root, path);
  try {
    const found = await lstat(file);
    if (found.isSymbolicLink()) return symbolicLink;
    if (!found.isFile()) return null;
    if ((await realpath(file)) !== root + (root.endsWith(sep) ? "" : sep) + path.split("/").join(sep)) return symbolicLink;
    return tooLarge(found.size, maxBytes) ?? textOf(await bytesOf(file, maxBytes));
  } catch (error) {
    const code = codeOf(error);
    return code === "ENOENT" || code === "ENOTDIR" ? null : { unreadable: `cannot be read (${code})` };
  }
}

/** Reads no more than allowed, even from a file that grows meanwhile. */
async function bytesOf(file: string, maxBytes: number): Promise<Uint8Array> {
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    const buffer = Buffer.alloc(Math.min(size, maxBytes));
    let read = 0;
    while (read < buffer.length) {
      const { bytesRead } = await handle.read(buffer, read, buffer.length - read, read);
      if (bytesRead === 0) break;
      read += bytesRead;
    }
    return buffer.subarray(0, read);
  } finally {
    await handle.close();
  }
}

/** Maps in order with a few at a time. */
async function eachOf<T, R>(items: readonly T[], map: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    for (let i = next++; i < items.length; i = next++) results[i] = await map(items[i]!);
  };
  await Promise.all(Array.from({ length: Math.min(parallel, items.length) }, worker));
  return results;
}

export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
