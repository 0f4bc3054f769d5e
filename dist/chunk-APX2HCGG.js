import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  closed,
  sqlOf,
  unknownOf,
  unknownSql
} from "./chunk-VE6HXMP7.js";

// src/report/json-impact.ts
function impactToJson({ locks, blocksReads, blocksWrites, rewrites, scans, rows }) {
  return { locks: sorted(locks), blocksReads, blocksWrites, rewrites: [...rewrites], scans: [...scans], ...rows && { rows: sorted(rows) } };
}
function sorted(byTable) {
  return Object.fromEntries(Object.entries(byTable).sort(([a], [b]) => a < b ? -1 : 1));
}

// src/report/json-plan.ts
function planToJson(plan) {
  return {
    releases: plan.releases.map(({ number, phase, gate, steps }) => ({
      number,
      phase,
      gate,
      steps: steps.map(({ target, recipe, title, explanation, edits, sql, unknown }) => ({
        target,
        recipe,
        title,
        explanation,
        edits: edits.map(({ path, kind, language, text }) => ({ path, kind, language, text })),
        sql: sql.map((item) => ({ sql: closed(item.sql), impact: item.impact === null ? null : impactToJson(item.impact), note: item.note })),
        unknown
      }))
    })),
    shortcuts: plan.shortcuts.map(({ target, text, code }) => ({ target, text, code })),
    without: plan.without.map(({ target, reason }) => ({ target, reason }))
  };
}

// src/report/json-rehearsal.ts
function rehearsalToJson({ server, stopped, proven, releases, rows, notes }) {
  return {
    server,
    stopped,
    proven,
    schemas: rows.map(({ schema, cells, steps }) => ({ schema, releases: Object.fromEntries(cells.flatMap((cell, at) => cell ? [[releases[at], { held: cell.held, of: cell.of, failures: cell.failures }]] : [])), steps })),
    notes: [...notes]
  };
}

// src/report/json.ts
var jsonSchema = 1;
function explanationToJson(explanation) {
  return { ...head("explain", explanation.version), ...several(explanation.projects.map(project), emptyProject) };
}
function reviewToJson(review) {
  const { verdict, reasons, acceptedByLabel, runningRelease, version } = review;
  const of = (one) => ({ ...project(one), plan: one.plan === null ? null : planToJson(one.plan), ...one.accepted && { accepted: one.accepted.map(accepted) }, ...one.rehearsal && { rehearsal: rehearsalToJson(one.rehearsal) } });
  return { ...head("review", version), verdict, reasons: [...reasons], ...acceptedByLabel !== void 0 && { acceptedByLabel }, runningRelease, head: review.head, ...several(review.projects.map(of), { ...emptyProject, plan: null }) };
}
function auditToJson(audit) {
  const of = (one) => ({ ...project(one), pending: one.pending.map(pending), unfinished: one.unfinished.map(unfinished) });
  return { ...head("audit", audit.version), since: audit.since, audited: audit.head, runningRelease: audit.runningRelease, unreleased: audit.unreleased === null ? null : reviewToJson(audit.unreleased), ...several(audit.projects.map(of), { ...emptyProject, pending: [], unfinished: [] }) };
}
function pending({ what, table, name, leftBy, released, explanation, sql, contract, usages }) {
  const { safe, because, gate, files, without } = contract;
  const statements = contract.sql.map((item) => ({ sql: closed(item.sql), impact: item.impact === null ? null : impactToJson(item.impact) }));
  return { what, table, name, leftBy, released, explanation, sql, contract: { safe, because, gate, files: files.map(({ path, text }) => ({ path, text })), sql: statements, without }, ...usages && { usages } };
}
function unfinished({ target, recipe, step, of, migration: last, place, next, gate }) {
  return { target, recipe, step, of, migration: last, path: place.path, line: place.line, next, gate };
}
function jsonText(json) {
  return `${JSON.stringify(json, null, 1)}
`;
}
function head(kind, version) {
  return { schema: jsonSchema, kind, version };
}
var emptyProject = { root: "", django: null, database: null, facts: {}, migrations: [], graph: [], skipped: [] };
function several(projects, empty) {
  const first = projects[0] ?? empty;
  return projects.length > 1 ? { ...first, projects } : first;
}
function project(one) {
  return {
    root: one.root,
    django: one.facts.django.value,
    database: one.facts.database.value,
    facts: facts(one),
    migrations: one.migrations.map(migration),
    graph: one.graph.map(finding),
    skipped: one.skipped.map(({ path, line, reason }) => ({ path, line, reason }))
  };
}
function facts({ facts: known }) {
  const pairs = (map) => [...map].map(([name, fact]) => [name, fact]);
  return Object.fromEntries([
    ["django", known.django],
    ["database", known.database],
    ["AUTH_USER_MODEL", known.authUserModel],
    ...pairs(known.swappable),
    ["DEFAULT_AUTO_FIELD", known.defaultAutoField],
    ...pairs(known.appAutoFields).map(([app, fact]) => [`${app}.default_auto_field`, fact]),
    ["USE_TZ", known.useTz]
  ]);
}
function migration(record) {
  return {
    app: record.app,
    name: record.name,
    path: record.path,
    atomic: record.atomic,
    operations: record.operations.map(operation),
    deferred: [...sqlOf(record.deferred) ?? []],
    deferredUnknown: unknownOf(record.deferred),
    findings: record.findings.map(finding),
    ...record.moment && { moment: record.moment }
  };
}
function operation(record) {
  return {
    index: record.index,
    type: record.type,
    target: record.target,
    line: record.place.line,
    lastLine: record.lastLine,
    sql: [...sqlOf(record.statements) ?? []],
    deferred: [...sqlOf(record.deferred) ?? []],
    unknown: unknownSql(record),
    phase: record.phase,
    breaks: record.breaks.map(({ release, statement, table, column, error, code, because }) => ({ release, statement, table, column, error, code, because })),
    impact: impactToJson(record.impact),
    findings: record.findings.map(finding),
    failsOnExistingRows: record.failsOnExistingRows,
    losesData: record.losesData,
    newNeedsItFirst: record.newNeedsItFirst,
    onNewTable: record.onNewTable,
    ...record.usages && { usages: record.usages }
  };
}
function finding({ rule, level, message, place, advice }) {
  return { rule, level, message, path: place?.path ?? null, line: place?.line ?? null, advice };
}
function accepted({ finding: of, reason, place }) {
  return { finding: finding(of), reason, path: place.path, line: place.line };
}

export {
  jsonSchema,
  explanationToJson,
  reviewToJson,
  auditToJson,
  jsonText
};
