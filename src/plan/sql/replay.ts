import { releaseTables } from "../../django/bind/release.ts";
import { loadMigration } from "../../django/load/migration.ts";
import type { Migration } from "../../django/operation.ts";
import type { ProjectFacts } from "../../django/project.ts";
import { records } from "../../history/records.ts";
import { type End, type Point, type Step, walk, type WalkContext } from "../../history/walk.ts";
import type { Python } from "../../python/python.ts";
import type { Release } from "../../safety/release.ts";
import type { MigrationRecord } from "../../safety/types.ts";
import type { PlanFile, TrainRelease } from "../train.ts";

/** A release of the plan as our own replay sees it. */
export interface Replayed {
  readonly before: Point;
  readonly after: Point;
  /** One for each file, in order. */
  readonly migrations: readonly MigrationRecord[];
  /** Why a file could not be read back, or an operation not be applied. */
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

export interface ReplayInput {
  readonly facts: ProjectFacts;
  /** Reads the repository's Python with the given files in the place of its own. */
  readonly overlay: (files: ReadonlyMap<string, string>) => Python;
  readonly context: WalkContext;
  readonly running: Point;
}

/** Every file of the plan read back and replayed, release by release, each judged against the release before it. */
export function replayTrain(train: readonly TrainRelease[], input: ReplayInput): readonly Replayed[] {
  const replayed: Replayed[] = [];
  let point = input.running;
  for (const { files } of train) {
    const release = replayFiles(files, point, releaseTables(point.bound), input);
    replayed.push(release);
    point = release.after;
  }
  return replayed;
}

/** Migration files read back and replayed from a point on, judged against a running release. */
export function replayFiles(files: readonly PlanFile[], before: Point, running: Release, { facts, overlay, context }: Omit<ReplayInput, "running">): Replayed {
  const python = overlay(new Map(files.map((file) => [file.path, file.text])));
  const problems: { path: string; message: string }[] = [];
  const migrations = files.flatMap((file) => loaded(file, python, facts, problems));
  const steps: (Step | End)[] = [];
  const walking = walk(migrations, before, context);
  let next = walking.next();
  for (; !next.done; next = walking.next()) {
    const step = next.value;
    steps.push(step);
    if (step.kind === "operation" && step.problem) problems.push({ path: step.migration.path ?? "", message: step.problem.message });
  }
  const after = next.value;
  const ends = new Map(steps.flatMap((step) => (step.kind === "end" ? [[step.migration, step.after.schema] as const] : [])));
  const view = { kind: "fixed", release: running, next: releaseTables(after.bound), schema: after.schema, ends } as const;
  return { before, after, migrations: [...records(steps, facts, view, () => true)], problems };
}

function loaded({ path, app, name }: PlanFile, python: Python, facts: ProjectFacts, problems: { path: string; message: string }[]): readonly Migration[] {
  const result = loadMigration(python, path, { app, name }, facts);
  if ("migration" in result) {
    for (const { message } of result.migration.problems) problems.push({ path, message });
    return [result.migration];
  }
  problems.push({ path, message: result.skipped.reason });
  return [];
}
