import { createHash } from "node:crypto";
import type { Accepted } from "../safety/accept/accept.ts";
import type { Finding, Level, OperationRecord } from "../safety/types.ts";
import { findingPages, home } from "../home.ts";
import { clip, visible } from "./escape.ts";
import { ruleOf, unreadFile, type SarifRule } from "./sarif-rules.ts";
import type { Audit, Explanation, ProjectExplanation, ProjectReview, Review } from "./types.ts";

/** SARIF 2.1.0 as far as it is written here; GitHub's code scanning takes it (docs.github.com, SARIF support for code scanning). */
export interface SarifLog {
  readonly $schema: string;
  readonly version: "2.1.0";
  readonly runs: readonly SarifRun[];
}

export interface SarifRun {
  readonly tool: { readonly driver: { readonly name: string; readonly informationUri: string; readonly semanticVersion: string; readonly rules: readonly SarifRule[] } };
  readonly columnKind: "utf16CodeUnits";
  readonly invocations: readonly { readonly executionSuccessful: true; readonly toolExecutionNotifications: readonly { readonly level: Level; readonly message: { readonly text: string } }[] }[];
  readonly results: readonly SarifResult[];
}

export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: Level;
  readonly message: { readonly text: string };
  readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: { readonly startLine: number; readonly endLine: number } } }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions?: readonly { readonly kind: "inSource"; readonly justification: string }[];
}

/** GitHub takes no more results of a run. */
export const mostResults = 25_000;

/** `--format sarif` and `sarif-file`: every finding with its place, the worst first; what a comment accepts as suppressed. Paths are the repository's. */
export function toSarif(report: Review | Explanation | Audit): SarifLog {
  const all = report.projects.flatMap((project) => told(project));
  const order: Record<Level, number> = { error: 0, warning: 1, note: 2 };
  const placed = all.filter((one) => one.path !== "").sort((a, b) => order[a.level] - order[b.level]);
  const kept = placed.slice(0, mostResults);
  const ids = [...new Set(kept.map(({ rule }) => rule))];
  const seen = new Map<string, number>();
  const results = kept.map((one): SarifResult => ({
    ruleId: one.rule,
    ruleIndex: ids.indexOf(one.rule),
    level: one.level,
    message: { text: one.text },
    locations: [{ physicalLocation: { artifactLocation: { uri: one.path.split("/").map(encodeURIComponent).join("/") }, region: { startLine: one.line, endLine: Math.max(one.line, one.lastLine) } } }],
    partialFingerprints: { primaryLocationLineHash: fingerprint(one, seen) },
    ...(one.accepted !== null && { suppressions: [{ kind: "inSource", justification: one.accepted }] }),
  }));
  const notifications = [
    ...all.filter((one) => one.path === "").map(({ level, text }) => ({ level, message: { text } })),
    ...(placed.length > kept.length ? [{ level: "warning" as const, message: { text: `${placed.length - kept.length} more results are left out: GitHub takes ${mostResults} of a run. The worst are here.` } }] : []),
  ];
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [{
      tool: { driver: { name: "django-expand-contract", informationUri: home, semanticVersion: report.version, rules: ids.map((id) => ruleOf(id, findingPages)) } },
      columnKind: "utf16CodeUnits",
      invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }],
      results,
    }],
  };
}

/** Its text: stable, ends in a line end. */
export function sarifText(report: Review | Explanation | Audit): string {
  return `${JSON.stringify(toSarif(report), null, 1)}\n`;
}

interface Told {
  readonly rule: string;
  readonly level: Level;
  readonly text: string;
  /** Empty for what has no place. */
  readonly path: string;
  readonly line: number;
  readonly lastLine: number;
  /** The reason a comment gives. */
  readonly accepted: string | null;
}

function told(project: ProjectReview | ProjectExplanation): Told[] {
  return [
    ...project.graph.map((finding) => ofFinding(finding, null)),
    ...project.skipped.map(({ path, line, reason }): Told => ({ rule: unreadFile, level: "error", text: sentence(`${reason}. Nothing in it counts as safe.`), path, line: line ?? 1, lastLine: line ?? 1, accepted: null })),
    ...project.migrations.flatMap((migration) => [
      ...migration.findings.map((finding) => ofFinding(finding, null)),
      ...migration.operations.flatMap((record) => record.findings.map((finding) => ofFinding(finding, record))),
    ]),
    ...("accepted" in project ? (project.accepted ?? []).map(ofAccepted) : []),
  ];
}

function ofFinding({ rule, level, message, advice, place }: Finding, record: OperationRecord | null): Told {
  const at = place ?? record?.place ?? { path: "", line: 1 };
  const whole = record !== null && at.path === record.place.path && at.line === record.place.line;
  return { rule, level, text: sentence(advice === null ? message : `${message} ${advice}`), path: at.path, line: at.line, lastLine: whole ? record.lastLine : at.line, accepted: null };
}

function ofAccepted({ finding, reason }: Accepted): Told {
  return { ...ofFinding(finding, null), accepted: clip(visible(reason), 1000) };
}

/** Plain text: `[name](1)` would be a link in it (SARIF 2.1.0, 3.11.6). */
function sentence(text: string): string {
  return clip(visible(text), 2000).replaceAll("](", "] (");
}

/** The same for the same finding of the same file, wherever its lines have moved to. */
function fingerprint({ rule, path, text }: Told, seen: Map<string, number>): string {
  const hash = createHash("sha256").update(JSON.stringify([rule, path, text])).digest("hex").slice(0, 16);
  const number = (seen.get(hash) ?? 0) + 1;
  seen.set(hash, number);
  return `${hash}:${number}`;
}
