import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  capped,
  orderOf
} from "./chunk-MSHCRMWM.js";
import {
  failures,
  locksOf,
  preposition,
  subject,
  waitOf
} from "./chunk-DJTVDKX3.js";
import {
  count,
  listed,
  vendorNames
} from "./chunk-F76VESVK.js";
import {
  code,
  prose
} from "./chunk-M6RJXJRU.js";
import {
  findingPages
} from "./chunk-Y3FRN7YE.js";
import {
  acceptsRisk,
  emoji,
  isAboutModels,
  isUnknown,
  losesSilently,
  markOf,
  otherFindings,
  unknownReason
} from "./chunk-YDTEZH2C.js";
import {
  rowsText
} from "./chunk-CSBCGSFX.js";

// src/report/markdown/parts.ts
function operationLabel(frame, migration, record, where = "text") {
  const { name, to } = subject(record, migration.app);
  const words = [code(frame.name(migration), where), prose(record.type, where)];
  if (name !== null) words.push(code(name, where));
  if (to !== null) words.push("\u2192", code(to, where));
  return words.join(" ");
}
function bullets(items, limit) {
  const { shown, more } = capped(items, limit);
  return [...shown.map((item) => `- ${item}
`), ...more > 0 ? [`- \u2026 and ${more} more
`] : []].join("");
}
function folded(summary, body) {
  return `<details><summary>${summary}</summary>

${body.trimEnd()}

</details>
`;
}
function table(header2, rows) {
  const line = (cells) => `|${cells.map((cell) => cell === "" ? " " : ` ${cell} `).join("|")}|
`;
  return `${line(header2)}|${header2.map(() => "---|").join("")}
${rows.map(line).join("")}`;
}
function blocks(...parts) {
  return parts.filter((part) => part !== "").map((part) => `${part.trimEnd()}
`).join("\n");
}

// src/report/markdown/breakages.ts
function breakages(frame, review, migrations, detail) {
  const running = lines(frame, migrations, "running");
  const fresh = lines(frame, migrations, "new");
  const records = migrations.flatMap((migration) => migration.operations.map((record) => ({ migration, record })));
  const rows = records.flatMap(({ migration, record }) => record.failsOnExistingRows === null ? [] : [`${operationLabel(frame, migration, record)} \u2192 ${code(record.failsOnExistingRows)}`]);
  const losses = records.flatMap(({ migration, record }) => record.losesData === null || !losesSilently(record) ? [] : [`${operationLabel(frame, migration, record)}: ${prose(record.losesData)}`]);
  return blocks(
    list(`${frame.merged === true ? "If this is released as it is" : "If this merges as it is"}, statements of ${release(review)} fail from the moment \`migrate\` runs until the last old process is gone:`, running, detail),
    list(running.length > 0 ? "The new release fails as well, once `migrate` has run:" : "The new release fails once `migrate` has run:", fresh, detail),
    list("`migrate` itself may stop, depending on the rows that are there:", rows, detail),
    list("Data may be lost without an error:", losses, detail)
  );
}
function release({ runningRelease: { ref, commit } }) {
  if (commit === null) return code(ref);
  return commit.startsWith(ref) ? code(commit.slice(0, 7)) : `${code(ref)} @ ${code(commit.slice(0, 7))}`;
}
function list(intro, items, detail) {
  return items.length === 0 ? "" : `${intro}

${bullets(items, detail.bullets)}`;
}
function lines(frame, migrations, of) {
  return migrations.flatMap(
    (migration) => migration.operations.flatMap(
      (record) => failures(record, of).map((failure) => failing(failure, [operationLabel(frame, migration, record), why(failure)].filter((part) => part !== "").join(": ")))
    )
  );
}
function failing({ table: table2, statements, errors }, cause) {
  const codes = (kinds) => kinds.map((kind) => code(kind)).join(", ");
  const what = `**${codes(statements)} ${preposition(statements)} ${code(table2)}**`;
  const head = errors.length === 1 ? `${what} \u2192 ${code(errors[0].error)}` : what;
  const each = errors.length === 1 ? [] : errors.map(({ error, statements: by }) => `  - ${codes(by)} \u2192 ${code(error)}`);
  return [cause === "" ? head : `${head}  
  ${cause}`, ...each].join("\n");
}
function why({ reasons }) {
  return reasons.map((reason) => prose(reason)).join(" ");
}

// src/report/markdown/footer.ts
function footer(review, numbers, left) {
  const facts = review.projects[0]?.facts;
  const parts = [
    `${count(numbers.operations, "operation")} in ${count(numbers.migrations, "migration")}, ${numbers.unknown} unknown`,
    `running release: ${release(review)} (${prose(review.runningRelease.source)})`,
    ...facts === void 0 || review.projects.length > 1 ? [] : [`${vendorNames[facts.database.value.vendor]} ${prose(facts.database.value.version)}, Django ${facts.django.value}`],
    `django-expand-contract ${prose(review.version)}`
  ];
  const shortened = left.length === 0 ? "" : `<sub>Left out because this would be too long for GitHub: ${left.join("; ")}. \`review\` on the command line prints everything.</sub>

`;
  return `${shortened}<sub>${parts.join(" \xB7 ")}</sub>
`;
}
function factsSection(facts) {
  const row2 = (name, fact) => [code(name, "cell"), code(fact.value, "cell"), prose(fact.source, "cell")];
  const plain = (name, fact, value) => [name, value, prose(fact.source, "cell")];
  const rows = [
    plain("Django", facts.django, facts.django.value),
    plain("database", facts.database, `${vendorNames[facts.database.value.vendor]} ${prose(facts.database.value.version, "cell")}`),
    row2("AUTH_USER_MODEL", facts.authUserModel),
    ...[...facts.swappable].map(([name, fact]) => row2(name, fact)),
    row2("DEFAULT_AUTO_FIELD", facts.defaultAutoField),
    ...[...facts.appAutoFields].map(([app, fact]) => row2(`${app}: default_auto_field`, fact)),
    row2("USE_TZ", { value: facts.useTz.value ? "True" : "False", source: facts.useTz.source })
  ];
  return folded("What this takes for granted, and where it comes from", table(["fact", "value", "from"], rows));
}

// src/report/markdown/findings.ts
var levelEmoji = { error: "\u{1F534}", warning: "\u{1F7E1}", note: "\u{1F535}" };
function graphSection(graph, detail) {
  const part = (title, findings) => findings.length === 0 ? [] : [`${title}:

${bullets(findings.map(findingLine), detail.bullets)}`];
  return [...part("Models and migrations differ", graph.filter(isAboutModels)), ...part("About the migration graph", graph.filter((one) => !isAboutModels(one)))].join("\n");
}
var settle = "Write it as Django operations or as SQL that can be read. Or check it by hand (`sqlmigrate` prints its SQL), and accept it with a comment above the operation: `# expand-contract: accept unknown-operation REASON`.";
function unknownSection(frame, migrations, detail) {
  const items = migrations.flatMap(
    (migration) => migration.operations.flatMap((record) => {
      const reason = unknownReason(record);
      return reason === null ? [] : [`${operationLabel(frame, migration, record)} (${code(`${record.place.path}:${record.place.line}`)}): ${prose(reason)}`];
    })
  );
  return items.length === 0 ? "" : `${frame.heading} Unknown

What was not understood does not count as safe:

${bullets(items, detail.bullets)}
${settle}
`;
}
function skippedSection(frame, skipped, detail) {
  if (skipped.length === 0) return "";
  const items = skipped.map(({ path, line, reason }) => `${code(line === null ? path : `${path}:${line}`)}: ${prose(reason)}`);
  return `${frame.heading} Not read

${count(skipped.length, "file")} could not be used, and nothing in ${skipped.length === 1 ? "it" : "them"} counts as safe:

${bullets(items, detail.bullets)}`;
}
function findingsSection(frame, migrations, plan, detail) {
  const all = migrations.flatMap((migration) => [
    ...migration.findings.map((finding) => ({ finding, label: null })),
    ...migration.operations.flatMap((record) => otherFindings(record, plan).map((finding) => ({ finding, label: operationLabel(frame, migration, record) })))
  ]);
  const lines2 = (notes) => {
    const wanted = all.filter(({ finding }) => finding.level === "note" === notes);
    const same = sharing(wanted);
    return [...new Set(wanted.map(({ finding, label }) => label === null ? findingLine(finding) : `${levelEmoji[finding.level]} ${listed([...same.get(told(finding))])}: ${sentence(finding)}`))];
  };
  const [loud, quiet] = [lines2(false), lines2(true)];
  return [
    loud.length === 0 ? "" : `${frame.heading} Also to know

${bullets(loud, detail.bullets)}`,
    quiet.length === 0 || !detail.background ? "" : folded(count(quiet.length, "note"), bullets(quiet, detail.bullets))
  ].filter((part) => part !== "").join("\n");
}
function sharing(all) {
  const labels = /* @__PURE__ */ new Map();
  for (const { finding, label } of all) {
    const known = labels.get(told(finding)) ?? /* @__PURE__ */ new Set();
    labels.set(told(finding), label === null ? known : known.add(label));
  }
  return labels;
}
function told({ message, advice }) {
  return JSON.stringify([message, advice]);
}
function findingLine(finding) {
  const at = finding.place === null ? "" : ` (${code(`${finding.place.path}:${finding.place.line}`)})`;
  return `${levelEmoji[finding.level]} ${sentence(finding)}${at}`;
}
function sentence({ rule, message, advice }) {
  return `${prose(message)}${advice === null ? "" : ` ${prose(advice)}`} [why](${findingPages}/${rule}.md)`;
}

// src/report/markdown/operations.ts
var header = ["", "operation", "phase", "running release", "the table waits"];
var fewEnough = 8;
function operationTable(frame, migrations, detail) {
  return long(rowsOf(frame, migrations), detail);
}
function operations(frame, migrations, detail) {
  const rows = rowsOf(frame, migrations);
  const fine = rows.filter((one) => one.fine);
  if (rows.length <= fewEnough || fine.length < 3) return long(rows, detail);
  return blocks(
    long(rows.filter((one) => !one.fine), detail),
    folded(`\u{1F7E2} ${fine.length === rows.length ? "" : "and "}${count(fine.length, "operation")} that ${fine.length === 1 ? "needs" : "need"} nothing`, long(fine, detail))
  );
}
function order(frame, migrations) {
  return orderOf(migrations, (migration) => code(frame.name(migration))) ?? "";
}
function long(rows, detail) {
  if (rows.length === 0) return "";
  const { shown, more } = capped(rows, detail.rows);
  return blocks(table(header, shown.map((one) => one.cells)) + (more > 0 ? `
\u2026 and ${count(more, "operation")} more
` : ""));
}
function rowsOf(frame, migrations) {
  return migrations.flatMap((migration) => migration.operations.map((record) => ({ cells: row(frame, migration, record), fine: markOf(record) === "fine" })));
}
function row(frame, migration, record) {
  return [emoji[markOf(record)], operationLabel(frame, migration, record, "cell"), phaseNames[record.phase], effect(record), wait(record)];
}
var phaseNames = { additive: "additive", expand: "expand", contract: "contract", unknown: "**unknown**" };
function effect(record) {
  const kinds = (release2) => [...new Set(record.breaks.filter((breakage) => breakage.release === release2).map((breakage) => breakage.statement))].join(", ");
  const [running, fresh] = [kinds("running"), kinds("new")];
  const parts = running !== "" ? [`**breaks**: ${running}`] : [acceptsRisk(record) ? "accepted" : isUnknown(record) && record.phase === "unknown" ? "unknown" : "works"];
  if (fresh !== "") parts.push(`**the new one breaks**: ${fresh}`);
  if (record.failsOnExistingRows !== null) parts.push("**may stop on existing rows**");
  return parts.join("; ");
}
function wait(record, where = "cell") {
  const waits = waitOf(record);
  if (!waits.long) return waits.text;
  const { shown, more } = capped(waits.tables, 3);
  const tables = [...shown.map(({ table: name, rows }) => `${code(name, where)}${rows === null ? "" : ` (${rowsText(rows)})`}`), ...more > 0 ? [`${more} more`] : []];
  return `**${waits.who} ${listed(tables)} wait** while ${waits.during} (${locksOf(waits).map((lock) => code(lock, where)).join(", ")})`;
}

export {
  operationLabel,
  bullets,
  folded,
  table,
  blocks,
  breakages,
  release,
  failing,
  why,
  footer,
  factsSection,
  graphSection,
  unknownSection,
  skippedSection,
  findingsSection,
  sentence,
  operationTable,
  operations,
  order,
  wait
};
