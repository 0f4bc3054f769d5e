import { setOutput } from "@actions/core";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { auditToJson, jsonText, reviewToJson } from "../report/json.ts";
import type { Audit, Review } from "../report/types.ts";

/** Sets the outputs: words of ours, numbers and a path of the runner; nothing that a pull request could write. */
export async function setOutputs(report: Review | Audit): Promise<void> {
  const operations = report.projects.flatMap((project) => project.migrations.flatMap((migration) => migration.operations));
  const phase = (name: string) => operations.filter((record) => record.phase === name).length;
  setOutput("verdict", report.kind === "review" ? report.verdict : "pass");
  setOutput("additive-count", phase("additive"));
  setOutput("expand-count", phase("expand"));
  setOutput("contract-count", phase("contract"));
  setOutput("unknown-count", operations.filter((record) => record.phase === "unknown" || record.unknown !== null).length);
  setOutput("releases", report.kind === "review" ? Math.max(1, ...report.projects.map((project) => project.plan?.releases.length ?? 1)) : 0);
  setOutput("report-path", await writeReport(jsonText(report.kind === "review" ? reviewToJson(report) : auditToJson(report))));
}

/** The outputs of a change that touches no migration. */
export function setOutputsOfNothing(): void {
  setOutput("verdict", "pass");
  for (const name of ["additive-count", "expand-count", "contract-count", "unknown-count"]) setOutput(name, 0);
  setOutput("releases", 1);
  setOutput("report-path", "");
}

async function writeReport(json: string): Promise<string> {
  const folder = await mkdtemp(join(process.env["RUNNER_TEMP"] || tmpdir(), "django-expand-contract-"));
  const path = join(folder, "report.json");
  await writeFile(path, json);
  return path;
}
