import type { Impact, OperationRecord } from "../safety/types.ts";
import { isUnknown } from "./judge.ts";
import { rowsText } from "../safety/findings/words.ts";
import { unknownSql } from "./statements.ts";

/** What waits for a table while an operation runs. */
export type Wait =
  /** As long as the tables are large: who (`writes to`), which tables (text of the project), and what goes on meanwhile. */
  | { readonly long: true; readonly who: string; readonly tables: readonly { readonly table: string; readonly lock: string; readonly rows: number | null }[]; readonly during: string }
  /** Nobody, or nobody for long, or it is not known. */
  | { readonly long: false; readonly text: string };

/** Locks beside which every statement of a release runs on: PostgreSQL's (manual, 13.3) and MySQL's shared metadata locks. */
const harmless = /^(ACCESS SHARE|ROW SHARE|ROW EXCLUSIVE|SHARE UPDATE EXCLUSIVE|SHARED.*|NONE)$/;

/** PostgreSQL's beside which reads go on. Where they wait all the same, an earlier statement of the transaction has taken ACCESS EXCLUSIVE. */
const letsRead = /^(SHARE|SHARE ROW EXCLUSIVE|SHARE UPDATE EXCLUSIVE)$/;

export function waitOf(record: OperationRecord): Wait {
  const { impact } = record;
  const locks = Object.entries(impact.locks).map(([table, lock]) => ({ table, lock, rows: impact.rows?.[table] ?? null })).sort((a, b) => (a.table < b.table ? -1 : 1));
  const held = locks.filter(({ lock }) => !harmless.test(lock));
  if (impact.blocksReads || impact.blocksWrites) {
    const busy = held.filter(({ table }) => impact.rewrites.includes(table) || impact.scans.includes(table));
    const who = impact.blocksReads && impact.blocksWrites ? "reads and writes of" : impact.blocksReads ? "reads of" : "writes to";
    const tables = (busy.length > 0 ? busy : held.length > 0 ? held : locks).map((one, _, all) => (impact.blocksReads && all.length === 1 && letsRead.test(one.lock) ? { ...one, lock: "ACCESS EXCLUSIVE" } : one));
    return { long: true, who, tables, during: during(record, tables.length) };
  }
  if (unknownSql(record) !== null || (isUnknown(record) && record.statements.length === 0)) return { long: false, text: "unknown" };
  if (record.findings.some(({ rule }) => rule === "unknown-locks")) return { long: false, text: "not known" };
  if (held.length > 0) return { long: false, text: "only a moment" };
  return { long: false, text: record.onNewTable ? "no, it is new" : "no" };
}

/** What takes as long as the tables are large. */
function during({ impact, statements }: OperationRecord, tables: number): string {
  const them = tables === 1 ? "it is" : "they are";
  if (impact.rewrites.length > 0) return `${them} rewritten`;
  const builds = statements.some(({ change }) => change.kind === "CreateIndex" || (change.kind === "AddConstraint" && change.constraint.kind === "unique"));
  return builds ? "the index builds" : `${them} read`;
}

/** The wait as plain text: `writes to shop_order wait while the index builds (SHARE)`. Text of the project: not escaped. */
export function waitText(wait: Wait): string {
  if (!wait.long) return wait.text;
  return `${wait.who} ${wait.tables.map(({ table, rows }) => `${table}${rows === null ? "" : ` (${rowsText(rows)})`}`).join(", ")} wait while ${wait.during} (${locksOf(wait).join(", ")})`;
}

/** Each kind of lock once. */
export function locksOf(wait: Wait): string[] {
  return wait.long ? [...new Set(wait.tables.map(({ lock }) => lock))] : [];
}

/** `ACCESS EXCLUSIVE on shop_order, no rewrite, no scan`: an impact as a comment in SQL. Text of the project: not escaped. */
export function impactLine(impact: Impact): string {
  const locks = Object.entries(impact.locks).sort(([a], [b]) => (a < b ? -1 : 1)).map(([table, lock]) => `${lock} on ${table}`);
  const rewrite = impact.rewrites.length > 0 ? `rewrites ${impact.rewrites.join(", ")}` : "no rewrite";
  const scan = impact.scans.length > 0 ? `reads all of ${impact.scans.join(", ")}` : "no scan";
  return [locks.length > 0 ? locks.join("; ") : "no lock on a table that was there", rewrite, scan].join(", ");
}
