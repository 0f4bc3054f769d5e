import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  fit,
  fitAudit
} from "./chunk-XJCAVGN2.js";
import {
  wholeDetail
} from "./chunk-MSHCRMWM.js";
import {
  summary
} from "./chunk-W5P3MIS3.js";

// src/github/summary.ts
var limit = 1024 * 1024 - 1024;
async function writeSummary(markdown) {
  if (!process.env["GITHUB_STEP_SUMMARY"]) return;
  await summary.addRaw(markdown, true).write({ overwrite: true });
}
function reviewSummary(review) {
  return fitting((characters) => fit(review, characters, "", wholeDetail).markdown);
}
function auditSummary(audit) {
  return fitting((characters) => fitAudit(audit, characters).markdown);
}
function fitting(fitted) {
  for (const characters of [limit, Math.floor(limit / 3)]) {
    const markdown = fitted(characters);
    if (Buffer.byteLength(markdown) <= limit) return markdown;
  }
  return fitted(1e4);
}

export {
  writeSummary,
  reviewSummary,
  auditSummary
};
