import { stronger } from "../../../src/safety/impact/locks.ts";
import type { Session } from "./postgres-catalog.ts";

/** What a server did: the same three things an Impact says. */
export interface Observed {
  readonly locks: Readonly<Record<string, string>>;
  readonly rewrites: readonly string[];
  readonly scans: readonly string[];
}

interface Relation {
  readonly oid: string;
  readonly name: string;
  readonly file: string;
}

/** Ordinary tables of the current schema. */
export async function relations(session: Session): Promise<readonly Relation[]> {
  const rows = await session.query("select oid::text as oid, relname as name, relfilenode::text as file from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')");
  return rows.map((row) => ({ oid: String(row.oid), name: String(row.name), file: String(row.file) }));
}

/** Strongest lock that a backend holds on each of the tables: `AccessExclusiveLock` is `ACCESS EXCLUSIVE`. */
export async function locksOf(session: Session, pid: string, before: readonly Relation[]): Promise<Record<string, string>> {
  const rows = await session.query(`select relation::text as oid, mode from pg_locks where pid = ${pid} and locktype = 'relation' and granted order by 1, 2`);
  const locks: Record<string, string> = {};
  for (const row of rows) {
    const name = before.find((relation) => relation.oid === row.oid)?.name;
    if (name === undefined) continue;
    const lock = String(row.mode).replace(/Lock$/, "").replace(/(?!^)([A-Z])/g, " $1").toUpperCase();
    locks[name] = locks[name] === undefined ? lock : stronger(locks[name], lock);
  }
  return Object.fromEntries(Object.entries(locks).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Runs a statement in the open transaction and watches it: pg_locks, relfilenode, and the server's own debug messages, which name
 * every table it rewrites, checks or indexes, and every foreign key it checks.
 */
export async function observe(session: Session, sql: string): Promise<Observed> {
  const before = await relations(session);
  await session.query("set client_min_messages = debug1");
  session.notices();
  await session.query(sql);
  const said = session.notices();
  await session.query("set client_min_messages = warning");
  const locks = await locksOf(session, "pg_backend_pid()", before);
  const after = await relations(session);
  const rewrites = before.filter(({ oid, file }) => after.some((relation) => relation.oid === oid && relation.file !== file)).map(({ name }) => name);
  const scans = new Set<string>();
  for (const message of said) {
    const table = /^(?:verifying table|building index ".*" on table) "(.*?)"/.exec(message)?.[1];
    if (table !== undefined) scans.add(table);
    const key = /^validating foreign key constraint "(.*)"/.exec(message)?.[1];
    if (key !== undefined) for (const name of await ends(session, key)) scans.add(name);
  }
  const old = (name: string) => before.some((relation) => relation.name === name) && !rewrites.includes(name);
  return { locks, rewrites: rewrites.sort(), scans: [...scans].filter(old).sort() };
}

async function ends(session: Session, constraint: string): Promise<string[]> {
  const rows = await session.query(`select a.relname as a, b.relname as b from pg_constraint join pg_class a on a.oid = conrelid join pg_class b on b.oid = confrelid where conname = '${constraint}'`);
  return rows.flatMap((row) => [String(row.a), String(row.b)]);
}
