import type { Fitted } from "../ladder.ts";
import type { Audit } from "../types.ts";
import { type AuditDetail, fullAudit } from "./detail.ts";
import { auditToMarkdown } from "./markdown.ts";
import { auditHeadline } from "./words.ts";

const { unreleased } = fullAudit;

/** The rungs, from everything down to the counts: each adds to what those above it leave out. What can be seen elsewhere goes first. */
const rungs: readonly { readonly change: Partial<AuditDetail>; readonly left: string | null }[] = [
  { change: {}, left: null },
  { change: { history: "count" }, left: "what broke before" },
  { change: { facts: false, unreleased: { ...unreleased, plan: "files" } }, left: "the facts taken for granted, the SQL of the plan" },
  { change: { contracts: "files" }, left: "the SQL of the contracts" },
  { change: { unreleased: { ...unreleased, plan: "table" } }, left: "the files of the plan" },
  { change: { contracts: "table" }, left: "the migrations that contract" },
  { change: { rows: 100, unreleased: { ...unreleased, plan: "table", rows: 40, bullets: 6 } }, left: "the longer part of each list" },
  { change: { rows: 12, unreleased: { ...unreleased, plan: "none", rows: 12, bullets: 4 } }, left: "the plan, and most of each list" },
];

/** The audit as Markdown of at most `limit` characters, `marker` at its top included. Should even the last rung be too long, only the headline is left. */
export function fitAudit(audit: Audit, limit: number, marker = ""): Fitted {
  let detail = fullAudit;
  const left: string[] = [];
  for (const rung of rungs) {
    detail = { ...detail, ...rung.change };
    if (rung.left !== null) left.push(rung.left);
    const markdown = `${marker}${auditToMarkdown(audit, detail, left)}`;
    if (markdown.length <= limit) return { markdown, left: [...left] };
  }
  const { emoji, text } = auditHeadline(audit);
  return { markdown: `${marker}## ${emoji} Migrations: ${text}\n\nThe audit is too long for this place: \`audit\` on the command line prints it.\n`, left: ["everything but the counts"] };
}
