import type { Database, DjangoVersion, Fact } from "../django/project.ts";
import type { Accepted } from "../safety/accept/accept.ts";
import type { Breakage, Finding, Impact, Level, MigrationRecord, Moment, OperationRecord, Phase } from "../safety/types.ts";
import type { UsageSummary } from "../usage/summary.ts";
import { impactToJson } from "./json-impact.ts";
import { planToJson, type JsonPlan } from "./json-plan.ts";
import { rehearsalToJson, type JsonRehearsal } from "./json-rehearsal.ts";
import { closed, sqlOf, unknownOf, unknownSql } from "./statements.ts";
import type { Audit, AuditedProject, Explanation, PendingContract, ProjectExplanation, ProjectReview, Review, Skipped, UnfinishedPlan } from "./types.ts";

/** The number of the schema that docs/json.md describes: raised when a member is renamed, removed or changes its meaning. */
export const jsonSchema = 1;

export interface JsonProject {
  root: string;
  django: DjangoVersion | null;
  database: Database | null;
  facts: Record<string, JsonFact>;
  migrations: JsonMigration[];
  graph: JsonFinding[];
  skipped: Skipped[];
}
export interface JsonReviewProject extends JsonProject { plan: JsonPlan | null; accepted?: JsonAccepted[]; rehearsal?: JsonRehearsal }
export interface JsonAuditProject extends JsonProject { pending: JsonPending[]; unfinished: JsonUnfinished[] }

interface Head { schema: typeof jsonSchema; kind: "explain" | "review" | "audit"; version: string }
type Several<P> = P & { projects?: P[] };
export type JsonExplanation = Head & Several<JsonProject>;
export type JsonReview = Head & Several<JsonReviewProject> & { verdict: Review["verdict"]; reasons: string[]; acceptedByLabel?: string; runningRelease: Review["runningRelease"]; head: Review["head"] };
export type JsonAudit = Head & Several<JsonAuditProject> & { since: string | null; audited: Audit["head"]; runningRelease: Review["runningRelease"]; unreleased: JsonReview | null };

export interface JsonFact { value: unknown; source: string }

export interface JsonMigration {
  app: string;
  name: string;
  path: string;
  atomic: boolean;
  operations: JsonOperation[];
  deferred: string[];
  deferredUnknown: string | null;
  findings: JsonFinding[];
  moment?: Moment;
}

export interface JsonOperation {
  index: number;
  type: string;
  target: string | null;
  line: number;
  lastLine: number;
  sql: string[];
  deferred: string[];
  unknown: string | null;
  phase: Phase;
  breaks: Breakage[];
  impact: Impact;
  findings: JsonFinding[];
  failsOnExistingRows: string | null;
  losesData: string | null;
  newNeedsItFirst: boolean;
  onNewTable: boolean;
  usages?: readonly UsageSummary[];
}

export interface JsonPending {
  what: PendingContract["what"];
  table: string;
  name: string | null;
  leftBy: string | null;
  released: PendingContract["released"];
  explanation: string;
  sql: string | null;
  contract: { safe: PendingContract["contract"]["safe"]; because: string; gate: string | null; files: { path: string; text: string }[]; sql: { sql: string; impact: Impact | null }[]; without: string | null };
  usages?: UsageSummary;
}
export interface JsonUnfinished { target: string; recipe: string; step: number; of: number; migration: string; path: string; line: number; next: string | null; gate: string }
export interface JsonAccepted { finding: JsonFinding; reason: string; path: string; line: number }
export interface JsonFinding { rule: string; level: Level; message: string; path: string | null; line: number | null; advice: string | null }

/** `explain --format json`. */
export function explanationToJson(explanation: Explanation): JsonExplanation {
  return { ...head("explain", explanation.version), ...several(explanation.projects.map(project), emptyProject) };
}

/** `review --format json`. */
export function reviewToJson(review: Review): JsonReview {
  const { verdict, reasons, acceptedByLabel, runningRelease, version } = review;
  const of = (one: ProjectReview): JsonReviewProject => ({ ...project(one), plan: one.plan === null ? null : planToJson(one.plan), ...(one.accepted && { accepted: one.accepted.map(accepted) }), ...(one.rehearsal && { rehearsal: rehearsalToJson(one.rehearsal) }) });
  return { ...head("review", version), verdict, reasons: [...reasons], ...(acceptedByLabel !== undefined && { acceptedByLabel }), runningRelease, head: review.head, ...several(review.projects.map(of), { ...emptyProject, plan: null }) };
}

/** `audit --format json`. */
export function auditToJson(audit: Audit): JsonAudit {
  const of = (one: AuditedProject): JsonAuditProject => ({ ...project(one), pending: one.pending.map(pending), unfinished: one.unfinished.map(unfinished) });
  return { ...head("audit", audit.version), since: audit.since, audited: audit.head, runningRelease: audit.runningRelease, unreleased: audit.unreleased === null ? null : reviewToJson(audit.unreleased), ...several(audit.projects.map(of), { ...emptyProject, pending: [], unfinished: [] }) };
}

function pending({ what, table, name, leftBy, released, explanation, sql, contract, usages }: PendingContract): JsonPending {
  const { safe, because, gate, files, without } = contract;
  const statements = contract.sql.map((item) => ({ sql: closed(item.sql), impact: item.impact === null ? null : impactToJson(item.impact) }));
  return { what, table, name, leftBy, released, explanation, sql, contract: { safe, because, gate, files: files.map(({ path, text }) => ({ path, text })), sql: statements, without }, ...(usages && { usages }) };
}

function unfinished({ target, recipe, step, of, migration: last, place, next, gate }: UnfinishedPlan): JsonUnfinished {
  return { target, recipe, step, of, migration: last, path: place.path, line: place.line, next, gate };
}

/** The text of any of the three: stable member order, ends in a line end. */
export function jsonText(json: JsonExplanation | JsonReview | JsonAudit): string {
  return `${JSON.stringify(json, null, 1)}\n`;
}

function head(kind: Head["kind"], version: string): Head {
  return { schema: jsonSchema, kind, version };
}

const emptyProject: JsonProject = { root: "", django: null, database: null, facts: {}, migrations: [], graph: [], skipped: [] };

/** The members of the one project stand at the top; with several, those of the first, and `projects` has each. */
function several<P>(projects: P[], empty: P): Several<P> {
  const first = projects[0] ?? empty;
  return (projects.length > 1 ? { ...first, projects } : first) as Several<P>;
}

function project(one: ProjectExplanation | ProjectReview): JsonProject {
  return {
    root: one.root,
    django: one.facts.django.value,
    database: one.facts.database.value,
    facts: facts(one),
    migrations: one.migrations.map(migration),
    graph: one.graph.map(finding),
    skipped: one.skipped.map(({ path, line, reason }) => ({ path, line, reason })),
  };
}

function facts({ facts: known }: ProjectExplanation | ProjectReview): Record<string, JsonFact> {
  const pairs = (map: ReadonlyMap<string, Fact<string>>) => [...map].map(([name, fact]): [string, JsonFact] => [name, fact]);
  return Object.fromEntries([
    ["django", known.django], ["database", known.database], ["AUTH_USER_MODEL", known.authUserModel], ...pairs(known.swappable),
    ["DEFAULT_AUTO_FIELD", known.defaultAutoField], ...pairs(known.appAutoFields).map(([app, fact]) => [`${app}.default_auto_field`, fact]), ["USE_TZ", known.useTz],
  ] as [string, JsonFact][]);
}

function migration(record: MigrationRecord): JsonMigration {
  return {
    app: record.app,
    name: record.name,
    path: record.path,
    atomic: record.atomic,
    operations: record.operations.map(operation),
    deferred: [...(sqlOf(record.deferred) ?? [])],
    deferredUnknown: unknownOf(record.deferred),
    findings: record.findings.map(finding),
    ...(record.moment && { moment: record.moment }),
  };
}

function operation(record: OperationRecord): JsonOperation {
  return {
    index: record.index,
    type: record.type,
    target: record.target,
    line: record.place.line,
    lastLine: record.lastLine,
    sql: [...(sqlOf(record.statements) ?? [])],
    deferred: [...(sqlOf(record.deferred) ?? [])],
    unknown: unknownSql(record),
    phase: record.phase,
    breaks: record.breaks.map(({ release, statement, table, column, error, code, because }) => ({ release, statement, table, column, error, code, because })),
    impact: impactToJson(record.impact),
    findings: record.findings.map(finding),
    failsOnExistingRows: record.failsOnExistingRows,
    losesData: record.losesData,
    newNeedsItFirst: record.newNeedsItFirst,
    onNewTable: record.onNewTable,
    ...(record.usages && { usages: record.usages }),
  };
}

function finding({ rule, level, message, place, advice }: Finding): JsonFinding {
  return { rule, level, message, path: place?.path ?? null, line: place?.line ?? null, advice };
}

function accepted({ finding: of, reason, place }: Accepted): JsonAccepted {
  return { finding: finding(of), reason, path: place.path, line: place.line };
}
