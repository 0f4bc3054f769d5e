import { releaseTables } from "../django/bind/release.ts";
import { type BlockedDelete, blockedDeletes } from "../safety/breakage/blockedDeletes.ts";
import type { Release } from "../safety/release.ts";
import type { Breakage, OperationRecord } from "../safety/types.ts";
import type { Schema } from "../schema/schema.ts";
import { codeSpan } from "../code-span.ts";
import type { Course } from "./course.ts";
import type { PlanInput } from "./plan.ts";
import type { Replayed } from "./sql/replay.ts";

/**
 * The courses that the replay of the plan does not bear out: a file that cannot be read back, an operation that cannot be applied, a release that
 * fails on the schema. null: every release works on the schema before and after its migrations.
 */
export function rejected(courses: readonly Course[], replayed: readonly Replayed[], input: Pick<PlanInput, "migrations" | "running" | "last">): readonly { readonly course: Course; readonly reason: string }[] | null {
  if (courses.length === 0) return null;
  const planned = new Set(courses.map((course) => course.change.record));
  // What breaks in operations that have no course, or is accepted by a comment, breaks in the plan, too, and is told as such.
  const records = input.migrations.flatMap((migration) => migration.operations);
  const known = new Set(records.flatMap((record) => [...(planned.has(record) ? [] : record.breaks), ...(record.acceptedBreaks ?? [])].map(wordsOf)));
  // So are rows that could not be deleted before, or cannot be after the pull request as it stands.
  const stuck = new Set([input.running, input.last].flatMap(({ bound, schema }) => undeletable(releaseTables(bound), schema)).map(({ constraint }) => constraint));
  for (const release of replayed) {
    const problem = release.problems[0];
    if (problem) return blame(courses, [], `the plan's own migration cannot be replayed: ${problem.message}`);
    for (const migration of release.migrations) {
      for (const record of migration.operations) {
        const broken = record.breaks.find((breakage) => !known.has(wordsOf(breakage)) && !keptByCode(record, breakage));
        if (broken) return blame(courses, [broken.table], `its steps would still break a release: ${codeSpan(broken.statement)} on ${codeSpan(broken.table)} fails with ${codeSpan(broken.error)}`);
      }
    }
    const blocked = undeletable(releaseTables(release.after.bound), release.after.schema).find(({ constraint }) => !stuck.has(constraint));
    if (blocked) return blame(courses, [blocked.child, blocked.parent], `its steps would leave the foreign key ${codeSpan(blocked.constraint)} behind, which keeps the release that does not know it from deleting rows of ${codeSpan(blocked.parent)}`);
  }
  return null;
}

/** Foreign keys that stay in the database though the release does not know them: it cannot delete what they refer to. */
export function undeletable(release: Release, schema: Schema): readonly BlockedDelete[] {
  const none: Schema = { tables: new Map([...schema.tables].map(([name, table]) => [name, { ...table, constraints: new Map() }])) };
  return blockedDeletes(release, none, schema, { tables: new Set(schema.tables.keys()), changes: [] });
}

export function wordsOf({ statement, table, column, error, release }: Breakage): string {
  return JSON.stringify([release, statement, table, column, error]);
}

/** Codes of rules about values: unique, check, exclusion. */
export const rules: ReadonlySet<string> = new Set(["23505", "23514", "23P01", "1062", "3819", "4025"]);

/** A rule that the models of the release before say already, so that its code keeps it: only the database follows, the project state stays. */
export function keptByCode({ operation }: OperationRecord, { code, release }: Breakage): boolean {
  const databaseOnly = (operation.kind === "RunSQL" && operation.stateOperations.length === 0) || (operation.kind === "SeparateDatabaseAndState" && operation.stateOperations.length === 0);
  return databaseOnly && release === "running" && code !== null && rules.has(code);
}

/** Those whose table it is; where none is, all of them: nothing is claimed that was not shown. */
function blame(courses: readonly Course[], tables: readonly string[], reason: string) {
  const guilty = courses.filter(({ change: { record } }) => tables.some((name) => record.breaks.some(({ table }) => table === name) || Object.keys(record.impact.locks).includes(name)));
  return (guilty.length > 0 ? guilty : courses).map((course) => ({ course, reason }));
}
