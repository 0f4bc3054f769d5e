import { tableSizes } from "./config/tables.ts";
import { releaseTables } from "./django/bind/release.ts";
import { graphFindings } from "./django/graph/findings.ts";
import { keyOf } from "./django/graph/key.ts";
import { isModelsPath } from "./django/models/read.ts";
import { deprecatedColumns, pendingFields } from "./history/deprecated.ts";
import { openProjects, type OpenProject } from "./history/open.ts";
import type { LeftPending } from "./history/pending.ts";
import { PendingHistory } from "./history/pending-history.ts";
import { overlaid } from "./review/plan-input.ts";
import { records } from "./history/records.ts";
import { releasedIn } from "./history/released.ts";
import { olderThan, type Since, sinceOf } from "./history/since.ts";
import { startOf, walkContextOf } from "./history/start.ts";
import { pendingUsages } from "./history/usage.ts";
import { type Point, walk } from "./history/walk.ts";
import { contractsOf, withoutColumns } from "./plan/contract/contracts.ts";
import { unfinishedPlans } from "./plan/unfinished.ts";
import { loadPython } from "./python/reader.ts";
import type { Audit, AuditedProject, PendingContract, ProjectReview, Review } from "./report/types.ts";
import { type AuditRequest, noProject, RequestError } from "./request.ts";
import type { Scope } from "./review/change.ts";
import { reviewProject, reviewTools, type ReviewTools } from "./review/project.ts";
import type { MigrationRecord } from "./safety/types.ts";
import { changedFiles } from "./source/changes.ts";
import { verdictOf } from "./verdict.ts";
import { version } from "./version.ts";

/**
 * The whole history, from the side of the release that is running: what it does not have yet and would break it, what is left to contract and how,
 * plans that are not finished, and every operation (since a commit or day) that broke the release before it. Throws SourceError and RequestError.
 */
export async function audit(request: AuditRequest): Promise<Audit> {
  const { config, head: source, base } = request;
  const tools = reviewTools({ head: source, base: base ?? source, config }, await loadPython());
  const options = { overrides: request.overrides, config, parser: tools.parser };
  request.progress?.(0, 0, "reading the migrations");
  const head = await openProjects(source, options);
  if (head.length === 0) throw new RequestError(noProject(source));
  const { since } = request;
  const from = await sinceOf(since);
  const released = base === null ? head : await openProjects(base, options);
  const models = base === null ? [] : (await changedFiles(base, source, isModelsPath)).map(({ path }) => path);
  const audited: Audited[] = [];
  for (const project of head) audited.push(await auditProject(project, released.find((other) => other.root === project.root) ?? null, { models, since: from }, request, tools));
  return {
    kind: "audit",
    since: typeof since === "string" ? since : (since?.label ?? null),
    head: { ref: source.label, commit: source.commit },
    runningRelease: request.runningRelease,
    unreleased: unreleasedOf(audited.flatMap(({ unreleased }) => unreleased ?? []), request),
    projects: audited.map(({ project }) => project),
    version,
  };
}

interface Audited {
  readonly project: AuditedProject;
  readonly unreleased: ProjectReview | null;
}

/** As one review of everything that is not released. */
function unreleasedOf(projects: readonly ProjectReview[], { config, runningRelease, head }: AuditRequest): Review | null {
  if (projects.length === 0) return null;
  return { kind: "review", ...verdictOf(projects, config.failOn), runningRelease, head: { ref: head.label, commit: head.commit }, projects, version };
}

async function auditProject(project: OpenProject, released: OpenProject | null, scope: Scope, request: AuditRequest, tools: ReviewTools): Promise<Audited> {
  const { migrations, left, last } = await historyOf(project, scope.since, request);
  request.progress?.(0, 0, "comparing with the running release");
  const reviewed = released === project ? null : await reviewProject(released, project, scope, tools);
  const running = reviewed?.rehearsal?.running ?? last;
  const pending = await pendingOf(left, { project, released: released ?? project, last, running }, request, tools);
  const runs = new Set(released?.graph.full.keys());
  const marked = project.order.flatMap(({ app, name, path }) => (path === null ? [] : [{ app, name, path, text: project.text(path) ?? "", running: runs.has(keyOf({ app, name })) }]));
  const { root, facts } = project;
  const skipped = [...project.skipped, ...project.partly];
  return { project: { root, facts, migrations, graph: graphFindings(project.graph), skipped, pending, unfinished: unfinishedPlans(marked) }, unreleased: reviewed && worthTelling(reviewed.review) };
}

/** Over many merged changes, notes about files that were touched are no news. */
function worthTelling(review: ProjectReview): ProjectReview | null {
  const graph = review.graph.filter(({ level }) => level !== "note");
  return review.migrations.length + graph.length + review.skipped.length === 0 ? null : { ...review, graph };
}

/** What broke, what is left at its end, and where that is. */
async function historyOf(project: OpenProject, since: Since, request: AuditRequest): Promise<{ readonly migrations: readonly MigrationRecord[]; readonly left: readonly LeftPending[]; readonly last: Point }> {
  const older = olderThan(since, project);
  const context = await walkContextOf(project);
  const start = startOf(project, context);
  const pending = new PendingHistory(context.dialect);
  const steps = pending.watch(walk(project.order, start, context));
  const migrations: MigrationRecord[] = [];
  let done = 0;
  for (const record of records(steps, project.facts, { kind: "each" }, (migration) => migration.path !== null && !older(migration), { python: project.python, sizes: tableSizes(request.config) })) {
    request.progress?.(++done, project.order.length, `${record.app}.${record.name}`);
    const breaking = record.operations.filter((operation) => operation.breaks.length > 0 || operation.phase === "unknown" || operation.unknown !== null);
    if (breaking.length > 0) migrations.push({ ...record, operations: breaking });
  }
  return { migrations, left: pending.pending(), last: pending.last() ?? start };
}

interface Between {
  readonly project: OpenProject;
  readonly released: OpenProject;
  readonly last: Point;
  readonly running: Point;
}

/** What is left to contract, with how and whether that may be done now. */
async function pendingOf(left: readonly LeftPending[], { project, released, last, running }: Between, request: AuditRequest, { parser, usages }: ReviewTools): Promise<readonly PendingContract[]> {
  const deprecated = await deprecatedColumns(project, last.bound);
  const deprecatedThen = request.base === null ? deprecated : await deprecatedColumns(released, running.bound);
  const all = [...left, ...pendingFields(project, last.bound, deprecated)];
  if (all.length === 0) return [];
  request.progress?.(0, 0, `looking for what still names ${all.length} things that are left to contract`);
  const named = await pendingUsages(all, last.bound, usages.head, project);
  const namedThen = request.base === null ? named : await pendingUsages(all, running.bound, usages.running, project);
  const contracts = contractsOf(all, {
    project,
    context: await walkContextOf(project, true),
    overlay: (files) => overlaid(project.python, parser, files),
    last,
    running: withoutColumns(releaseTables(running.bound), deprecatedThen),
    runningName: request.runningRelease.ref,
    usages: (one) => [named.get(one) ?? null, namedThen.get(one) ?? null],
  });
  const ages = await releasedIn(all, project, request.releases === null ? null : await request.releases());
  return all.map((one) => {
    const found = named.get(one);
    return { ...one, released: ages.get(one) ?? null, contract: contracts.get(one)!, ...(found && { usages: found }) };
  });
}
