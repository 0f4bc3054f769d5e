import type { Files, ProjectLayout } from "./layout.ts";
import { item } from "./namespace.ts";
import type { SettingsModule } from "./settings.ts";

/** Where MIGRATION_MODULES puts an app's migrations. */
export interface Mapped {
  /** null switches the app's migrations off. */
  readonly folder: string | null;
  readonly source: string;
}

/** MIGRATION_MODULES by label. Tests switch migrations off to be quick: that says nothing about what is deployed. */
export function migrationModules(settings: readonly SettingsModule[], layout: ProjectLayout, files: Files): ReadonlyMap<string, Mapped> {
  const found = new Map<string, Mapped>();
  for (const module of settings) {
    const [first] = module.get("MIGRATION_MODULES");
    if (!first || typeof first.value !== "object" || first.value === null || first.value.kind !== "dict") continue;
    const source = `${first.place.path}:${first.place.line}`;
    for (const [label] of first.value.entries) {
      if (typeof label !== "string" || found.has(label)) continue;
      const value = item(first.value, label);
      if (value === null && !module.forTests) found.set(label, { folder: null, source });
      if (typeof value !== "string") continue;
      const path = `${value.replaceAll(".", "/")}/`;
      const folder = layout.roots.map((root) => root + path).find((candidate) => files.paths.some((file) => file.startsWith(candidate)));
      if (folder !== undefined) found.set(label, { folder, source });
    }
  }
  return found;
}
