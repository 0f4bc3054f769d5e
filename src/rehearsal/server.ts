import { type Sent, statementsToSend } from "./refuse.ts";

/** Runs SQL text and gives the last statement's rows. Throws ServerError. */
export type Send = (sql: string) => Promise<{ readonly rows: readonly Record<string, unknown>[]; readonly notices: readonly string[] }>;

/** What the server says no with. */
export class ServerError extends Error {
  override name = "ServerError";
  readonly code: string | null;
  readonly constraint: string | null;
  constructor(message: string, code: string | null, constraint: string | null) {
    super(message);
    this.code = code;
    this.constraint = constraint;
  }
}

/** A server to rehearse on, in its vendor's words. */
export interface Server {
  readonly send: Send;
  /** Column `version`. */
  readonly version: string;
  readonly quote: (name: string) => string;
  /** Text of a migration as the statements to send. */
  readonly split: (sql: string) => readonly Sent[];
  /** Can a migration be taken back? */
  readonly transactional: boolean;
  readonly extension: ((name: string) => string) | null;
  /** Before and after rows that refer to rows which are not there yet. */
  readonly unchecked: readonly [string, string];
  readonly empty: (tables: readonly string[]) => string;
  /** Columns `id` and `name` of the tables there are. */
  readonly tables: string;
  /** Columns `id` and `mode`, from weak to strong as in `strength`; null where the server does not tell. */
  readonly locks: string | null;
  readonly strength: readonly string[];
  /** Around a migration: the server tells what it does. */
  readonly talkative: string | null;
  readonly quiet: string | null;
  /** What a migration's connection has set is not seen by others. */
  readonly reset: readonly string[];
  /** Looks at what a transaction's end would look at. */
  readonly checkNow: string | null;
  /** Codes of rules about values: a statement that its own schema refuses by one is none that the release sends (unique, check, exclusion). */
  readonly rules: ReadonlySet<string>;
  /** Did rows that are there stand in the way? */
  readonly isDataError: (code: string | null) => boolean;
  /** In a transaction that failed already. */
  readonly failedTransaction: string | null;
}

export function postgresqlServer(send: Send): Server {
  return {
    send,
    version: "SELECT current_setting('server_version') AS version",
    quote: (name) => `"${name.replaceAll('"', '""')}"`,
    split: statementsToSend,
    transactional: true,
    extension: (name) => `CREATE EXTENSION IF NOT EXISTS "${name}"`,
    unchecked: ["SET session_replication_role = replica", "SET session_replication_role = origin"],
    empty: (tables) => `TRUNCATE ${tables.join(", ")} CASCADE`,
    tables: "SELECT oid::int AS id, relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace",
    locks: "SELECT relation::int AS id, mode FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'relation'",
    strength: ["AccessShareLock", "RowShareLock", "RowExclusiveLock", "ShareUpdateExclusiveLock", "ShareLock", "ShareRowExclusiveLock", "ExclusiveLock", "AccessExclusiveLock"],
    talkative: "SET client_min_messages = debug1",
    quiet: "SET client_min_messages = warning",
    reset: ["DISCARD ALL", "RESET ROLE", "SET client_min_messages = warning"],
    checkNow: "SET CONSTRAINTS ALL IMMEDIATE",
    rules: new Set(["23505", "23514", "23P01"]),
    isDataError: (code) => /^2[23]/.test(code ?? ""),
    failedTransaction: "25P02",
  };
}
