import { atLeast } from "../../../django/project.ts";
import type { SchemaChange } from "../../../schema/change.ts";
import type { Schema } from "../../../schema/schema.ts";
import type { Effect } from "../effect.ts";
import { children, foreignKeys, parents } from "../foreign-keys.ts";
import { strongestLocks, type MysqlLock } from "../locks.ts";
import { mariadbRows } from "../tables/mariadb.ts";
import { type MysqlForm, type MysqlRow, mysqlRows } from "../tables/mysql.ts";
import { mysqlForms } from "./forms.ts";

export type Server = "mysql" | "mariadb";
const serverName = { mysql: "MySQL", mariadb: "MariaDB" } as const;

/** What a change does on MySQL or MariaDB `version`; a version without its patch release counts as the oldest of its series. */
export function mysqlEffect(change: SchemaChange, schema: Schema, server: Server, version: string): Effect {
  const { table, uses, notes, unknown } = mysqlForms(change, schema);
  let locks: Record<string, string> = {};
  const add = (name: string, lock: string | null) => {
    if (lock !== null) locks = strongestLocks(locks, { [name]: lock });
  };
  const scans = new Set<string>();
  const rewrites = new Set<string>();
  const writersWait = new Set<string>();
  const laterOn: string[] = [];
  let missing: string | null = null;

  for (const { form, others } of uses) {
    const row = mysqlRow(form, server, version);
    if (!row) {
      missing = `${serverName[server]} ${version} does not know this: ${form}`;
      continue;
    }
    if (row.until !== null && row.until.startsWith(`${version}.`)) laterOn.push(`From ${serverName[server]} ${row.until} on: ${mysqlRow(form, server, row.until)?.lock ?? "no lock"} for "${form}".`);
    const referenced = form === "drop table" || form === "rename table" ? parents(schema.tables.get(table ?? "")) : others;
    for (const other of referenced) {
      add(other, row.parents);
      if (row.parentsWait) writersWait.add(other);
    }
    if (table === null) continue;
    const lock = withCascade(row.lock, change, schema, table);
    add(table, lock);
    for (const child of children(schema, table)) add(child, row.children);
    if (row.work === "rewrite") rewrites.add(table);
    if (row.work === "scan" || row.work === "index build") scans.add(table);
    if (lock?.endsWith("LOCK=SHARED") || lock === "row locks") writersWait.add(table);
  }
  for (const rewritten of rewrites) scans.delete(rewritten);
  return { locks, scans: [...scans].sort(), rewrites: [...rewrites].sort(), writersWait: [...writersWait].sort(), readersWait: [], heldToEnd: false, notes: [...notes, ...laterOn], unknown: unknown ?? missing };
}

/** The row of the server's lock table for a form, or undefined where that version has no such form. */
export function mysqlRow(form: MysqlForm, server: Server, version: string): MysqlRow | undefined {
  const rows = server === "mysql" ? mysqlRows : mariadbRows;
  return rows.find((row) => row.form === form && (row.from === null || atLeast(version, row.from)) && (row.until === null || !atLeast(version, row.until)));
}

/** MariaDB cannot copy a table under others' writes while a foreign key changes its rows by itself (MDEV-29068). */
export function withCascade(lock: MysqlLock | null, change: SchemaChange, schema: Schema, table: string): MysqlLock | null {
  if (lock !== "COPY, LOCK=NONE") return lock;
  const actions = foreignKeys(schema.tables.get(table)).map((key) => key.onDelete);
  if (change.kind === "AddConstraint" && change.constraint.kind === "foreign key") actions.push(change.constraint.onDelete);
  if (change.kind === "AddColumn") actions.push(change.column.references?.onDelete ?? null);
  return actions.some((action) => action !== null && /cascade|set/i.test(action)) ? "COPY, LOCK=SHARED" : lock;
}
