import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  reviewToMarkdown
} from "./chunk-OHC7TKJB.js";
import {
  auditToMarkdown
} from "./chunk-NVW557I2.js";
import {
  fullDetail,
  wholeDetail
} from "./chunk-YGWULN5D.js";
import {
  summary
} from "./chunk-W5P3MIS3.js";

// src/report/ladder.ts
var commentLimit = 65536;
var rungs = [
  { change: {}, left: null },
  { change: { sql: false }, left: "the SQL of this pull request as it stands" },
  { change: { plan: "files" }, left: "the SQL of the plan" },
  { change: { background: false }, left: "notes and the facts taken for granted" },
  { change: { plan: "table" }, left: "the files of the plan" },
  { change: { rows: 40, bullets: 6 }, left: "the longer part of each list" },
  { change: { plan: "none", rows: 12, bullets: 4 }, left: "the plan" },
  { change: { rows: 0, bullets: 1 }, left: "the table of operations" }
];
function fit(review, limit2, marker = "", from = fullDetail) {
  let detail = from;
  const left = [];
  for (const rung of rungs) {
    detail = { ...detail, ...rung.change };
    if (rung.left !== null) left.push(rung.left);
    const markdown = `${marker}${reviewToMarkdown(review, detail, left)}`;
    if (markdown.length <= limit2) return { markdown, left: [...left] };
  }
  const counts = `${marker}${reviewToMarkdown({ ...review, projects: review.projects.map((project) => ({ ...project, plan: null })) }, { ...detail, rows: 0, bullets: 0 }, left)}`;
  if (counts.length <= limit2) return { markdown: counts, left };
  return { markdown: headlineOnly(review, marker), left: ["everything but the counts"] };
}
function headlineOnly(review, marker) {
  const [heading = ""] = reviewToMarkdown(review, { ...fullDetail, plan: "none", sql: false, background: false, rows: 0, bullets: 0 }).split("\n");
  return `${marker}${heading}

The check ${review.verdict === "fail" ? "fails" : "passes"}. The review is too long for a comment: \`review\` on the command line prints it.
`;
}

// src/github/summary.ts
var limit = 1024 * 1024 - 1024;
async function writeSummary(markdown) {
  if (!process.env["GITHUB_STEP_SUMMARY"]) return;
  await summary.addRaw(markdown, true).write({ overwrite: true });
}
function reviewSummary(review) {
  for (const characters of [limit, Math.floor(limit / 3)]) {
    const { markdown } = fit(review, characters, "", wholeDetail);
    if (Buffer.byteLength(markdown) <= limit) return markdown;
  }
  return fit(review, 1e4).markdown;
}
function auditSummary(audit) {
  for (let keep = Math.max(0, ...audit.projects.map((project) => project.migrations.length)); ; keep = Math.floor(keep / 2)) {
    const projects = audit.projects.map((project) => ({ ...project, migrations: keep === 0 ? [] : project.migrations.slice(-keep), ...keep === 0 ? { pending: project.pending.slice(0, 200), graph: project.graph.slice(0, 50), skipped: project.skipped.slice(0, 50) } : {} }));
    const left = audit.projects.reduce((sum, project, index) => sum + project.migrations.length - projects[index].migrations.length, 0);
    const said = left === 0 ? "" : `
<sub>${left} older migrations are left out because a job summary may not be longer: \`audit\` on the command line prints everything.</sub>
`;
    const markdown = `${auditToMarkdown({ ...audit, projects })}${said}`;
    if (Buffer.byteLength(markdown) <= limit || keep === 0) return Buffer.byteLength(markdown) <= limit ? markdown : "## Audit\n\nToo long for a job summary: `audit` on the command line prints it.\n";
  }
}

export {
  commentLimit,
  fit,
  writeSummary,
  reviewSummary,
  auditSummary
};
