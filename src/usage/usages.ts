import type { Python } from "../python/python.ts";
import { lineFinder } from "../python/lines.ts";
import { isTemplate, isTest } from "./files.ts";
import { type Names, namesOf } from "./names.ts";
import { pythonUsages } from "./python-usages.ts";
import { templateUsages } from "./template-usages.ts";
import { certainties, type Target, type Usage, type UsageFiles, type Usages } from "./types.ts";

/** So much is looked at, counted so that it is the same on every machine. */
export interface UsageLimits {
  /** Files that hold the name. */
  readonly files: number;
  /** Places that are told. */
  readonly found: number;
}

const defaultLimits: UsageLimits = { files: 1_500, found: 500 };
const longestLine = 160;

/**
 * Where the repository's Python and templates still name what goes away. `python` reads the same files. Pure; throws nothing: what was not
 * looked at is in `leftOut`.
 */
export function usagesOf(target: Target, files: UsageFiles, python: Python, limits: UsageLimits = defaultLimits): Usages {
  const names = namesOf(target);
  if (names === null) return { found: [], leftOut: [] };
  const leftOut: string[] = [];
  const naming = files.paths.flatMap((path) => {
    const text = files.text(path);
    return text !== null && names.any.test(text.includes("\u0000") ? "" : text) ? [{ path, text }] : [];
  });
  const unread = files.paths.filter((path) => files.text(path) === null).length;
  if (unread > 0) leftOut.push(`${unread} of ${files.paths.length} files could not be read.`);
  if (naming.length > limits.files) leftOut.push(`${naming.length} files hold the name; the first ${limits.files} of them were looked at.`);
  const all = naming.slice(0, limits.files).flatMap(({ path, text }) => usagesIn(target, names, path, text, python));
  const found = all.toSorted(bySurest);
  if (found.length > limits.found) leftOut.push(`${found.length} places were found; the first ${limits.found} of them are listed.`);
  return { found: found.slice(0, limits.found), leftOut };
}

function usagesIn(target: Target, names: Names, path: string, text: string, python: Python): readonly Usage[] {
  const places = isTemplate(path) ? templateUsages(target, names, text) : pythonPlaces(target, names, path, python);
  const lineAt = lineFinder(text);
  const lines = text.split("\n");
  const test = isTest(path);
  const byLine = new Map<number, Usage>();
  for (const { at, verdict } of places) {
    const line = lineAt(at);
    const known = byLine.get(line);
    if (known && certainties.indexOf(known.certainty) <= certainties.indexOf(verdict.certainty)) continue;
    byLine.set(line, { path, line, text: shortened(lines[line - 1] ?? ""), ...verdict, test });
  }
  return [...byLine.values()];
}

function pythonPlaces(target: Target, names: Names, path: string, python: Python): ReturnType<typeof pythonUsages> {
  const module = python.module(path);
  return module === null ? [] : pythonUsages(target, names, module, python);
}

function shortened(line: string): string {
  const text = line.trim();
  return text.length <= longestLine ? text : `${text.slice(0, longestLine - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

function bySurest(a: Usage, b: Usage): number {
  return Number(a.test) - Number(b.test) || certainties.indexOf(a.certainty) - certainties.indexOf(b.certainty) || compare(a.path, b.path) || a.line - b.line;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
