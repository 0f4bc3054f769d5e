import type { Part, Recipe } from "../course.ts";
import { modelOf } from "../course.ts";
import { runSql, stateOnly } from "../operations.ts";
import { alterTable } from "../sql/raw.ts";
import type { Edit } from "../types.ts";
import { slug } from "./words.ts";
import { codeSpan } from "../../code-span.ts";

/** Rows that must not overlap any more. */
export const newExclusion: Recipe = {
  id: "new-exclusion",
  title: "A new exclusion constraint",
  when: "`AddConstraint` of an `ExclusionConstraint` on a table that is there: the running release may still write rows that overlap, and the server builds its index while all others wait.",
  databases: "PostgreSQL, the only one that has it. It can be neither `NOT VALID` nor made from an index that is there, so building its index stops reads and writes: a quiet minute, and `lock_timeout` so that it does not queue before others.",
  reversible: "Always.",
  releases: ["The models have the constraint, the database does not yet: new code keeps it.", "Look for rows that overlap and correct them; then add it when few use the table."],
  course(change) {
    const { operation: add, app, record, context } = change;
    if (add.kind !== "AddConstraint") return null;
    const [statement] = record.statements;
    const made = statement?.change;
    const model = modelOf(change.after, app, add.model);
    if (!model || record.statements.length !== 1 || made?.kind !== "AddConstraint" || made.constraint.kind !== "exclusion" || statement?.sql == null) return null;
    const { dialect } = context;
    const { name, sql } = made.constraint;
    const key = model.pk?.column;
    const query = key ? overlaps(sql, dialect.quoteName(model.table), dialect.quoteName(key)) : null;
    const code: readonly Edit[] = query === null ? [] : [{ path: "overlaps.sql", kind: "code", language: "sql", text: `${query}\n` }];
    const parts: Part[] = [
      {
        release: 0,
        phase: "expand",
        title: "Give the models the constraint; the database does not have it yet",
        explanation: "New code keeps it: validation asks for it (Django 4.1 and later), and code that saves without validation must. The running release may still write rows that overlap, and so may two requests at the same moment.",
        does: { kind: "instead", operations: [stateOnly([add])] },
      },
      {
        release: 1,
        phase: "contract",
        title: "Add the constraint when few use the table",
        explanation: `Look for rows that overlap first, and correct them, or it fails. Reads and writes of ${codeSpan(model.table)} wait while its index is built: measure that on a copy. After two seconds of waiting for the lock it gives up; run it again then.`,
        does: { kind: "file", migration: { name: slug(model.name, name), atomic: true, operations: [runSql(["SET LOCAL lock_timeout = '2s'", statement.sql], [alterTable(dialect, model.table, `DROP CONSTRAINT ${dialect.quoteName(name)}`)])] } },
        code,
      },
    ];
    return { shortcuts: [], parts };
  },
};

/** Pairs of rows that the constraint refuses; null where it compares more than plain columns. */
function overlaps(sql: string, table: string, key: string): string | null {
  const inside = /^EXCLUDE USING \w+ \((.*)\)$/s.exec(sql)?.[1];
  const elements = inside?.split(", ").map((element) => /^("(?:[^"]|"")+") WITH (\S+)$/.exec(element));
  if (!elements || !elements.every((element) => element !== null)) return null;
  return `SELECT a.${key}, b.${key} FROM ${table} AS a JOIN ${table} AS b ON a.${key} < b.${key}${elements.map(([, column, operator]) => ` AND a.${column} ${operator} b.${column}`).join("")};`;
}
