import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import "./chunk-PFM5Z35S.js";

// src/cli/answer.ts
async function answer(report, format) {
  if (format === "json") {
    const json = await import("./json-H2N5CIHA.js");
    return json.jsonText(report.kind === "review" ? json.reviewToJson(report) : report.kind === "explain" ? json.explanationToJson(report) : json.auditToJson(report));
  }
  if (format === "sarif") return (await import("./sarif-WS4SG5IQ.js")).sarifText(report);
  if (format === "sql") {
    const sql = await import("./sql-JNCUODMN.js");
    return report.kind === "audit" ? sql.auditToSql(report) : sql.toSql(report);
  }
  if (format === "markdown") {
    if (report.kind === "review") return (await import("./markdown-J5RX5KCS.js")).reviewToMarkdown(report);
    if (report.kind === "audit") return (await import("./markdown-5GVQS5HP.js")).auditToMarkdown(report);
    const markdown = await import("./markdown-history-36Z5I4IP.js");
    return markdown.explanationToMarkdown(report);
  }
  if (report.kind === "audit") return (await import("./text-MEKDW5NZ.js")).auditToText(report);
  const text = await import("./text-DGZHB3Y4.js");
  return report.kind === "review" ? text.reviewToText(report) : text.explanationToText(report);
}
export {
  answer
};
