import { bind } from "../django/bind/bind.ts";
import type { BindContext } from "../django/bind/context.ts";
import type { BoundState } from "../django/bound.ts";
import type { Migration, Operation, Problem } from "../django/operation.ts";
import { databaseSteps } from "../django/replay/replay.ts";
import { forward, type ForwardOptions } from "../django/replay/forward.ts";
import type { ProjectState } from "../django/state.ts";
import { applyChange } from "../schema/apply.ts";
import { changesOf, type SchemaChange, type Statement } from "../schema/change.ts";
import { Editor } from "../schema/lower/editor.ts";
import { lowerOperation } from "../schema/lower/operation.ts";
import type { RawReader } from "../schema/lower/raw-sql.ts";
import type { Schema } from "../schema/schema.ts";
import type { Dialect } from "../sql/dialect.ts";

/** A point in a history: what the code believes and what the database holds. */
export interface Point {
  readonly state: ProjectState;
  readonly bound: BoundState;
  /** What was put off to the migration's end counted in. */
  readonly schema: Schema;
}

/** One operation of a history. */
export interface Step {
  readonly kind: "operation";
  readonly migration: Migration;
  readonly index: number;
  readonly operation: Operation;
  readonly before: Point;
  readonly after: Point;
  readonly statements: readonly Statement[];
  /** What it puts off to the end of the migration, as it reads when the operation has run. */
  readonly deferred: readonly Statement[];
  /** Why the state could not follow it. */
  readonly problem: Problem | null;
}

/** The end of a migration. */
export interface End {
  readonly kind: "end";
  readonly migration: Migration;
  /** Every statement that Django puts off to here, in order. */
  readonly deferred: readonly Statement[];
  readonly after: Point;
}

export interface WalkContext {
  readonly dialect: Dialect;
  readonly bind: BindContext;
  readonly forward: ForwardOptions;
  readonly raw: (sql: string, schema: () => Schema) => readonly SchemaChange[];
  readonly split: RawReader["split"];
}

/** Replays migrations in their order from a point on, operation by operation: states, schema and SQL. */
export function* walk(migrations: Iterable<Migration>, start: Point, context: WalkContext): Generator<Step | End, Point> {
  const editors = editorsOf(context);
  let point = start;
  for (const migration of migrations) {
    const editor = editors(point.schema);
    for (const [index, operation] of migration.operations.entries()) {
      const { state, bound, problem } = perform(editor, migration.app, index, operation, point, context);
      const statements = editor.statements();
      const deferred = editor.deferredBy(index);
      const schema = [...statements, ...deferred].flatMap(changesOf).reduce((s, change) => applyChange(s, change, context.dialect.vendor), point.schema);
      const after: Point = { state, bound, schema };
      yield { kind: "operation", migration, index, operation, before: point, after, statements, deferred, problem };
      point = after;
    }
    const deferred = editor.deferred();
    editor.begin(migration.operations.length);
    editor.flush();
    point = { ...point, schema: editor.schema };
    yield { kind: "end", migration, deferred, after: point };
  }
  return point;
}

/** Where migrations lead from a point on, as `walk` has it at the end, without what is known on the way. */
export function endOf(migrations: Iterable<Migration>, start: Point, context: WalkContext): Point {
  const editors = editorsOf(context);
  let point = start;
  for (const migration of migrations) {
    const editor = editors(point.schema);
    for (const [index, operation] of migration.operations.entries()) {
      const { state, bound } = perform(editor, migration.app, index, operation, point, context);
      point = { state, bound, schema: point.schema };
    }
    editor.begin(migration.operations.length);
    editor.flush();
    point = { ...point, schema: editor.schema };
  }
  return point;
}

/** An editor for each migration; what is known of functions and extensions is known to those that follow. */
function editorsOf({ dialect }: WalkContext): (schema: Schema) => Editor {
  const nondeterministic = new Set<string>();
  const extensions = new Set<string>();
  return (schema) => new Editor(dialect, schema, nondeterministic, extensions);
}

/** Moves the state by one operation, and lets the editor do what it does to the database. */
function perform(editor: Editor, app: string, index: number, operation: Operation, before: Point, context: WalkContext): Omit<Point, "schema"> & Pick<Step, "problem"> {
  const { state, problem } = forward(before.state, app, operation, context.forward);
  const bound = state === before.state ? before.bound : bind(state, context.bind, before.bound);
  const raw: RawReader = { changes: (sql) => context.raw(sql, () => editor.schema), split: context.split };
  editor.begin(index);
  if (problem) editor.refuse(problem.message);
  else lower(editor, operation, app, before, { state, bound }, raw, context);
  return { state, bound, problem };
}

function lower(editor: Editor, operation: Operation, app: string, before: Point, after: Omit<Point, "schema">, raw: RawReader, context: WalkContext): void {
  // The database side of SeparateDatabaseAndState moves through states of its own.
  let inner = before.state;
  const step = (part: Operation, bound: BoundState): BoundState => {
    const [moved] = [...databaseSteps([part], app, inner, context.forward)];
    if (!moved || moved.problem) return bound;
    inner = moved.after;
    return bind(inner, context.bind, bound);
  };
  lowerOperation(editor, operation, { app, before: before.bound, after: after.bound, raw, step });
}
