import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  clip,
  visible
} from "./chunk-M6RJXJRU.js";
import {
  findingPages,
  home
} from "./chunk-Y3FRN7YE.js";
import {
  allRules
} from "./chunk-3CP7ENH2.js";
import "./chunk-CSBCGSFX.js";
import "./chunk-WENUEFS7.js";
import "./chunk-7XH62CJ2.js";
import {
  vendors
} from "./chunk-LHOMP52Y.js";
import "./chunk-LLNCCPBL.js";
import "./chunk-PFM5Z35S.js";

// src/report/sarif.ts
import { createHash } from "node:crypto";

// src/safety/findings/docs.ts
function rulePage(rule) {
  return lines(
    `# ${rule.title}`,
    `\`${rule.id}\` \xB7 ${rule.level} \xB7 ${databases(rule)}${rule.versions === void 0 ? "" : ` \xB7 ${rule.versions}`}`,
    rule.why,
    "## What to do",
    rule.advice,
    "## Told",
    example(rule.bad),
    "## Not told",
    example(rule.good),
    "## Accepting it",
    `A comment on the line of the operation or above it takes the finding out of the verdict; the report lists it with its reason:`,
    `\`\`\`python
# expand-contract: accept ${rule.id} the reason, in your words
\`\`\``
  );
}
var names = { postgresql: "PostgreSQL", mysql: "MySQL", mariadb: "MariaDB", sqlite: "SQLite" };
function databases(rule) {
  return rule.databases.length === vendors.length ? "every database" : rule.databases.map((vendor) => names[vendor]).join(", ");
}
function example({ code, attributes, operations, released, config, database, files, runningFiles }) {
  const parts = [];
  if (database !== void 0) parts.push(`On ${names[database]}:`);
  if (config !== void 0) parts.push(fence("toml", `[tool.django-expand-contract]
${config}`));
  if (released !== void 0) parts.push("The running release has:", fence("python", list(released)));
  for (const [path, text] of Object.entries(runningFiles ?? {})) parts.push(`Its \`${path}\`:`, fence("python", text));
  if (runningFiles !== void 0) parts.push("The change:");
  if (operations !== void 0) parts.push(fence("python", [...code === void 0 ? [] : [`${code}

`], ...attributes === void 0 ? [] : [attributes], list(operations)].join("\n")));
  for (const [path, text] of Object.entries(files ?? {})) parts.push(text === null ? `\`${path}\` is deleted.` : text === "" ? `\`${path}\`, an empty file.` : `\`${path}\`:

${fence("python", text)}`);
  return parts.join("\n\n");
}
function list(operations) {
  return `operations = [
${operations.replace(/^(?=.)/gm, "    ")}
]`;
}
function fence(language, text) {
  return `\`\`\`${language}
${text.trimEnd()}
\`\`\``;
}
function lines(...blocks) {
  return `${blocks.join("\n\n")}
`;
}

// src/report/sarif-rules.ts
var unreadFile = "unread-file";
var severities = { error: "error", warning: "warning", note: "recommendation" };
function ruleOf(id, pages) {
  const rule = allRules.find((one) => one.id === id);
  if (rule) return descriptor({ ...rule, markdown: rulePage(rule), uri: `${pages}/${id}.md` });
  const own = id === unreadFile ? { title: "A file that could not be read", why: "It could not be read, so nothing in it counts as safe.", advice: "Mend the file, or take it out with `exclude` in the configuration of the base." } : { title: id.replaceAll("-", " "), why: "The migration graph does not hold together.", advice: "Mend what the message says." };
  return descriptor({ id, level: "error", ...own, markdown: `${own.why}

${own.advice}
`, uri: `${pages}/README.md` });
}
function descriptor({ id, level, title, why, advice, markdown, uri }) {
  return {
    id,
    name: id.replace(/(^|-)(\w)/g, (_, _dash, letter) => letter.toUpperCase()),
    shortDescription: { text: title.replaceAll("`", "") },
    fullDescription: { text: why.replaceAll("`", "").slice(0, 1024) },
    help: { text: `${why}

${advice}`, markdown },
    helpUri: uri,
    defaultConfiguration: { level },
    properties: { tags: ["django", "migrations"], precision: "high", "problem.severity": severities[level] }
  };
}

// src/report/sarif.ts
var mostResults = 25e3;
function toSarif(report) {
  const all = report.projects.flatMap((project) => told(project));
  const order = { error: 0, warning: 1, note: 2 };
  const placed = all.filter((one) => one.path !== "").sort((a, b) => order[a.level] - order[b.level]);
  const kept = placed.slice(0, mostResults);
  const ids = [...new Set(kept.map(({ rule }) => rule))];
  const seen = /* @__PURE__ */ new Map();
  const results = kept.map((one) => ({
    ruleId: one.rule,
    ruleIndex: ids.indexOf(one.rule),
    level: one.level,
    message: { text: one.text },
    locations: [{ physicalLocation: { artifactLocation: { uri: one.path.split("/").map(encodeURIComponent).join("/") }, region: { startLine: one.line, endLine: Math.max(one.line, one.lastLine) } } }],
    partialFingerprints: { primaryLocationLineHash: fingerprint(one, seen) },
    ...one.accepted !== null && { suppressions: [{ kind: "inSource", justification: one.accepted }] }
  }));
  const notifications = [
    ...all.filter((one) => one.path === "").map(({ level, text }) => ({ level, message: { text } })),
    ...placed.length > kept.length ? [{ level: "warning", message: { text: `${placed.length - kept.length} more results are left out: GitHub takes ${mostResults} of a run. The worst are here.` } }] : []
  ];
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [{
      tool: { driver: { name: "django-expand-contract", informationUri: home, semanticVersion: report.version, rules: ids.map((id) => ruleOf(id, findingPages)) } },
      columnKind: "utf16CodeUnits",
      invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }],
      results
    }]
  };
}
function sarifText(report) {
  return `${JSON.stringify(toSarif(report), null, 1)}
`;
}
function told(project) {
  return [
    ...project.graph.map((finding) => ofFinding(finding, null)),
    ...project.skipped.map(({ path, line, reason }) => ({ rule: unreadFile, level: "error", text: sentence(`${reason}. Nothing in it counts as safe.`), path, line: line ?? 1, lastLine: line ?? 1, accepted: null })),
    ...project.migrations.flatMap((migration) => [
      ...migration.findings.map((finding) => ofFinding(finding, null)),
      ...migration.operations.flatMap((record) => record.findings.map((finding) => ofFinding(finding, record)))
    ]),
    ..."accepted" in project ? (project.accepted ?? []).map(ofAccepted) : []
  ];
}
function ofFinding({ rule, level, message, advice, place }, record) {
  const at = place ?? record?.place ?? { path: "", line: 1 };
  const whole = record !== null && at.path === record.place.path && at.line === record.place.line;
  return { rule, level, text: sentence(advice === null ? message : `${message} ${advice}`), path: at.path, line: at.line, lastLine: whole ? record.lastLine : at.line, accepted: null };
}
function ofAccepted({ finding, reason }) {
  return { ...ofFinding(finding, null), accepted: clip(visible(reason), 1e3) };
}
function sentence(text) {
  return clip(visible(text), 2e3).replaceAll("](", "] (");
}
function fingerprint({ rule, path, text }, seen) {
  const hash = createHash("sha256").update(JSON.stringify([rule, path, text])).digest("hex").slice(0, 16);
  const number = (seen.get(hash) ?? 0) + 1;
  seen.set(hash, number);
  return `${hash}:${number}`;
}
export {
  mostResults,
  sarifText,
  toSarif
};
