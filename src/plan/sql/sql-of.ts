import type { Migration, Operation } from "../../django/operation.ts";
import { type Point, walk, type WalkContext } from "../../history/walk.ts";
import type { Statement } from "../../schema/change.ts";

/** What Django would run for operations at a point, and where that leads. */
export interface Made {
  readonly statements: readonly Statement[];
  readonly after: Point;
}

/** Django's statements for operations in a migration of their own. null where one of them cannot be applied or its SQL is not known. */
export function statementsOf(operations: readonly Operation[], app: string, point: Point, context: WalkContext): Made | null {
  const walking = walk([migrationOf(app, operations)], point, context);
  const statements: Statement[] = [];
  let problem = false;
  for (let next = walking.next(); ; next = walking.next()) {
    if (next.done) return problem ? null : { statements, after: next.value };
    const step = next.value;
    if (step.kind === "operation") problem ||= step.problem !== null;
    statements.push(...(step.kind === "operation" ? step.statements : step.deferred));
    problem ||= statements.some((statement) => statement.unknown !== null);
  }
}

/** The texts of the statements; null where one is not known. */
export function textsOf(statements: readonly Statement[]): readonly string[] | null {
  const texts = statements.map((statement) => statement.sql);
  return texts.every((text) => text !== null) ? texts : null;
}

/** The SQL of operations at a point; null where it is not known. */
export function sqlOf(operations: readonly Operation[], app: string, point: Point, context: WalkContext): readonly string[] | null {
  const made = statementsOf(operations, app, point, context);
  return made && textsOf(made.statements);
}

/** Operations in a migration of their own, to be walked through. */
export function migrationOf(app: string, operations: readonly Operation[]): Migration {
  return { app, name: "", path: null, dependencies: [], runBefore: [], replaces: [], initial: false, atomic: true, operations, problems: [], line: 0 };
}
