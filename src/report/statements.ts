import type { Statement } from "../schema/change.ts";
import type { OperationRecord } from "../safety/types.ts";

/** A statement as sqlmigrate prints it: with a semicolon, unless it has one. */
export function closed(sql: string): string {
  return sql.trimEnd().endsWith(";") ? sql : `${sql};`;
}

/** The statements' SQL; null where one of them cannot be known, for a part of the SQL would mislead. */
export function sqlOf(statements: readonly Statement[]): readonly string[] | null {
  const texts = statements.flatMap((statement) => (statement.sql === null ? [] : [closed(statement.sql)]));
  return texts.length === statements.length ? texts : null;
}

/** Why an operation's SQL, or that of its deferred statements, cannot be known; null when it is. */
export function unknownSql(record: Pick<OperationRecord, "unknown" | "statements">): string | null {
  return record.unknown ?? unknownOf(record.statements);
}

/** Why the SQL of one of the statements cannot be known; null when all are. */
export function unknownOf(statements: readonly Statement[]): string | null {
  const missing = statements.find((statement) => statement.sql === null);
  return missing === undefined ? null : (missing.unknown ?? "the SQL of a statement cannot be known");
}
