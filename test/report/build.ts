import type { Operation, Field } from "../../src/django/operation.ts";
import type { ProjectFacts } from "../../src/django/project.ts";
import type { Value } from "../../src/python/value.ts";
import { withMoments } from "../../src/safety/moment.ts";
import type { Breakage, Impact, MigrationRecord, OperationRecord } from "../../src/safety/types.ts";
import type { ProjectReview, Review } from "../../src/report/types.ts";
import type { SchemaChange, Statement } from "../../src/schema/change.ts";

/** Reviews built by hand: every helper takes what a test is about and fills in the rest. */

export const noImpact: Impact = { locks: {}, blocksReads: false, blocksWrites: false, rewrites: [], scans: [] };

export function lock(table: string, mode = "ACCESS EXCLUSIVE", more: Partial<Impact> = {}): Impact {
  return { ...noImpact, locks: { [table]: mode }, ...more };
}

export function sql(text: string, change: SchemaChange = { kind: "NoEffect" }): Statement {
  return { sql: text, change, unknown: null };
}

export function unknownStatement(reason: string): Statement {
  return { sql: null, change: { kind: "Unknown", reason }, unknown: reason };
}

export function field(name: string): Field {
  return { name, path: "django.db.models.IntegerField", args: [], kwargs: new Map(), place: { path: "shop/migrations/0042_order.py", line: 14 }, unknown: null };
}

export function call(path: string, args: readonly Value[] = [], kwargs: Record<string, Value> = {}): Value {
  return { kind: "call", path, args, kwargs: new Map(Object.entries(kwargs)), unknownArgs: null, place: { path: "x.py", line: 1 }, text: `${path}(…)` };
}

type Bare<O> = O extends Operation ? Omit<O, "type" | "place" | "lastLine"> & { type?: string } : never;
export type AnyOperation = Bare<Operation>;

export function operation(spec: AnyOperation, path = "shop/migrations/0042_order.py", line = 14): Operation {
  return { type: spec.kind, place: { path, line }, lastLine: line + 4, ...spec };
}

export function record(spec: AnyOperation, more: Partial<OperationRecord> = {}): OperationRecord {
  const op = operation(spec, more.place?.path, more.place?.line);
  return {
    index: 0, type: op.type, target: null, place: op.place, lastLine: op.lastLine, operation: op, statements: [], deferred: [], unknown: null, phase: "additive", breaks: [],
    impact: noImpact, findings: [], failsOnExistingRows: null, losesData: null, newNeedsItFirst: false, onNewTable: false, ...more,
  };
}

export function breakage(statement: Breakage["statement"], table: string, column: string | null, error: string, more: Partial<Breakage> = {}): Breakage {
  return { release: "running", statement, table, column, error, code: null, because: null, ...more };
}

export function migration(app: string, name: string, operations: readonly OperationRecord[], more: Partial<MigrationRecord> = {}): MigrationRecord {
  const path = `${app}/migrations/${name}.py`;
  return {
    app, name, path, atomic: true, findings: [],
    operations: operations.map((one, index) => ({ ...one, index, place: { path, line: one.place.line }, operation: { ...one.operation, place: { path, line: one.place.line } } })),
    deferred: operations.flatMap((one) => one.deferred),
    ...more,
  };
}

export const facts: ProjectFacts = {
  django: { value: "5.2", source: "requirements.txt:3" },
  database: { value: { vendor: "postgresql", version: "16" }, source: "shop/settings/base.py:88; version: default" },
  authUserModel: { value: "users.User", source: "shop/settings/base.py:41" },
  swappable: new Map(),
  defaultAutoField: { value: "django.db.models.BigAutoField", source: "shop/settings/base.py:102" },
  appAutoFields: new Map([["legacy", { value: "django.db.models.AutoField", source: "legacy/apps.py:6" }]]),
  useTz: { value: true, source: "default" },
};

export function project(migrations: readonly MigrationRecord[], more: Partial<ProjectReview> = {}): ProjectReview {
  // An app's migrations run in their order.
  const timed = withMoments(migrations, (one) => migrations.slice(0, migrations.indexOf(one)).filter(({ app }) => app === one.app).slice(-1).map(({ app, name }) => `${app}.${name}`), new Set());
  return { root: "", facts, migrations: timed, plan: null, graph: [], skipped: [], ...more };
}

export function review(projects: readonly ProjectReview[], more: Partial<Review> = {}): Review {
  return {
    kind: "review",
    verdict: "pass",
    reasons: [],
    runningRelease: { ref: "main", commit: "3f2a91c0de5b7d1c4c3f9a0c7b8e6d5f4a3b2c1d", source: "base of the pull request" },
    head: { ref: "full-name", commit: "9c1e44ab0de5b7d1c4c3f9a0c7b8e6d5f4a3b2c1" },
    projects,
    version: "1.0.0",
    ...more,
  };
}
