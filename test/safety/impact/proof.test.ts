import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { impactOf } from "../../../src/safety/impact/impact.ts";
import { postgresRows } from "../../../src/safety/impact/tables/postgresql.ts";
import { type Session, schemaOf } from "./postgres-catalog.ts";
import { type Case, cases, tables } from "./postgres-cases.ts";
import { locksOf, observe, relations } from "./postgres-observed.ts";
import { connect } from "./postgres-server.ts";

const schema = `impact_proof_${process.pid}`;
const server = await connect();
const other = server ? await connect() : null;

if (!server && process.env.CI) throw new Error("CI has no PostgreSQL server for the proof of the lock tables");
if (!server) console.warn("No PostgreSQL server answers on 127.0.0.1:5432: the lock tables are not proven on one.");

test("every form of the lock table has a case that is run", () => {
  const notRun = ["set tablespace"]; // needs a second tablespace on the server
  expect(postgresRows.map((row) => row.form).filter((form) => !cases.some((one) => one.form === form))).toEqual(notRun);
});

describe.skipIf(!server)(`PostgreSQL ${server?.version}: what impactOf says is what the server does`, () => {
  const { session, version } = server ?? { session: null as unknown as Session, version: "0" };
  const database = { vendor: "postgresql", version } as const;

  beforeAll(async () => {
    await session.query("create extension if not exists citext schema public");
    for (const connection of [session, other!.session]) await connection.query(`set search_path = ${schema}, public; set timezone = 'UTC'; set client_min_messages = warning`);
  });
  afterAll(async () => {
    await session.query(`drop schema if exists ${schema} cascade`);
    await Promise.all([server!.end(), other!.end()]);
  });

  const known = cases.filter((one) => (one.from ?? 0) <= Number(version));
  test.each(known.map((one) => [one.form, one.name, one] as const))("%s: %s", async (_form, _name, one) => {
    await session.query(`drop schema if exists ${schema} cascade; create schema ${schema}`);
    await session.query(tables);
    if (one.setup) await session.query(one.setup);
    const impact = impactOf(one.change, await schemaOf(session), database, { newTables: new Set(), utc: true });
    const seen = one.outside ? await observeOutside(one) : await observeInside(one);

    expect(impact.unknown).toBeNull();
    expect(without(seen.locks)).toEqual(impact.locks);
    if (one.silent || one.outside) return;
    expect(seen.rewrites).toEqual(impact.rewrites);
    expect(seen.scans).toEqual(impact.scans);
  });

  async function observeInside(one: Case) {
    await session.query("begin");
    try {
      return await observe(session, one.sql);
    } finally {
      await session.query("rollback");
    }
  }

  /** A writer's open transaction holds the statement up, so that its locks can be read meanwhile. */
  async function observeOutside(one: Case) {
    const before = await relations(session);
    const [{ pid }] = (await session.query("select pg_backend_pid()::text as pid")) as [{ pid: string }];
    await other!.session.query("begin; update item set a = a");
    const running = session.query(one.sql);
    let locks: Record<string, string> = {};
    for (let i = 0; i < 100 && locks.item === undefined; i++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      locks = await locksOf(other!.session, pid, before);
    }
    await other!.session.query("commit");
    await running;
    return { locks, rewrites: [], scans: [] };
  }
});

/** ACCESS SHARE on tables that are only looked at: nothing but ACCESS EXCLUSIVE waits for it. */
function without(locks: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(locks).filter(([name, lock]) => lock !== "ACCESS SHARE" || name === "child"));
}
