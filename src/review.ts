import { tableSizes } from "./config/tables.ts";
import { bind } from "./django/bind/bind.ts";
import { releaseTables } from "./django/bind/release.ts";
import { changeFindings } from "./django/graph/change-findings.ts";
import { compareReleases, type GraphChange } from "./django/graph/compare.ts";
import { graphFindings } from "./django/graph/findings.ts";
import { keyOf } from "./django/graph/key.ts";
import { withoutDeprecated } from "./django/models/deprecated.ts";
import { isModelsPath } from "./django/models/read.ts";
import type { Migration } from "./django/operation.ts";
import { backendFindings } from "./history/backend.ts";
import type { Focus } from "./history/focus.ts";
import { editedApps, modelEditFindings, type ModelsOf, readModels } from "./history/model-edits.ts";
import { openProjects, type OpenProject } from "./history/open.ts";
import { planInput } from "./history/plan-input.ts";
import { records } from "./history/records.ts";
import { isOlderFile, olderThan, type Since, sinceOf } from "./history/since.ts";
import { startOf, walkContextOf } from "./history/start.ts";
import { sameFiles } from "./history/reuse.ts";
import { undeclaredDependencies } from "./history/undeclared.ts";
import { UsageSearch, withStillNamed, withUsages } from "./history/usage.ts";
import { type End, endOf, type Point, type Step, walk, type WalkContext } from "./history/walk.ts";
import { makePlan, wantsPlan } from "./plan/plan.ts";
import { loadPython, type PythonParser } from "./python/reader.ts";
import type { RehearsalInput } from "./rehearsal/jobs.ts";
import { wantsRehearsal } from "./rehearsal/when.ts";
import type { ProjectReview, Review, Skipped } from "./report/types.ts";
import type { ReviewRequest } from "./request.ts";
import { accept } from "./safety/accept/accept.ts";
import { withMoments } from "./safety/moment.ts";
import type { Finding } from "./safety/types.ts";
import { changedFiles } from "./source/changes.ts";
import { acceptedVerdict, verdictOf } from "./verdict.ts";
import { version } from "./version.ts";
import { codeSpan } from "./code-span.ts";

/** What the change between base and head does to the running release, and the plan. Throws SourceError with what to do. */
export async function review(request: ReviewRequest): Promise<Review> {
  const tools = reviewTools(request, await loadPython());
  const changed = (await changedFiles(request.base, request.head, (path) => isMigrationPath(path) || isModelsPath(path))).map(({ path }) => path);
  const looked: Looked = { models: changed.filter(isModelsPath), since: await sinceOf(request.since ?? null) };
  // Most changes can be told from the apps around them; where something stays unknown, the whole history is asked.
  const near = changed.length > 0 ? await projectsOf(request, tools, looked, { paths: new Set(changed), labels: new Set() }) : null;
  const projects = near !== null && near.every(isSettled) ? near : await projectsOf(request, tools, looked, null);
  const decided = acceptedVerdict(verdictOf(projects, request.config.failOn), request.config.acceptLabel, request.labels ?? []);
  return { kind: "review", ...decided, runningRelease: request.runningRelease, head: { ref: request.head.label, commit: request.head.commit }, projects: await rehearsed(projects, request), version };
}

/** What the reviews of all projects share. */
export interface ReviewTools {
  readonly parser: PythonParser;
  /** The head's code, and the running release's. */
  readonly usages: { readonly head: UsageSearch; readonly running: UsageSearch };
}

export function reviewTools({ head, base, config }: Pick<ReviewRequest, "head" | "base" | "config">, parser: PythonParser): ReviewTools {
  return { parser, usages: { head: new UsageSearch(head, parser, config), running: new UsageSearch(base, parser, config) } };
}

/** What a project's rehearsal is made from, until it is known whether there is one. */
const inputs = new WeakMap<ProjectReview, RehearsalInput>();

/** Where the running release is, from which a project's review began; null for a project that is gone. */
export function runningOf(project: ProjectReview): Point | null {
  return inputs.get(project)?.running ?? null;
}

/** After the verdict, which a rehearsal never changes. */
async function rehearsed(projects: readonly ProjectReview[], { rehearse }: ReviewRequest): Promise<readonly ProjectReview[]> {
  if (rehearse === undefined) return projects;
  const all: ProjectReview[] = [];
  for (const project of projects) {
    const input = inputs.get(project);
    const wanted = input !== undefined && wantsRehearsal(rehearse.when, project.facts.database.value.vendor, project.migrations);
    all.push(wanted ? { ...project, rehearsal: await rehearse.run(input) } : project);
  }
  return all;
}

/** Everything about the change is known. */
function isSettled({ migrations, skipped, plan }: ProjectReview): boolean {
  const known = migrations.every((migration) => migration.operations.every((operation) => operation.unknown === null && operation.phase !== "unknown") && migration.deferred.every((statement) => statement.unknown === null));
  return known && skipped.length === 0 && (plan === null || plan.releases.every((release) => release.steps.every((step) => step.unknown === null)));
}

/** A file that may be one of migrations, by the name of its folder. */
function isMigrationPath(path: string): boolean {
  return /(^|\/)[^/]*migrations?[^/]*\/(.*\/)?[^/]+\.py$/i.test(path);
}

/** What is known of the change before anything is parsed. */
export interface Looked {
  /** Models modules that differ. */
  readonly models: readonly string[];
  readonly since: Since;
}

async function projectsOf(request: ReviewRequest, tools: ReviewTools, looked: Looked, focus: Focus | null): Promise<readonly ProjectReview[]> {
  const options = { overrides: request.overrides, config: request.config, parser: tools.parser };
  const head = await openProjects(request.head, { ...options, focus });
  const labels = new Set(head.flatMap((project) => [...project.read]));
  const databases = new Map(head.map((project) => [project.root, project.facts.database]));
  const base = await openProjects(request.base, { ...options, focus: focus && { ...focus, labels }, databases, already: { projects: head, same: await sameFiles(request.base, request.head) } });
  const projects: ProjectReview[] = [];
  for (const project of head) {
    const reviewed = await reviewProject(base.find((other) => other.root === project.root) ?? null, project, request, tools, looked);
    if (reviewed) projects.push(reviewed);
  }
  for (const project of base) if (!head.some((other) => other.root === project.root)) projects.push(goneProject(project));
  return projects;
}

/** What the change from base to head does to one project; null where it touches no migration of it, and no model that should have one. Throws SourceError. */
export async function reviewProject(base: OpenProject | null, head: OpenProject, { head: source, config }: Pick<ReviewRequest, "head" | "config">, { parser, usages }: ReviewTools, { models: changedModels, since }: Looked): Promise<ProjectReview | null> {
  const before = base ?? { ...head, graph: emptyGraphOf(head), order: [], skipped: [], partly: [], lookedInto: new Map() };
  const change = withoutHistory(compareReleases({ graph: before.graph, text: before.text }, { graph: head.graph, text: head.text }), olderThan(since, before));
  const added = new Set(change.added.map(keyOf));
  const changes = [...newFindings(graphFindings(head.graph, { added }), graphFindings(before.graph)), ...changeFindings(change), ...undeclaredDependencies(change.added, head.graph, head.python)];
  const released = new Set([...before.graph.full.values()].flatMap((node) => (node.migration ? [node.key] : [])));
  const fresh = head.order.filter((migration) => migration.path !== null && added.has(keyOf(migration)) && !migration.replaces.some((key) => released.has(keyOf(key))));
  // What the running release's migrations do besides their operations they have done: only a file of which nothing is known makes its app unsure.
  const unreadable = head.skipped.filter((one) => !isOlderFile(since, one.path, head.text(one.path)) && (isNew(one, before) || fresh.some((migration) => folderOf(migration.path) === folderOf(one.path))));
  const skipped = [...unreadable, ...head.partly.filter((one) => isNew(one, before))];
  const edited = base === null ? [] : editedApps(base, head, changedModels, change);
  if (fresh.length === 0 && changes.length === 0 && skipped.length === 0 && edited.length === 0) return null;

  const context = await walkContextOf(head);
  const running = await runningPoint(before, base === null ? context : await walkContextOf(before));
  const { steps, last } = walkAll(fresh, running, context);
  const touched = new Set([...edited, ...fresh].map((one) => ("label" in one ? one.label : one.app)));
  const [runs, comes] = [{ project: before, state: running.state, models: await readModels(before, touched) }, { project: head, state: last.state, models: await readModels(head, touched) }];
  const edits = modelEditFindings(edited, runs, comes);
  if (fresh.length === 0 && changes.length === 0 && skipped.length === 0 && edits.length === 0) return null;
  const ends = new Map(steps.flatMap((step) => (step.kind === "end" ? [[step.migration, step.after.schema] as const] : [])));
  const surroundings = { python: head.python, sizes: tableSizes(config) };
  const [runningCode, newCode] = [codeOf(running, runs, context), codeOf(last, comes, context)];
  const view = { kind: "fixed", release: releaseTables(runningCode.bound), next: releaseTables(newCode.bound), schema: last.schema, ends } as const;
  const told = [...records(steps, head.facts, view, () => true, surroundings)];
  const classLines = new Map([...head.graph.full.values()].flatMap(({ migration }) => (migration?.path ? [[migration.path, migration.line] as const] : [])));
  const { migrations, graph, accepted } = accept(await withStillNamed(told, running.bound, usages.running, head), [...changes, ...edits, ...(fresh.length > 0 ? backendFindings(head) : [])], head.text, (path) => classLines.get(path) ?? null);
  const unread = new Set([...head.graph.nodes.values()].filter((node) => node.unread).map(({ key }) => key));
  const timed = withMoments(migrations, (migration) => head.graph.nodes.get(keyOf(migration))?.parents ?? [], unread);
  const named = await withUsages(timed, running.bound, usages.head, head);
  const made = wantsPlan(migrations) ? makePlan(await planInput({ project: head, running, last, steps, migrations }, source, parser)) : null;
  const plan = made?.plan ?? null;
  const project: ProjectReview = { root: head.root, facts: head.facts, migrations: named, plan, graph, skipped, ...(accepted.length > 0 && { accepted }) };
  inputs.set(project, { dialect: context.dialect, running: runningCode, last: newCode, migrations, plan: made && made.plan.releases.length > 0 ? made.replayed : null, incomplete: (plan?.without.length ?? 0) > 0 });
  return project;
}

/** The point as the release's code sees it: fields that only migrations see are not its own. */
function codeOf(point: Point, { models }: ModelsOf, context: WalkContext): Point {
  const state = withoutDeprecated(point.state, models.values());
  return state === point.state ? point : { ...point, state, bound: bind(state, context.bind) };
}

/** Edits and deletions of migrations that are history are nobody's affair any more. */
function withoutHistory(change: GraphChange, older: (migration: Migration) => boolean): GraphChange {
  return { ...change, edited: change.edited.filter(({ base }) => !older(base)), deleted: change.deleted.filter(({ base }) => !older(base)) };
}

/** Where the running release is: every migration of the base applied. */
async function runningPoint(base: OpenProject, context: WalkContext): Promise<Point> {
  return endOf(base.order, startOf(base, context), context);
}

function walkAll(migrations: OpenProject["order"], start: Point, context: WalkContext): { readonly steps: readonly (Step | End)[]; readonly last: Point } {
  const steps: (Step | End)[] = [];
  const walking = walk(migrations, start, context);
  for (let next = walking.next(); ; next = walking.next()) {
    if (next.done) return { steps, last: next.value };
    steps.push(next.value);
  }
}

function emptyGraphOf(head: OpenProject): OpenProject["graph"] {
  return { ...head.graph, nodes: new Map(), full: new Map(), replacedBy: new Map(), missing: [], circularReplaces: [], duplicates: [] };
}

/** Findings about the graph that the base does not have, too: of this change's making. */
function newFindings(head: readonly Finding[], base: readonly Finding[]): readonly Finding[] {
  const there = new Set(base.map(({ rule, message }) => JSON.stringify([rule, message])));
  return head.filter(({ rule, message }) => !there.has(JSON.stringify([rule, message])));
}

function isNew(one: Skipped, base: OpenProject): boolean {
  return ![...base.skipped, ...base.partly].some((other) => other.path === one.path && other.reason === one.reason);
}

function folderOf(path: string | null): string {
  return path === null ? "" : path.slice(0, path.lastIndexOf("/") + 1);
}

/** The whole project is gone from the head. */
function goneProject(project: OpenProject): ProjectReview {
  const message = `The Django project in ${codeSpan(project.root || ".")} is no longer there, with ${project.order.filter((migration) => migration.path !== null).length} migrations that the running release has.`;
  return { root: project.root, facts: project.facts, migrations: [], plan: null, graph: [{ rule: "deleted-migration", level: "error", message, place: null, advice: "Put it back, or take the project out with `exclude` in the configuration of the base." }], skipped: [] };
}
