import type { MigrationKey } from "../django/operation.ts";
import type { UnfinishedPlan } from "../report/types.ts";
import { markersIn } from "./marker.ts";
import { recipes } from "./recipes/recipes.ts";
import { codeSpan } from "../code-span.ts";

export interface MarkedMigration extends MigrationKey {
  readonly path: string;
  readonly text: string;
  /** The running release has it. */
  readonly running: boolean;
}

/** Plans of ours whose last step is in none of the migrations, which come in the order they run. */
export function unfinishedPlans(migrations: readonly MarkedMigration[]): readonly UnfinishedPlan[] {
  const open = new Map<string, UnfinishedPlan>();
  for (const { app, name, path, text, running } of migrations) {
    for (const { marker, line } of markersIn(text)) {
      const { target, step, of, recipe } = marker;
      const key = JSON.stringify([target, recipe, of]);
      if (step >= of) {
        open.delete(key);
        continue;
      }
      const before = open.get(key);
      if (before && before.step > step) continue;
      const migration = `${app}.${name}`;
      const words = recipes.find(({ id }) => id === recipe)?.releases;
      const gate = running ? `the running release has ${codeSpan(migration)}: ship it when no older process is left` : `when a release with ${codeSpan(migration)} runs everywhere and no older process is left`;
      open.set(key, { target, recipe, step, of, migration, place: { path, line }, next: words?.length === of ? words[step]! : null, gate });
    }
  }
  return [...open.values()];
}
