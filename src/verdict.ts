import type { FailOn } from "./config/config.ts";
import type { ProjectReview, Review } from "./report/types.ts";
import { isAboutModels, isUnknown } from "./report/judge.ts";
import { stillNamed } from "./safety/findings/rules/stillNamed.ts";
import type { OperationRecord } from "./safety/types.ts";

/**
 * The verdict where a label may accept everything: the reasons stay, and the label is named as it was configured.
 * GitHub tells labels apart without regard to case.
 */
export function acceptedVerdict(found: Pick<Review, "verdict" | "reasons">, label: string | null, labels: readonly string[]): Pick<Review, "verdict" | "reasons" | "acceptedByLabel"> {
  if (found.verdict === "pass" || label === null || !labels.some((one) => one.toLowerCase() === label.toLowerCase())) return found;
  return { verdict: "pass", reasons: found.reasons, acceptedByLabel: label };
}

/** Does the change pass, and if not, why: a sentence each, without anything from the pull request. */
export function verdictOf(projects: readonly ProjectReview[], failOn: FailOn): { readonly verdict: "pass" | "fail"; readonly reasons: readonly string[] } {
  if (failOn === "never") return { verdict: "pass", reasons: [] };
  const migrations = projects.flatMap((project) => project.migrations);
  const operations = migrations.flatMap((migration) => migration.operations);
  const graph = projects.flatMap((project) => project.graph);
  const skipped = projects.flatMap((project) => project.skipped);
  const number = (test: (record: OperationRecord) => boolean) => operations.filter(test).length;
  const findings = [...migrations.flatMap((migration) => migration.findings), ...operations.flatMap((record) => record.findings)];
  const counted: readonly (readonly [number, string, string])[] = [
    [number((record) => record.breaks.some((breakage) => breakage.release === "running")), "operation breaks the running release", "operations break the running release"],
    [number((record) => record.breaks.some((breakage) => breakage.release === "new")), "operation breaks the new release", "operations break the new release"],
    [number((record) => record.findings.some(({ rule, level }) => level === "error" && rule === stillNamed.id)), "operation takes away what the running release's code still names", "operations take away what the running release's code still names"],
    [number(isUnknown), "operation is not understood", "operations are not understood"],
    [number((record) => record.findings.some(({ rule, level }) => level === "error" && rule !== stillNamed.id && !rule.startsWith("breaks-"))), "operation cannot run as it is", "operations cannot run as they are"],
    [number((record) => record.failsOnExistingRows !== null), "operation may fail on rows that are there", "operations may fail on rows that are there"],
    [skipped.length, "file could not be read", "files could not be read"],
    [graph.filter((finding) => finding.level === "error" && isAboutModels(finding)).length, "difference between models and migrations", "differences between models and migrations"],
    [graph.filter((finding) => finding.level === "error" && !isAboutModels(finding)).length, "error in the migration graph", "errors in the migration graph"],
    [migrations.flatMap((migration) => migration.findings).filter((finding) => finding.level === "error").length, "migration cannot run as it is", "migrations cannot run as they are"],
  ];
  const reasons = counted.filter(([n]) => n > 0).map(([n, one, many]) => `${n} ${n === 1 ? one : many}.`);
  const warnings = [...findings, ...graph].filter((finding) => finding.level === "warning").length;
  if (failOn === "warning" && warnings > 0) reasons.push(`${warnings} ${warnings === 1 ? "warning" : "warnings"}, and \`fail-on\` is \`warning\`.`);
  return { verdict: reasons.length > 0 ? "fail" : "pass", reasons };
}
