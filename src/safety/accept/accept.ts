import { code } from "../../django/graph/words.ts";
import type { Place } from "../../place.ts";
import { finding as findingOf } from "../findings/findings.ts";
import { acceptWithoutReason } from "../findings/rules/acceptWithoutReason.ts";
import { staleAcceptance } from "../findings/rules/staleAcceptance.ts";
import { allRules } from "../findings/rules.ts";
import type { Breakage, Finding, MigrationRecord, OperationRecord } from "../types.ts";
import { acceptComments, type AcceptComment } from "./comments.ts";

/** A finding that somebody takes the responsibility for. */
export interface Accepted {
  readonly finding: Finding;
  readonly reason: string;
  /** Where the comment stands. */
  readonly place: Place;
}

/** What is left to tell, and what was accepted. */
export interface Judged {
  readonly migrations: readonly MigrationRecord[];
  readonly graph: readonly Finding[];
  readonly accepted: readonly Accepted[];
}

/** Lines of a migration's class statement: a comment there accepts for every operation of it. */
type ClassLine = (path: string) => number | null;

/**
 * Takes out of records and graph findings what comments in the migrations accept. A comment stands on a line of the operation or above it; above or
 * beside the class it holds for the whole migration. A breakage, a row that may fail and data that may be lost go with their finding.
 * A comment without a reason accepts nothing and is told, one that accepts nothing that is there is told, too.
 */
export function accept(migrations: readonly MigrationRecord[], graph: readonly Finding[], text: (path: string) => string | null, classLine: ClassLine): Judged {
  const files = new Set([...migrations.map(({ path }) => path), ...graph.flatMap(({ place }) => (place === null ? [] : [place.path])), ...migrations.flatMap(pathsOf)]);
  const comments = [...files].filter((path) => path !== "").flatMap((path) => acceptComments(path, text(path) ?? ""));
  if (comments.length === 0) return { migrations, graph, accepted: [] };

  const accepted: Accepted[] = [];
  const used = new Set<AcceptComment>();
  /** Keeps what no comment accepts. */
  const keep = (finding: Finding, operation: OperationRecord | null): boolean => {
    const comment = comments.find((one) => one.rule === finding.rule && one.reason !== null && covers(one, finding, operation, classLine));
    if (!comment) return true;
    used.add(comment);
    accepted.push({ finding: { ...finding, place: finding.place ?? operation?.place ?? null }, reason: comment.reason!, place: { path: comment.path, line: comment.line } });
    return false;
  };

  const judged = migrations.map((migration) => {
    const operations = migration.operations.map((record) => withoutAccepted(record, record.findings.filter((one) => keep(one, record))));
    const own = migration.findings.filter((one) => keep(one, migration.operations.find(({ place }) => place.line === one.place?.line && place.path === one.place.path) ?? null));
    return { ...migration, operations, findings: own };
  });
  const left = graph.filter((one) => keep(one, null));
  const told = comments.flatMap((comment) => aboutComment(comment, used.has(comment)));
  return { migrations: judged.map((migration) => ({ ...migration, findings: [...migration.findings, ...told.filter(({ place }) => place?.path === migration.path)] })), graph: [...left, ...told.filter(({ place }) => !judged.some(({ path }) => path === place?.path))], accepted };
}

function pathsOf({ operations }: MigrationRecord): string[] {
  return operations.flatMap(({ place, findings }) => [place.path, ...findings.flatMap((one) => (one.place === null ? [] : [one.place.path]))]);
}

function covers(comment: AcceptComment, finding: Finding, operation: OperationRecord | null, classLine: ClassLine): boolean {
  if (finding.place?.path === comment.path && finding.place.line === comment.codeLine) return true;
  if (operation?.place.path === comment.path && comment.codeLine >= operation.place.line && comment.codeLine <= operation.lastLine) return true;
  const file = operation?.place.path ?? finding.place?.path;
  return file === comment.path && classLine(comment.path) === comment.codeLine;
}

/** A record without what its accepted findings say of it. */
function withoutAccepted(record: OperationRecord, findings: readonly Finding[]): OperationRecord {
  if (findings.length === record.findings.length) return record;
  const gone = new Set(record.findings.filter((one) => !findings.includes(one)).map(({ rule }) => rule));
  for (const { rule } of findings) gone.delete(rule);
  const still = ({ release }: Breakage) => !gone.has(release === "running" ? "breaks-running-release" : "breaks-new-release");
  const acceptedBreaks = record.breaks.filter((breakage) => !still(breakage));
  return {
    ...record,
    findings,
    accepted: [...gone].sort(),
    ...(acceptedBreaks.length > 0 && { acceptedBreaks }),
    breaks: record.breaks.filter(still),
    failsOnExistingRows: gone.has("fails-on-existing-rows") ? null : record.failsOnExistingRows,
    losesData: gone.has("loses-data") ? null : record.losesData,
    impact: {
      ...record.impact,
      blocksReads: record.impact.blocksReads && !gone.has("blocks-reads"),
      blocksWrites: record.impact.blocksWrites && !gone.has("blocks-writes") && !gone.has("blocks-reads"),
    },
  };
}

function aboutComment(comment: AcceptComment, used: boolean): Finding[] {
  const place = { path: comment.path, line: comment.line };
  if (comment.rule === "") return [findingOf(acceptWithoutReason, { message: "The comment names no rule and no reason.", place }, place)];
  if (comment.reason === null) return [findingOf(acceptWithoutReason, { message: `${code(comment.rule)} is accepted without a reason, so it still counts.`, place }, place)];
  if (used) return [];
  const known = allRules.some(({ id }) => id === comment.rule);
  return [findingOf(staleAcceptance, { message: known ? `${code(comment.rule)} is accepted, and there is nothing of the kind here.` : `${code(comment.rule)} is accepted, and there is no such rule.`, place }, place)];
}
