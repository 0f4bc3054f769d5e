import type { Finding } from "../../safety/types.ts";
import { isAboutModels, tally } from "../judge.ts";
import type { Audit, AuditedProject, PendingContract, Review } from "../types.ts";
import { count } from "../words.ts";

/** The audit in one line of plain text, and the emoji that goes before it. */
export function auditHeadline(audit: Audit): { readonly emoji: "🔴" | "🟡" | "🟢"; readonly text: string } {
  const pending = audit.projects.flatMap((project) => project.pending);
  const now = pending.filter(({ contract }) => contract.safe === "now").length;
  const unfinished = audit.projects.flatMap((project) => project.unfinished).length;
  const graph = [...audit.projects.flatMap((project) => graphLeft(project, audit)), ...graphOf(audit.unreleased)].filter((finding) => finding.level !== "note" && !isAboutModels(finding)).length;
  const skipped = audit.projects.flatMap((project) => project.skipped).length;
  const unreleased = tally(audit.unreleased ?? { projects: [] });
  const yet = (number: number, one: string, many: string) => (number === 0 ? [] : [`${count(number, "operation")} not released yet ${number === 1 ? one : many}`]);
  const broken = [
    ...yet(unreleased.breakRunning, "breaks the running release", "break the running release"),
    ...yet(unreleased.breakNew, "breaks the new release", "break the new release"),
    ...(unreleased.modelErrors === 0 ? [] : [`${count(unreleased.modelErrors, "difference")} between models and migrations`]),
  ];
  const parts = [
    ...broken,
    ...yet(unreleased.unknown, "cannot be judged", "cannot be judged"),
    ...(pending.length === 0 ? [] : [`${count(pending.length, "contract")} pending${now === 0 ? "" : `, ${pending.length === 1 ? "" : now === pending.length ? "all " : `${now} of them `}safe now`}`]),
    ...(unfinished === 0 ? [] : [(count(unfinished, "unfinished plan"))]),
    ...(graph === 0 ? [] : [`${count(graph, "problem")} in the migration graph`]),
    ...(skipped === 0 ? [] : [`${count(skipped, "file")} could not be read`]),
  ];
  return { emoji: broken.length > 0 ? "🔴" : parts.length > 0 ? "🟡" : "🟢", text: parts.length === 0 ? "nothing is left to do" : parts.join("; ") };
}

/** Findings of the project's graph that are not told with what is not released yet. */
export function graphLeft({ graph }: AuditedProject, { unreleased }: Audit): readonly Finding[] {
  const told = new Set(graphOf(unreleased).map(({ rule, message }) => JSON.stringify([rule, message])));
  return graph.filter(({ rule, message }) => !told.has(JSON.stringify([rule, message])));
}

function graphOf(review: Review | null): readonly Finding[] {
  return review === null ? [] : review.projects.flatMap((project) => project.graph);
}

/** What to know before migrations that are merged are rewritten. */
export const merged = "These migrations are merged and not released. The plan rewrites them, which is safe where no database that matters has run them; where one has, take them back with a migration of their own first.";

/** Is there anything that somebody has to know or do? What broke long ago is none. */
export function hasSomethingLeft(audit: Audit): boolean {
  return auditHeadline(audit).emoji !== "🟢" || audit.unreleased?.verdict === "fail";
}

/** `column shop_order.note`; the dot and the names are the project's text. */
export function pendingName({ table, name }: PendingContract): string {
  return name === null ? table : `${table}.${name}`;
}

export const whatWords: Record<PendingContract["what"], string> = { column: "column", table: "table", default: "default", nullability: "NULL allowed", constraint: "NOT VALID constraint", field: "deprecated field", "field class": "deprecated field class" };

/** `in 3 releases, since` and the tag; empty where the releases are not known. */
export function age({ released }: PendingContract): { readonly words: string; readonly first: string | null } {
  if (released === null) return { words: "", first: null };
  if (released.in === 0) return { words: "in no release yet", first: null };
  return { words: `in ${released.in}${released.orMore ? " or more" : ""} ${released.in === 1 && !released.orMore ? "release" : "releases"}`, first: released.orMore ? null : released.first };
}

export const safeWords: Record<PendingContract["contract"]["safe"], string> = { now: "safe now", "look first": "look first", "not yet": "not yet", unknown: "cannot be told" };

/** What is safe first; else as it came. */
export function bySafety(pending: readonly PendingContract[]): readonly PendingContract[] {
  const order = ["now", "look first", "not yet", "unknown"];
  return pending.toSorted((a, b) => order.indexOf(a.contract.safe) - order.indexOf(b.contract.safe));
}
