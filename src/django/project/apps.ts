import type { Python } from "../../python/python.ts";
import type { Fact } from "../project.ts";
import { appConfigAt, appConfigsIn, defaultConfig } from "./app-config.ts";
import type { AppConfig } from "./app-config.ts";
import { appFolders, migrationFiles } from "./app-folders.ts";
import { isTestPath, lastPart } from "./files.ts";
import { installedFolders } from "./installed.ts";
import type { Installed } from "./installed.ts";
import { settle } from "./labels.ts";
import type { Candidate } from "./labels.ts";
import type { Files, ProjectLayout } from "./layout.ts";
import { migrationModules } from "./migration-modules.ts";
import type { Mapped } from "./migration-modules.ts";
import { texts } from "./settings.ts";
import type { SettingsModule } from "./settings.ts";

/** An app of the repository with a migrations package. */
export interface App {
  readonly label: string;
  /** Where the label is from: `shop/apps.py:6`, `shop/` (the folder's name), `settings.py:40` (MIGRATION_MODULES), or the user's word. */
  readonly source: string;
  /** The app's package, '/'-terminated. */
  readonly folder: string;
  /** The folder of its migrations, '/'-terminated. */
  readonly migrationsFolder: string;
  /** Every module that Django would load as a migration, by name. Empty where MIGRATION_MODULES switches the app off. */
  readonly migrations: readonly { readonly name: string; readonly path: string }[];
  /** AppConfig.default_auto_field, where it is set. */
  readonly defaultAutoField: Fact<string> | null;
  /** Is it in INSTALLED_APPS of any settings of the project? */
  readonly installed: boolean;
}

/** An app that does not take part, and why. */
export interface LeftOut {
  readonly folder: string;
  readonly label: string;
  readonly reason: string;
}

export interface AppsRead {
  /** By label, each label once. */
  readonly apps: readonly App[];
  readonly leftOut: readonly LeftOut[];
  /** What a person should know: a label that two installed apps have, a migrations folder that Django does not see. */
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

export interface AppsInput {
  readonly layout: ProjectLayout;
  /** Every project of the repository: an app belongs to the nearest one above it. */
  readonly layouts: readonly ProjectLayout[];
  readonly files: Files;
  readonly python: Python;
  readonly settings: readonly SettingsModule[];
  /** Folder → label, as the user says. */
  readonly labels: ReadonlyMap<string, string>;
}

/** Finds the project's apps and their labels, as Django's registry would (django.apps.registry, AppConfig.create). */
export function readApps(input: AppsInput): AppsRead {
  const { files, layout, settings } = input;
  const entries = settings.map((module) => new Set(module.get("INSTALLED_APPS").flatMap(({ value }) => texts(value))));
  const folders = appFolders(files);
  const installed = installedFolders(folders, entries, layout, files);
  const mapped = migrationModules(settings, layout, files);
  const claimed = new Set([...mapped.values()].map((module) => module.folder));
  const candidates = folders
    .filter((folder) => belongs(folder, installed.has(folder), input) && !claimed.has(`${folder}migrations/`))
    .map((folder) => candidateOf(folder, installed.get(folder) ?? null, mapped, input));
  for (const [label, { folder, source }] of mapped) {
    if (folder === null || candidates.some(({ app }) => app.label === label)) continue;
    const migrations = migrationFiles(folder, files.paths);
    candidates.push({ rank: 0, app: { label, source, folder: folder.replace(/[^/]+\/$/, ""), migrationsFolder: folder, migrations, defaultAutoField: null, installed: true } });
  }
  return settle(candidates, mapped, files);
}

/** An app is the project's when the project installs it or is the nearest one around it. A project of tests does not take what stands outside it from another. */
function belongs(folder: string, installed: boolean, { layout, layouts }: AppsInput): boolean {
  const around = layouts.filter(({ root }) => folder.startsWith(root)).sort((a, b) => b.root.length - a.root.length)[0];
  if (around?.root === layout.root) return true;
  if (!installed) return around === undefined && layouts[0]?.root === layout.root;
  return around === undefined || !isTestPath(layout.root);
}

function candidateOf(folder: string, installed: Installed | null, mapped: ReadonlyMap<string, Mapped>, { python, files, labels, settings }: AppsInput): Candidate {
  const config = configOf(folder, installed, python, files);
  const said = labels.get(folder) ?? labels.get(folder.slice(0, -1));
  const label = said !== undefined ? { value: said, source: "app-labels" } : (config?.label ?? { value: lastPart(config?.name?.replaceAll(".", "/") ?? folder), source: folder });
  const module = mapped.get(label.value);
  const migrationsFolder = module?.folder ?? `${folder}migrations/`;
  const migrations = module?.folder === null ? [] : migrationFiles(migrationsFolder, files.paths);
  const app = { label: label.value, source: label.source, folder, migrationsFolder, migrations, defaultAutoField: config?.defaultAutoField ?? null, installed: installed !== null };
  return { app, rank: installed?.rank ?? settings.length };
}

/** The AppConfig of a folder's app: the one INSTALLED_APPS names, or Django's choice among those in its apps.py. One for another package is not its own. */
function configOf(folder: string, installed: Installed | null, python: Python, files: Files): AppConfig | null {
  const own = (config: AppConfig | null) => (config && (config.name === null || `/${folder}`.endsWith(`/${config.name.replaceAll(".", "/")}/`)) ? config : null);
  const inFile = files.paths.includes(`${folder}apps.py`) ? appConfigsIn(`${folder}apps.py`, python) : [];
  const className = installed && /(?:^|\.)([A-Z]\w*)$/.exec(installed.entry)?.[1];
  const named = className ? (inFile.find((config) => config.className === className) ?? appConfigAt(installed.entry, python)) : null;
  return own(named) ?? own(defaultConfig(inFile));
}

