import type { Point, Step as Walked, End, WalkContext } from "../history/walk.ts";
import type { OpenProject } from "../history/open.ts";
import type { Python } from "../python/python.ts";
import type { MigrationRecord } from "../safety/types.ts";
import { adviceWithout } from "./advice.ts";
import { changesOf } from "./changes.ts";
import type { Change, Course } from "./course.ts";
import { fillsNewField, needsPlan, requiredLater, waitingFor } from "./data.ts";
import { moveOf } from "./moved.ts";
import { modelFiles } from "./models/files.ts";
import { rejected } from "./proof.ts";
import { recipes } from "./recipes/recipes.ts";
import { partsOnline } from "./sql/online-ddl.ts";
import { releasesOf } from "./releases.ts";
import { replayTrain, type Replayed } from "./sql/replay.ts";
import { stranded } from "./stranded.ts";
import { NoTrain, trainOf, type TrainRelease } from "./train.ts";
import type { Plan } from "./types.ts";
import { Unwritable } from "./write/python.ts";

/** What a plan is made from. */
export interface PlanInput {
  readonly project: Pick<OpenProject, "facts" | "graph" | "text">;
  /** With a reader of raw SQL. */
  readonly context: WalkContext;
  /** Before the pull request, and after it. */
  readonly running: Point;
  readonly last: Point;
  readonly steps: readonly (Walked | End)[];
  readonly migrations: readonly MigrationRecord[];
  /** Reads the repository's Python with the given files in the place of its own. */
  readonly overlay: (files: ReadonlyMap<string, string>) => Python;
  /** The models modules that were found (`wantedFiles`), and their text. */
  readonly modelPaths: readonly string[];
  readonly modelText: (path: string) => string | null;
}

/** A plan with what it was made from: for tests, which hold it against the states and against servers. */
export interface MadePlan {
  readonly plan: Plan;
  readonly courses: readonly Course[];
  readonly train: readonly TrainRelease[];
  readonly replayed: readonly Replayed[];
}

/** Is there anything to plan? Then PlanInput must be complete. */
export function wantsPlan(migrations: readonly MigrationRecord[]): boolean {
  return migrations.some((migration) => migration.operations.some(needsPlan));
}

/** What to ship in which order; null when the pull request is fine in one release as it stands. Throws nothing that its input did not throw. */
export function makePlan(input: PlanInput): MadePlan | null {
  const changes = changesOf(input);
  const without: { target: string; reason: string }[] = [];
  let courses: readonly Course[] = wanted(changes).flatMap((change) => courseOf(change, without));
  if (courses.length === 0 && without.length === 0) return null;
  for (;;) {
    const apart = stranded(courses);
    for (const { course, reason } of apart) without.push({ target: course.target, reason });
    courses = courses.filter((course) => !apart.some((one) => one.course === course));
    const made = attempt(input, changes, courses);
    if ("train" in made) {
      const bad = rejected(courses, made.replayed, input);
      if (bad === null) {
        const models = modelFiles(input.modelPaths, changes.map(({ migration }) => migration), input.last.state, input.overlay, input.modelText);
        const plan: Plan = { releases: courses.length === 0 ? [] : releasesOf(made.train, made.replayed, models), shortcuts: courses.flatMap((course) => course.shortcuts.map((shortcut) => ({ ...shortcut, target: course.target }))), without: told(without) };
        return { plan, courses, ...made };
      }
      for (const { course, reason } of bad) without.push({ target: course.target, reason });
      courses = courses.filter((course) => !bad.some((one) => one.course === course));
    } else {
      without.push({ target: made.course.target, reason: made.reason });
      courses = courses.filter((course) => course !== made.course);
    }
  }
}

/** The operations that need a plan, and those before them that must be done otherwise because of it: data migrations wait, new fields come without a value. */
function wanted(changes: readonly Change[]): readonly Change[] {
  if (!changes.some(({ record }) => needsPlan(record))) return [];
  return changes.filter((change) => needsPlan(change.record) || requiredLater(change) || moveOf(change) !== null || ((change.operation.kind === "RunPython" || change.operation.kind === "RunSQL") && (waitingFor(change).length > 0 || fillsNewField(change))));
}

type Attempt = { readonly train: readonly TrainRelease[]; readonly replayed: readonly Replayed[] } | { readonly course: Course; readonly reason: string };

function attempt(input: PlanInput, changes: readonly Change[], courses: readonly Course[]): Attempt {
  const migrations = [...new Set(changes.map(({ migration }) => migration))];
  const python = input.overlay(new Map());
  try {
    const train = trainOf({ graph: input.project.graph, migrations, text: input.project.text, module: python.module, courses });
    return { train, replayed: replayTrain(train, { facts: input.project.facts, overlay: input.overlay, context: input.context, running: input.running }) };
  } catch (error) {
    if (error instanceof NoTrain) return { course: error.course, reason: error.message };
    throw error;
  }
}

/** What is said of a target once: an AddField and an AlterField of one field may have the same reason. */
function told(without: Plan["without"]): Plan["without"] {
  return without.filter(({ target, reason }, index) => without.findIndex((other) => other.target === target && other.reason === reason) === index);
}

function courseOf(change: Change, without: { target: string; reason: string }[]): readonly Course[] {
  const target = change.record.target ?? nameOfData(change);
  for (const recipe of recipes) {
    const found = tried(() => recipe.course(change));
    if (found === null) continue;
    if (typeof found !== "string") return [{ ...found, parts: partsOnline(found.parts, change), target, recipe: recipe.id, change }];
    without.push({ target, reason: `${recipe.title}: ${found}.` });
    return [];
  }
  if (!needsPlan(change.record)) return [];
  without.push({ target, reason: adviceWithout(change.record, change.database) });
  return [];
}

/** `shop.0002_more.fill` */
function nameOfData({ app, migration, operation }: Change): string {
  const code = operation.kind === "RunPython" ? operation.code : null;
  const name = typeof code === "object" && code?.kind === "ref" ? code.path.slice(code.path.lastIndexOf(".") + 1) : null;
  return [app, migration.name, ...(name === null ? [] : [name])].join(".");
}

function tried<T>(make: () => T): T | string {
  try {
    return make();
  } catch (error) {
    if (error instanceof Unwritable) return `its migration cannot be written anew, for ${error.message}`;
    throw error;
  }
}
