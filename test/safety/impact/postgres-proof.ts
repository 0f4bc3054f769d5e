import { expect, test } from "vitest";
import { impactOf } from "../../../src/safety/impact/impact.ts";

import { steadyFunctions, volatileFunctions } from "../../../src/safety/impact/tables/postgresql-functions.ts";
import { freeConversions } from "../../../src/safety/impact/tables/postgresql-types.ts";
import { postgresConversion } from "../../../src/safety/impact/postgresql/conversion.ts";
import { type Session, schemaOf } from "./postgres-catalog.ts";
import { type Case, cases, tables } from "./postgres-cases.ts";
import { locksOf, observe, relations } from "./postgres-observed.ts";

export const proofSchema = `impact_proof_${process.pid}`;

export interface Proof {
  readonly session: Session;
  /** A second connection, where the server has more than one. */
  readonly other: Session | null;
  /** Major version. */
  readonly version: string;
}

export async function prepare({ session, other }: Proof): Promise<void> {
  await session.query("create extension if not exists citext schema public");
  for (const connection of [session, other]) await connection?.query(`set search_path = ${proofSchema}, public; set timezone = 'UTC'; set client_min_messages = warning`);
}

export async function tidy({ session }: Proof): Promise<void> {
  await session.query(`drop schema if exists ${proofSchema} cascade`);
}

/** Tests, for `describe`: every case that the server can run, the conversion table, the volatile functions. */
export function provePostgres(proof: Proof): void {
  const { session, other, version } = proof;
  const known = cases.filter((one) => (one.from ?? 0) <= Number(version) && (other !== null || !one.outside));

  test.each(known.map((one) => [one.form, one.name, one] as const))("%s: %s", async (_form, _name, one) => {
    await session.query(`drop schema if exists ${proofSchema} cascade; create schema ${proofSchema}`);
    await session.query(tables);
    if (one.setup) await session.query(one.setup);
    const impact = impactOf(one.change, await schemaOf(session), { vendor: "postgresql", version }, { newTables: new Set(), utc: true });
    const seen = one.outside ? await observeOutside(session, other!, one) : await observeInside(session, one);

    expect(impact.unknown).toBeNull();
    expect(lasting(seen.locks)).toEqual(impact.locks);
    if (one.silent || one.outside) return;
    expect(seen.rewrites).toEqual(impact.rewrites);
    expect(seen.scans).toEqual(impact.scans);
  }, 30_000);

  test.each([
    ["UTC", spellings, 800],
    ["Europe/Berlin", spellings.filter((type) => /^(date|time|interval)/.test(type)), 40],
  ] as const)("which conversions rewrite, TimeZone %s", async (zone, types, least) => {
    await session.query(`drop schema if exists ${proofSchema} cascade; create schema ${proofSchema}`);
    const differing: string[] = [];
    let compared = 0;
    for (const from of types) {
      for (const to of types) {
        const rewrites = await rewritten(session, from, to, zone);
        if (rewrites === null) continue;
        compared++;
        const { cost } = postgresConversion(from, to, zone === "UTC");
        if (cost !== (rewrites ? "rewrite" : "free")) differing.push(`${from} to ${to}: ${cost}`);
      }
    }
    expect(differing).toEqual([]);
    expect(compared).toBeGreaterThan(least);
  }, 120_000);

  const indexable = freeConversions.filter((row) => row.from !== "xml"); // no index orders xml
  test.each(indexable.map((row) => [row.from, row.to, row.indexes] as const))("an index on %s that becomes %s is %s", async (from, to, indexes) => {
    await session.query(`drop schema if exists ${proofSchema} cascade; create schema ${proofSchema}`);
    await session.query(`create table conversion (c ${from}${short[from] ?? ""}); create index i on conversion (c)`);
    const file = "select relfilenode as file from pg_class where oid = 'i'::regclass";
    const [before] = await session.query(file);
    const [after] = await session.query(`alter table conversion alter column c type ${to}; ${file}`);
    expect(after!.file === before!.file ? "kept" : "rebuilt").toBe(indexes);
  }, 30_000);

  test("functions are volatile or not as the server says", async () => {
    const rows = await session.query(`select proname, bool_or(provolatile = 'v') as volatile, bool_and(provolatile = 'v') as always from pg_proc where pronamespace = 'pg_catalog'::regnamespace group by 1`);
    const wrong = rows.filter((row) => (steadyFunctions.has(String(row.proname)) && row.volatile) || (volatileFunctions.has(String(row.proname)) && !row.always));
    expect(wrong).toEqual([]);
  });
}

/** Types of Django's fields and their relatives, some with lengths on both sides of each other. */
const spellings = [
  "smallint", "integer", "bigint", "numeric", "numeric(10,2)", "numeric(12,2)", "numeric(12,4)", "real", "double precision", "boolean",
  "varchar", "varchar(20)", "varchar(50)", "char(10)", "char(20)", "text", "citext", "bytea", "uuid", "json", "jsonb", "inet", "cidr", "date",
  "time", "time(3)", "timetz", "timestamp", "timestamp(3)", "timestamptz", "timestamptz(3)", "timestamptz(6)", "interval", "interval(3)", "varbit", "varbit(8)", "varbit(16)",
  "bit(8)", "varchar(20)[]", "varchar(50)[]", "text[]", "integer[]", "int4range", "tstzrange", "tsvector", "xml", "macaddr",
];

/** A length to grow from. */
const short: Readonly<Record<string, string>> = { varchar: "(10)", numeric: "(10,2)", varbit: "(8)", bit: "(8)", time: "(3)", timetz: "(3)", timestamp: "(3)", timestamptz: "(3)", interval: "(3)" };

/** Did the server give the table a new file? null: there is no such cast. */
async function rewritten(session: Session, from: string, to: string, zone: string): Promise<boolean | null> {
  const file = "select relfilenode as file from pg_class where oid = 'conversion'::regclass";
  const [before] = await session.query(`drop table if exists conversion; create table conversion (id integer, c ${from}); set timezone = '${zone}'; ${file}`);
  try {
    const [after] = await session.query(`alter table conversion alter column c type ${to} using c::${to}; ${file}`);
    return after!.file !== before!.file;
  } catch {
    return null;
  } finally {
    if (zone !== "UTC") await session.query("set timezone = 'UTC'");
  }
}

async function observeInside(session: Session, one: Case) {
  await session.query("begin");
  try {
    return await observe(session, one.sql);
  } finally {
    await session.query("rollback");
  }
}

/** A writer's open transaction holds the statement up, so that its locks can be read meanwhile. */
async function observeOutside(session: Session, other: Session, one: Case) {
  const before = await relations(session);
  const [{ pid }] = (await session.query("select pg_backend_pid()::text as pid")) as [{ pid: string }];
  await other.query("begin; update item set a = a");
  const running = session.query(one.sql);
  let locks: Record<string, string> = {};
  for (let i = 0; i < 100 && locks.item === undefined; i++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    locks = await locksOf(other, pid, before);
  }
  await other.query("commit");
  await running;
  return { locks, rewrites: [], scans: [] };
}

/** Without ACCESS SHARE on tables that are only looked at in passing: nothing but ACCESS EXCLUSIVE waits for it. */
function lasting(locks: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(locks).filter(([, lock]) => lock !== "ACCESS SHARE"));
}

