import { summary } from "@actions/core";
import { wholeDetail } from "../report/detail.ts";
import { fit } from "../report/ladder.ts";
import { auditToMarkdown } from "../report/markdown-history.ts";
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
  // The ladder counts characters; one is at most three bytes for each UTF-16 unit.
  for (const characters of [limit, Math.floor(limit / 3)]) {
    const { markdown } = fit(review, characters, "", wholeDetail);
    if (Buffer.byteLength(markdown) <= limit) return markdown;
  }
  return fit(review, 10_000).markdown;
}

/** The audit, with fewer of the oldest migrations until it fits. */
export function auditSummary(audit: Audit): string {
  for (let keep = Math.max(0, ...audit.projects.map((project) => project.migrations.length)); ; keep = Math.floor(keep / 2)) {
    const projects = audit.projects.map((project) => ({ ...project, migrations: keep === 0 ? [] : project.migrations.slice(-keep), ...(keep === 0 ? { pending: project.pending.slice(0, 200), graph: project.graph.slice(0, 50), skipped: project.skipped.slice(0, 50) } : {}) }));
    const left = audit.projects.reduce((sum, project, index) => sum + project.migrations.length - projects[index]!.migrations.length, 0);
    const said = left === 0 ? "" : `\n<sub>${left} older migrations are left out because a job summary may not be longer: \`audit\` on the command line prints everything.</sub>\n`;
    const markdown = `${auditToMarkdown({ ...audit, projects })}${said}`;
    if (Buffer.byteLength(markdown) <= limit || keep === 0) return Buffer.byteLength(markdown) <= limit ? markdown : "## Audit\n\nToo long for a job summary: `audit` on the command line prints it.\n";
  }
}
