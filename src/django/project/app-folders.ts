import { isTemplate, isVendored } from "./files.ts";
import type { Files } from "./layout.ts";

/** Django loads any module of a migrations package but those that begin with `_` or `~` (MigrationLoader.load_disk). */
const migrationFile = /^((?:.*\/)?)migrations\/([^/_~.][^/.]*)\.py$/;
const numbered = /\/\d{4}[^/]*$/;

/**
 * Folders of apps with a `migrations` package, '/'-terminated, sorted: those with an `__init__.py` or a numbered file in it.
 * A package of something else (helpers, another tool's migrations) is left out where the texts that were read show it.
 */
export function appFolders(files: Files): readonly string[] {
  const folders = new Set<string>();
  const modules = modulesByApp(files.paths);
  for (const path of files.paths) {
    const app = /^(.*\/)migrations\/(?:__init__|\d{4}[^/]*)\.py$/.exec(path)?.[1];
    if (app !== undefined && !isVendored(path) && !isTemplate(path)) folders.add(app);
  }
  return [...folders].sort().filter((app) => !isSomethingElse(modules.get(app) ?? [], files));
}

/** Modules of migrations packages that have no numbered file: their text shows whether they are Django's. */
export function doubtfulModules(paths: readonly string[]): readonly string[] {
  return [...modulesByApp(paths.filter((path) => !isVendored(path))).values()].filter((modules) => !modules.some((path) => numbered.test(path))).flat();
}

function modulesByApp(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const path of paths) {
    const app = migrationFile.exec(path)?.[1];
    if (app === undefined) continue;
    const modules = found.get(app);
    if (modules) modules.push(path);
    else found.set(app, [path]);
  }
  return found;
}

/** The migration files of a migrations folder, by name. */
export function migrationFiles(folder: string, paths: readonly string[]): readonly { readonly name: string; readonly path: string }[] {
  return paths.flatMap((path) => {
    const name = path.startsWith(folder) ? /^([^/_~.][^/.]*)\.py$/.exec(path.slice(folder.length))?.[1] : undefined;
    return name === undefined ? [] : [{ name, path }];
  });
}

function isSomethingElse(modules: readonly string[], files: Files): boolean {
  return modules.length > 0 && modules.every((path) => {
    const text = files.text(path);
    return text !== null && !/^[ \t]*class Migration\b|^Migration[ \t]*=/m.test(text);
  });
}
