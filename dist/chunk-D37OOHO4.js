import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  SourceError
} from "./chunk-M2XUEG37.js";

// src/source/folder.ts
import { lstat, open, readdir, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";

// src/source/encoding.ts
var codingLine = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
var nothingOnIt = /^[ \t\f]*(#.*)?$/;
function declaredEncoding(bytes) {
  const [first = "", second = ""] = latin1(bytes.subarray(0, 1e3)).split(/\r\n|\r|\n/, 2);
  const found = codingLine.exec(first) ?? (nothingOnIt.test(first) ? codingLine.exec(second) : null);
  return found?.[1] ?? null;
}
function decoded(bytes) {
  const declared = declaredEncoding(bytes);
  const name = declared?.toLowerCase().replaceAll("_", "-") ?? "utf-8";
  if (utf8.test(name)) return decodedAs("utf-8", bytes) ?? { unreadable: "not UTF-8" };
  if (latin.test(name)) return { text: latin1(bytes) };
  if (western.test(name)) return { text: latin1(bytes).replace(/[\x80-\x9f]/g, (c) => beyondLatin[c.charCodeAt(0) - 128]) };
  if (ascii.test(name)) return bytes.every((byte) => byte < 128) ? { text: latin1(bytes) } : { unreadable: `not ${name}, which its coding line names` };
  if (!known.test(name)) return { unreadable: "its coding line names an encoding that is not known here" };
  return decodedAs(name.replace(/^cp(125\d)$/, "windows-$1"), bytes) ?? { unreadable: `not ${name}, which its coding line names` };
}
var utf8 = /^(utf-?8(-.*)?|u8)$/;
var latin = /^(latin-?1|iso-?8859-1|iso-latin-1|l1)(-.*)?$/;
var ascii = /^(us-)?ascii$/;
var western = /^(windows-|cp)1252$/;
var beyondLatin = [..."\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178"];
var known = /^(windows-125\d|cp125\d|iso-?8859-([2-8]|10|13|14|15|16)|koi8-[ru]|gbk|gb18030|big5|euc-jp|euc-kr|shift-jis|sjis)$/;
function decodedAs(label, bytes) {
  try {
    return { text: new TextDecoder(label.replace("shift-jis", "shift_jis"), { fatal: true }).decode(bytes) };
  } catch {
    return null;
  }
}
function latin1(bytes) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

// src/source/text.ts
var defaultMaxBytes = 2 * 1024 * 1024;
var binaryProbe = 8e3;
function textOf(bytes) {
  if (bytes.subarray(0, binaryProbe).includes(0)) return { unreadable: "a binary file" };
  return decoded(bytes);
}
function tooLarge(size, maxBytes) {
  if (size <= maxBytes) return null;
  return { unreadable: `larger than ${maxBytes} bytes (${size})` };
}
var symbolicLink = { unreadable: "a symbolic link" };

// src/source/folder.ts
var skippedFolders = /* @__PURE__ */ new Set([".git", ".hg", ".svn", ".tox", ".nox", "__pycache__", "node_modules", "site-packages"]);
var parallel = 32;
function folderSource(dir, options = {}) {
  return filesOf(dir, () => walk(dir), options);
}
function filesOf(dir, list, options) {
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
      return new Map(unique.flatMap((path, i) => texts[i] ? [[path, texts[i]]] : []));
    }
  };
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
async function requireFolder(dir) {
  try {
    if ((await stat(dir)).isDirectory()) return await realpath(dir);
  } catch (error) {
    if (codeOf(error) === "EACCES") throw new SourceError(`The folder ${dir} may not be read: give this user the right to read it.`);
    throw new SourceError(`There is no folder ${dir}. Name one that exists.`);
  }
  throw new SourceError(`${dir} is a file. Name the folder of the repository.`);
}
async function walk(dir) {
  const paths = [];
  const folders = [""];
  for (let folder = folders.pop(); folder !== void 0; folder = folders.pop()) {
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
async function namesIn(folder) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    throw new SourceError(`The folder ${folder} cannot be listed (${codeOf(error)}). Give this user the right to read it.`);
  }
}
async function entryOf(dir, path) {
  try {
    const found = await lstat(join(dir, path));
    if (!found.isFile() && !found.isSymbolicLink()) return null;
    return { path, blob: null, size: found.isFile() ? found.size : null };
  } catch {
    return null;
  }
}
async function readOne(root, path, maxBytes) {
  if (path.split("/").some((part) => part === "" || part === "." || part === "..")) return null;
  const file = join(root, path);
  try {
    const found = await lstat(file);
    if (found.isSymbolicLink()) return symbolicLink;
    if (!found.isFile()) return null;
    if (await realpath(file) !== root + (root.endsWith(sep) ? "" : sep) + path.split("/").join(sep)) return symbolicLink;
    return tooLarge(found.size, maxBytes) ?? textOf(await bytesOf(file, maxBytes));
  } catch (error) {
    const code = codeOf(error);
    return code === "ENOENT" || code === "ENOTDIR" ? null : { unreadable: `cannot be read (${code})` };
  }
}
async function bytesOf(file, maxBytes) {
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
async function eachOf(items, map) {
  const results = [];
  let next = 0;
  const worker = async () => {
    for (let i = next++; i < items.length; i = next++) results[i] = await map(items[i]);
  };
  await Promise.all(Array.from({ length: Math.min(parallel, items.length) }, worker));
  return results;
}
function codeOf(error) {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

export {
  defaultMaxBytes,
  textOf,
  tooLarge,
  symbolicLink,
  folderSource,
  filesOf,
  compare
};
