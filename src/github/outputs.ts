import { setOutput, warning } from "@actions/core";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { auditToJson, jsonText, reviewToJson } from "../report/json.ts";
import type { Audit, Review } from "../report/types.ts";
import type { Moment } from "../safety/types.ts";

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
  setOutput("pre-deploy-migrations", labels(report, "before"));
  setOutput("post-deploy-migrations", labels(report, "after"));
  setOutput("pending-count", report.kind === "audit" ? report.projects.flatMap(({ pending }) => pending).length : "");
  setOutput("report-path", await writeReport(jsonText(report.kind === "review" ? reviewToJson(report) : auditToJson(report))));
}

/** The outputs of a change that touches no migration. */
export function setOutputsOfNothing(): void {
  setOutput("verdict", "pass");
  for (const name of ["additive-count", "expand-count", "contract-count", "unknown-count"]) setOutput(name, 0);
  setOutput("releases", 1);
  for (const name of ["pre-deploy-migrations", "post-deploy-migrations", "pending-count", "report-path"]) setOutput(name, "");
}

/**
 * The migrations of a moment, `shop.0042_order users.0011_name`, in the order they run. A name that is more than a plain identifier could be anything by the
 * time a shell has read it: it is left out, with a warning.
 */
function labels(report: Review | Audit, moment: Moment): string {
  const all = report.projects.flatMap(({ migrations }) => migrations).filter((migration) => migration.moment === moment).map(({ app, name }) => `${app}.${name}`);
  const plain = all.filter((label) => /^[A-Za-z_][A-Za-z0-9_]*\.[A-Za-z0-9_]+$/.test(label));
  const left = all.length - plain.length;
  if (left > 0) warning(`${left} of the migrations ${left === 1 ? "is" : "are"} left out of the outputs, for a name that is more than letters, digits and underscores.`, { title: "Outputs not complete" });
  return plain.join(" ");
}

async function writeReport(json: string): Promise<string> {
  const folder = await mkdtemp(join(process.env["RUNNER_TEMP"] || tmpdir(), "django-expand-contract-"));
  const path = join(folder, "report.json");
  await writeFile(path, json);
  return path;
}
