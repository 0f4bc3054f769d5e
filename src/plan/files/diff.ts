import { structuredPatch } from "diff";

/** A unified diff that `git apply` and `patch -p1` take; empty where nothing differs. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return "";
  const { hunks } = structuredPatch(path, path, before, after, "", "", { context: 3 });
  const body = hunks.map((hunk) => [`@@ -${range(hunk.oldStart, hunk.oldLines)} +${range(hunk.newStart, hunk.newLines)} @@`, ...hunk.lines].join("\n"));
  return `${[`--- a/${path}`, `+++ b/${path}`, ...body].join("\n")}\n`;
}

function range(start: number, lines: number): string {
  return lines === 1 ? String(start) : `${start},${lines}`;
}
