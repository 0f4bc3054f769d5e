import type { Plan } from "../plan/types.ts";
import type { Finding, OperationRecord } from "../safety/types.ts";

/** Rules whose findings say what a record's own members say, in whose words the report tells it. */
const restated: ReadonlySet<string> = new Set(["unknown-operation", "breaks-running-release", "breaks-new-release", "fails-on-existing-rows", "loses-data"]);
/** Rules about what waits: the table of operations says it, and the plan what to do. */
const waits: ReadonlySet<string> = new Set(["blocks-reads", "blocks-writes", "rewrites-table"]);

/** The findings of an operation that are not told elsewhere in the report. */
export function otherFindings(record: OperationRecord, plan: Plan | null): Finding[] {
  const planned = plan !== null && [...plan.releases.flatMap((release) => release.steps), ...plan.without].some(({ target }) => target === record.target);
  return record.findings.filter(({ rule }) => !restated.has(rule) && !(planned && waits.has(rule)));
}

/** Data is lost that nobody may have meant to lose: not by a drop, which says so by itself. */
export function losesSilently(record: OperationRecord): boolean {
  return record.losesData !== null && !dropsOnly(record);
}

/** Data is lost, but only with what is dropped. */
export function dropsOnly({ losesData, findings }: OperationRecord): boolean {
  return losesData !== null && findings.some((finding) => finding.rule === "drops-data") && !findings.some((finding) => finding.rule === "loses-data");
}
