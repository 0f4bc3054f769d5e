import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  say
} from "./chunk-6ROUUEE5.js";
import {
  operationName
} from "./chunk-YB3EMA4X.js";
import {
  failures,
  preposition,
  waitOf,
  waitText
} from "./chunk-DJTVDKX3.js";
import {
  error,
  notice,
  warning
} from "./chunk-W5P3MIS3.js";
import {
  clip,
  visible
} from "./chunk-M6RJXJRU.js";
import {
  isAboutModels,
  losesSilently,
  otherFindings,
  unknownReason
} from "./chunk-YDTEZH2C.js";
import "./chunk-VE6HXMP7.js";
import "./chunk-CSBCGSFX.js";
import "./chunk-WENUEFS7.js";
import "./chunk-LLNCCPBL.js";
import "./chunk-PFM5Z35S.js";

// src/report/annotations.ts
function annotations(review) {
  const all = review.projects.flatMap((project) => [
    ...project.graph.map((finding) => ofFinding(finding, isAboutModels(finding) ? "Models and migrations" : "Migration graph")),
    ...project.skipped.map(({ path, line, reason }) => annotation("error", "Not read", `${reason}. Nothing in it counts as safe.`, { path, line, endLine: line })),
    ...project.migrations.flatMap((migration) => [
      ...migration.findings.map((finding) => ofFinding(finding, `${migration.app}.${migration.name}`)),
      ...migration.operations.flatMap((record) => ofOperation(migration, record))
    ])
  ]);
  const order = { error: 0, warning: 1, note: 2 };
  return all.sort((a, b) => order[a.level] - order[b.level]);
}
function ofOperation(migration, record) {
  const place = { path: record.place.path, line: record.place.line, endLine: record.lastLine };
  const name = operationName(migration, record);
  const wait = waitOf(record);
  const unknown = unknownReason(record);
  return [
    ...["running", "new"].flatMap(
      (release) => failures(record, release).map(
        ({ table, statements, errors, reasons }) => annotation("error", `${name} breaks the ${release} release`, [`${statements.join(", ")} ${preposition(statements)} ${table}: ${errors.map(({ error: error2 }) => error2).join("; ")}.`, ...reasons].join(" "), place)
      )
    ),
    ...record.failsOnExistingRows === null ? [] : [annotation("warning", `${name} may stop on existing rows`, record.failsOnExistingRows, place)],
    ...record.losesData === null || !losesSilently(record) ? [] : [annotation("warning", `${name} may lose data`, record.losesData, place)],
    ...unknown === null ? [] : [annotation("error", `${name} cannot be judged`, unknown, place)],
    ...wait.long ? [annotation("warning", `${name} makes others wait`, `${waitText(wait)}.`, place)] : [],
    ...otherFindings(record, null).filter(({ rule }) => !(wait.long && rule.startsWith("blocks-") && rule !== "blocks-deletes")).map((finding) => ofFinding(finding, name, place))
  ];
}
function ofFinding({ level, message, advice, place }, title, fallback = { path: null, line: null, endLine: null }) {
  const at = place === null ? fallback : { path: place.path, line: place.line, endLine: place.line };
  return annotation(level, title, advice === null ? message : `${message} ${advice}`, at);
}
function annotation(level, title, message, at) {
  return { level, title: clip(visible(title), 120), message: clip(visible(message), 1e3), ...at };
}

// src/github/annotate.ts
var shown = { error: 9, warning: 7, note: 10 };
var commands = { error, warning, note: notice };
function annotate(review) {
  const all = annotations(review);
  for (const level of ["error", "warning", "note"]) {
    const of = all.filter((one) => one.level === level);
    for (const { title, message, path, line, endLine } of of.slice(0, shown[level])) {
      commands[level](message, { title, ...path === null ? {} : { file: path, ...line === null ? {} : { startLine: line, endLine: endLine ?? line } } });
    }
    const more = of.length - shown[level];
    if (more > 0) say(`${more} more annotations (${level}) are left out: GitHub shows ten of a level. The job summary has them all.`);
  }
}
export {
  annotate
};
