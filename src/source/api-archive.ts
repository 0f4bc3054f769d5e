import { gunzipSync } from "node:zlib";
import { SourceError } from "./source.ts";

const block = 512;
/** An archive that unpacks to more is not read. */
const maxUnpacked = 1024 * 1024 * 1024;

/**
 * The files of a gzipped tar archive as `git archive` writes it, without the folder that GitHub puts around them. Links are left out.
 * Throws SourceError when it is none or is cut off.
 */
export function* archiveFiles(gzipped: Uint8Array): Generator<{ readonly path: string; readonly bytes: Uint8Array }> {
  const tar = unpacked(gzipped);
  let longPath: string | null = null;
  for (let offset = 0; offset + block <= tar.length; ) {
    const header = tar.subarray(offset, offset + block);
    if (header[0] === 0) return;
    const size = Number.parseInt(text(header, 124, 12), 8);
    if (!Number.isSafeInteger(size) || size < 0 || offset + block + size > tar.length) throw new SourceError("GitHub's archive of the commit is cut off. Run the job again.");
    const bytes = tar.subarray(offset + block, offset + block + size);
    const type = String.fromCharCode(header[156]!);
    offset += block + Math.ceil(size / block) * block;
    if (type === "x") {
      longPath = paxPath(bytes);
      continue;
    }
    const prefix = text(header, 345, 155);
    const path: string = longPath ?? (prefix === "" ? text(header, 0, 100) : `${prefix}/${text(header, 0, 100)}`);
    if (type !== "g") longPath = null;
    if (type === "0" || type === "\0") yield { path: path.slice(path.indexOf("/") + 1), bytes };
  }
}

function unpacked(gzipped: Uint8Array): Buffer {
  try {
    return gunzipSync(gzipped, { maxOutputLength: maxUnpacked });
  } catch (error) {
    throw new SourceError(`GitHub's archive of the commit cannot be unpacked (${error instanceof Error ? error.message : String(error)}). Check the repository out before this step.`);
  }
}

/** `27 path=…\n`: the length counts itself, in bytes (POSIX pax). */
function paxPath(bytes: Uint8Array): string | null {
  for (let offset = 0; offset < bytes.length; ) {
    const space = bytes.indexOf(0x20, offset);
    const length = Number.parseInt(text(bytes, offset, space - offset), 10);
    if (space < 0 || !(length > 0)) return null;
    const record = Buffer.from(bytes.subarray(space + 1, offset + length - 1)).toString("utf8");
    if (record.startsWith("path=")) return record.slice(5);
    offset += length;
  }
  return null;
}

function text(bytes: Uint8Array, start: number, length: number): string {
  const field = bytes.subarray(start, start + length);
  const end = field.indexOf(0);
  return Buffer.from(end < 0 ? field : field.subarray(0, end)).toString("utf8").trim();
}
