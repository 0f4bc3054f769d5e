import type { MigrationRecord } from "../../safety/types.ts";
import { visible } from "../escape.ts";
import { headline } from "../headline.ts";
import { tally } from "../judge.ts";
import { closed } from "../statements.ts";
import { changeParagraphs, factLines, skippedLines, withLines } from "../text.ts";
import { effectLines, findingLines } from "../text/operation.ts";
import { columns, indented, linesOf, operationName, paragraphs } from "../text/parts.ts";
import type { Audit, AuditedProject, PendingContract, Review, UnfinishedPlan } from "../types.ts";
import { impactLine } from "../waits.ts";
import { count } from "../words.ts";
import { age, auditHeadline, bySafety, graphLeft, merged, pendingName, safeWords, whatWords } from "./words.ts";

/** The audit for a terminal: what is not released yet, what is left to contract, unfinished plans, and what broke before. */
export function auditToText(audit: Audit): string {
  const { ref, commit, source } = audit.runningRelease;
  return paragraphs(
    [`AUDIT: ${auditHeadline(audit).text}`, visible(`running release: ${ref}${commit === null ? "" : ` @ ${commit.slice(0, 7)}`} (${source})`), visible(`audited: ${audit.head.ref}`)],
    ...unreleasedParagraphs(audit.unreleased),
    ...audit.projects.flatMap((project) => projectParagraphs(project, audit)),
    [`django-expand-contract ${visible(audit.version)}`],
  );
}

function unreleasedParagraphs(review: Review | null): string[][] {
  if (review === null) return [];
  const planned = review.projects.some(({ plan }) => plan !== null && plan.releases.length > 0);
  return [[`NOT RELEASED YET: ${headline(review, tally(review)).text}`, ...(planned ? [merged] : [])], ...review.projects.flatMap((project) => [review.projects.length > 1 ? [visible(`== ${project.root || "/"} ==`)] : [], ...changeParagraphs(project, true)])];
}

function projectParagraphs(project: AuditedProject, audit: Audit): string[][] {
  const { pending, unfinished } = project;
  return [
    audit.projects.length > 1 ? [visible(`== ${project.root || "/"} ==`)] : [],
    [pending.length === 0 ? "PENDING CONTRACTS: none" : `PENDING CONTRACTS: ${pending.length}`],
    ...(pending.length > most ? [indented([...bySafety(pending).map(pendingTitle), "--write-plan DIR saves their migrations; --format markdown and json say more of each"])] : bySafety(pending).map(pendingLines)),
    ...(unfinished.length === 0 ? [] : [[`UNFINISHED PLANS: ${unfinished.length}`], ...unfinished.map(unfinishedLines)]),
    graphLeft(project, audit).flatMap(findingLines),
    skippedLines(project.skipped),
    ...historyParagraphs(project.migrations, audit.since),
    factLines(project.facts),
  ];
}

/** Above so many each has a line. */
const most = 8;

function pendingTitle(one: PendingContract): string {
  const { words, first } = age(one);
  const left = [...(one.leftBy === null ? [] : [`left by ${one.leftBy}`]), ...(words === "" ? [] : [`${words}${first === null ? "" : `, since ${first}`}`])];
  return visible(`${safeWords[one.contract.safe]}: ${whatWords[one.what]} ${pendingName(one)}${left.length === 0 ? "" : ` (${left.join("; ")})`}`);
}

function pendingLines(one: PendingContract): string[] {
  const { contract, usages } = one;
  const named = usages === undefined ? [] : usages.first.slice(0, 5).map(({ path, line, text, certainty }) => `${path}:${line} (${certainty}): ${text}`);
  return [
    pendingTitle(one),
    ...indented([
      visible(one.explanation),
      ...(contract.because === "" ? [] : [visible(contract.because)]),
      ...(contract.gate === null ? [] : [visible(`It needs that ${contract.gate}.`)]),
      ...(named.length === 0 ? [] : ["still named:", ...indented(named.map(visible))]),
      ...contract.files.flatMap(({ path, text }) => [`${visible(path)} (new)`, ...indented(linesOf(text), 4)]),
      ...(contract.sql.length === 0 ? [] : ["SQL", ...indented(contract.sql.flatMap(({ sql, impact }) => [...(impact === null ? [] : [`-- ${visible(impactLine(impact))}`]), ...linesOf(closed(sql))]), 4)]),
      ...(contract.without === null ? [] : [visible(`no migration is written: ${contract.without}`)]),
    ]),
  ];
}

function unfinishedLines({ target, recipe, step, of, migration, next, gate }: UnfinishedPlan): string[] {
  return [visible(`${target} (${recipe}): step ${step} of ${of} is ${migration}`), ...indented([visible(`step ${step + 1} comes ${gate}.`), ...(next === null ? [] : [visible(next)])])];
}

const latest = 20;

/** A line for each of the latest operations; all that is known of those since a commit or day. */
function historyParagraphs(migrations: readonly MigrationRecord[], since: string | null): string[][] {
  const broke = migrations.map((migration) => ({ ...migration, operations: migration.operations.filter(({ breaks }) => breaks.length > 0) }));
  const operations = broke.flatMap((migration) => migration.operations).length;
  const unknown = withLines(migrations, (_, record) => (record.unknown === null ? [] : [visible(`unknown: ${record.unknown}`)]));
  const title = visible(`HISTORY${since === null ? "" : ` since ${since}`}: ${count(operations, "operation")} broke the release before ${operations === 1 ? "it" : "them"}`);
  if (since !== null) return [[title], ...withLines(broke, (_, record) => effectLines(record)), ...unknown];
  const rows = broke.flatMap((migration) => migration.operations.map((record) => [visible(`${migration.app}.${migration.name}`), operationName(migration, record), [...new Set(record.breaks.map(({ statement }) => statement))].join(", ")]));
  const last = rows.slice(-latest);
  const before = rows.length - last.length;
  return [[title, ...(before === 0 ? [] : indented([`… ${before} more before these: --format json has them all, and --since REF|DATE says more of some`])), ...(last.length === 0 ? [] : indented(columns(last)))], ...unknown];
}
