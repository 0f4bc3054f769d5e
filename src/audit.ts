import { tableSizes } from "./config/tables.ts";
import { graphFindings } from "./django/graph/findings.ts";
import { openProjects, type OpenProject } from "./history/open.ts";
import { PendingHistory } from "./history/pending-history.ts";
import { records } from "./history/records.ts";
import { olderThan, type Since, sinceOf } from "./history/since.ts";
import { startOf, walkContextOf } from "./history/start.ts";
import { UsageSearch, withPendingUsages } from "./history/usage.ts";
import { walk } from "./history/walk.ts";
import { loadPython, type PythonParser } from "./python/reader.ts";
import type { Audit } from "./report/types.ts";
import { type AuditRequest, noProject, RequestError } from "./request.ts";
import type { MigrationRecord } from "./safety/types.ts";
import { version } from "./version.ts";

/** Every operation since a commit (or of the whole history) that broke or will break the release before it, and what is pending to contract. */
export async function audit(request: AuditRequest): Promise<Audit> {
  const options = { overrides: request.overrides, config: request.config, parser: await loadPython() };
  const head = await openProjects(request.head, options);
  if (head.length === 0) throw new RequestError(noProject(request.head));
  const { since } = request;
  const from = await sinceOf(since);
  const projects: Audit["projects"][number][] = [];
  for (const project of head) projects.push(await auditProject(project, from, request, options.parser));
  return { kind: "audit", since: typeof since === "string" ? since : (since?.label ?? null), projects, version };
}

async function auditProject(project: OpenProject, since: Since, request: AuditRequest, parser: PythonParser): Promise<Audit["projects"][number]> {
  const older = olderThan(since, project);
  const context = await walkContextOf(project);
  const pending = new PendingHistory(context.dialect);
  const steps = pending.watch(walk(project.order, startOf(project, context), context));
  const migrations: MigrationRecord[] = [];
  let done = 0;
  for (const record of records(steps, project.facts, { kind: "each" }, (migration) => migration.path !== null && !older(migration), { python: project.python, sizes: tableSizes(request.config) })) {
    request.progress?.(++done, project.order.length, `${record.app}.${record.name}`);
    const breaking = record.operations.filter((operation) => operation.breaks.length > 0 || operation.phase === "unknown" || operation.unknown !== null);
    if (breaking.length > 0) migrations.push({ ...record, operations: breaking });
  }
  return { root: project.root, facts: project.facts, migrations, graph: graphFindings(project.graph), skipped: [...project.skipped, ...project.partly], pending: await withPendingUsages(pending.pending(), pending.bound(), new UsageSearch(request.head, parser, request.config), project.root) };
}
