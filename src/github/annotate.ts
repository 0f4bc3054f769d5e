import * as core from "@actions/core";
import { annotations } from "../report/annotations.ts";
import type { Review } from "../report/types.ts";
import { say } from "./log.ts";

/**
 * The runner shows ten annotations of a level for each step (`_maxCountPerIssueType` of its ExecutionContext). Some are kept for what else there may be to
 * say: the verdict; outputs that are not complete, comments that could not be written.
 */
const shown = { error: 9, warning: 7, note: 10 };

const commands = { error: core.error, warning: core.warning, note: core.notice };

/** Puts what there is to say beside the lines of the diff, the worst first; says how many are left out. */
export function annotate(review: Review): void {
  const all = annotations(review);
  for (const level of ["error", "warning", "note"] as const) {
    const of = all.filter((one) => one.level === level);
    for (const { title, message, path, line, endLine } of of.slice(0, shown[level])) {
      commands[level](message, { title, ...(path === null ? {} : { file: path, ...(line === null ? {} : { startLine: line, endLine: endLine ?? line }) }) });
    }
    const more = of.length - shown[level];
    if (more > 0) say(`${more} more annotations (${level}) are left out: GitHub shows ten of a level. The job summary has them all.`);
  }
}
