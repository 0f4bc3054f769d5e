import type { SchemaChange } from "../../../schema/change.ts";
import type { Schema } from "../../../schema/schema.ts";
import { type AlterLock, alterLocks, stronger } from "../locks.ts";
import { mysqlRow, type Server, withCascade } from "./effect.ts";
import { mysqlForms } from "./forms.ts";

/**
 * The mildest ALGORITHM and LOCK with which the server does all changes of one statement; it refuses rather than do more. null where that is not
 * known, is not the server's to choose, would only ask for the copy that it makes anyway, or a later patch release has a milder one.
 */
export function ddlClause(changes: readonly SchemaChange[], schema: Schema, server: Server, version: string): AlterLock | null {
  let clause: AlterLock | null = null;
  for (const change of changes) {
    const { table, uses, unknown } = mysqlForms(change, schema);
    if (table === null || unknown !== null) return null;
    for (const { form } of uses) {
      const row = mysqlRow(form, server, version);
      const lock = row && row.until === null ? withCascade(row.lock, change, schema, table) : null;
      if (!isAlterLock(lock) || lock === "COPY, LOCK=SHARED") return null;
      clause = clause === null ? lock : (stronger(clause, lock) as AlterLock);
    }
  }
  return clause;
}

function isAlterLock(lock: string | null): lock is AlterLock {
  return (alterLocks as readonly (string | null)[]).includes(lock);
}
