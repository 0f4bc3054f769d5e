import type { Migration, Operation, Problem } from "../operation.ts";
import type { ProjectState } from "../state.ts";
import { forward, type ForwardOptions } from "./forward.ts";

/** One operation of the history with the states around it. */
export interface Step {
  readonly migration: Migration;
  /** Index of the operation in the migration. */
  readonly index: number;
  readonly operation: Operation;
  readonly before: ProjectState;
  readonly after: ProjectState;
  /** Why the operation could not be applied; the state is unchanged then. */
  readonly problem: Problem | null;
}

export const emptyState: ProjectState = { models: new Map() };

/** Replays migrations in the given order, operation by operation. The caller keeps the states it needs; all share what is equal. */
export function* replay(migrations: Iterable<Migration>, initial: ProjectState = emptyState, options: ForwardOptions = {}): Generator<Step, ProjectState> {
  let state = initial;
  for (const migration of migrations) {
    for (const [index, operation] of migration.operations.entries()) {
      const { state: after, problem } = forward(state, migration.app, operation, options);
      yield { migration, index, operation, before: state, after, problem };
      state = after;
    }
  }
  return state;
}

/** The state after the last of the migrations, and every problem on the way. */
export function finalState(migrations: Iterable<Migration>, initial: ProjectState = emptyState, options: ForwardOptions = {}): { readonly state: ProjectState; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  let state = initial;
  for (const step of replay(migrations, initial, options)) {
    state = step.after;
    if (step.problem) problems.push(step.problem);
  }
  return { state, problems };
}

/** The states around each database operation of a SeparateDatabaseAndState: they move on their own (SeparateDatabaseAndState.database_forwards). */
export function* databaseSteps(operations: readonly Operation[], app: string, before: ProjectState, options: ForwardOptions = {}): Generator<Omit<Step, "migration">> {
  let state = before;
  for (const [index, operation] of operations.entries()) {
    const { state: after, problem } = forward(state, app, operation, { ...options, stateOnly: false });
    yield { index, operation, before: state, after, problem };
    state = after;
  }
}
