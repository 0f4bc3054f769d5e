import type { Fact, ProjectFacts } from "../django/project.ts";
import type { Accepted } from "../safety/accept/accept.ts";
import type { MigrationRecord, OperationRecord } from "../safety/types.ts";
import { visible } from "./escape.ts";
import { headline } from "./headline.ts";
import { acceptsRisk, markOf, tally, unknownReason, type Mark } from "./judge.ts";
import { shortNames } from "./names.ts";
import { orderOf } from "./order.ts";
import { otherFindings } from "./restated.ts";
import { effectLines, findingLines, migrationLines } from "./text/operation.ts";
import { columns, indented, operationName, paragraphs } from "./text/parts.ts";
import { planLines } from "./text/plan.ts";
import { rehearsalLines } from "./text/rehearsal.ts";
import type { Explanation, ProjectExplanation, ProjectReview, Review, Skipped } from "./types.ts";
import { waitOf, waitText } from "./waits.ts";
import { aloneView, count, vendorNames } from "./words.ts";

/** The review for a terminal: plain, aligned, without colours. */
export function reviewToText(review: Review): string {
  const { ref, commit, source } = review.runningRelease;
  const numbers = tally(review);
  return paragraphs(
    [
      `${review.verdict === "fail" ? "FAIL" : "PASS"}: ${headline(review, numbers).text}`,
      visible(`running release: ${ref}${commit === null ? "" : ` @ ${commit.slice(0, 7)}`} (${source})`),
      ...(review.acceptedByLabel === undefined ? [] : [visible(`accepted by the label: ${review.acceptedByLabel}`)]),
      ...review.reasons.map(visible),
    ],
    ...review.projects.flatMap((project) => projectParagraphs(project, review.projects.length > 1)),
    [`${count(numbers.operations, "operation")} in ${count(numbers.migrations, "migration")}, ${numbers.unknown} unknown; django-expand-contract ${visible(review.version)}`],
  );
}

function projectParagraphs(project: ProjectReview, several: boolean): string[][] {
  return [several ? [`== ${visible(project.root === "" ? "/" : project.root)} ==`] : [], ...changeParagraphs(project), factLines(project.facts)];
}

/** What there is to say about a project's change. `merged`: it is no pull request, but what is merged and not released. */
export function changeParagraphs(project: ProjectReview, merged = false): string[][] {
  const { migrations } = project;
  return [
    project.graph.flatMap(findingLines),
    ...withLines(migrations, (_, record) => effectLines(record)),
    operationTable(migrations),
    orderLines(migrations),
    ...withLines(migrations, (_, record) => unknownLines(record)),
    skippedLines(project.skipped),
    ...planLines(project.plan, merged),
    rehearsalLines(project.rehearsal),
    ...withLines(migrations, (_, record) => otherFindings(record, project.plan).flatMap((finding) => findingLines({ ...finding, place: null }))),
    ...migrations.map((migration) => migration.findings.flatMap(findingLines)),
    acceptedLines(project.accepted ?? []),
  ];
}

function orderLines(migrations: readonly MigrationRecord[]): string[] {
  const name = shortNames(migrations);
  const sentence = orderOf(migrations, (migration) => visible(name(migration)));
  return sentence === null ? [] : [sentence.replaceAll("`migrate`", "migrate")];
}

function acceptedLines(accepted: readonly Accepted[]): string[] {
  if (accepted.length === 0) return [];
  return [`${count(accepted.length, "finding")} accepted:`, ...indented(accepted.map(({ finding, reason, place }) => visible(`${finding.rule} (${place.path}:${place.line}): ${reason}`)))];
}

/** A paragraph for each operation that has something to say. */
export function withLines(migrations: readonly MigrationRecord[], lines: (migration: MigrationRecord, record: OperationRecord) => string[]): string[][] {
  const name = shortNames(migrations);
  return migrations.flatMap((migration) =>
    migration.operations.flatMap((record) => {
      const said = lines(migration, record);
      return said.length === 0 ? [] : [[`${visible(`${name(migration)} `)}${operationName(migration, record)}`, ...indented(said)]];
    }),
  );
}

function unknownLines(record: OperationRecord): string[] {
  const reason = unknownReason(record);
  return reason === null ? [] : [`unknown: ${visible(reason)}`];
}

const marks: Record<Mark, string> = { breaks: "!!", unknown: "??", careful: " !", fine: "ok" };

function operationTable(migrations: readonly MigrationRecord[]): string[] {
  const name = shortNames(migrations);
  const rows = migrations.flatMap((migration) =>
    migration.operations.map((record) => {
      const running = record.breaks.filter((breakage) => breakage.release === "running").map((breakage) => breakage.statement);
      const works = running.length > 0 ? `breaks: ${[...new Set(running)].join(", ")}` : acceptsRisk(record) ? "accepted" : record.phase === "unknown" ? "unknown" : "works";
      return [marks[markOf(record)], visible(name(migration)), operationName(migration, record), record.phase, works, visible(waitText(waitOf(record)))];
    }),
  );
  return rows.length === 0 ? [] : columns([["", "migration", "operation", "phase", "running release", "the table waits"], ...rows]);
}

export function skippedLines(skipped: readonly Skipped[]): string[] {
  if (skipped.length === 0) return [];
  return [`${count(skipped.length, "file")} could not be used, and nothing in ${skipped.length === 1 ? "it" : "them"} counts as safe:`, ...indented(skipped.map(({ path, line, reason }) => visible(`${path}${line === null ? "" : `:${line}`}: ${reason}`)))];
}

export function factLines(facts: ProjectFacts): string[] {
  const { vendor, version } = facts.database.value;
  const row = (name: string, fact: Fact<unknown>, value: string) => [name, visible(value), visible(`(${fact.source})`)];
  return columns([row("Django", facts.django, facts.django.value), row("database", facts.database, `${vendorNames[vendor]} ${version}`), row("AUTH_USER_MODEL", facts.authUserModel, facts.authUserModel.value), row("DEFAULT_AUTO_FIELD", facts.defaultAutoField, facts.defaultAutoField.value)]);
}

/** Every operation with what is known of it. */
export function explanationToText(explanation: Explanation): string {
  return paragraphs([aloneView], ...explanation.projects.flatMap((project) => historyParagraphs(project, explanation.projects.length > 1)));
}

function historyParagraphs(project: ProjectExplanation, several: boolean): string[][] {
  return [several ? [`== ${visible(project.root === "" ? "/" : project.root)} ==`] : [], factLines(project.facts), project.graph.flatMap(findingLines), ...project.migrations.map(migrationLines), skippedLines(project.skipped)];
}
