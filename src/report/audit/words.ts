import { tally } from "../judge.ts";
import type { Audit, PendingContract } from "../types.ts";
import { count } from "../words.ts";

/** The audit in one line of plain text, and the emoji that goes before it. */
export function auditHeadline(audit: Audit): { readonly emoji: "🔴" | "🟡" | "🟢"; readonly text: string } {
  const pending = audit.projects.flatMap((project) => project.pending);
  const now = pending.filter(({ contract }) => contract.safe === "now").length;
  const unfinished = audit.projects.flatMap((project) => project.unfinished).length;
  const graph = audit.projects.flatMap((project) => project.graph).filter(({ level }) => level !== "note").length;
  const skipped = audit.projects.flatMap((project) => project.skipped).length;
  const breaking = breakingOf(audit);
  const parts = [
    ...(breaking === 0 ? [] : [`${count(breaking, "operation")} not released yet ${breaking === 1 ? "breaks" : "break"} the running release`]),
    ...(pending.length === 0 ? [] : [`${count(pending.length, "contract")} pending${now === 0 ? "" : `, ${now} of them safe now`}`]),
    ...(unfinished === 0 ? [] : [(count(unfinished, "unfinished plan"))]),
    ...(graph === 0 ? [] : [`${count(graph, "problem")} in the migration graph`]),
    ...(skipped === 0 ? [] : [`${count(skipped, "file")} could not be read`]),
  ];
  return { emoji: breaking > 0 ? "🔴" : parts.length > 0 ? "🟡" : "🟢", text: parts.length === 0 ? "nothing is left to do" : parts.join("; ") };
}

function breakingOf({ unreleased }: Audit): number {
  return unreleased === null ? 0 : tally(unreleased).breakRunning;
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
