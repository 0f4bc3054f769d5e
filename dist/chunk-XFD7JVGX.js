import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  count
} from "./chunk-F76VESVK.js";
import {
  isAboutModels,
  tally
} from "./chunk-YDTEZH2C.js";

// src/report/audit/words.ts
function auditHeadline(audit) {
  const pending = audit.projects.flatMap((project) => project.pending);
  const now = pending.filter(({ contract }) => contract.safe === "now").length;
  const unfinished = audit.projects.flatMap((project) => project.unfinished).length;
  const graph = [...audit.projects.flatMap((project) => graphLeft(project, audit)), ...graphOf(audit.unreleased)].filter((finding) => finding.level !== "note" && !isAboutModels(finding)).length;
  const skipped = audit.projects.flatMap((project) => project.skipped).length;
  const unreleased = tally(audit.unreleased ?? { projects: [] });
  const yet = (number, one, many) => number === 0 ? [] : [`${count(number, "operation")} not released yet ${number === 1 ? one : many}`];
  const broken = [
    ...yet(unreleased.breakRunning, "breaks the running release", "break the running release"),
    ...yet(unreleased.breakNew, "breaks the new release", "break the new release"),
    ...unreleased.modelErrors === 0 ? [] : [`${count(unreleased.modelErrors, "difference")} between models and migrations`]
  ];
  const parts = [
    ...broken,
    ...yet(unreleased.unknown, "cannot be judged", "cannot be judged"),
    ...pending.length === 0 ? [] : [`${count(pending.length, "contract")} pending${now === 0 ? "" : `, ${pending.length === 1 ? "" : now === pending.length ? "all " : `${now} of them `}safe now`}`],
    ...unfinished === 0 ? [] : [count(unfinished, "unfinished plan")],
    ...graph === 0 ? [] : [`${count(graph, "problem")} in the migration graph`],
    ...skipped === 0 ? [] : [`${count(skipped, "file")} could not be read`]
  ];
  return { emoji: broken.length > 0 ? "\u{1F534}" : parts.length > 0 ? "\u{1F7E1}" : "\u{1F7E2}", text: parts.length === 0 ? "nothing is left to do" : parts.join("; ") };
}
function graphLeft({ graph }, { unreleased }) {
  const told = new Set(graphOf(unreleased).map(({ rule, message }) => JSON.stringify([rule, message])));
  return graph.filter(({ rule, message }) => !told.has(JSON.stringify([rule, message])));
}
function graphOf(review) {
  return review === null ? [] : review.projects.flatMap((project) => project.graph);
}
var merged = "These migrations are merged and not released. The plan rewrites them, which is safe where no database that matters has run them; where one has, take them back with a migration of their own first.";
function hasSomethingLeft(audit) {
  return auditHeadline(audit).emoji !== "\u{1F7E2}" || audit.unreleased?.verdict === "fail";
}
function pendingName({ table, name }) {
  return name === null ? table : `${table}.${name}`;
}
var whatWords = { column: "column", table: "table", default: "default", nullability: "NULL allowed", constraint: "NOT VALID constraint", field: "deprecated field", "field class": "deprecated field class" };
function age({ released }) {
  if (released === null) return { words: "", first: null };
  if (released.in === 0) return { words: "in no release yet", first: null };
  return { words: `in ${released.in}${released.orMore ? " or more" : ""} ${released.in === 1 && !released.orMore ? "release" : "releases"}`, first: released.orMore ? null : released.first };
}
var safeWords = { now: "safe now", "look first": "look first", "not yet": "not yet", unknown: "cannot be told" };
function bySafety(pending) {
  const order = ["now", "look first", "not yet", "unknown"];
  return pending.toSorted((a, b) => order.indexOf(a.contract.safe) - order.indexOf(b.contract.safe));
}

export {
  auditHeadline,
  graphLeft,
  merged,
  hasSomethingLeft,
  pendingName,
  whatWords,
  age,
  safeWords,
  bySafety
};
