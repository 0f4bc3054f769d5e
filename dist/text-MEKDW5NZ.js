import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  changeParagraphs,
  effectLines,
  factLines,
  findingLines,
  skippedLines,
  withLines
} from "./chunk-FJBD3U6Y.js";
import {
  columns,
  indented,
  linesOf,
  operationName,
  paragraphs
} from "./chunk-YB3EMA4X.js";
import {
  headline
} from "./chunk-FRJUPGON.js";
import "./chunk-MSHCRMWM.js";
import {
  impactLine
} from "./chunk-DJTVDKX3.js";
import {
  age,
  auditHeadline,
  bySafety,
  graphLeft,
  merged,
  pendingName,
  safeWords,
  whatWords
} from "./chunk-XFD7JVGX.js";
import {
  count
} from "./chunk-F76VESVK.js";
import {
  visible
} from "./chunk-M6RJXJRU.js";
import {
  tally
} from "./chunk-YDTEZH2C.js";
import {
  closed
} from "./chunk-VE6HXMP7.js";
import "./chunk-CSBCGSFX.js";
import "./chunk-WENUEFS7.js";
import "./chunk-LLNCCPBL.js";
import "./chunk-PFM5Z35S.js";

// src/report/audit/text.ts
function auditToText(audit) {
  const { ref, commit, source } = audit.runningRelease;
  return paragraphs(
    [`AUDIT: ${auditHeadline(audit).text}`, visible(`running release: ${ref}${commit === null ? "" : ` @ ${commit.slice(0, 7)}`} (${source})`), visible(`audited: ${audit.head.ref}`)],
    ...unreleasedParagraphs(audit.unreleased),
    ...audit.projects.flatMap((project) => projectParagraphs(project, audit)),
    [`django-expand-contract ${visible(audit.version)}`]
  );
}
function unreleasedParagraphs(review) {
  if (review === null) return [];
  const planned = review.projects.some(({ plan }) => plan !== null && plan.releases.length > 0);
  return [[`NOT RELEASED YET: ${headline(review, tally(review)).text}`, ...planned ? [merged] : []], ...review.projects.flatMap((project) => [review.projects.length > 1 ? [visible(`== ${project.root || "/"} ==`)] : [], ...changeParagraphs(project, true)])];
}
function projectParagraphs(project, audit) {
  const { pending, unfinished } = project;
  return [
    audit.projects.length > 1 ? [visible(`== ${project.root || "/"} ==`)] : [],
    [pending.length === 0 ? "PENDING CONTRACTS: none" : `PENDING CONTRACTS: ${pending.length}`],
    ...pending.length > most ? [indented([...bySafety(pending).map(pendingTitle), "--write-plan DIR saves their migrations; --format markdown and json say more of each"])] : bySafety(pending).map(pendingLines),
    ...unfinished.length === 0 ? [] : [[`UNFINISHED PLANS: ${unfinished.length}`], ...unfinished.map(unfinishedLines)],
    graphLeft(project, audit).flatMap(findingLines),
    skippedLines(project.skipped),
    ...historyParagraphs(project.migrations, audit.since),
    factLines(project.facts)
  ];
}
var most = 8;
function pendingTitle(one) {
  const { words, first } = age(one);
  const left = [...one.leftBy === null ? [] : [`left by ${one.leftBy}`], ...words === "" ? [] : [`${words}${first === null ? "" : `, since ${first}`}`]];
  return visible(`${safeWords[one.contract.safe]}: ${whatWords[one.what]} ${pendingName(one)}${left.length === 0 ? "" : ` (${left.join("; ")})`}`);
}
function pendingLines(one) {
  const { contract, usages } = one;
  const named = usages === void 0 ? [] : usages.first.slice(0, 5).map(({ path, line, text, certainty }) => `${path}:${line} (${certainty}): ${text}`);
  return [
    pendingTitle(one),
    ...indented([
      visible(one.explanation),
      ...contract.because === "" ? [] : [visible(contract.because)],
      ...contract.gate === null ? [] : [visible(`It needs that ${contract.gate}.`)],
      ...named.length === 0 ? [] : ["still named:", ...indented(named.map(visible))],
      ...contract.files.flatMap(({ path, text }) => [`${visible(path)} (new)`, ...indented(linesOf(text), 4)]),
      ...contract.sql.length === 0 ? [] : ["SQL", ...indented(contract.sql.flatMap(({ sql, impact }) => [...impact === null ? [] : [`-- ${visible(impactLine(impact))}`], ...linesOf(closed(sql))]), 4)],
      ...contract.without === null ? [] : [visible(`no migration is written: ${contract.without}`)]
    ])
  ];
}
function unfinishedLines({ target, recipe, step, of, migration, next, gate }) {
  return [visible(`${target} (${recipe}): step ${step} of ${of} is ${migration}`), ...indented([visible(`step ${step + 1} comes ${gate}.`), ...next === null ? [] : [visible(next)]])];
}
var latest = 20;
function historyParagraphs(migrations, since) {
  const broke = migrations.map((migration) => ({ ...migration, operations: migration.operations.filter(({ breaks }) => breaks.length > 0) }));
  const operations = broke.flatMap((migration) => migration.operations).length;
  const unknown = withLines(migrations, (_, record) => record.unknown === null ? [] : [visible(`unknown: ${record.unknown}`)]);
  const title = visible(`HISTORY${since === null ? "" : ` since ${since}`}: ${count(operations, "operation")} broke the release before ${operations === 1 ? "it" : "them"}`);
  if (since !== null) return [[title], ...withLines(broke, (_, record) => effectLines(record)), ...unknown];
  const rows = broke.flatMap((migration) => migration.operations.map((record) => [visible(`${migration.app}.${migration.name}`), operationName(migration, record), [...new Set(record.breaks.map(({ statement }) => statement))].join(", ")]));
  const last = rows.slice(-latest);
  const before = rows.length - last.length;
  return [[title, ...before === 0 ? [] : indented([`\u2026 ${before} more before these: --format json has them all, and --since REF|DATE says more of some`]), ...last.length === 0 ? [] : indented(columns(last))], ...unknown];
}
export {
  auditToText
};
