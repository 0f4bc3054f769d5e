import { isModelsPath } from "./django/models/read.ts";
import { codeSpan } from "./code-span.ts";
import type { Focus } from "./history/focus.ts";
import { openProjects, type OpenProject } from "./history/open.ts";
import { sameFiles } from "./history/reuse.ts";
import { sinceOf } from "./history/since.ts";
import { loadPython } from "./python/reader.ts";
import { wantsRehearsal } from "./rehearsal/when.ts";
import type { ProjectReview, Review } from "./report/types.ts";
import type { ReviewRequest } from "./request.ts";
import type { Scope } from "./review/change.ts";
import { type ReviewedProject, reviewProject, reviewTools, type ReviewTools } from "./review/project.ts";
import { changedFiles } from "./source/changes.ts";
import { acceptedVerdict, verdictOf } from "./verdict.ts";
import { version } from "./version.ts";

/** What the change between base and head does to the running release, and the plan. Throws SourceError with what to do. */
export async function review(request: ReviewRequest): Promise<Review> {
  const tools = reviewTools(request, await loadPython());
  const changed = (await changedFiles(request.base, request.head, (path) => isMigrationPath(path) || isModelsPath(path))).map(({ path }) => path);
  const scope: Scope = { models: changed.filter(isModelsPath), since: await sinceOf(request.since ?? null) };
  // Most changes can be told from the apps around them; where something stays unknown, the whole history is asked.
  const near = changed.length > 0 ? await projectsOf(request, tools, scope, { paths: new Set(changed), labels: new Set() }) : null;
  const projects = near !== null && near.every(isSettled) ? near : await projectsOf(request, tools, scope, null);
  const decided = acceptedVerdict(verdictOf(projects.map((one) => one.review), request.config.failOn), request.config.acceptLabel, request.labels ?? []);
  return { kind: "review", ...decided, runningRelease: request.runningRelease, head: { ref: request.head.label, commit: request.head.commit }, projects: await rehearsed(projects, request), version };
}

/** After the verdict, which a rehearsal never changes. */
async function rehearsed(projects: readonly ReviewedProject[], { rehearse }: ReviewRequest): Promise<readonly ProjectReview[]> {
  const all: ProjectReview[] = [];
  for (const { review: project, rehearsal } of projects) {
    const wanted = rehearse !== undefined && rehearsal !== null && wantsRehearsal(rehearse.when, project.facts.database.value.vendor, project.migrations);
    all.push(wanted ? { ...project, rehearsal: await rehearse.run(rehearsal) } : project);
  }
  return all;
}

/** Everything about the change is known. */
function isSettled({ review: { migrations, skipped, plan } }: ReviewedProject): boolean {
  const known = migrations.every((migration) => migration.operations.every((operation) => operation.unknown === null && operation.phase !== "unknown") && migration.deferred.every((statement) => statement.unknown === null));
  return known && skipped.length === 0 && (plan === null || plan.releases.every((release) => release.steps.every((step) => step.unknown === null)));
}

/** A file that may be one of migrations, by the name of its folder. */
function isMigrationPath(path: string): boolean {
  return /(^|\/)[^/]*migrations?[^/]*\/(.*\/)?[^/]+\.py$/i.test(path);
}

async function projectsOf(request: ReviewRequest, tools: ReviewTools, scope: Scope, focus: Focus | null): Promise<readonly ReviewedProject[]> {
  const options = { overrides: request.overrides, config: request.config, parser: tools.parser };
  const head = await openProjects(request.head, { ...options, focus });
  const labels = new Set(head.flatMap((project) => [...project.read]));
  const databases = new Map(head.map((project) => [project.root, project.facts.database]));
  const base = await openProjects(request.base, { ...options, focus: focus && { ...focus, labels }, databases, already: { projects: head, same: await sameFiles(request.base, request.head) } });
  const projects: ReviewedProject[] = [];
  for (const project of head) {
    const reviewed = await reviewProject(base.find((other) => other.root === project.root) ?? null, project, scope, tools);
    if (reviewed) projects.push(reviewed);
  }
  for (const project of base) if (!head.some((other) => other.root === project.root)) projects.push({ review: goneProject(project), rehearsal: null });
  return projects;
}

/** The whole project is gone from the head. */
function goneProject(project: OpenProject): ProjectReview {
  const message = `The Django project in ${codeSpan(project.root || ".")} is no longer there, with ${project.order.filter((migration) => migration.path !== null).length} migrations that the running release has.`;
  return { root: project.root, facts: project.facts, migrations: [], plan: null, graph: [{ rule: "deleted-migration", level: "error", message, place: null, advice: "Put it back, or take the project out with `exclude` in the configuration of the base." }], skipped: [] };
}
