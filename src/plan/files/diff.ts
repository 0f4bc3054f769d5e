import { structuredPatch } from "diff";

/** A unified diff that `git apply` and `patch -p1` take; empty where nothing differs. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return "";
  const { hunks } = structuredPatch(path, path, before, after, "", "", { context: 3 });
  const body = hunks.map((hunk) => [`@@ -${range(hunk.oldStart, hunk.oldLines)} +${range(hunk.newStart, hunk.newLines)} @@`, ...hunk.lines].join("\n"));
  return `${[`--- ${quoted(`a/${path}`)}`, `+++ ${quoted(`b/${path}`)}`, ...body].join("\n")}\n`;
}

/** A name as git writes it where it holds what would end it (core.quotePath, without its octal for other alphabets). */
function quoted(name: string): string {
  // oxlint-disable-next-line no-control-regex
  const escaped = name.replace(/["\\\x00-\x1f\x7f]/g, (character) => escapes[character] ?? `\\${character.charCodeAt(0).toString(8).padStart(3, "0")}`);
  return escaped === name ? name : `"${escaped}"`;
}

const escapes: Record<string, string> = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r" };

function range(start: number, lines: number): string {
  return lines === 1 ? String(start) : `${start},${lines}`;
}
