import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  columns,
  indented,
  linesOf,
  operationName,
  paragraphs
} from "./chunk-YB3EMA4X.js";
import {
  grouped,
  headline
} from "./chunk-FRJUPGON.js";
import {
  orderOf
} from "./chunk-MSHCRMWM.js";
import {
  failures,
  impactLine,
  preposition,
  shortNames,
  waitOf,
  waitText
} from "./chunk-DJTVDKX3.js";
import {
  aloneView,
  count,
  firstRelease,
  numberWord,
  vendorNames
} from "./chunk-F76VESVK.js";
import {
  visible
} from "./chunk-M6RJXJRU.js";
import {
  acceptsRisk,
  dropsOnly,
  markOf,
  otherFindings,
  tally,
  unknownReason
} from "./chunk-YDTEZH2C.js";
import {
  closed,
  sqlOf,
  unknownSql
} from "./chunk-VE6HXMP7.js";

// src/report/text/operation.ts
function migrationLines(migration) {
  return [
    visible(`${migration.app}.${migration.name}  ${migration.path}${migration.atomic ? "" : "  (not atomic)"}`),
    ...indented([
      ...migration.findings.flatMap(findingLines),
      ...migration.operations.flatMap((record) => operationLines(migration, record)),
      ...migration.deferred.length === 0 ? [] : ["at the end of the migration", ...indented(sqlLines(migration.deferred), 4)]
    ])
  ];
}
function operationLines(migration, record) {
  const unknown = unknownSql(record);
  return [
    `${record.index} ${operationName(migration, record)}: ${record.phase}`,
    ...indented(
      [
        ...unknown === null ? sqlLines(record.statements) : [`unknown: ${visible(unknown)}`],
        ...Object.keys(record.impact.locks).length === 0 ? [] : [`locks: ${visible(impactLine(record.impact))}`],
        ...effectLines(record),
        ...otherFindings(record, null).flatMap((finding) => findingLines({ ...finding, place: null }))
      ],
      4
    )
  ];
}
function effectLines(record) {
  return [
    ...failureLines(record, "running", "breaks"),
    ...failureLines(record, "new", "breaks the new release"),
    ...record.failsOnExistingRows === null ? [] : [`may stop on existing rows: ${visible(record.failsOnExistingRows)}`],
    ...record.losesData === null ? [] : [`${dropsOnly(record) ? "drops data" : "may lose data"}: ${visible(record.losesData)}`]
  ];
}
function failureLines(record, release, verb) {
  return failures(record, release).flatMap(({ table, statements, errors, reasons }) => [
    `${verb}: ${statements.join(", ")} ${preposition(statements)} ${visible(table)}`,
    ...indented([...errors.map(({ error, statements: by }) => `${errors.length === 1 ? "" : `${by.join(", ")}: `}${visible(error)}`), ...reasons.map(visible)])
  ]);
}
function findingLines({ level, message, advice, place }) {
  const at = place === null ? "" : ` (${place.path}:${place.line})`;
  return [visible(`${level}: ${message}${at}`), ...advice === null ? [] : indented([visible(advice)])];
}
function sqlLines(statements) {
  const texts = sqlOf(statements) ?? statements.map(({ sql, unknown }) => sql === null ? `-- UNKNOWN: ${visible(unknown ?? "")}` : closed(sql));
  return texts.flatMap(linesOf);
}

// src/report/text/plan.ts
function planLines(plan, merged = false) {
  if (plan === null) return [];
  const { releases, shortcuts, without } = plan;
  return [
    releases.length === 0 ? [] : [`The plan: ${releases.length === 1 ? "one release, with these changes" : `${numberWord(releases.length)} releases instead of one`}`],
    ...shortcuts.map(({ target, text, code, another }) => [visible(`${another ? "Another way" : "Shorter"}, for ${target}: ${text}`), ...code === null ? [] : indented(linesOf(code), 4)]),
    ...releases.flatMap((release) => releaseLines(release, merged)),
    without.length === 0 ? [] : ["To be done by hand:", ...indented(without.map(({ target, reason }) => visible(`${target}: ${reason}`)))]
  ];
}
function releaseLines({ number, phase, gate, steps }, merged) {
  const when = gate ?? (number === 1 ? firstRelease(merged) : "");
  return [[`Release ${number} (${phase})${when === "" ? "" : `: ${visible(when)}`}`], ...steps.map((step) => indented(stepLines(step)))];
}
function stepLines({ target, title, explanation, edits, sql, unknown }) {
  return [
    visible(`${target}: ${title}`),
    ...explanation === "" ? [] : [visible(explanation)],
    ...edits.flatMap(({ path, kind, text }) => [`${visible(path)}${kind === "new file" ? " (new)" : ""}`, ...indented(linesOf(text), 4)]),
    ...sql.length === 0 ? [] : ["SQL"],
    ...sql.flatMap((item) => indented([...item.note === null ? [] : [`-- ${visible(item.note)}`], ...item.impact === null ? [] : [`-- ${visible(impactLine(item.impact))}`], ...linesOf(closed(item.sql))], 4)),
    ...unknown === null ? [] : [`unknown SQL: ${visible(unknown)}`]
  ];
}

// src/report/text/rehearsal.ts
function rehearsalLines(rehearsal) {
  if (rehearsal === void 0) return [];
  const { server, stopped, releases, rows, proven, notes } = rehearsal;
  if (rows.length === 0) return stopped === null ? [] : [visible(`Not rehearsed: ${stopped}`)];
  const failed = rows.flatMap((row) => [
    ...row.steps.flatMap(({ sql, error }) => error ? [`${row.schema}: the migration itself fails: ${sql}: ${error.message}`] : []),
    ...row.cells.flatMap((cell, at) => grouped(cell?.failures ?? []).map((same) => `${releases[at]} on ${row.schema}: ${same.map(({ statement }) => statement).join(", ")} on ${same[0].table}: ${same[0].error}`))
  ]);
  return [
    `Rehearsed on ${server ?? "PostgreSQL"}:`,
    ...indented(columns([["schema after", ...releases], ...rows.map((row) => [row.schema, ...row.cells.map((cell) => cell === null || cell.of === 0 ? "" : `${cell.held === cell.of ? "ok" : "FAILS"} ${cell.held} of ${cell.of}`)])])),
    ...stopped === null ? [] : [visible(stopped)],
    ...proven ? ["The plan is proven: every step ran, and every statement of the release before and the release after held."] : [],
    ...indented([...failed, ...notes.map((note) => `not as it is: ${note}`)].map((line) => visible(line)))
  ];
}

// src/report/text.ts
function reviewToText(review) {
  const { ref, commit, source } = review.runningRelease;
  const numbers = tally(review);
  return paragraphs(
    [
      `${review.verdict === "fail" ? "FAIL" : "PASS"}: ${headline(review, numbers).text}`,
      visible(`running release: ${ref}${commit === null ? "" : ` @ ${commit.slice(0, 7)}`} (${source})`),
      ...review.acceptedByLabel === void 0 ? [] : [visible(`accepted by the label: ${review.acceptedByLabel}`)],
      ...review.reasons.map(visible)
    ],
    ...review.projects.flatMap((project) => projectParagraphs(project, review.projects.length > 1)),
    [`${count(numbers.operations, "operation")} in ${count(numbers.migrations, "migration")}, ${numbers.unknown} unknown; django-expand-contract ${visible(review.version)}`]
  );
}
function projectParagraphs(project, several) {
  return [several ? [`== ${visible(project.root === "" ? "/" : project.root)} ==`] : [], ...changeParagraphs(project), factLines(project.facts)];
}
function changeParagraphs(project, merged = false) {
  const { migrations } = project;
  return [
    project.graph.flatMap(findingLines),
    ...withLines(migrations, (_, record) => effectLines(record)),
    operationTable(migrations),
    orderLines(migrations),
    ...withLines(migrations, (_, record) => unknownLines(record)),
    skippedLines(project.skipped),
    ...planLines(project.plan, merged),
    rehearsalLines(project.rehearsal),
    ...withLines(migrations, (_, record) => otherFindings(record, project.plan).flatMap((finding) => findingLines({ ...finding, place: null }))),
    ...migrations.map((migration) => migration.findings.flatMap(findingLines)),
    acceptedLines(project.accepted ?? [])
  ];
}
function orderLines(migrations) {
  const name = shortNames(migrations);
  const sentence = orderOf(migrations, (migration) => visible(name(migration)));
  return sentence === null ? [] : [sentence.replaceAll("`migrate`", "migrate")];
}
function acceptedLines(accepted) {
  if (accepted.length === 0) return [];
  return [`${count(accepted.length, "finding")} accepted:`, ...indented(accepted.map(({ finding, reason, place }) => visible(`${finding.rule} (${place.path}:${place.line}): ${reason}`)))];
}
function withLines(migrations, lines) {
  const name = shortNames(migrations);
  return migrations.flatMap(
    (migration) => migration.operations.flatMap((record) => {
      const said = lines(migration, record);
      return said.length === 0 ? [] : [[`${visible(`${name(migration)} `)}${operationName(migration, record)}`, ...indented(said)]];
    })
  );
}
function unknownLines(record) {
  const reason = unknownReason(record);
  return reason === null ? [] : [`unknown: ${visible(reason)}`];
}
var marks = { breaks: "!!", unknown: "??", careful: " !", fine: "ok" };
function operationTable(migrations) {
  const name = shortNames(migrations);
  const rows = migrations.flatMap(
    (migration) => migration.operations.map((record) => {
      const running = record.breaks.filter((breakage) => breakage.release === "running").map((breakage) => breakage.statement);
      const works = running.length > 0 ? `breaks: ${[...new Set(running)].join(", ")}` : acceptsRisk(record) ? "accepted" : record.phase === "unknown" ? "unknown" : "works";
      return [marks[markOf(record)], visible(name(migration)), operationName(migration, record), record.phase, works, visible(waitText(waitOf(record)))];
    })
  );
  return rows.length === 0 ? [] : columns([["", "migration", "operation", "phase", "running release", "the table waits"], ...rows]);
}
function skippedLines(skipped) {
  if (skipped.length === 0) return [];
  return [`${count(skipped.length, "file")} could not be used, and nothing in ${skipped.length === 1 ? "it" : "them"} counts as safe:`, ...indented(skipped.map(({ path, line, reason }) => visible(`${path}${line === null ? "" : `:${line}`}: ${reason}`)))];
}
function factLines(facts) {
  const { vendor, version } = facts.database.value;
  const row = (name, fact, value) => [name, visible(value), visible(`(${fact.source})`)];
  return columns([row("Django", facts.django, facts.django.value), row("database", facts.database, `${vendorNames[vendor]} ${version}`), row("AUTH_USER_MODEL", facts.authUserModel, facts.authUserModel.value), row("DEFAULT_AUTO_FIELD", facts.defaultAutoField, facts.defaultAutoField.value)]);
}
function explanationToText(explanation) {
  return paragraphs([aloneView], ...explanation.projects.flatMap((project) => historyParagraphs(project, explanation.projects.length > 1)));
}
function historyParagraphs(project, several) {
  return [several ? [`== ${visible(project.root === "" ? "/" : project.root)} ==`] : [], factLines(project.facts), project.graph.flatMap(findingLines), ...project.migrations.map(migrationLines), skippedLines(project.skipped)];
}

export {
  effectLines,
  findingLines,
  reviewToText,
  changeParagraphs,
  withLines,
  skippedLines,
  factLines,
  explanationToText
};
