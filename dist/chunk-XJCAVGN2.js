import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  auditToMarkdown,
  fullAudit
} from "./chunk-5EK3N3B2.js";
import {
  reviewToMarkdown
} from "./chunk-YNR7XTXO.js";
import {
  fullDetail
} from "./chunk-MSHCRMWM.js";
import {
  auditHeadline
} from "./chunk-XFD7JVGX.js";

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
function fit(review, limit, marker = "", from = fullDetail) {
  let detail = from;
  const left = [];
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
function headlineOnly(review, marker) {
  const [heading = ""] = reviewToMarkdown(review, { ...fullDetail, plan: "none", sql: false, background: false, rows: 0, bullets: 0 }).split("\n");
  return `${marker}${heading}

The check ${review.verdict === "fail" ? "fails" : "passes"}. The review is too long for a comment: \`review\` on the command line prints it.
`;
}

// src/report/audit/ladder.ts
var { unreleased } = fullAudit;
var rungs2 = [
  { change: {}, left: null },
  { change: { history: "count" }, left: "what broke before" },
  { change: { facts: false, unreleased: { ...unreleased, plan: "files" } }, left: "the facts taken for granted, the SQL of the plan" },
  { change: { contracts: "files" }, left: "the SQL of the contracts" },
  { change: { unreleased: { ...unreleased, plan: "table" } }, left: "the files of the plan" },
  { change: { contracts: "table" }, left: "the migrations that contract" },
  { change: { rows: 100, unreleased: { ...unreleased, plan: "table", rows: 40, bullets: 6 } }, left: "the longer part of each list" },
  { change: { rows: 12, unreleased: { ...unreleased, plan: "none", rows: 12, bullets: 4 } }, left: "the plan, and most of each list" }
];
function fitAudit(audit, limit, marker = "") {
  let detail = fullAudit;
  const left = [];
  for (const rung of rungs2) {
    detail = { ...detail, ...rung.change };
    if (rung.left !== null) left.push(rung.left);
    const markdown = `${marker}${auditToMarkdown(audit, detail, left)}`;
    if (markdown.length <= limit) return { markdown, left: [...left] };
  }
  const { emoji, text } = auditHeadline(audit);
  return { markdown: `${marker}## ${emoji} Migrations: ${text}

The audit is too long for this place: \`audit\` on the command line prints it.
`, left: ["everything but the counts"] };
}

export {
  commentLimit,
  fit,
  fitAudit
};
