import { tableSizes } from "../config/tables.ts";
import { bind } from "../django/bind/bind.ts";
import { releaseTables } from "../django/bind/release.ts";
import { keyOf } from "../django/graph/key.ts";
import { withoutDeprecated } from "../django/models/deprecated.ts";
import type { Migration } from "../django/operation.ts";
import { backendFindings } from "../history/backend.ts";
import { modelEditFindings, type ModelsOf, readModels } from "../history/model-edits.ts";
import type { OpenProject } from "../history/open.ts";
import { records } from "../history/records.ts";
import { startOf, walkContextOf } from "../history/start.ts";
import { UsageSearch, withStillNamed, withUsages } from "../history/usage.ts";
import { type End, endOf, type Point, type Step, walk, type WalkContext } from "../history/walk.ts";
import { makePlan, wantsPlan } from "../plan/plan.ts";
import type { PythonParser } from "../python/reader.ts";
import type { RehearsalInput } from "../rehearsal/jobs.ts";
import type { ProjectReview } from "../report/types.ts";
import type { ReviewRequest } from "../request.ts";
import { accept } from "../safety/accept/accept.ts";
import { withMoments } from "../safety/moment.ts";
import type { Finding, MigrationRecord } from "../safety/types.ts";
import { changeOf, type ProjectChange, type Scope } from "./change.ts";
import { planInput } from "./plan-input.ts";

/** What the reviews of all projects share. */
export interface ReviewTools {
  readonly request: Pick<ReviewRequest, "head" | "config">;
  readonly parser: PythonParser;
  /** The head's code, and the running release's. */
  readonly usages: { readonly head: UsageSearch; readonly running: UsageSearch };
}

export function reviewTools({ head, base, config }: Pick<ReviewRequest, "head" | "base" | "config">, parser: PythonParser): ReviewTools {
  return { request: { head, config }, parser, usages: { head: new UsageSearch(head, parser, config), running: new UsageSearch(base, parser, config) } };
}

export interface ReviewedProject {
  readonly review: ProjectReview;
  /** What a rehearsal is made from: where the running release is, and the new one. null for a project that is gone. */
  readonly rehearsal: RehearsalInput | null;
}

/** What the change from base to head does to one project; null where it touches no migration of it, and no model that should have one. Throws SourceError. */
export async function reviewProject(base: OpenProject | null, head: OpenProject, scope: Scope, tools: ReviewTools): Promise<ReviewedProject | null> {
  const change = changeOf(base, head, scope);
  if (change === null) return null;
  const { fresh, skipped } = change;
  const sides = await sidesOf(base, head, change);
  const { running, last, steps, runningCode, newCode, edits, context } = sides;
  if (fresh.length + change.findings.length + skipped.length + edits.length === 0) return null;

  const told = await withStillNamed(judged(sides, head, tools), running.bound, tools.usages.running, head);
  const found = [...change.findings, ...edits, ...(fresh.length > 0 ? backendFindings(head) : [])];
  const { migrations, graph, accepted } = accept(told, found, head.text, classLines(head));
  const named = await withUsages(timed(migrations, head), running.bound, tools.usages.head, head);
  const made = wantsPlan(migrations) ? makePlan(await planInput({ project: head, running, last, steps, migrations }, tools.request.head, tools.parser)) : null;
  const plan = made?.plan ?? null;
  return {
    review: { root: head.root, facts: head.facts, migrations: named, plan, graph, skipped, ...(accepted.length > 0 && { accepted }) },
    rehearsal: { dialect: context.dialect, running: runningCode, last: newCode, migrations, plan: made && made.plan.releases.length > 0 ? made.replayed : null, incomplete: (plan?.without.length ?? 0) > 0 },
  };
}

/** The running release and the new one: schemas and models by their migrations, and the models as their code has them. */
interface Sides {
  readonly context: WalkContext;
  readonly running: Point;
  readonly last: Point;
  readonly steps: readonly (Step | End)[];
  readonly runningCode: Point;
  readonly newCode: Point;
  /** Where models and migrations are apart. */
  readonly edits: readonly Finding[];
}

async function sidesOf(base: OpenProject | null, head: OpenProject, { before, fresh, edited }: ProjectChange): Promise<Sides> {
  const context = await walkContextOf(head);
  const beforeContext = base === null ? context : await walkContextOf(before);
  const running = endOf(before.order, startOf(before, beforeContext), beforeContext);
  const { steps, last } = walkAll(fresh, running, context);
  const touched = new Set([...edited.map(({ label }) => label), ...fresh.map(({ app }) => app)]);
  const runs: ModelsOf = { project: before, state: running.state, models: await readModels(before, touched) };
  const comes: ModelsOf = { project: head, state: last.state, models: await readModels(head, touched) };
  return { context, running, last, steps, runningCode: codeOf(running, runs, context), newCode: codeOf(last, comes, context), edits: modelEditFindings(edited, runs, comes) };
}

/** The point as the release's code sees it: fields that only migrations see are not its own. */
function codeOf(point: Point, { models }: ModelsOf, context: WalkContext): Point {
  const state = withoutDeprecated(point.state, models.values());
  return state === point.state ? point : { ...point, state, bound: bind(state, context.bind) };
}

function walkAll(migrations: readonly Migration[], start: Point, context: WalkContext): { readonly steps: readonly (Step | End)[]; readonly last: Point } {
  const steps: (Step | End)[] = [];
  const walking = walk(migrations, start, context);
  for (let next = walking.next(); ; next = walking.next()) {
    if (next.done) return { steps, last: next.value };
    steps.push(next.value);
  }
}

/** What each migration does to the running release as a whole. */
function judged({ steps, last, runningCode, newCode }: Sides, head: OpenProject, { request }: ReviewTools): readonly MigrationRecord[] {
  const ends = new Map(steps.flatMap((step) => (step.kind === "end" ? [[step.migration, step.after.schema] as const] : [])));
  const view = { kind: "fixed", release: releaseTables(runningCode.bound), next: releaseTables(newCode.bound), schema: last.schema, ends } as const;
  return [...records(steps, head.facts, view, () => true, { python: head.python, sizes: tableSizes(request.config) })];
}

/** With when each may run: before the deployment, or after it. */
function timed(migrations: readonly MigrationRecord[], { graph }: OpenProject): readonly MigrationRecord[] {
  const unread = new Set([...graph.nodes.values()].filter((node) => node.unread).map(({ key }) => key));
  return withMoments(migrations, (migration) => graph.nodes.get(keyOf(migration))?.parents ?? [], unread);
}

/** The line of a migration's class, by the path of its file. */
function classLines({ graph }: OpenProject): (path: string) => number | null {
  const lines = new Map([...graph.full.values()].flatMap(({ migration }) => (migration?.path ? [[migration.path, migration.line] as const] : [])));
  return (path) => lines.get(path) ?? null;
}
