import type { App, AppsRead, LeftOut } from "./apps.ts";
import { isTestPath } from "./files.ts";
import type { Files } from "./layout.ts";
import type { Mapped } from "./migration-modules.ts";

/** An app before labels are settled. */
export interface Candidate {
  readonly app: App;
  /** Of the settings that install it, the number of the first; their count where none does. */
  readonly rank: number;
}

/** One app for each label: the installed one, then the one that is not for tests, then the one nearest to the top. */
export function settle(candidates: readonly Candidate[], mapped: ReadonlyMap<string, Mapped>, files: Files): AppsRead {
  const order = (a: Candidate, b: Candidate) =>
    a.rank - b.rank ||
    Number(isTestPath(a.app.folder)) - Number(isTestPath(b.app.folder)) ||
    a.app.folder.split("/").length - b.app.folder.split("/").length ||
    (a.app.folder < b.app.folder ? -1 : 1);
  const kept = new Map<string, Candidate>();
  const leftOut: LeftOut[] = [];
  const problems: { path: string; message: string }[] = [];
  for (const candidate of [...candidates].sort(order)) {
    const { app, rank } = candidate;
    const { label, folder } = app;
    const first = kept.get(label);
    if (!first) {
      kept.set(label, candidate);
      const off = mapped.get(label);
      if (off?.folder === null) leftOut.push({ folder, label, reason: `MIGRATION_MODULES switches its migrations off (${off.source})` });
      continue;
    }
    const why = first.app.installed && !app.installed ? "and is the one in INSTALLED_APPS" : "too";
    leftOut.push({ folder, label, reason: `${first.app.folder} has the label ${label}, ${why}` });
    if (first.rank === rank && isTestPath(first.app.folder) === isTestPath(folder)) {
      problems.push({
        path: app.migrations[0]?.path ?? folder,
        message: `Two apps have the label ${label}: ${first.app.folder} and ${folder}. The first was used; give one of them another label in its AppConfig.`,
      });
    }
  }
  const apps = [...kept.values()].map(({ app }) => app).sort((a, b) => (a.label < b.label ? -1 : 1));
  for (const { migrations, migrationsFolder } of apps) {
    if (migrations[0] && !files.paths.includes(`${migrationsFolder}__init__.py`)) {
      problems.push({ path: migrations[0].path, message: `Django does not see these migrations: there is no ${migrationsFolder}__init__.py. Add it.` });
    }
  }
  return { apps, leftOut, problems };
}
