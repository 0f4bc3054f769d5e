import { firstStepOf, type FirstStep } from "../plan/first-step.ts";
import type { Plan } from "../plan/types.ts";
import type { Finding, MigrationRecord, OperationRecord } from "../safety/types.ts";
import { code, prose } from "./escape.ts";
import { failures } from "./failures.ts";
import { emoji, markOf, unknownReason } from "./judge.ts";
import { failing, why } from "./markdown/breakages.ts";
import { sentence } from "./markdown/findings.ts";
import { wait } from "./markdown/operations.ts";
import { blocks, bullets, operationLabel, type Frame } from "./markdown/parts.ts";
import { shortNames } from "./names.ts";
import { otherFindings } from "./restated.ts";
import type { ProjectReview, Review, Skipped } from "./types.ts";
import { waitOf } from "./waits.ts";

/** What there is to say beside lines of the change: what breaks a release, cannot run, is not known or makes users wait. Markdown. */
export interface Remark {
  readonly path: string;
  readonly first: number;
  readonly last: number;
  /** What it is about, for a list of those that have no place. */
  readonly label: string;
  readonly text: string;
  /** The first step of the plan, where replacing lines is all of it. */
  readonly fix: FirstStep | null;
}

/** Everything to remark, what breaks before what makes wait. `text` has the files of the change. None where a label accepts everything. */
export function remarksOf(review: Review, text: (path: string) => string | null): readonly Remark[] {
  if (review.acceptedByLabel !== undefined) return [];
  const all = review.projects.flatMap((project) => ofProject(project, text));
  return [...all.filter(({ error }) => error), ...all.filter(({ error }) => !error)].map(({ remark }) => remark);
}

interface Ranked {
  readonly remark: Remark;
  /** Else it makes users wait. */
  readonly error: boolean;
}

function ofProject({ graph, skipped, migrations, plan }: ProjectReview, text: (path: string) => string | null): Ranked[] {
  const frame: Frame = { name: shortNames(migrations), heading: "###" };
  return [
    ...graph.flatMap(ofFinding),
    ...skipped.flatMap(ofSkipped),
    ...migrations.flatMap((migration) => [...migration.findings.flatMap(ofFinding), ...migration.operations.flatMap((record) => ofOperation(frame, migration, record, plan, text))]),
  ];
}

function ofFinding(finding: Finding): Ranked[] {
  const { level, place } = finding;
  if (level !== "error" || place === null) return [];
  return [{ error: true, remark: { path: place.path, first: place.line, last: place.line, label: code(finding.rule), text: `🔴 ${sentence(finding)}\n`, fix: null } }];
}

function ofSkipped({ path, line, reason }: Skipped): Ranked[] {
  return line === null ? [] : [{ error: true, remark: { path, first: line, last: line, label: code(path), text: `⚪ Not read, so nothing in it counts as safe: ${prose(reason)}\n`, fix: null } }];
}

function ofOperation(frame: Frame, migration: MigrationRecord, record: OperationRecord, plan: Plan | null, text: (path: string) => string | null): Ranked[] {
  const unknown = unknownReason(record);
  const findings = otherFindings(record, null).filter(({ level }) => level === "error");
  const waits = waitOf(record).long;
  const broken = (["running", "new"] as const).flatMap((release) => failures(record, release).map((failure) => `${release === "new" ? "The new release: " : ""}${failing(failure, why(failure))}`));
  const error = broken.length > 0 || unknown !== null || findings.length > 0 || record.failsOnExistingRows !== null;
  if (!error && !waits) return [];

  const label = operationLabel(frame, migration, record);
  const said = [
    ...broken,
    ...(record.failsOnExistingRows === null ? [] : [`\`migrate\` may stop on rows that are there: ${code(record.failsOnExistingRows)}`]),
    ...(unknown === null ? [] : [`Not understood, so it does not count as safe: ${prose(unknown)}`]),
    ...findings.map(sentence),
    ...(waits ? [upperFirst(wait(record, "text"))] : []),
  ];
  const fix = firstStepOf(plan, { target: record.target, place: record.place, lastLine: record.lastLine }, text);
  const remark = { path: record.place.path, first: record.place.line, last: record.lastLine, label, text: blocks(`${emoji[markOf(record)]} **${label} ${headline(record)}**`, bullets(said, 6), planned(record, plan)), fix };
  return [{ remark, error }];
}

function headline(record: OperationRecord): string {
  const of = (release: "running" | "new") => record.breaks.some((breakage) => breakage.release === release);
  if (of("running")) return "breaks the running release";
  if (of("new")) return "breaks the new release";
  if (unknownReason(record) !== null) return "cannot be judged";
  if (record.failsOnExistingRows !== null) return "may stop on existing rows";
  return markOf(record) === "breaks" ? "cannot run as it is" : "makes others wait";
}

/** The plan's steps for the operation, a line for each release, and what is shorter; the comment on the pull request has them whole. */
function planned({ target }: OperationRecord, plan: Plan | null): string {
  const releases = plan?.releases.flatMap(({ number, steps }) => {
    const titles = steps.filter((step) => step.target === target).map(({ title }) => prose(title));
    return titles.length === 0 ? [] : [`**release ${number}**: ${titles.join("; then: ")}`];
  }) ?? [];
  const shorter = plan?.shortcuts.filter((shortcut) => shortcut.target === target).map(({ text }) => `**Shorter:** ${prose(text)}`) ?? [];
  return blocks(...shorter, releases.length < 2 ? releases.map((one) => `The plan: ${one}.`).join("") : `The plan:\n\n${bullets(releases, 6)}`);
}

function upperFirst(text: string): string {
  return text.replace(/^(\**)([a-z])/, (_, stars: string, letter: string) => `${stars}${letter.toUpperCase()}`);
}
