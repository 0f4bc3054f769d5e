import type { Python } from "../../python/python.ts";
import type { ProjectFacts } from "../project.ts";
import { readApps } from "./apps.ts";
import type { AppsRead } from "./apps.ts";
import { readFacts } from "./facts.ts";
import type { FactChoices } from "./facts.ts";
import type { Files, ProjectLayout } from "./layout.ts";
import type { Value } from "../../python/value.ts";
import { readSettings, settingOf } from "./settings.ts";

/** A Django project: its apps and the facts that its migrations do not say. */
export interface DjangoProject extends AppsRead {
  readonly layout: ProjectLayout;
  readonly facts: ProjectFacts;
  /** The value of a setting, where the deployed settings give one that can be read; undefined where not. */
  readonly setting: (name: string) => Value | undefined;
}

export interface ProjectInput {
  readonly layout: ProjectLayout;
  readonly layouts: readonly ProjectLayout[];
  readonly files: Files;
  /** A reader with the layout's roots. Files it wants and was not given are in `python.wanted`: give them and read again. */
  readonly python: Python;
  readonly choices: FactChoices;
  /** Folder of an app → its label, as the user says. */
  readonly labels: ReadonlyMap<string, string>;
}

/** Reads one of the projects that findProjects found. */
export function readProject(input: ProjectInput): DjangoProject {
  const settings = readSettings(input.layout, input.files.paths, input.python);
  const apps = readApps({ ...input, settings });
  const setting = (name: string) => settingOf(settings, name, (value) => (isKnown(value) ? { value } : undefined))?.value.value;
  return { ...apps, layout: input.layout, facts: readFacts({ ...input, settings, apps: apps.apps }), setting };
}

function isKnown(value: Value): boolean {
  return value === null || typeof value !== "object" || value.kind !== "unknown";
}
