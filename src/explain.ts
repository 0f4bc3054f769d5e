import { tableSizes } from "./config/tables.ts";
import { graphFindings } from "./django/graph/findings.ts";
import type { Migration } from "./django/operation.ts";
import { openProjects, type OpenProject } from "./history/open.ts";
import { records } from "./history/records.ts";
import { olderThan, type Since, sinceOf } from "./history/since.ts";
import { startOf, walkContextOf } from "./history/start.ts";
import { walk } from "./history/walk.ts";
import { nearest } from "./nearest.ts";
import { loadPython } from "./python/reader.ts";
import type { Explanation, ProjectExplanation } from "./report/types.ts";
import { type ExplainRequest, noProject, RequestError } from "./request.ts";
import type { MigrationRecord } from "./safety/types.ts";
import { version } from "./version.ts";

/**
 * Every operation of the history as though it shipped alone: SQL, phase, breakages, impact, findings.
 * Throws SourceError and RequestError with what to do.
 */
export async function explain(request: ExplainRequest): Promise<Explanation> {
  const parser = await loadPython();
  const opened = await openProjects(request.head, { ...request, parser });
  if (opened.length === 0) throw new RequestError(noProject(request.head));
  const asked = request.app === null ? opened : opened.filter((project) => project.labels.has(request.app!));
  if (request.app !== null && asked.length === 0) throw new RequestError(noSuchApp(request.app, opened));
  const projects: ProjectExplanation[] = [];
  const since = await sinceOf(request.since ?? null);
  for (const project of asked) projects.push(await explainProject(project, request, since));
  return { kind: "explain", projects, version };
}

async function explainProject(project: OpenProject, request: ExplainRequest, since: Since): Promise<ProjectExplanation> {
  const [named, older] = [wantedMigrations(project, request), olderThan(since, project)];
  const wanted = (migration: Migration) => named(migration) && !older(migration);
  const context = await walkContextOf(project);
  const surroundings = { python: project.python, sizes: tableSizes(request.config) };
  const migrations: MigrationRecord[] = [];
  const tell = (order: readonly Migration[], among: (migration: Migration) => boolean) => {
    const steps = walk(order.slice(0, order.findLastIndex(among) + 1), startOf(project, context), context);
    for (const record of records(steps, project.facts, { kind: "each" }, among, surroundings)) {
      migrations.push(record);
      request.progress?.(migrations.length, project.order.length, `${record.app}.${record.name}`);
    }
  };
  tell(project.order, wanted);
  const { fresh } = project;
  if (fresh) tell(fresh.order, (migration) => fresh.squashed.has(migration) && wanted(migration));
  return { root: project.root, facts: project.facts, migrations, graph: graphFindings(project.graph), skipped: [...project.skipped, ...project.partly] };
}

/** Which of the project's own migrations are asked for: by app, and by name or the beginning of it. */
function wantedMigrations(project: OpenProject, { app, migration }: ExplainRequest): (one: Migration) => boolean {
  const own = [...project.order, ...(project.fresh?.squashed ?? [])].filter((one) => one.path !== null);
  if (app === null) return (one) => one.path !== null;
  const ofApp = own.filter((one) => one.app === app);
  if (migration === null) return (one) => one.app === app;
  const exact = ofApp.filter((one) => one.name === migration);
  const found = exact.length > 0 ? exact : ofApp.filter((one) => one.name.startsWith(migration));
  if (found.length === 1) return (one) => one.app === app && one.name === found[0]!.name;
  if (found.length > 1) throw new RequestError(`${found.length} migrations of ${app} begin with ${JSON.stringify(migration)}: ${found.map((one) => one.name).join(", ")}. Say more of the name.`);
  const like = nearest(migration, ofApp.map((one) => one.name));
  throw new RequestError(`The app ${app} has no migration ${JSON.stringify(migration)}.${like === null ? "" : ` Did you mean ${like}?`}`);
}

function noSuchApp(app: string, projects: readonly OpenProject[]): string {
  const labels = [...new Set(projects.flatMap((project) => [...project.labels]))].sort();
  const like = nearest(app, labels);
  return `There is no app labelled ${JSON.stringify(app)}. ${like === null ? `There are: ${labels.join(", ")}.` : `Did you mean ${like}?`}`;
}
