import type { Python } from "../python/python.ts";
import { lineFinder } from "../python/lines.ts";
import { isTemplate, isTest } from "./files.ts";
import { namesOf, type Sought } from "./names.ts";
import { pythonUsages } from "./python-usages.ts";
import { templateUsages } from "./template-usages.ts";
import { wordIndex } from "./word-index.ts";
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
 * Where the repository's Python and templates still name each of what goes away. `python` reads the same files. Each file is read once, however
 * many are looked for. Pure; throws nothing: what was not looked at is in `leftOut`.
 */
export function usagesOf(targets: readonly Target[], files: UsageFiles, python: Python, limits: UsageLimits = defaultLimits): ReadonlyMap<Target, Usages> {
  const searches = targets.flatMap((target): Search[] => {
    const names = namesOf(target);
    return names === null ? [] : [{ target, names, files: 0, found: [] }];
  });
  const naming = wordIndex(searches);
  let unread = 0;
  for (const path of files.paths) {
    const text = files.text(path);
    if (text === null) unread += 1;
    if (text === null || text.includes("\u0000")) continue;
    const here = [...naming(text)].filter((search) => ++search.files <= limits.files);
    if (here.length > 0) lookInto(here, path, text, python);
  }
  const said = unread === 0 ? [] : [`${unread} of ${files.paths.length} files could not be read.`];
  const found = new Map(searches.map((search) => [search.target, resultOf(search, limits, said)] as const));
  return new Map(targets.map((target) => [target, found.get(target) ?? { found: [], leftOut: [], incomplete: false }]));
}

interface Search extends Sought {
  /** How many files hold the name. */
  files: number;
  readonly found: Usage[];
}

function resultOf({ files, found }: Search, limits: UsageLimits, unread: readonly string[]): Usages {
  const leftOut = [...unread];
  if (files > limits.files) leftOut.push(`${files} files hold the name; the first ${limits.files} of them were looked at.`);
  if (found.length > limits.found) leftOut.push(`${found.length} places were found; the first ${limits.found} of them are listed.`);
  return { found: found.toSorted(bySurest).slice(0, limits.found), leftOut, incomplete: files > limits.files };
}

/** Adds what a file has of each. */
function lookInto(searches: readonly Search[], path: string, text: string, python: Python): void {
  const places = isTemplate(path) ? searches.map(({ target, names }) => templateUsages(target, names, text)) : pythonUsages(searches, path, text, python);
  if (places.every((some) => some.length === 0)) return;
  const lineAt = lineFinder(text);
  const lines = text.split("\n");
  const test = isTest(path);
  for (const [index, search] of searches.entries()) {
    const byLine = new Map<number, Usage>();
    for (const { at, verdict } of places[index] ?? []) {
      const line = lineAt(at);
      const known = byLine.get(line);
      if (known && certainties.indexOf(known.certainty) <= certainties.indexOf(verdict.certainty)) continue;
      byLine.set(line, { path, line, text: shortened(lines[line - 1] ?? ""), ...verdict, test });
    }
    search.found.push(...byLine.values());
  }
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
