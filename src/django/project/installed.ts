import { folderOf, withParents } from "./files.ts";
import type { Files, ProjectLayout } from "./layout.ts";

/** The entry of INSTALLED_APPS that installs an app, and the settings module (by number) that has it first. */
export interface Installed {
  readonly rank: number;
  readonly entry: string;
}

/** Which entry of INSTALLED_APPS means which folder: by the roots on sys.path, else by the end of its path where only one fits. */
export function installedFolders(folders: readonly string[], entries: readonly ReadonlySet<string>[], layout: ProjectLayout, files: Files): ReadonlyMap<string, Installed> {
  const found = new Map<string, Installed>();
  const unmet: Installed[] = [];
  const apps = new Set(folders);
  const inRepository = new Set(files.paths.flatMap((path) => withParents(folderOf(path))));
  for (const [rank, set] of entries.entries()) {
    for (const entry of set) {
      const packages = packagesOf(entry);
      const folder = packages.flatMap((name) => layout.roots.map((root) => root + name)).find((path) => apps.has(path));
      if (folder !== undefined && !found.has(folder)) found.set(folder, { rank, entry });
      if (folder === undefined && !packages.some((name) => layout.roots.some((root) => inRepository.has(root + name)))) unmet.push({ rank, entry });
    }
  }
  for (const { rank, entry } of unmet) {
    for (const name of packagesOf(entry)) {
      const fitting = folders.filter((folder) => `/${folder}`.endsWith(`/${name}`) && !found.has(folder));
      if (fitting.length === 1) found.set(fitting[0]!, { rank, entry });
    }
  }
  return found;
}

/** The packages an entry may mean, as paths: `shop.apps.ShopConfig` is `shop/`, `shop` is `shop/`. */
function packagesOf(entry: string): readonly string[] {
  const parts = entry.split(".");
  const last = parts.at(-1)!;
  const path = (names: readonly string[]) => `${names.join("/")}/`;
  if (!/^[A-Z]/.test(last) || parts.length < 2) return [path(parts)];
  const module = parts.slice(0, -1);
  return [path(module), ...(module.length > 1 ? [path(module.slice(0, -1))] : [])];
}
