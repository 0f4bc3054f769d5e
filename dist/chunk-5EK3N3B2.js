import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  isNamed,
  projectSections,
  stillNamed,
  usageList
} from "./chunk-YNR7XTXO.js";
import {
  blocks,
  bullets,
  factsSection,
  folded,
  graphSection,
  operationLabel,
  release,
  skippedSection,
  table,
  unknownSection
} from "./chunk-DXZWIJE2.js";
import {
  headline
} from "./chunk-FRJUPGON.js";
import {
  fullDetail
} from "./chunk-MSHCRMWM.js";
import {
  failures,
  impactLine,
  preposition,
  shortNames
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
  code,
  fence,
  prose
} from "./chunk-M6RJXJRU.js";
import {
  isUnknown,
  tally
} from "./chunk-YDTEZH2C.js";
import {
  closed
} from "./chunk-VE6HXMP7.js";
import {
  codeSpan
} from "./chunk-LLNCCPBL.js";

// src/report/audit/detail.ts
var fullAudit = { unreleased: { ...fullDetail, sql: false, background: false }, rows: Infinity, contracts: "files and SQL", history: "list", facts: true };

// src/report/audit/markdown.ts
function auditToMarkdown(audit, detail = fullAudit, left = []) {
  const head = auditHeadline(audit);
  const { projects } = audit;
  return blocks(
    `## ${head.emoji} Migrations: ${head.text}`,
    `Seen from the running release ${release(audit)} (${prose(audit.runningRelease.source)}); audited: ${code(audit.head.ref)}.`,
    unreleasedSection(audit.unreleased, detail),
    ...projects.map((project) => projectBlocks(project, audit, detail)),
    left.length === 0 ? "" : `<sub>Left out because this may not be longer: ${left.join("; ")}. \`audit\` on the command line prints everything.</sub>`,
    `<sub>django-expand-contract ${prose(audit.version)}</sub>`
  );
}
var wholeNames = { name: ({ app, name }) => `${app}.${name}`, heading: "###" };
function unreleasedSection(review, detail) {
  if (review === null) return "";
  const head = headline(review, tally(review));
  return blocks(
    `### ${head.emoji} Not released yet: ${head.text}`,
    review.projects.some(({ plan }) => plan !== null && plan.releases.length > 0) ? merged : "",
    ...review.projects.map((project) => blocks(review.projects.length > 1 ? `#### Project ${code(project.root === "" ? "/" : project.root)}` : "", projectSections({ name: shortNames(project.migrations), heading: "####", merged: true }, review, project, detail.unreleased)))
  );
}
function projectBlocks(project, audit, detail) {
  const most = { ...fullDetail, bullets: detail.rows, rows: detail.rows };
  return blocks(
    audit.projects.length > 1 ? `### Project ${code(project.root === "" ? "/" : project.root)}` : "",
    pendingSection(project.pending, detail),
    unfinishedSection(project.unfinished, detail),
    graphSection(graphLeft(project, audit), most),
    skippedSection(wholeNames, project.skipped, most),
    historySection(project, audit.since, detail),
    detail.facts ? factsSection(project.facts) : ""
  );
}
var marks = { now: "\u{1F7E2}", "look first": "\u{1F7E1}", "not yet": "\u{1F534}", unknown: "\u26AA" };
function pendingSection(pending, detail) {
  if (pending.length === 0) return "";
  const all = bySafety(pending);
  const rows = all.slice(0, detail.rows).map((one) => {
    const { words, first } = age(one);
    return [`${marks[one.contract.safe]} ${safeWords[one.contract.safe]}`, whatWords[one.what], code(pendingName(one), "cell"), one.leftBy === null ? "\u2013" : code(numbered(one.leftBy), "cell"), words === "" ? "\u2013" : `${words}${first === null ? "" : `, since ${code(first, "cell")}`}`];
  });
  const more = all.length - rows.length;
  return blocks(
    "### Pending contracts\n\nThe database still holds these for a release that is gone:",
    table(["contract", "what", "where", "left by", "released"], rows) + (more > 0 ? `
\u2026 and ${more} more
` : ""),
    ...detail.contracts === "table" ? [] : all.slice(0, detail.rows).map((one) => oneContract(one, detail))
  );
}
function numbered(migration) {
  return migration.replace(/(\.\d{4,})_.*$/s, "$1");
}
function oneContract(one, detail) {
  const { contract, usages } = one;
  return folded(
    `${marks[contract.safe]} ${whatWords[one.what]} ${code(pendingName(one), "html")}`,
    blocks(
      [one.explanation, ...one.leftBy === null ? [] : [`${codeSpan(one.leftBy)} left it.`], contract.because, ...contract.gate === null ? [] : [`It needs that ${contract.gate}.`]].filter((text) => text !== "").map((text) => prose(text)).join(" "),
      usages !== void 0 && isNamed(usages) ? blocks(bullets([stillNamed(usages)], 1), usageList(usages, 12)) : "",
      ...contract.files.map(({ path, text }) => blocks(`${code(path)} (new)`, fence(text, "python"))),
      detail.contracts === "files and SQL" && contract.sql.length > 0 ? fence(contract.sql.flatMap(({ sql, impact }) => [...impact === null ? [] : [`-- ${impactLine(impact)}`], closed(sql)]).join("\n"), "sql") : "",
      contract.without === null ? "" : `\u26AA No migration is written: ${prose(contract.without)}.`
    )
  );
}
function unfinishedSection(plans, detail) {
  if (plans.length === 0) return "";
  const lines = plans.map(({ target, recipe, step, of, migration, place, next, gate }) => `${code(target)} (${code(recipe)}): step ${step} of ${of} is ${code(migration)} (${code(`${place.path}:${place.line}`)}). Step ${step + 1} comes ${prose(gate)}.${next === null ? "" : ` ${prose(next)}`}`);
  return `### Unfinished plans

${bullets(lines, detail.rows)}`;
}
function historySection({ migrations }, since, detail) {
  const broke = migrations.flatMap(
    (migration) => migration.operations.flatMap(
      (record) => ["running", "new"].flatMap(
        (side) => failures(record, side).map(({ table: name, statements, errors }) => `${operationLabel(wholeNames, migration, record)} ${side === "new" ? "broke the new release: " : "broke "}${statements.map((statement) => code(statement)).join(", ")} ${preposition(statements)} ${code(name)} \u2192 ${errors.map(({ error }) => code(error)).join(" \xB7 ")}`)
      )
    )
  );
  const operations = migrations.flatMap((migration) => migration.operations).filter((record) => record.breaks.length > 0).length;
  const unclear = migrations.flatMap((migration) => migration.operations).filter(isUnknown).length;
  if (operations + unclear === 0) return "";
  const when = since === null ? "In the whole history" : `Since ${code(since, "html")}`;
  const title = `${when}: ${count(operations, "operation")} broke the release before ${operations === 1 ? "it" : "them"}`;
  return detail.history === "count" ? `${title}.` : blocks(
    operations === 0 ? "" : folded(title, bullets(broke, detail.rows)),
    unclear === 0 ? "" : folded(`${when}: ${count(unclear, "operation")} ${unclear === 1 ? "was" : "were"} not understood`, unknownSection(wholeNames, migrations, { ...fullDetail, bullets: detail.rows }))
  );
}

export {
  fullAudit,
  auditToMarkdown
};
