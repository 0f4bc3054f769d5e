import type { Audit, Explanation, Review } from "../report/types.ts";

export type Format = "text" | "markdown" | "json" | "sarif" | "sql";

/** A report in one of its formats. */
export async function answer(report: Review | Explanation | Audit, format: Format): Promise<string> {
  if (format === "json") {
    const json = await import("../report/json.ts");
    return json.jsonText(report.kind === "review" ? json.reviewToJson(report) : report.kind === "explain" ? json.explanationToJson(report) : json.auditToJson(report));
  }
  if (format === "sarif") return (await import("../report/sarif.ts")).sarifText(report);
  if (format === "sql") {
    const sql = await import("../report/sql.ts");
    return report.kind === "audit" ? sql.auditToSql(report) : sql.toSql(report);
  }
  if (format === "markdown") {
    if (report.kind === "review") return (await import("../report/markdown.ts")).reviewToMarkdown(report);
    if (report.kind === "audit") return (await import("../report/audit/markdown.ts")).auditToMarkdown(report);
    const markdown = await import("../report/markdown-history.ts");
    return markdown.explanationToMarkdown(report);
  }
  if (report.kind === "audit") return (await import("../report/audit/text.ts")).auditToText(report);
  const text = await import("../report/text.ts");
  return report.kind === "review" ? text.reviewToText(report) : text.explanationToText(report);
}
