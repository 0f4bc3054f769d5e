import { vendors } from "../../../django/project.ts";
import { sentence } from "../words.ts";
import type { OperationRule } from "../rule.ts";

export const unknownLocks: OperationRule = {
  about: "operation",
  id: "unknown-locks",
  level: "warning",
  title: "Locks not known",
  why: "What the statement locks, and for how long others wait, could not be told. It may stop the application for as long as the table is large.",
  advice: "Try it on a copy of the database, and look at `pg_locks` or the process list meanwhile; or use a form whose locks are known.",
  databases: vendors,
  tell: ({ unknownLocks, unknown, doubts, sizes, impact }) => {
    const tables = Object.keys(impact.locks);
    // What is not known at all is told by unknown-operation.
    if (unknownLocks === null || unknown !== null || doubts.length > 0 || (tables.length > 0 && tables.every(sizes.small))) return [];
    const text = unknownLocks.replace(/"([^"`]+)"/g, "`$1`");
    return [/^(which|whether)/.test(text) ? `It is not known ${text}.` : text.includes("not known") ? sentence(text) : `Not known: ${text}.`];
  },
  bad: { operations: "migrations.RunSQL(\"REINDEX TABLE shop_order\")," },
  good: { operations: "migrations.RunSQL(\"REINDEX TABLE CONCURRENTLY shop_order\"),", attributes: "atomic = False" },
};
