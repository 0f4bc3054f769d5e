import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  unknownSql
} from "./chunk-VE6HXMP7.js";

// src/report/restated.ts
var restated = /* @__PURE__ */ new Set(["unknown-operation", "breaks-running-release", "breaks-new-release", "fails-on-existing-rows", "loses-data"]);
var waits = /* @__PURE__ */ new Set(["blocks-reads", "blocks-writes", "rewrites-table"]);
function otherFindings(record, plan) {
  const planned = plan !== null && [...plan.releases.flatMap((release) => release.steps), ...plan.without].some(({ target }) => target === record.target);
  return record.findings.filter(({ rule }) => !restated.has(rule) && !(planned && waits.has(rule)));
}
function losesSilently(record) {
  return record.losesData !== null && !dropsOnly(record);
}
function dropsOnly({ losesData, findings }) {
  return losesData !== null && findings.some((finding) => finding.rule === "drops-data") && !findings.some((finding) => finding.rule === "loses-data");
}

// src/report/judge.ts
var emoji = { breaks: "\u{1F534}", unknown: "\u26AA", careful: "\u{1F7E1}", fine: "\u{1F7E2}" };
function markOf(record) {
  if (record.breaks.length > 0 || record.findings.some((finding) => finding.level === "error")) return "breaks";
  if (isUnknown(record)) return "unknown";
  const { blocksReads, blocksWrites } = record.impact;
  return acceptsRisk(record) || blocksReads || blocksWrites || losesSilently(record) || record.failsOnExistingRows !== null || record.findings.some((finding) => finding.level === "warning") ? "careful" : "fine";
}
function isUnknown(record) {
  if (record.accepted?.includes("unknown-operation")) return false;
  return record.phase === "unknown" || unknownSql(record) !== null;
}
function acceptsRisk({ accepted = [] }) {
  return accepted.some((rule) => rule === "breaks-running-release" || rule === "breaks-new-release" || rule === "unknown-operation");
}
function unknownReason(record) {
  if (!isUnknown(record)) return null;
  return unknownSql(record) ?? record.findings.find((finding) => finding.rule === "unknown-operation")?.message ?? "its effect on the releases is not known";
}
function isAboutModels({ rule }) {
  return rule === "model-without-migration" || rule === "migration-without-model";
}
function tally(review) {
  const migrations = review.projects.flatMap((project) => project.migrations);
  const operations = migrations.flatMap((migration) => migration.operations);
  const graph = review.projects.flatMap((project) => project.graph);
  const number = (test) => operations.filter(test).length;
  const breaks = (record, release) => record.breaks.some((breakage) => breakage.release === release);
  return {
    migrations: migrations.length,
    operations: operations.length,
    breakRunning: number((record) => breaks(record, "running")),
    breakNew: number((record) => breaks(record, "new") && !breaks(record, "running")),
    failOnRows: number((record) => record.failsOnExistingRows !== null),
    loseData: number(losesSilently),
    wait: number((record) => record.impact.blocksReads || record.impact.blocksWrites),
    unknown: number(isUnknown),
    accepted: number(acceptsRisk),
    skipped: review.projects.flatMap((project) => project.skipped).length,
    graphErrors: graph.filter((finding) => finding.level === "error" && !isAboutModels(finding)).length,
    modelErrors: graph.filter((finding) => finding.level === "error" && isAboutModels(finding)).length,
    graphWarnings: graph.filter((finding) => finding.level === "warning").length
  };
}

export {
  otherFindings,
  losesSilently,
  dropsOnly,
  emoji,
  markOf,
  isUnknown,
  acceptsRisk,
  unknownReason,
  isAboutModels,
  tally
};
