import { scanMigration } from "../django/graph/scan.ts";
import { modelsPaths } from "../django/models/read.ts";
import type { App } from "../django/project/apps.ts";
import type { ProjectFacts } from "../django/project.ts";

/** What a review needs of a history: the apps that its change touches, and those around them. */
export interface Focus {
  /** Migration files and models modules that differ between the releases. */
  readonly paths: ReadonlySet<string>;
  /** Apps to take in whatever they are. */
  readonly labels: ReadonlySet<string>;
}

/**
 * The apps to replay for a change: those with a changed file, those that these depend on or point at, and those that point at them. What lies
 * further away shows in no statement of the change; where something stays unknown after all, the caller takes the whole history.
 */
export function focusedApps(apps: readonly App[], text: (path: string) => string | null, facts: ProjectFacts, focus: Focus): ReadonlySet<string> {
  const changed = apps.filter((app) => focus.labels.has(app.label) || app.migrations.some(({ path }) => focus.paths.has(path)) || [...focus.paths].some((path) => path.startsWith(app.migrationsFolder)) || modelsPaths(app.folder, [...focus.paths]).length > 0);
  const labels = new Set(changed.map((app) => app.label));
  const wanted = new Set([...labels, ...focus.labels]);
  const userApp = facts.authUserModel.value.split(".")[0] ?? "";
  const namesOf = (app: App) => app.migrations.map(({ path }) => text(path) ?? "").join("\n");

  const near = changed.map(namesOf).join("\n");
  const around = (names: string, label: string) => mentions(names, label) || (label === userApp && names.includes("AUTH_USER_MODEL"));
  for (const app of changed) {
    for (const { name, path } of app.migrations) {
      const edges = scanMigration({ app: app.label, name }, path, text(path) ?? "");
      if ("needsParsing" in edges) continue;
      for (const dependency of edges.dependencies) if (dependency.kind === "migration") wanted.add(dependency.app);
    }
  }
  for (const app of apps) {
    if (wanted.has(app.label)) continue;
    const names = namesOf(app);
    if (around(near, app.label) || [...labels].some((label) => around(names, label))) wanted.add(app.label);
  }
  return wanted;
}

/** `"shop.order"` or `'shop.Order'`: a model of the app in quotes. */
function mentions(text: string, label: string): boolean {
  return text.includes(`"${label}.`) || text.includes(`'${label}.`);
}
