import type { Impact, OperationRecord } from "../safety/types.ts";
import { isUnknown } from "./judge.ts";
import { unknownSql } from "./statements.ts";

/** What waits for a table while an operation runs. `locks` is set where somebody waits: lock and table, strongest first. */
export interface Wait {
  readonly text: string;
  readonly long: boolean;
  readonly locks: readonly { readonly table: string; readonly lock: string }[];
}

/** Locks beside which every statement of a release runs on: PostgreSQL's (manual, 13.3) and MySQL's shared metadata locks. */
const harmless = /^(ACCESS SHARE|ROW SHARE|ROW EXCLUSIVE|SHARE UPDATE EXCLUSIVE|SHARED.*|NONE)$/;

export function waitOf(record: OperationRecord): Wait {
  const { impact } = record;
  const held = Object.entries(impact.locks).map(([table, lock]) => ({ table, lock })).sort((a, b) => (a.table < b.table ? -1 : 1));
  const busy = held.filter(({ table }) => impact.rewrites.includes(table) || impact.scans.includes(table));
  if (impact.blocksReads || impact.blocksWrites) {
    const who = impact.blocksReads && impact.blocksWrites ? "reads and writes wait" : impact.blocksReads ? "reads wait" : "writes wait";
    return { text: `${who} while ${during(record)}`, long: true, locks: busy.length > 0 ? busy : held };
  }
  if (unknownSql(record) !== null || (isUnknown(record) && record.statements.length === 0)) return { text: "unknown", long: false, locks: [] };
  const momentary = held.filter(({ lock }) => !harmless.test(lock));
  if (momentary.length > 0) return { text: "only a moment", long: false, locks: [] };
  return { text: record.onNewTable ? "no, it is new" : "no", long: false, locks: [] };
}

/** What takes as long as the table is large. */
function during({ impact, statements }: OperationRecord): string {
  if (impact.rewrites.length > 0) return "the table is rewritten";
  const builds = statements.some(({ change }) => change.kind === "CreateIndex" || (change.kind === "AddConstraint" && change.constraint.kind === "unique"));
  return builds ? "the index builds" : "the table is read";
}

/** `ACCESS EXCLUSIVE on shop_order, no rewrite, no scan`: an impact as a comment in SQL. Text of the project: not escaped. */
export function impactLine(impact: Impact): string {
  const locks = Object.entries(impact.locks).sort(([a], [b]) => (a < b ? -1 : 1)).map(([table, lock]) => `${lock} on ${table}`);
  const rewrite = impact.rewrites.length > 0 ? `rewrites ${impact.rewrites.join(", ")}` : "no rewrite";
  const scan = impact.scans.length > 0 ? `reads all of ${impact.scans.join(", ")}` : "no scan";
  return [locks.length > 0 ? locks.join("; ") : "no lock on a table that was there", rewrite, scan].join(", ");
}
