import { defaultDatabaseVersion } from "../project.ts";
import type { Database, DjangoVersion, Fact, ProjectFacts, Vendor } from "../project.ts";
import { atLeast } from "../project.ts";
import type { Python } from "../../python/python.ts";
import type { App } from "./apps.ts";
import { enginesIn } from "./engines.ts";
import type { Engine } from "./engines.ts";
import { isTestPath } from "./files.ts";
import type { Files, ProjectLayout } from "./layout.ts";
import { databaseServices } from "./services.ts";
import type { DatabaseService } from "./services.ts";
import { modelSetting, settingOf } from "./settings.ts";
import type { SettingsModule } from "./settings.ts";
import { djangoRelease, driverVendors, isForRunning, projectRequirements } from "./versions.ts";

/** What was said and need not be found, each with who said it: `--django`, `pyproject.toml:12`. */
export interface FactChoices {
  readonly database: Fact<Vendor> | null;
  readonly databaseVersion: Fact<string> | null;
  readonly django: Fact<DjangoVersion> | null;
  readonly settings: Fact<string> | null;
  readonly authUserModel: Fact<string> | null;
  readonly defaultAutoField: Fact<string> | null;
}

export const noChoices: FactChoices = { database: null, databaseVersion: null, django: null, settings: null, authUserModel: null, defaultAutoField: null };

export interface FactsInput {
  readonly layout: ProjectLayout;
  readonly files: Files;
  readonly python: Python;
  readonly settings: readonly SettingsModule[];
  readonly apps: readonly App[];
  readonly choices: FactChoices;
}

/** What stands where neither the project nor the user says: the current long-term release, on PostgreSQL. */
const defaultDjango: DjangoVersion = "5.2";
const byDefault = "default";

/** An app to install has settings for its tests alone: whoever installs it has another user model than its tests, Django's own most often. */
function deployed(settings: readonly SettingsModule[]): readonly SettingsModule[] {
  return settings.filter((module) => !isTestPath(module.path));
}

/** The facts about a project, each with where it is from. Pure: the same files give the same facts. */
export function readFacts(input: FactsInput): ProjectFacts {
  const { files, layout, settings, apps, choices } = input;
  const requirements = projectRequirements(files.paths, files.text, layout.root);
  const django = choices.django ?? djangoRelease(requirements) ?? { value: defaultDjango, source: byDefault };
  const vendor = choices.database ?? vendorOf(input, driverVendors(requirements));
  return {
    django,
    database: withVersion(vendor, choices.databaseVersion, databaseServices(files, layout.root)),
    authUserModel: choices.authUserModel ?? modelSetting(deployed(settings), "AUTH_USER_MODEL") ?? { value: "auth.User", source: unread(settings, "AUTH_USER_MODEL") },
    swappable: new Map(swappableNames(input).flatMap((name) => {
      const fact = modelSetting(settings, name);
      return fact ? [[name, fact] as const] : [];
    })),
    defaultAutoField: choices.defaultAutoField ?? setting(settings, "DEFAULT_AUTO_FIELD", "string") ?? { value: autoField(django.value), source: unread(settings, "DEFAULT_AUTO_FIELD") },
    appAutoFields: new Map(apps.flatMap((app) => (app.defaultAutoField ? [[app.label, app.defaultAutoField] as const] : []))),
    useTz: setting(settings, "USE_TZ", "boolean") ?? { value: atLeast(django.value, "5.0"), source: unread(settings, "USE_TZ") },
  };
}

/** DEFAULT_AUTO_FIELD where it is not set: AutoField before Django 6.0, BigAutoField since (release notes of 6.0). */
function autoField(django: DjangoVersion): string {
  return atLeast(django, "6.0") ? "django.db.models.BigAutoField" : "django.db.models.AutoField";
}

function setting(settings: readonly SettingsModule[], name: string, type: "string"): Fact<string> | null;
function setting(settings: readonly SettingsModule[], name: string, type: "boolean"): Fact<boolean> | null;
function setting(settings: readonly SettingsModule[], name: string, type: "string" | "boolean"): Fact<unknown> | null {
  const found = settingOf(settings, name, (value) => (typeof value === type ? value : undefined));
  return found && { value: found.value, source: `${found.place.path}:${found.place.line}` };
}

/** The names of settings that migrations speak of: `swappable_dependency(settings.X)`, `"swappable": "X"`. AUTH_USER_MODEL is a fact of its own. */
function swappableNames({ files, apps }: FactsInput): readonly string[] {
  const names = new Set<string>();
  for (const { path } of apps.flatMap((app) => app.migrations)) {
    for (const match of (files.text(path) ?? "").matchAll(/swappable_dependency\(\s*settings\.(\w+)|["']swappable["']\s*:\s*["'](\w+)["']/g)) names.add((match[1] ?? match[2])!);
  }
  names.delete("AUTH_USER_MODEL");
  return [...names].sort();
}

/** The source of a default: where the setting is set in a way that cannot be read, that is said. */
function unread(settings: readonly SettingsModule[], name: string): string {
  const place = settings.find((module) => module.get(name).length > 0)?.get(name)[0]?.place;
  return place ? `${byDefault} (${place.path}:${place.line} cannot be read)` : byDefault;
}

type Drivers = ReturnType<typeof driverVendors>;

/** The first settings that speak of a database say which; drivers and Compose decide where they speak of several or of none. */
function vendorOf({ settings, python, files, layout }: FactsInput, drivers: Drivers): Fact<Vendor> {
  for (const module of settings) {
    // SQLite is what tests run on, whatever is deployed.
    const engines = enginesIn(module.get("DATABASES"), python).filter(({ vendor }) => vendor !== "sqlite" || !module.forTests);
    const fact = engines.length > 0 ? chosenEngine(engines, drivers, databaseServices(files, layout.root)) : null;
    if (fact) return fact;
  }
  const [driver] = drivers;
  if (driver && drivers.size === 1) return { value: driver[0], source: `${driver[1].path}:${driver[1].line}` };
  const service = databaseServices(files, layout.root)[0];
  if (service) return { value: service.vendor, source: service.source };
  return { value: "postgresql", source: byDefault };
}

function chosenEngine(engines: readonly Engine[], drivers: Drivers, services: readonly DatabaseService[]): Fact<Vendor> | null {
  const known = engines.flatMap(({ vendor, place, text }) => (vendor ? [{ vendor, source: `${place.path}:${place.line}`, text }] : []));
  const refused = engines.find(({ vendor }) => vendor === null);
  if (known.length === 0) return refused ? { value: "postgresql", source: `default (${refused.place.path}:${refused.place.line} says ${refused.text}, which is not supported)` } : null;
  // SQLite beside another database is the one for a laptop.
  const served = known.filter(({ vendor }) => vendor !== "sqlite");
  // So is SQLite alone, where what is installed to run the project has the driver of one other.
  const [installed] = [...drivers].filter(([, requirement]) => isForRunning(requirement));
  if (served.length === 0 && installed && drivers.size === 1) return { value: installed[0], source: `${installed[1].path}:${installed[1].line} (or sqlite, ${known[0]!.source})` };
  const possible = served.length > 0 ? served : known;
  const driven = possible.filter(({ vendor }) => drivers.has(vendor));
  const chosen = (driven.length > 0 ? driven : possible)[0]!;
  const others = known.filter(({ vendor }) => vendor !== chosen.vendor).map(({ vendor }) => vendor);
  const source = others.length > 0 ? `${chosen.source} (or ${others.join(", ")})` : chosen.source;
  // Django's mysql backend serves MariaDB, too.
  const mariadb = chosen.vendor === "mysql" ? (services.find(({ vendor }) => vendor === "mariadb") ?? null) : null;
  return mariadb && !services.some(({ vendor }) => vendor === "mysql") ? { value: "mariadb", source: `${source}, ${mariadb.source}` } : { value: chosen.vendor, source };
}

/** The release said, else the oldest that Compose starts, else the usual one. */
function withVersion(vendor: Fact<Vendor>, said: Fact<string> | null, services: readonly DatabaseService[]): Fact<Database> {
  const versions = services.flatMap((service) => (service.vendor === vendor.value && service.version ? [service.version] : []));
  const oldest = versions.reduce<Fact<string> | null>((a, b) => (a && !atLeast(a.value, b.value) ? a : b), null);
  const version = said ?? oldest;
  if (!version) return { value: { vendor: vendor.value, version: defaultDatabaseVersion[vendor.value] }, source: vendor.source };
  return { value: { vendor: vendor.value, version: version.value }, source: vendor.source.endsWith(version.source) ? vendor.source : `${vendor.source}, ${version.source}` };
}
