import type { MigrationRecord } from "../safety/types.ts";
import { code, fence, prose } from "./escape.ts";
import { fullDetail } from "./detail.ts";
import { failures, preposition } from "./failures.ts";
import { emoji, isUnknown, markOf, type Mark } from "./judge.ts";
import { graphSection, skippedSection, unknownSection, findingsSection } from "./markdown/findings.ts";
import { factsSection } from "./markdown/footer.ts";
import { operationTable } from "./markdown/operations.ts";
import { blocks, bullets, folded, operationLabel, type Frame } from "./markdown/parts.ts";
import { shortNames } from "./names.ts";
import { migrationSql } from "./sql.ts";
import type { Explanation, ProjectExplanation } from "./types.ts";
import { aloneView, count } from "./words.ts";

/** `explain --format markdown`: a fold for each migration. */
export function explanationToMarkdown(explanation: Explanation): string {
  const { projects } = explanation;
  return blocks(
    `## Migrations explained: ${summary(projects)}`,
    aloneView,
    ...projects.map((project) => blocks(projectTitle(project, projects.length), graphSection(project.graph, everything), ...project.migrations.map((migration) => oneMigration(migration, project)), skippedSection(wholeNames, project.skipped, everything), factsSection(project.facts))),
    smallPrint(explanation.version),
  );
}

/** Nothing is left out, and migrations have their whole names: a history has many that are numbered alike. */
const everything = { ...fullDetail, bullets: Infinity, rows: Infinity };
const wholeNames: Frame = { name: ({ app, name }) => `${app}.${name}`, heading: "###" };

function summary(projects: readonly ProjectExplanation[]): string {
  const migrations = projects.flatMap((project) => project.migrations);
  const operations = migrations.flatMap((migration) => migration.operations);
  const broke = operations.filter((record) => record.breaks.length > 0).length;
  return `${count(operations.length, "operation")} in ${count(migrations.length, "migration")}, ${broke} ${broke === 1 ? "breaks" : "break"} a release, ${operations.filter(isUnknown).length} unknown`;
}

function projectTitle(project: ProjectExplanation, of: number): string {
  return of === 1 ? "" : `### Project ${code(project.root === "" ? "/" : project.root)}`;
}

const order: readonly Mark[] = ["breaks", "unknown", "careful", "fine"];

function oneMigration(migration: MigrationRecord, { facts }: ProjectExplanation): string {
  const inside: Frame = { name: shortNames([migration]), heading: "####" };
  const worst = order.find((mark) => migration.operations.some((record) => markOf(record) === mark)) ?? "fine";
  const sql = migrationSql(migration, facts.database.value.vendor);
  return folded(
    `${emoji[worst]} ${code(wholeNames.name(migration), "html")} · ${count(migration.operations.length, "operation")}`,
    blocks(
      code(migration.path),
      operationTable(inside, [migration], everything),
      bullets(broken(inside, migration), Infinity),
      unknownSection(inside, [migration], everything),
      findingsSection(inside, [migration], null, everything),
      sql === "" ? "" : fence(sql, "sql"),
    ),
  );
}

/** A line for each operation and table. */
function broken(frame: Frame, migration: MigrationRecord): string[] {
  return migration.operations.flatMap((record) =>
    (["running", "new"] as const).flatMap((release) =>
      failures(record, release).map(({ table: name, statements, errors }) => `${operationLabel(frame, migration, record)} ${release === "new" ? "breaks the new release: " : "breaks "}${statements.map((statement) => code(statement)).join(", ")} ${preposition(statements)} ${code(name)} → ${errors.map(({ error }) => code(error)).join(" · ")}`),
    ),
  );
}

function smallPrint(version: string): string {
  return `<sub>django-expand-contract ${prose(version)}</sub>`;
}
