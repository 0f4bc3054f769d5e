import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  blocks,
  bullets,
  factsSection,
  findingsSection,
  folded,
  graphSection,
  isNamed,
  operationLabel,
  operationTable,
  skippedSection,
  stillNamed,
  table,
  unknownSection,
  usageList
} from "./chunk-3WCU6ZZZ.js";
import {
  count,
  fullDetail
} from "./chunk-YGWULN5D.js";
import {
  failures,
  preposition,
  shortNames
} from "./chunk-EXG2NVDG.js";
import {
  migrationSql
} from "./chunk-LVOZ6DMR.js";
import {
  code,
  fence,
  prose
} from "./chunk-COD6G2EM.js";
import {
  emoji,
  isUnknown,
  markOf
} from "./chunk-YDTEZH2C.js";
import {
  closed
} from "./chunk-VE6HXMP7.js";

// src/report/markdown-history.ts
function explanationToMarkdown(explanation) {
  const { projects } = explanation;
  return blocks(
    `## Migrations explained: ${summary(projects)}`,
    ...projects.map((project) => blocks(projectTitle(project, projects.length), graphSection(project.graph, everything), ...project.migrations.map((migration) => oneMigration(migration, project)), skippedSection(wholeNames, project.skipped, everything), factsSection(project.facts))),
    smallPrint(explanation.version)
  );
}
function auditToMarkdown(audit) {
  const { projects, since } = audit;
  const pending = projects.flatMap((project) => project.pending).length;
  return blocks(
    `## Audit: ${pending === 0 ? "nothing is" : `${count(pending, "thing")} ${pending === 1 ? "is" : "are"}`} pending to contract`,
    `${since === null ? "The whole history" : `Since ${code(since)}`}: ${summary(projects)}.`,
    ...projects.map((project) => blocks(projectTitle(project, projects.length), graphSection(project.graph, everything), pendingSection(project.pending), brokeSection(project.migrations), unknownSection(wholeNames, project.migrations, everything), skippedSection(wholeNames, project.skipped, everything), factsSection(project.facts))),
    smallPrint(audit.version)
  );
}
var everything = { ...fullDetail, bullets: Infinity, rows: Infinity };
var wholeNames = { name: ({ app, name }) => `${app}.${name}`, heading: "###" };
function summary(projects) {
  const migrations = projects.flatMap((project) => project.migrations);
  const operations = migrations.flatMap((migration) => migration.operations);
  const broke = operations.filter((record) => record.breaks.length > 0).length;
  return `${count(operations.length, "operation")} in ${count(migrations.length, "migration")}, ${broke} ${broke === 1 ? "breaks" : "break"} a release, ${operations.filter(isUnknown).length} unknown`;
}
function projectTitle(project, of) {
  return of === 1 ? "" : `### Project ${code(project.root === "" ? "/" : project.root)}`;
}
var order = ["breaks", "unknown", "careful", "fine"];
function oneMigration(migration, { facts }) {
  const inside = { name: shortNames([migration]), heading: "####" };
  const worst = order.find((mark) => migration.operations.some((record) => markOf(record) === mark)) ?? "fine";
  const sql = migrationSql(migration, facts.database.value.vendor);
  return folded(
    `${emoji[worst]} ${code(wholeNames.name(migration), "html")} \xB7 ${count(migration.operations.length, "operation")}`,
    blocks(
      code(migration.path),
      operationTable(inside, [migration], everything),
      bullets(broken(inside, migration), Infinity),
      unknownSection(inside, [migration], everything),
      findingsSection(inside, [migration], null, everything),
      sql === "" ? "" : fence(sql, "sql")
    )
  );
}
function broken(frame, migration) {
  return migration.operations.flatMap(
    (record) => ["running", "new"].flatMap(
      (release) => failures(record, release).map(({ table: name, statements, errors }) => `${operationLabel(frame, migration, record)} ${release === "new" ? "breaks the new release: " : "breaks "}${statements.map((statement) => code(statement)).join(", ")} ${preposition(statements)} ${code(name)} \u2192 ${errors.map(({ error }) => code(error)).join(" \xB7 ")}`)
    )
  );
}
function brokeSection(migrations) {
  const lines = migrations.flatMap((migration) => broken(wholeNames, migration));
  return lines.length === 0 ? "" : `### What broke the release before it

${bullets(lines, Infinity)}`;
}
function pendingSection(pending) {
  if (pending.length === 0) return "";
  const rows = pending.map(({ what, table: of, name, leftBy, explanation }) => [what, code(name === null ? of : `${of}.${name}`, "cell"), leftBy === null ? "\u2013" : code(leftBy, "cell"), prose(explanation, "cell")]);
  const sql = pending.flatMap((one) => one.sql === null ? [] : [closed(one.sql)]);
  return blocks("### Pending contract", table(["what", "where", "left by", "why"], rows), pendingUsages(pending), sql.length === 0 ? "" : folded("The SQL that removes it", fence(sql.join("\n"), "sql")));
}
function pendingUsages(pending) {
  const named = pending.flatMap((one) => one.usages ?? []).filter(isNamed);
  if (named.length === 0) return "";
  return blocks("Code still names some of it:", bullets(named.map(stillNamed), Infinity), ...named.map((one) => usageList(one, 12)));
}
function smallPrint(version) {
  return `<sub>django-expand-contract ${prose(version)}</sub>`;
}

export {
  explanationToMarkdown,
  auditToMarkdown
};
