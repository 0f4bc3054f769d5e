import { PGlite } from "@electric-sql/pglite";
import type { Client } from "pg";
import { extensions } from "../../src/rehearsal/extensions.ts";
import { postgresqlServer, type Send, type Server, ServerError } from "../../src/rehearsal/server.ts";
import { connectMysql, connectPostgres } from "../servers.ts";

/** A server with an empty database of its own for each job. */
export interface Rehearsable {
  readonly vendor: "postgresql" | "mysql" | "mariadb";
  readonly version: string;
  readonly server: Server;
  /** Empties the database. */
  readonly anew: () => Promise<void>;
  readonly end: () => Promise<void>;
}

const words = (text: string | undefined): string => (text ?? "").slice(0, 500);

/** The embedded PostgreSQL, without the worker around it. */
export async function embedded(): Promise<Rehearsable> {
  const folder = new URL("./", import.meta.resolve("@electric-sql/pglite"));
  const own = Object.fromEntries(Object.keys(extensions).map((name) => [name, { name, setup: (_: unknown, emscriptenOpts: unknown) => Promise.resolve({ emscriptenOpts, bundlePath: new URL(`${name}.tar.gz`, folder) }) }]));
  const database = await PGlite.create({ extensions: own });
  const send: Send = async (sql) => {
    const notices: string[] = [];
    try {
      return { rows: (await database.exec(sql, { onNotice: ({ message }) => notices.push(message ?? "") })).at(-1)?.rows ?? [], notices };
    } catch (error) {
      const { message, code, constraint } = error as { message?: string; code?: string; constraint?: string };
      throw new ServerError(words(message), code ?? null, constraint ?? null);
    }
  };
  return { vendor: "postgresql", version: "18", server: postgresqlServer(send), anew: () => emptied(send), end: () => database.close() };
}

async function emptied(send: Send): Promise<void> {
  await send("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
}

/** A database of its own on the PostgreSQL that tests may use; null where none answers. */
export async function realPostgres(): Promise<Rehearsable | null> {
  const first = await connectPostgres();
  if (first === null) return null;
  const name = `rehearsal_${process.pid}`;
  await first.query(`DROP DATABASE IF EXISTS ${name}`);
  await first.query(`CREATE DATABASE ${name}`);
  const client = (await connectPostgres(name))!;
  const send = sendTo(client);
  await send("SET synchronous_commit = off");
  const version = String((await send("SHOW server_version_num")).rows[0]!["server_version_num"]).slice(0, -4);
  const end = async () => {
    await client.end();
    await first.query(`DROP DATABASE IF EXISTS ${name}`);
    await first.end();
  };
  return { vendor: "postgresql", version, server: postgresqlServer(send), anew: () => emptied(send), end };
}

function sendTo(client: Client): Send {
  let notices: string[] = [];
  client.on("notice", ({ message }) => notices.push(message ?? ""));
  return async (sql) => {
    notices = [];
    try {
      const result = (await client.query(sql)) as unknown as { rows: Record<string, unknown>[] } | { rows: Record<string, unknown>[] }[];
      const last = Array.isArray(result) ? result.at(-1) : result;
      return { rows: last?.rows ?? [], notices };
    } catch (error) {
      const { message, code, constraint } = error as { message?: string; code?: string; constraint?: string };
      throw new ServerError(words(message), code ?? null, constraint ?? null);
    }
  };
}

/** A database of its own on the MySQL or MariaDB that tests may use; null where none answers. */
export async function realMysql(): Promise<Rehearsable | null> {
  const connected = await connectMysql({ multipleStatements: true });
  if (connected === null) return null;
  const { connection, vendor, version } = connected;
  const name = `rehearsal_${process.pid}`;
  const anew = async () => {
    await connection.query(`DROP DATABASE IF EXISTS ${name}; CREATE DATABASE ${name} CHARACTER SET utf8mb4; USE ${name}`);
  };
  // As Django's connection has it.
  await connection.query("SET sql_mode = CONCAT(@@sql_mode, ',STRICT_TRANS_TABLES'); SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED");
  const send: Send = async (sql) => {
    try {
      const [result] = await connection.query(sql);
      const last = Array.isArray(result) && Array.isArray(result.at(-1)) ? result.at(-1) : result;
      return { rows: Array.isArray(last) ? (last as Record<string, unknown>[]) : [], notices: [] };
    } catch (error) {
      const { sqlMessage, message, errno } = error as { sqlMessage?: string; message?: string; errno?: number };
      const text = words(sqlMessage ?? message);
      throw new ServerError(text, errno === undefined ? null : String(errno), constraintIn(text));
    }
  };
  const end = async () => {
    await connection.query(`DROP DATABASE IF EXISTS ${name}`);
    await connection.end();
  };
  return { vendor, version: version.split(".").slice(0, 2).join("."), server: mysqlServer(send), anew, end };
}

/** `Duplicate entry 'a' for key 'shop_order.code'`, ``CONSTRAINT `x` failed for `database`.`table` ``. */
function constraintIn(message: string): string | null {
  const found = /for key '(?:[^'.]*\.)?([^']+)'$/.exec(message) ?? /constraint [`'](.+?)[`'] (?:failed|is violated)/i.exec(message);
  return found?.[1] ?? null;
}

function mysqlServer(send: Send): Server {
  return {
    send,
    version: "SELECT version() AS version",
    quote: (name) => `\`${name}\``,
    split: (sql) => [{ sql }],
    transactional: false,
    extension: null,
    unchecked: ["SET foreign_key_checks = 0", "SET foreign_key_checks = 1"],
    empty: (tables) => `SET foreign_key_checks = 0; ${tables.map((name) => `TRUNCATE ${name}`).join("; ")}; SET foreign_key_checks = 1`,
    tables: "SELECT 0 AS id, table_name AS name FROM information_schema.tables WHERE table_schema = database()",
    locks: null,
    strength: [],
    talkative: null,
    quiet: null,
    reset: [],
    checkNow: null,
    rules: new Set(["1062", "3819", "4025"]),
    isDataError: () => false,
    failedTransaction: null,
  };
}
