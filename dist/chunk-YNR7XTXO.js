import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  blocks,
  breakages,
  bullets,
  factsSection,
  findingsSection,
  folded,
  footer,
  graphSection,
  operations,
  order,
  release,
  skippedSection,
  table,
  unknownSection
} from "./chunk-DXZWIJE2.js";
import {
  grouped,
  headline
} from "./chunk-FRJUPGON.js";
import {
  fullDetail
} from "./chunk-MSHCRMWM.js";
import {
  impactLine,
  shortNames
} from "./chunk-DJTVDKX3.js";
import {
  migrationSql
} from "./chunk-MT72GE5J.js";
import {
  count,
  firstRelease,
  numberWord
} from "./chunk-F76VESVK.js";
import {
  code,
  fence,
  prose,
  visible
} from "./chunk-M6RJXJRU.js";
import {
  isUnknown,
  tally
} from "./chunk-YDTEZH2C.js";
import {
  closed
} from "./chunk-VE6HXMP7.js";

// src/report/markdown/accepted.ts
function acceptedSection(accepted) {
  if (accepted.length === 0) return "";
  const items = accepted.map(({ finding, reason, place: place2 }) => `${code(finding.rule)} (${code(`${place2.path}:${place2.line}`)}): ${prose(reason)}  
  ${prose(finding.message)}`);
  return folded(`\u270B ${count(accepted.length, "finding")} accepted by ${accepted.length === 1 ? "a comment" : "comments"}`, bullets(items, Infinity));
}

// src/report/markdown/plan.ts
function planSection(frame, plan, detail) {
  if (plan === null || detail.plan === "none") return "";
  const { releases } = plan;
  const title = releases.length > 1 ? `The plan: ${numberWord(releases.length)} releases instead of one` : releases.length === 1 ? "The plan: still one release, with these changes" : "";
  return blocks(
    title === "" ? "" : `${frame.heading} ${title}`,
    shortcuts(plan),
    overview(plan, detail),
    ...detail.plan === "table" ? [] : releases.map((release2) => oneRelease(frame, plan, release2, detail)),
    without(frame, plan, detail)
  );
}
function shortcuts({ shortcuts: all, releases }) {
  return blocks(...all.map(({ target, text, code: example, another }) => blocks(`**${another ? "Another way, for" : releases.length > 0 ? "Shorter, for" : "For"} ${code(label(target))}:** ${prose(text)}`, example === null ? "" : fence(example, another ? "sql" : "python"))));
}
function overview({ releases }, detail) {
  const targets = [...new Set(releases.flatMap((release2) => release2.steps.map((step) => step.target)))];
  if (targets.length === 0) return "";
  const header = ["", ...releases.map((release2) => `release ${release2.number} \xB7 ${release2.phase}`)];
  const rows = targets.slice(0, detail.rows).map((target) => [
    code(label(target), "cell"),
    ...releases.map((release2) => numbered(release2.steps.filter((step) => step.target === target).map((step) => prose(step.title, "cell"))))
  ]);
  const more = targets.length - rows.length;
  return table(header, rows) + (more > 0 ? `
\u2026 and ${count(more, "change")} more
` : "");
}
function numbered(titles) {
  if (titles.length < 2) return titles[0] ?? "\u2013";
  return titles.map((title, index) => `${index + 1}. ${title}`).join("<br>");
}
function oneRelease(frame, plan, release2, detail) {
  const migrations = new Set(release2.steps.flatMap((step) => step.edits).map((edit) => edit.path).filter((path) => /(^|\/)migrations\//.test(path))).size;
  const when = release2.gate !== null ? prose(release2.gate, "html") : release2.number === 1 ? firstRelease(frame.merged === true) : "";
  const summary = [`<b>Release ${release2.number}</b>`, release2.phase, migrations > 0 ? count(migrations, "migration") : count(release2.steps.length, "step"), when].filter((part) => part !== "");
  const several = new Set(plan.releases.flatMap((one) => one.steps.map((step) => step.target))).size > 1;
  return folded(summary.join(" \xB7 "), blocks(...release2.steps.map((step) => oneStep(step, several, detail))));
}
function oneStep(step, several, detail) {
  return blocks(
    `**${several ? `${code(label(step.target))}:** ` : "Step:** "}${prose(step.title)}${/[.!?]$/.test(step.title) ? "" : "."}${step.explanation === "" ? "" : ` ${prose(step.explanation)}`}`,
    ...step.edits.map(oneEdit),
    detail.plan === "files and SQL" && step.sql.length > 0 ? fence(stepSql(step), "sql") : "",
    step.unknown === null ? "" : `\u26AA Its SQL cannot be given: ${prose(step.unknown)}`
  );
}
function oneEdit(edit) {
  return blocks(`${code(edit.path)}${edit.kind === "new file" ? " (new)" : ""}`, fence(edit.text, edit.language));
}
function stepSql(step) {
  return step.sql.flatMap(({ sql, impact, note }) => [...note === null ? [] : [`-- ${visible(note)}`], ...impact === null ? [] : [`-- ${visible(impactLine(impact))}`], closed(sql)]).join("\n");
}
function without(frame, plan, detail) {
  if (plan.without.length === 0) return "";
  const targets = (reason) => [...new Set(plan.without.filter((one) => one.reason === reason).map(({ target }) => code(label(target))))];
  const reasons = [...new Set(plan.without.map(({ reason }) => reason))];
  return `${frame.heading} To be done by hand

${bullets(reasons.map((reason) => `${targets(reason).join(", ")}: ${prose(reason)}`), detail.bullets)}`;
}
function label(target) {
  const parts = target.split(".");
  return parts.length === 3 ? parts.slice(1).join(".") : target;
}

// src/report/markdown/rehearsal.ts
function rehearsalSection(frame, rehearsal) {
  if (rehearsal === void 0) return "";
  const { server, stopped, releases, rows, proven, notes } = rehearsal;
  if (rows.length === 0) return stopped === null ? "" : blocks(`${frame.heading} Not rehearsed`, prose(stopped));
  const failed = rows.flatMap((row) => [...row.steps.filter(({ error }) => error !== null).map((step) => stepLine(row, step)), ...row.cells.flatMap((cell, at) => grouped(cell?.failures ?? []).map((same) => failureLine(row, releases[at], same)))]);
  const failures = rows.reduce((sum, row) => sum + row.steps.filter(({ error }) => error !== null).length + row.cells.reduce((all, cell) => all + (cell?.failures.length ?? 0), 0), 0);
  return blocks(
    `${frame.heading} Rehearsed on ${server ?? "PostgreSQL"}`,
    table(["schema after", ...releases], rows.map((row) => [row.cells.every((cell) => cell === null) ? `${row.schema} \u274C fails` : row.schema, ...row.cells.map((cell) => mark(cell))])),
    stopped === null ? "" : prose(stopped),
    proven ? "The plan is proven: every step ran, and every statement of the release before and the release after held." : "",
    failed.length === 0 ? "" : folded(`${count(failures, "failure")}, in the server's own words`, bullets(failed, 40)),
    observed(rows),
    notes.length === 0 ? "" : folded("What could not be rehearsed as it is", bullets(notes.map((note) => prose(note)), 20))
  );
}
function mark(cell) {
  if (cell === null || cell.of === 0) return "";
  return `${cell.held === cell.of ? "\u2705" : "\u274C"} ${cell.held} of ${cell.of}`.replaceAll(" ", "\xA0");
}
function failureLine(row, release2, same) {
  const { table: name, error } = same[0];
  return `${release2} on ${row.schema}: ${same.map(({ statement }) => statement).join(", ")} on ${code(name)}: ${code(error)}`;
}
function stepLine(row, { sql, error }) {
  return `${row.schema}: the migration itself fails: ${code(sql)}: ${code(error?.message ?? "")}`;
}
function observed(rows) {
  const lines = rows.flatMap((row) => row.steps.filter(({ works }) => works.length > 0).map(({ sql, works, locks }) => `${row.schema}: ${code(sql)}: ${works.map((work) => code(work)).join(", ")}${held(locks)}`));
  return lines.length === 0 ? "" : folded("Scans, rewrites and index builds that the server reports", bullets(lines, 30));
}
function held(locks) {
  const names = Object.entries(locks).filter(([, mode]) => /^(AccessExclusive|Exclusive|ShareRowExclusive|Share)Lock$/.test(mode));
  return names.length === 0 ? "" : `, with ${names.map(([name, mode]) => `${mode} on ${code(name)}`).join(", ")}`;
}

// src/report/markdown/usages.ts
function usagesSection(frame, migrations, detail) {
  const named = migrations.flatMap((migration) => migration.operations.flatMap((record) => record.usages ?? [])).filter(isNamed);
  if (named.length === 0) return "";
  const lines = named.map((one) => `${mark2(one)} ${stillNamed(one)}`);
  const list = `${frame.heading} Still named in the code

The code of this pull request still names what its migrations take away:

${bullets(lines, detail.bullets)}`;
  return detail.background ? `${list}
${named.map((one) => usageList(one, detail.bullets)).join("\n")}` : list;
}
function isNamed({ certain, likely, possible }) {
  return certain + likely + possible > 0;
}
function mark2({ certain, likely }) {
  return certain > 0 ? "\u{1F534}" : likely > 0 ? "\u{1F7E1}" : "\u{1F535}";
}
function stillNamed(summary) {
  const { certain, likely, possible, tests } = summary;
  const places = certain + likely;
  const by = [certain > 0 ? `${certain} certain` : "", likely > 0 ? `${likely} likely` : ""].filter((part) => part !== "").join(", ");
  const bare = possible === 0 ? "" : `${places === 0 ? count(possible, "place") : `; ${possible} more`} ${possible === 1 ? "has" : "have"} the bare name, which may be another's`;
  const inTests = tests === 0 ? "" : `; ${count(tests, "place")} in tests`;
  return `${code(summary.of)}: ${places === 0 ? "" : `still named in ${count(places, "place")} (${by})`}${bare}${inTests}`;
}
function usageList({ of, first, certain, likely, possible, leftOut }, limit) {
  const all = certain + likely + possible;
  const shown = first.slice(0, Math.max(limit, 1));
  const more = all - shown.length;
  const items = [...shown.map(place), ...more > 0 ? [`\u2026 and ${more} more`] : [], ...leftOut.map((said) => prose(said))];
  return folded(`Where ${code(of, "html")} is named`, bullets(items, Infinity));
}
function place({ path, line, text, certainty, how, kind }) {
  return `${code(`${path}:${line}`)} ${certainty}, ${kind === "Python" || kind === how ? "" : `${kind}, `}${prose(how)}: ${code(text)}`;
}

// src/report/markdown.ts
function reviewToMarkdown(review, detail = fullDetail, left = []) {
  const numbers = tally(review);
  const head = headline(review, numbers);
  const several = review.projects.length > 1;
  return blocks(
    `## ${head.emoji} Migrations: ${head.text}`,
    verdict(review, numbers.operations),
    ...review.projects.map((project) => projectBlocks(review, project, several, detail)),
    footer(review, numbers, left)
  );
}
function verdict(review, operationCount) {
  if (review.acceptedByLabel !== void 0) return `\u270B Everything below is accepted by the label ${code(review.acceptedByLabel)}: the check passes. ${prose(review.reasons.join(" "))}`;
  const told = review.projects.some((project) => project.skipped.length > 0 || project.graph.length > 0 || project.migrations.some((migration) => migration.operations.some((record) => record.breaks.length > 0 || isUnknown(record))));
  if (review.verdict === "fail" && !told) return bullets(review.reasons.map((reason) => prose(reason)), 20);
  if (review.verdict === "pass" && operationCount === 0 && !told) return `No migration differs from ${release(review)}.`;
  if (review.verdict === "pass" && review.reasons.length > 0) return `The check passes all the same: ${prose(review.reasons.join(" "))}`;
  return "";
}
function projectBlocks(review, project, several, detail) {
  const frame = { name: shortNames(project.migrations), heading: several ? "####" : "###" };
  return blocks(several ? `### Project ${code(project.root === "" ? "/" : project.root)}` : "", projectSections(frame, review, project, detail));
}
function projectSections(frame, review, project, detail) {
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
    detail.background ? factsSection(project.facts) : ""
  );
}
function sqlSection({ migrations, facts }) {
  const parts = migrations.map((migration) => {
    const sql = migrationSql(migration, facts.database.value.vendor);
    return sql === "" ? "" : blocks(code(migration.path), fence(sql, "sql"));
  });
  return parts.every((part) => part === "") ? "" : folded("The SQL of this pull request as it stands (<code>sqlmigrate</code>)", blocks(...parts));
}

export {
  isNamed,
  stillNamed,
  usageList,
  reviewToMarkdown,
  projectSections
};
