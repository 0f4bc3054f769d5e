import type { Fact } from "../project.ts";
import { appFolders, doubtfulModules } from "./app-folders.ts";
import { entryPoints, isEntryPoint } from "./entry-points.ts";
import type { EntryPoint } from "./entry-points.ts";
import { folderOf, isTemplate, isTestPath, isVendored, withParents } from "./files.ts";
import type { TextOf } from "./files.ts";
import { namesPackages } from "./requirements.ts";
import { isComposeFile } from "./services.ts";

/** The files of the repository: their paths, sorted, and the text of those that were read. */
export interface Files {
  readonly paths: readonly string[];
  readonly text: TextOf;
}

/** Where a Django project of the repository is. */
export interface ProjectLayout {
  /** The folder that holds the settings package, '/'-terminated; empty for the repository's root. */
  readonly root: string;
  /** Folders on sys.path, '/'-terminated or empty, the root first: PythonFiles.roots. */
  readonly roots: readonly string[];
  /** Settings files, the one that is most likely deployed first. */
  readonly settings: readonly SettingsFile[];
}

export interface SettingsFile {
  readonly path: string;
  /** Who names it: `manage.py:8`; its own path where nobody does. */
  readonly source: string;
  /** The class that holds the settings, where one is named. */
  readonly configuration: string | null;
}

/** A settings module by its name. */
const settingsName = /(^|\/)([^/]*settings[^/]*\.py|settings\/(.+\/)?[^/]+\.py|(conf|config)\/[^/]+\.py)$/i;

/** The files to read before anything else: give their texts to findProjects and readProject. */
export function wantedFiles(entries: readonly { readonly path: string }[]): readonly string[] {
  const wanted = (path: string) => isEntryPoint(path) || namesPackages(path) || isComposeFile(path) || settingsName.test(path) || /(^|\/)apps\.py$/.test(path);
  const paths = entries.map((entry) => entry.path);
  return [...paths.filter((path) => !isVendored(path) && wanted(path) && !/(^|\/)(migrations|management)\//.test(path)), ...doubtfulModules(paths)];
}

/**
 * The Django projects of a repository. One without any settings (an app to install) is a project, too, where it has migrations;
 * a repository without Django has none. `chosen` is the settings file or module that the user named.
 */
export function findProjects(files: Files, chosen: Fact<string> | null = null): readonly ProjectLayout[] {
  const known = new Set(files.paths);
  const found = new Map<string, SettingsFile[]>();
  const add = (root: string, settings: SettingsFile | null) => {
    const list = found.get(root) ?? [];
    if (settings && !list.some((other) => other.path === settings.path && other.configuration === settings.configuration)) list.push(settings);
    found.set(root, list);
  };
  const entries = entryPoints(files.paths, files.text);
  for (const entry of entries) addEntryPoint(entry, known, add);
  if (chosen) putFirst(chosen, known, found);
  for (const path of files.paths) addByName(path, files, known, found, add);
  for (const { path, kind } of entries) if (kind === "manage" && !isTestPath(path)) addManaged(folderOf(path), found, add);
  const apps = appFolders(files);
  if (found.size === 0 && apps.length > 0) add(rootOfApps(apps, files), null);
  return [...found]
    .filter(([root, settings]) => settings.length > 0 || apps.some((app) => app.startsWith(root)))
    .sort(([a], [b]) => Number(isTestPath(a)) - Number(isTestPath(b)) || (a < b ? -1 : 1))
    .map(([root, settings]) => ({ root, settings, roots: pathRoots(root, apps, files) }));
}

type Add = (root: string, settings: SettingsFile | null) => void;

/** The settings that the user names, by file or by module, stand before the others of their project. */
function putFirst({ value, source }: Fact<string>, known: ReadonlySet<string>, found: Map<string, SettingsFile[]>) {
  const path = known.has(value) ? value : fileOfModule(value, known, found);
  if (path === null) return;
  const root = withParents(folderOf(path)).find((folder) => found.has(folder)) ?? packageRoot(path, known);
  const others = (found.get(root) ?? []).filter((other) => other.path !== path);
  found.set(root, [{ path, source, configuration: found.get(root)?.find((other) => other.path === path)?.configuration ?? null }, ...others]);
}

function fileOfModule(dotted: string, known: ReadonlySet<string>, found: ReadonlyMap<string, unknown>): string | null {
  const roots = [...found.keys(), "", "src/", ...new Set([...known].flatMap((path) => withParents(folderOf(path))))];
  for (const root of roots) {
    const file = moduleFile(root, dotted, known);
    if (file) return file;
  }
  return null;
}

/** The project whose settings an entry point names: their module is looked for beside it, in src/ and in the folders above. */
function addEntryPoint({ path, settings, configuration }: EntryPoint, known: ReadonlySet<string>, add: Add) {
  const folder = folderOf(path);
  if (!settings) return;
  for (const root of [folder, `${folder}src/`, ...withParents(folder)]) {
    const file = moduleFile(root, settings.value, known);
    if (file) return add(root, { path: file, source: settings.source, configuration });
  }
}

/** A manage.py whose settings are not in the repository makes a project where there is no other around it or below it. */
function addManaged(folder: string, found: ReadonlyMap<string, SettingsFile[]>, add: Add) {
  if (![...found.keys()].some((root) => folder.startsWith(root) || root.startsWith(folder))) add(folder, null);
}

/** A settings file that nobody names belongs to the project around it, or is a project. */
function addByName(path: string, files: Files, known: ReadonlySet<string>, found: ReadonlyMap<string, SettingsFile[]>, add: Add) {
  if (!settingsName.test(path) || isVendored(path) || isTemplate(path)) return;
  const text = files.text(path) ?? "";
  const installs = /^[ \t]*(def )?INSTALLED_APPS\b/m.test(text);
  if (!installs && !/^[ \t]*DATABASES\b/m.test(text) && !(/settings/i.test(path) && /^[ \t]*from \S+ import \*/m.test(text))) return;
  const root = packageRoot(path, known);
  const around = withParents(root).find((folder) => found.has(folder));
  if (around === undefined && (isTestPath(path) || !installs)) return;
  add(around ?? root, { path, source: path, configuration: null });
}

/** The file of a module under a root; null when there is none. */
export function moduleFile(root: string, dotted: string, known: ReadonlySet<string>): string | null {
  const base = root + dotted.replaceAll(".", "/");
  return [`${base}.py`, `${base}/__init__.py`].find((path) => known.has(path)) ?? null;
}

/** The folder from which a file's package is imported: the first above it without an `__init__.py`. */
function packageRoot(path: string, known: ReadonlySet<string>): string {
  const above = withParents(folderOf(path));
  return above.find((folder) => !known.has(`${folder}__init__.py`) && !/(^|\/)settings\/$/.test(folder)) ?? "";
}

/** Where no settings are: the root that the apps' own names speak of, else the folder above the topmost package. */
function rootOfApps(apps: readonly string[], files: Files): string {
  const known = new Set(files.paths);
  const roots = apps.map((app) => rootByName(app, files) ?? packageRoot(`${app}apps.py`, known));
  return roots.filter((root) => !isTestPath(root)).sort((a, b) => a.length - b.length)[0] ?? roots[0] ?? "";
}

/** `netbox/dcim/apps.py` with `name = "dcim"`: `netbox/` is on sys.path. */
function rootByName(app: string, files: Files): string | null {
  for (const match of (files.text(`${app}apps.py`) ?? "").matchAll(/^[ \t]+name[ \t]*(?::[^=\n]*)?=[ \t]*["']([\w.]+)["']/gm)) {
    const tail = `${match[1]!.replaceAll(".", "/")}/`;
    if (`/${app}`.endsWith(`/${tail}`)) return app.slice(0, -tail.length);
  }
  return null;
}

function pathRoots(root: string, apps: readonly string[], files: Files): readonly string[] {
  const named = apps.filter((app) => app.startsWith(root)).flatMap((app) => rootByName(app, files) ?? []);
  const usual = [root, `${root}src/`, `${root}apps/`].filter((folder) => folder === root || (files.paths.some((path) => path.startsWith(folder)) && !files.paths.includes(`${folder}__init__.py`)));
  return [...new Set([...usual, ...named.sort(), ...withParents(root)])];
}
