import { fullDetail, type Detail } from "./detail.ts";
import { reviewToMarkdown } from "./markdown.ts";
import type { Review } from "./types.ts";

/** GitHub's limit for a comment's body, in characters. */
export const commentLimit = 65_536;

/** A review that is short enough, and what was left out to make it so (each in a few words; empty for nothing). */
export interface Fitted {
  readonly markdown: string;
  readonly left: readonly string[];
}

/** The rungs, from everything down to the counts: each adds to what those above it leave out. */
const rungs: readonly { readonly change: Partial<Detail>; readonly left: string | null }[] = [
  { change: {}, left: null },
  { change: { sql: false }, left: "the SQL of this pull request as it stands" },
  { change: { plan: "files" }, left: "the SQL of the plan" },
  { change: { background: false }, left: "notes and the facts taken for granted" },
  { change: { plan: "table" }, left: "the files of the plan" },
  { change: { rows: 40, bullets: 6 }, left: "the longer part of each list" },
  { change: { plan: "none", rows: 12, bullets: 4 }, left: "the plan" },
  { change: { rows: 0, bullets: 1 }, left: "the table of operations" },
];

/**
 * The review as Markdown of at most `limit` characters, `marker` (what the comment is known by) at its top included; `from` is as much as there may be.
 * The last rung holds counts and one example each; should even that be too long, only the headline and the verdict are left.
 */
export function fit(review: Review, limit: number, marker = "", from: Detail = fullDetail): Fitted {
  let detail = from;
  const left: string[] = [];
  for (const rung of rungs) {
    detail = { ...detail, ...rung.change };
    if (rung.left !== null) left.push(rung.left);
    const markdown = `${marker}${reviewToMarkdown(review, detail, left)}`;
    if (markdown.length <= limit) return { markdown, left: [...left] };
  }
  const counts = `${marker}${reviewToMarkdown({ ...review, projects: review.projects.map((project) => ({ ...project, plan: null })) }, { ...detail, rows: 0, bullets: 0 }, left)}`;
  if (counts.length <= limit) return { markdown: counts, left };
  return { markdown: headlineOnly(review, marker), left: ["everything but the counts"] };
}

/** Bounded whatever the review holds. */
function headlineOnly(review: Review, marker: string): string {
  const [heading = ""] = reviewToMarkdown(review, { ...fullDetail, plan: "none", sql: false, background: false, rows: 0, bullets: 0 }).split("\n");
  return `${marker}${heading}\n\nThe check ${review.verdict === "fail" ? "fails" : "passes"}. The review is too long for a comment: \`review\` on the command line prints it.\n`;
}
