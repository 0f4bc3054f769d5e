import type { Value } from "../../python/value.ts";
import type { Dependency, Migration, Operation } from "../operation.ts";
import { modelKey } from "../replay/result.ts";
import type { ModelState, ProjectState } from "../state.ts";
import { contribApps, type ContribApp } from "./apps.ts";
import { buildModel, builtIn } from "./build.ts";

/** App labels of Django's own apps that have migrations. */
export const contribLabels: readonly string[] = contribApps.map((app) => app.label);

/** The models of Django's own apps after their last migration. `has` leaves apps out, such as a label that the repository has an app of its own for. */
export function contribState(has: (label: string) => boolean = () => true): ProjectState {
  const models = contribApps.filter((app) => has(app.label)).flatMap((app) => app.models.map(buildModel));
  return { models: new Map(models.map((model) => [modelKey(model.app, model.name), model])) };
}

/**
 * The migrations of Django's own apps, so that dependencies on them resolve. The first of each app creates its models as they are
 * after the last one; the others have no operations. So no state in between is right, and none is asked for: they ship with Django and ran long ago.
 */
export function contribMigrations(has: (label: string) => boolean = () => true): readonly Migration[] {
  return contribApps.filter((app) => has(app.label)).flatMap(migrationsOf);
}

function migrationsOf(app: ContribApp): readonly Migration[] {
  return app.migrations.map(([name, ...others], index) => ({
    app: app.label,
    name,
    path: null,
    dependencies: [...(index > 0 ? [{ kind: "migration" as const, app: app.label, name: app.migrations[index - 1]![0] }] : []), ...others.map(dependency)],
    runBefore: [],
    replaces: [],
    initial: index === 0,
    atomic: true,
    operations: index === 0 ? app.models.map((data) => createModel(buildModel(data))) : [],
    problems: [],
    line: 0,
  }));
}

function dependency(text: string): Dependency {
  if (text.startsWith("django.conf.settings.")) return { kind: "swappable", setting: text.slice("django.conf.settings.".length) };
  const [app, name] = text.split(".") as [string, string];
  return { kind: "migration", app, name };
}

function createModel(model: ModelState): Operation {
  const options = new Map(model.options);
  if (model.uniqueTogether.length > 0) options.set("unique_together", list(model.uniqueTogether.map(list)));
  return { type: "CreateModel", kind: "CreateModel", place: builtIn, lastLine: 0, name: model.name, fields: [...model.fields.values()], options, bases: [] };
}

function list(items: readonly Value[]): Value {
  return { kind: "list", items };
}
