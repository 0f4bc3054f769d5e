import type { Graph } from "../django/graph/graph.ts";
import type { Migration, Operation } from "../django/operation.ts";
import type { PyModule } from "../python/python.ts";
import type { Course, OwnMigration, Part } from "./course.ts";
import { numbering } from "./files/numbering.ts";
import { rewrite } from "./files/rewrite.ts";
import { markerText } from "./marker.ts";
import { writeMigration } from "./write/migration.ts";
import { Unwritable } from "./write/python.ts";

/** A migration file as it is after a release of the plan. */
export interface PlanFile {
  readonly app: string;
  readonly name: string;
  readonly path: string;
  /** null: new. */
  readonly before: string | null;
  readonly text: string;
}

/** A part with the files it makes or changes; `text` of a file that several parts change is as it is after this one. */
export interface Placed {
  readonly course: Course;
  readonly part: Part;
  readonly files: readonly PlanFile[];
  /** Which operations of the last file are its own; null: all. */
  readonly at: { readonly first: number; readonly count: number } | null;
}

export interface TrainRelease {
  /** 0 is the pull request's own. */
  readonly index: number;
  readonly placed: readonly Placed[];
  /** Every migration file of the release as it ships, in the order it runs; those of the pull request that stay as they are included. */
  readonly files: readonly PlanFile[];
}

/** A course whose files cannot be written, and why. */
export class NoTrain extends Error {
  override name = "NoTrain";
  readonly course: Course;
  constructor(course: Course, message: string) {
    super(message);
    this.course = course;
  }
}

export interface TrainInput {
  readonly graph: Graph<Migration>;
  /** The pull request's migrations, in order. */
  readonly migrations: readonly Migration[];
  readonly text: (path: string) => string | null;
  readonly module: (path: string) => PyModule | null;
  readonly courses: readonly Course[];
}

/** All courses merged into as few releases as the longest needs. Throws NoTrain. */
export function trainOf(input: TrainInput): readonly TrainRelease[] {
  const last = Math.max(0, ...input.courses.flatMap((course) => course.parts.map((part) => part.release)));
  const numbers = numbering(input.graph);
  const releases: TrainRelease[] = [];
  for (let index = 0; index <= last; index++) {
    const placed: Placed[] = [];
    const files: PlanFile[] = [];
    const taken = new Map<Course, PlanFile>();
    const own: { readonly course: Course; readonly part: Part; readonly migration: OwnMigration }[] = [];
    if (index === 0) {
      for (const migration of input.migrations) {
        const changed = pullRequestFile(input, migration);
        files.push(changed.file);
        placed.push(...changed.placed);
        for (const [course, file] of changed.taken) taken.set(course, file);
      }
    }
    const done = new Set(placed.map(({ part }) => part));
    for (const course of input.courses) {
      for (const part of course.parts) {
        if (part.release !== index || done.has(part)) continue;
        if (part.does.kind === "file") own.push({ course, part, migration: part.does.migration });
        else if (part.does.kind === "nothing") placed.push({ course, part, files: [], at: null });
      }
    }
    for (const { course, part, migration } of own) {
      const app = course.change.app;
      const { name, path, dependencies } = numbers.next(app, migration.name);
      const text = written(course, () => writeMigration({
        comments: markerOf(course, index),
        dependencies: [...dependencies, ...(migration.dependencies ?? [])],
        atomic: migration.atomic,
        operations: migration.operations,
        functions: migration.functions ?? [],
        modules: migration.modules ?? [],
        names: migration.names ?? new Map(),
      }));
      const file: PlanFile = { app, name, path, before: null, text };
      files.push(file);
      const without = taken.get(course);
      taken.delete(course);
      placed.push({ course, part, files: without ? [without, file] : [file], at: null });
    }
    for (const [course, file] of taken) placed.push({ course, part: { release: 0, phase: "expand", title: "Leave it out of this release", explanation: `It comes in release ${Math.min(...course.parts.map((part) => part.release)) + 1}.`, does: { kind: "nothing" } }, files: [file], at: { first: 0, count: 0 } });
    releases.push({ index, placed: sorted(placed, input.courses), files });
  }
  return releases;
}

/** What cannot be written is the course's fault. */
function written<T>(course: Course, write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (error instanceof Unwritable) throw new NoTrain(course, `its migration cannot be written anew, for ${error.message}`);
    throw error;
  }
}

/** In the order of the pull request's operations, and within one as its recipe has them. */
function sorted(placed: readonly Placed[], courses: readonly Course[]): readonly Placed[] {
  const rank = ({ course, part }: Placed) => courses.indexOf(course) * 1000 + course.parts.indexOf(part);
  return [...placed].sort((a, b) => rank(a) - rank(b));
}

/** What tells an unfinished plan in the files; nothing for a course of one release. Code alone leaves no file: the last step is one that does. */
function markerOf({ target, recipe, parts }: Course, index: number): readonly string[] {
  const of = Math.max(...parts.filter((part) => part.does.kind !== "nothing").map((part) => part.release)) + 1;
  return of === 1 ? [] : [markerText({ target, recipe, step: index + 1, of })];
}

interface Changed {
  readonly file: PlanFile;
  readonly placed: readonly Placed[];
  /** Courses whose operation comes in a file of its own: the file without it. */
  readonly taken: ReadonlyMap<Course, PlanFile>;
}

/** The pull request's own file with the first release's operations in the place of those that have a course. */
function pullRequestFile({ courses, text, module: moduleOf }: TrainInput, migration: Migration): Changed {
  const before = migration.path === null ? null : text(migration.path);
  const mine = courses.filter((course) => course.change.migration === migration);
  const base = { app: migration.app, name: migration.name, path: migration.path ?? "", before };
  const module = migration.path === null ? null : moduleOf(migration.path);
  if (before === null || module === null || mine.length === 0) return { file: { ...base, text: before ?? "" }, placed: [], taken: new Map() };
  const placed: Placed[] = [];
  const taken = new Map<Course, PlanFile>();
  const replacements = new Map<number, readonly Operation[]>();
  const comments = new Map<number, readonly string[]>();
  const functions = new Map<string, string>();
  let atomic = true;
  let current = before;
  for (const course of mine) {
    const part = course.parts.find(({ release, does }) => release === 0 && (does.kind === "instead" || does.kind === "functions")) ?? alone(course, migration, mine);
    const { index } = course.change.record;
    const operations = part?.does.kind === "instead" ? part.does.operations : part?.does.kind === "file" ? part.does.migration.operations : [];
    if (part?.does.kind === "functions") for (const [name, by] of part.does.functions) functions.set(name, by);
    else replacements.set(index, operations);
    if (part?.does.kind === "functions") atomic &&= part.does.atomic;
    else if (part?.does.kind === "file") atomic &&= part.does.migration.atomic;
    for (const { record } of course.takes ?? []) replacements.set(record.index, []);
    if (replacements.has(index)) comments.set(index, markerOf(course, 0));
    const next = written(course, () => rewrite(module, migration, replacements, { atomic, comments, functions, added: part?.does.kind === "file" ? (part.does.migration.functions ?? []) : [] }));
    if (next === null) throw new NoTrain(course, "its migration makes the operation in a way that cannot be edited here");
    const file: PlanFile = { ...base, before: current, text: next };
    if (part) placed.push({ course, part, files: [file], at: { first: index, count: part.does.kind === "functions" ? 1 : operations.length } });
    else taken.set(course, file);
    current = next;
  }
  // Operations in front of it may have become more or fewer.
  const position = (index: number) => migration.operations.slice(0, index).reduce((sum, _, before) => sum + (replacements.get(before)?.length ?? 1), 0);
  return { file: { ...base, text: current }, placed: placed.map((one) => ({ ...one, at: { first: position(one.at!.first), count: one.at!.count } })), taken };
}

/** A migration of its own may be the pull request's file itself, where it holds nothing else. */
function alone(course: Course, migration: Migration, mine: readonly Course[]): Part | null {
  if (migration.operations.length !== 1 || mine.length !== 1) return null;
  const own = course.parts.filter((part) => part.release === 0);
  return own.length === 1 && own[0]!.does.kind === "file" && (own[0]!.does.migration.modules ?? []).length === 0 ? own[0]! : null;
}
