import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  count
} from "./chunk-F76VESVK.js";
import {
  tally
} from "./chunk-YDTEZH2C.js";

// src/report/audit/words.ts
function auditHeadline(audit) {
  const pending = audit.projects.flatMap((project) => project.pending);
  const now = pending.filter(({ contract }) => contract.safe === "now").length;
  const unfinished = audit.projects.flatMap((project) => project.unfinished).length;
  const graph = audit.projects.flatMap((project) => project.graph).filter(({ level }) => level !== "note").length;
  const skipped = audit.projects.flatMap((project) => project.skipped).length;
  const breaking = breakingOf(audit);
  const parts = [
    ...breaking === 0 ? [] : [`${count(breaking, "operation")} not released yet ${breaking === 1 ? "breaks" : "break"} the running release`],
    ...pending.length === 0 ? [] : [`${count(pending.length, "contract")} pending${now === 0 ? "" : `, ${now} of them safe now`}`],
    ...unfinished === 0 ? [] : [count(unfinished, "unfinished plan")],
    ...graph === 0 ? [] : [`${count(graph, "problem")} in the migration graph`],
    ...skipped === 0 ? [] : [`${count(skipped, "file")} could not be read`]
  ];
  return { emoji: breaking > 0 ? "\u{1F534}" : parts.length > 0 ? "\u{1F7E1}" : "\u{1F7E2}", text: parts.length === 0 ? "nothing is left to do" : parts.join("; ") };
}
function breakingOf({ unreleased }) {
  return unreleased === null ? 0 : tally(unreleased).breakRunning;
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
  merged,
  hasSomethingLeft,
  pendingName,
  whatWords,
  age,
  safeWords,
  bySafety
};
