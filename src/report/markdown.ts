import { fullDetail, type Detail } from "./detail.ts";
import { code, fence, prose } from "./escape.ts";
import { headline } from "./headline.ts";
import { isUnknown, tally } from "./judge.ts";
import { acceptedSection } from "./markdown/accepted.ts";
import { breakages, release } from "./markdown/breakages.ts";
import { factsSection, footer } from "./markdown/footer.ts";
import { findingsSection, graphSection, skippedSection, unknownSection } from "./markdown/findings.ts";
import { operations, order } from "./markdown/operations.ts";
import { blocks, bullets, folded, type Frame } from "./markdown/parts.ts";
import { planSection } from "./markdown/plan.ts";
import { rehearsalSection } from "./markdown/rehearsal.ts";
import { usagesSection } from "./markdown/usages.ts";
import { shortNames } from "./names.ts";
import { migrationSql } from "./sql.ts";
import type { ProjectReview, Review } from "./types.ts";

/** The review as the comment on the pull request and as the job summary. `left` names what a shorter detail leaves out. */
export function reviewToMarkdown(review: Review, detail: Detail = fullDetail, left: readonly string[] = []): string {
  const numbers = tally(review);
  const head = headline(review, numbers);
  const several = review.projects.length > 1;
  return blocks(
    `## ${head.emoji} Migrations: ${head.text}`,
    verdict(review, numbers.operations),
    ...review.projects.map((project) => projectBlocks(review, project, several, detail)),
    footer(review, numbers, left),
  );
}

/** Said only where the headline does not say it: why it fails, or that it passes all the same. */
function verdict(review: Review, operationCount: number): string {
  if (review.acceptedByLabel !== undefined) return `✋ Everything below is accepted by the label ${code(review.acceptedByLabel)}: the check passes. ${prose(review.reasons.join(" "))}`;
  const told = review.projects.some((project) => project.skipped.length > 0 || project.graph.length > 0 || project.migrations.some((migration) => migration.operations.some((record) => record.breaks.length > 0 || isUnknown(record))));
  if (review.verdict === "fail" && !told) return bullets(review.reasons.map((reason) => prose(reason)), 20);
  if (review.verdict === "pass" && operationCount === 0 && !told) return `No migration differs from ${release(review)}.`;
  if (review.verdict === "pass" && review.reasons.length > 0) return `The check passes all the same: ${prose(review.reasons.join(" "))}`;
  return "";
}

function projectBlocks(review: Review, project: ProjectReview, several: boolean, detail: Detail): string {
  const frame: Frame = { name: shortNames(project.migrations), heading: several ? "####" : "###" };
  return blocks(several ? `### Project ${code(project.root === "" ? "/" : project.root)}` : "", projectSections(frame, review, project, detail));
}

/** What there is to say about one project. */
export function projectSections(frame: Frame, review: Review, project: ProjectReview, detail: Detail): string {
  const { migrations } = project;
  return blocks(
    graphSection(project.graph, detail),
    breakages(frame, review, migrations, detail),
    operations(frame, migrations, detail),
    order(frame, migrations),
    unknownSection(frame, migrations, detail),
    skippedSection(frame, project.skipped, detail),
    usagesSection(frame, migrations, detail),
    planSection(frame, project.plan, detail),
    rehearsalSection(frame, project.rehearsal),
    findingsSection(frame, migrations, project.plan, detail),
    acceptedSection(project.accepted ?? []),
    detail.sql ? sqlSection(project) : "",
    detail.background ? factsSection(project.facts) : "",
  );
}

/** The SQL of the migrations as they stand. */
function sqlSection({ migrations, facts }: ProjectReview): string {
  const parts = migrations.map((migration) => {
    const sql = migrationSql(migration, facts.database.value.vendor);
    return sql === "" ? "" : blocks(code(migration.path), fence(sql, "sql"));
  });
  return parts.every((part) => part === "") ? "" : folded("The SQL of this pull request as it stands (<code>sqlmigrate</code>)", blocks(...parts));
}
