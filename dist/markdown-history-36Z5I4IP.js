import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  blocks,
  bullets,
  factsSection,
  findingsSection,
  folded,
  graphSection,
  operationLabel,
  operationTable,
  skippedSection,
  unknownSection
} from "./chunk-DXZWIJE2.js";
import {
  fullDetail
} from "./chunk-MSHCRMWM.js";
import {
  failures,
  preposition,
  shortNames
} from "./chunk-DJTVDKX3.js";
import {
  migrationSql
} from "./chunk-MT72GE5J.js";
import "./chunk-XFD7JVGX.js";
import {
  aloneView,
  count
} from "./chunk-F76VESVK.js";
import {
  code,
  fence,
  prose
} from "./chunk-M6RJXJRU.js";
import "./chunk-Y3FRN7YE.js";
import {
  emoji,
  isUnknown,
  markOf
} from "./chunk-YDTEZH2C.js";
import "./chunk-VE6HXMP7.js";
import "./chunk-CSBCGSFX.js";
import "./chunk-WENUEFS7.js";
import "./chunk-LLNCCPBL.js";
import "./chunk-PFM5Z35S.js";

// src/report/markdown-history.ts
function explanationToMarkdown(explanation) {
  const { projects } = explanation;
  return blocks(
    `## Migrations explained: ${summary(projects)}`,
    aloneView,
    ...projects.map((project) => blocks(projectTitle(project, projects.length), graphSection(project.graph, everything), ...project.migrations.map((migration) => oneMigration(migration, project)), skippedSection(wholeNames, project.skipped, everything), factsSection(project.facts))),
    smallPrint(explanation.version)
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
function smallPrint(version) {
  return `<sub>django-expand-contract ${prose(version)}</sub>`;
}
export {
  explanationToMarkdown
};
