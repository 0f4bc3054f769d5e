import { summary } from "@actions/core";
import { fitAudit } from "../report/audit/ladder.ts";
import { wholeDetail } from "../report/detail.ts";
import { fit } from "../report/ladder.ts";
import type { Audit, Review } from "../report/types.ts";

/** GITHUB_STEP_SUMMARY may be so many bytes; above it the runner drops all of it. Some are left for what the runner adds. */
const limit = 1024 * 1024 - 1024;

/** Writes the job summary. Where there is no file for it (an old GitHub Enterprise Server) nothing is written. */
export async function writeSummary(markdown: string): Promise<void> {
  if (!process.env["GITHUB_STEP_SUMMARY"]) return;
  await summary.addRaw(markdown, true).write({ overwrite: true });
}

/** The review, as much of it as a summary holds. */
export function reviewSummary(review: Review): string {
  return fitting((characters) => fit(review, characters, "", wholeDetail).markdown);
}

/** The audit, as much of it as a summary holds. */
export function auditSummary(audit: Audit): string {
  return fitting((characters) => fitAudit(audit, characters).markdown);
}

/** The ladders count characters; one is at most three bytes for each UTF-16 unit. */
function fitting(fitted: (characters: number) => string): string {
  for (const characters of [limit, Math.floor(limit / 3)]) {
    const markdown = fitted(characters);
    if (Buffer.byteLength(markdown) <= limit) return markdown;
  }
  return fitted(10_000);
}
