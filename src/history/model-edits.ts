import { type AppRelease, disagreements } from "../django/models/compare.ts";
import { modelFindings } from "../django/models/findings.ts";
import { type AppModels, modelsPaths, readAppModels } from "../django/models/read.ts";
import type { App } from "../django/project/apps.ts";
import type { GraphChange } from "../django/graph/compare.ts";
import type { Migration } from "../django/operation.ts";
import type { ProjectState } from "../django/state.ts";
import type { Finding } from "../safety/types.ts";
import { type OpenProject, rounds } from "./open.ts";

/**
 * The apps of which a change edits models or adds migrations, where both can be held against each other: both releases have the app with migrations, all
 * of them were read, and none that the running release has was edited or deleted (the head's project state would not be known).
 */
export function editedApps(base: OpenProject, head: OpenProject, changedModels: readonly string[], change: GraphChange): readonly App[] {
  const torn = new Set([...change.edited.map(({ head: one }) => one.app), ...change.deleted.map(({ base: one }) => one.app), ...change.added.filter(hasUnknown).map(({ app }) => app)]);
  const fresh = new Set(change.added.map(({ app }) => app));
  return head.apps.filter((app) => {
    const before = base.apps.find(({ label }) => label === app.label);
    const touched = fresh.has(app.label) || modelsPaths(app.folder, changedModels).length > 0;
    return touched && before !== undefined && before.migrations.length > 0 && app.migrations.length > 0 && head.read.has(app.label) && base.read.has(app.label) && !torn.has(app.label) && !isSkipped(app, head) && !isSkipped(before, base);
  });
}

/** Its state cannot be followed. */
function hasUnknown({ operations, problems }: Migration): boolean {
  return problems.length > 0 || operations.some((operation) => operation.kind === "Unknown");
}

function isSkipped({ migrationsFolder }: App, { skipped }: OpenProject): boolean {
  return skipped.some(({ path }) => path.startsWith(migrationsFolder));
}

/** One release's side: its project, its project state, and the classes of its models by app. */
export interface ModelsOf {
  readonly project: OpenProject;
  readonly state: ProjectState;
  readonly models: ReadonlyMap<string, AppModels>;
}

/** Findings about models that were edited without a migration, and migrations without an edit of the model. */
export function modelEditFindings(apps: readonly App[], base: ModelsOf, head: ModelsOf): readonly Finding[] {
  return apps.flatMap((app) => {
    const [old, now] = [base.models.get(app.label), head.models.get(app.label)];
    if (!old || !now) return [];
    const release = (models: AppModels, { project, state }: ModelsOf): AppRelease => ({ label: app.label, models, state, context: contextOf(project) });
    return modelFindings(disagreements(release(old, base), release(now, head)), app.migrationsFolder);
  });
}

/** Reads the models modules of apps with what they import of fields and bases. Throws SourceError. */
export async function readModels(project: OpenProject, labels: ReadonlySet<string>): Promise<ReadonlyMap<string, AppModels>> {
  const apps = project.apps.filter(({ label }) => labels.has(label));
  if (apps.length === 0) return new Map();
  await project.readMore(apps.flatMap(({ folder }) => modelsPaths(folder, project.paths)));
  for (let round = 0; ; round++) {
    // A context of its own each round: what was resolved without a file must not be remembered.
    const context = contextOf(project);
    const models = new Map(apps.map((app) => [app.label, readAppModels(app, project.paths, context)]));
    if (round >= rounds || !(await project.readMore(project.python.wanted))) return models;
  }
}

function contextOf({ facts, python, setting }: OpenProject) {
  return { facts, python, setting };
}
