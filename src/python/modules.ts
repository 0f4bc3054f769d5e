import { lineFinder } from "./lines.ts";
import type { PythonParser } from "./parse.ts";
import type { PyModule, PythonFiles } from "./python.ts";

/** Where a dotted path leads in the repository: a file, and the names that are left to look up in it. */
export interface Located {
  readonly file: string;
  readonly rest: readonly string[];
}

/** The modules of the repository, parsed once each, and how their files and dotted paths belong together. */
export interface Modules {
  readonly get: (path: string) => PyModule | null;
  readonly forget: (path: string) => void;
  readonly wanted: ReadonlySet<string>;
  /** Files that were asked for, whether there or not, until someone empties it. */
  readonly asked: Set<string>;
  /** How often a file was asked for whose text was not given: a question that raised it is worth asking again. */
  misses(): number;
  /** The file with the longest dotted path that begins `dotted`. `from` is the file that asks: its root is searched first. */
  locate(dotted: string, from: string | null): Located | null;
  /** The dotted path of a file: `src/shop/models.py` under the root `src/` is `shop.models`. */
  dotted(path: string): string;
  /** What `from ..a import` in the file names: an absolute dotted path. */
  absolute(level: number, module: string, path: string): string;
}

export function createModules(parser: PythonParser, files: PythonFiles): Modules {
  const parsed = new Map<string, PyModule>();
  const wanted = new Set<string>();
  const asked = new Set<string>();
  let misses = 0;
  const byLength = [...new Set([...files.roots, ""])].toSorted((a, b) => b.length - a.length);

  function get(path: string): PyModule | null {
    asked.add(path);
    const known = parsed.get(path);
    if (known !== undefined) return known;
    const text = files.text(path);
    if (text === null) {
      if (files.has(path)) {
        wanted.add(path);
        misses++;
      }
      return null;
    }
    wanted.delete(path);
    const module = readModule(parser, path, text);
    parsed.set(path, module);
    return module;
  }

  function rootOf(path: string): string {
    return byLength.find((root) => path.startsWith(root)) ?? "";
  }

  function dotted(path: string): string {
    return path.slice(rootOf(path).length).replace(/\.pyi?$/, "").replace(/(^|\/)__init__$/, "").replaceAll("/", ".");
  }

  function fileIn(folder: string, names: readonly string[]): string | null {
    const base = folder + names.join("/");
    for (const path of [`${base}/__init__.py`, `${base}.py`]) if (files.has(path)) return path;
    return null;
  }

  const located = new Map<string, Map<string, Located | null>>();

  function locate(path: string, from: string | null): Located | null {
    const own = from === null ? (files.roots[0] ?? "") : rootOf(from);
    const known = located.get(own) ?? new Map<string, Located | null>();
    located.set(own, known);
    let found = known.get(path);
    if (found === undefined) known.set(path, (found = search(path, own)));
    return found;
  }

  function search(path: string, own: string): Located | null {
    const names = path.split(".");
    const roots = new Set([own, ...files.roots, ""]);
    for (let count = names.length; count > 0; count--) {
      for (const root of roots) {
        const file = fileIn(root, names.slice(0, count));
        if (file !== null) return { file, rest: names.slice(count) };
      }
    }
    return null;
  }

  function absolute(level: number, module: string, path: string): string {
    if (level === 0) return module;
    const folders = path.split("/").slice(0, -level);
    const name = dotted([...folders, "__init__.py"].join("/"));
    return [name, module].filter((part) => part !== "").join(".");
  }

  return { get, forget: (path) => void parsed.delete(path), wanted, asked, misses: () => misses, locate, dotted, absolute };
}

function readModule(parser: PythonParser, path: string, text: string): PyModule {
  const { body, problems } = parser.parse(text);
  const lineAt = lineFinder(text);
  const errors = problems.map((problem) => ({ ...problem, line: lineAt(problem.start) }));
  return { path, text, body, errors, lineAt };
}
