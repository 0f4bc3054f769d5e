import type { Vendor } from "../django/project.ts";
import type { MigrationRecord, OperationRecord } from "../safety/types.ts";
import type { Statement } from "../schema/change.ts";
import { describe } from "./describe.ts";
import { visible } from "./escape.ts";
import { closed, unknownSql } from "./statements.ts";
import { safeWords } from "./audit/words.ts";
import type { Audit, Explanation, PendingContract, Review } from "./types.ts";

/** PostgreSQL and SQLite undo schema changes of a transaction (`can_rollback_ddl`), so sqlmigrate prints BEGIN and COMMIT for them. */
const transactional: Record<Vendor, boolean> = { postgresql: true, sqlite: true, mysql: false, mariadb: false };

/**
 * `--format sql`: what `sqlmigrate` prints. A single migration exactly so; several one after the other, each under a comment that names it.
 * SQL that cannot be known is a comment that begins with `-- UNKNOWN:`.
 */
export function toSql(report: Explanation | Review): string {
  const all = report.projects.flatMap((project) => project.migrations.map((migration) => ({ migration, vendor: project.facts.database.value.vendor })));
  const texts = all.map(({ migration, vendor }) => {
    const text = migrationSql(migration, vendor);
    return all.length === 1 ? text : `-- ${visible(`${migration.app}.${migration.name}: ${migration.path}`)}\n${text}`;
  });
  return texts.join("\n");
}

/** What the database still holds for a release that is gone, as the SQL that removes it. */
export function auditToSql(audit: Audit): string {
  return audit.projects
    .flatMap((project) => project.pending)
    .map((pending) => `-- ${visible(`${safeWords[pending.contract.safe]}: ${pending.explanation}`)}\n${contractSql(pending).map((sql) => `${sql}\n`).join("")}`)
    .join("\n");
}

function contractSql({ contract, sql }: PendingContract): readonly string[] {
  if (contract.sql.length > 0) return contract.sql.map((item) => closed(item.sql));
  return [sql === null ? "-- UNKNOWN: no statement is known that removes it" : closed(sql)];
}

/** One migration as sqlmigrate prints it; empty when it has no operations. */
export function migrationSql(migration: MigrationRecord, vendor: Vendor): string {
  const lines = [...migration.operations.flatMap(operationLines), ...migration.deferred.map(statement)];
  if (lines.length === 0) return "";
  const wrapped = migration.atomic && transactional[vendor] ? ["BEGIN;", ...lines, "COMMIT;"] : lines;
  return `${wrapped.join("\n")}\n`;
}

function operationLines(record: OperationRecord): string[] {
  return ["--", `-- ${visible(describe(record.operation))}`, "--", ...body(record)];
}

function body(record: OperationRecord): string[] {
  if (record.operation.kind === "RunPython") return ["-- THIS OPERATION CANNOT BE WRITTEN AS SQL"];
  const unknown = unknownSql(record);
  if (unknown !== null) return [`-- UNKNOWN: ${visible(unknown)}`];
  return record.statements.length === 0 ? ["-- (no-op)"] : record.statements.map(statement);
}

function statement({ sql, unknown }: Statement): string {
  return sql === null ? `-- UNKNOWN: ${visible(unknown ?? "the SQL of this statement cannot be known")}` : closed(sql);
}
