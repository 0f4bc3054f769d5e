import { atLeast } from "../../../django/project.ts";
import type { SchemaChange } from "../../../schema/change.ts";
import type { Schema } from "../../../schema/schema.ts";
import type { Effect } from "../effect.ts";
import { children, parents } from "../foreign-keys.ts";
import { strongestLocks } from "../locks.ts";
import { type PostgresForm, type PostgresRow, postgresRows } from "../tables/postgresql.ts";
import { postgresForms } from "./forms.ts";

/** What a change does on PostgreSQL `version`. `utc`: the migrating session's TimeZone is UTC; null where that is not known. */
export function postgresEffect(change: SchemaChange, schema: Schema, version: string, utc: boolean | null): Effect {
  const { table, uses, notes, unknown } = postgresForms(change, schema, utc);
  let locks: Record<string, string> = {};
  const scans = new Set<string>();
  const rewrites = new Set<string>();
  const writersWait = new Set<string>();
  let missing: string | null = null;

  for (const { form, others } of uses) {
    const row = postgresRow(form, version);
    if (!row) {
      missing = `PostgreSQL ${version} does not know this: ${form}`;
      continue;
    }
    if (table !== null && row.table !== null) locks = strongestLocks(locks, { [table]: row.table });
    for (const other of others) {
      if (row.others !== null) locks = strongestLocks(locks, { [other]: row.others });
      if (row.scansOthers) scans.add(other);
    }
    if (table === null) continue;
    if (row.work === "rewrite") rewrites.add(table);
    if (row.work !== "none" && row.work !== "rewrite") scans.add(table);
    if (row.locksRows) writersWait.add(table);
  }
  for (const table of rewrites) scans.delete(table);
  return {
    locks,
    scans: [...scans].sort(),
    rewrites: [...rewrites].sort(),
    writersWait: [...writersWait].sort(),
    readersWait: [],
    heldToEnd: true,
    notes: [...notes, ...checksThatWait(locks, schema, scans.size + rewrites.size > 0)],
    unknown: unknown ?? missing,
  };
}

/** The row of the lock table for a form, or undefined where that version has no such form. */
export function postgresRow(form: PostgresForm, version: string): PostgresRow | undefined {
  return postgresRows.findLast((row: PostgresRow) => row.form === form && (row.from === null || atLeast(version, row.from)));
}

/** Foreign key checks read the table at the other end: while it is locked ACCESS EXCLUSIVE they wait (measured on 12 to 18). */
function checksThatWait(locks: Readonly<Record<string, string>>, schema: Schema, long: boolean): string[] {
  if (!long) return [];
  return Object.keys(locks)
    .filter((table) => locks[table] === "ACCESS EXCLUSIVE")
    .flatMap((table) => {
      const free = (name: string) => locks[name] !== "ACCESS EXCLUSIVE";
      const deletes = parents(schema.tables.get(table)).filter(free).map((name) => `DELETE on "${name}"`);
      const inserts = children(schema, table).filter(free).map((name) => `INSERT into "${name}"`);
      const waiting = [...deletes, ...inserts];
      return waiting.length > 0 ? [`${waiting.join(", ")} must wait, too: the foreign key check reads "${table}".`] : [];
    });
}
