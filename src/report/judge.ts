import type { Finding, OperationRecord } from "../safety/types.ts";
import { losesSilently } from "./restated.ts";
import { unknownSql } from "./statements.ts";
import type { Review } from "./types.ts";

/** How an operation is marked, the worst first. */
export type Mark = "breaks" | "unknown" | "careful" | "fine";

export const emoji: Record<Mark, string> = { breaks: "🔴", unknown: "⚪", careful: "🟡", fine: "🟢" };

export function markOf(record: OperationRecord): Mark {
  if (record.breaks.length > 0 || record.findings.some((finding) => finding.level === "error")) return "breaks";
  if (isUnknown(record)) return "unknown";
  const { blocksReads, blocksWrites } = record.impact;
  return acceptsRisk(record) || blocksReads || blocksWrites || losesSilently(record) || record.failsOnExistingRows !== null || record.findings.some((finding) => finding.level === "warning") ? "careful" : "fine";
}

/** Something about it is not known, its SQL or what it does to the releases, and nobody accepts that. */
export function isUnknown(record: OperationRecord): boolean {
  if (record.accepted?.includes("unknown-operation")) return false;
  return record.phase === "unknown" || unknownSql(record) !== null;
}

/** Would it fail the check, had nobody accepted it? */
export function acceptsRisk({ accepted = [] }: OperationRecord): boolean {
  return accepted.some((rule) => rule === "breaks-running-release" || rule === "breaks-new-release" || rule === "unknown-operation");
}

/** Why it is not known; null when it is. */
export function unknownReason(record: OperationRecord): string | null {
  if (!isUnknown(record)) return null;
  return unknownSql(record) ?? record.findings.find((finding) => finding.rule === "unknown-operation")?.message ?? "its effect on the releases is not known";
}

/** The numbers a review is summed up with, over all of its projects. */
export interface Tally {
  readonly migrations: number;
  readonly operations: number;
  readonly breakRunning: number;
  /** Operations that break only the new release. */
  readonly breakNew: number;
  readonly failOnRows: number;
  readonly loseData: number;
  readonly wait: number;
  readonly unknown: number;
  /** Operations that break a release or are not understood, and that a comment accepts. */
  readonly accepted: number;
  readonly skipped: number;
  readonly graphErrors: number;
  /** Edits of a model without its migration, and the other way round. */
  readonly modelErrors: number;
  /** Warnings that belong to no operation and no migration. */
  readonly graphWarnings: number;
}

/** Is the finding about a model and its migrations that came apart? */
export function isAboutModels({ rule }: Finding): boolean {
  return rule === "model-without-migration" || rule === "migration-without-model";
}

export function tally(review: Pick<Review, "projects">): Tally {
  const migrations = review.projects.flatMap((project) => project.migrations);
  const operations = migrations.flatMap((migration) => migration.operations);
  const graph = review.projects.flatMap((project) => project.graph);
  const number = (test: (record: OperationRecord) => boolean) => operations.filter(test).length;
  const breaks = (record: OperationRecord, release: "running" | "new") => record.breaks.some((breakage) => breakage.release === release);
  return {
    migrations: migrations.length,
    operations: operations.length,
    breakRunning: number((record) => breaks(record, "running")),
    breakNew: number((record) => breaks(record, "new") && !breaks(record, "running")),
    failOnRows: number((record) => record.failsOnExistingRows !== null),
    loseData: number(losesSilently),
    wait: number((record) => record.impact.blocksReads || record.impact.blocksWrites),
    unknown: number(isUnknown),
    accepted: number(acceptsRisk),
    skipped: review.projects.flatMap((project) => project.skipped).length,
    graphErrors: graph.filter((finding) => finding.level === "error" && !isAboutModels(finding)).length,
    modelErrors: graph.filter((finding) => finding.level === "error" && isAboutModels(finding)).length,
    graphWarnings: graph.filter((finding) => finding.level === "warning").length,
  };
}
