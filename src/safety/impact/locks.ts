/**
 * Table-level locks of PostgreSQL, weakest first, and which of them conflict.
 * Source: PostgreSQL manual, "Explicit Locking", table 13.2 "Conflicting Lock Modes" (the same in 12 to 18).
 */
export const postgresLocks = [
  "ACCESS SHARE",
  "ROW SHARE",
  "ROW EXCLUSIVE",
  "SHARE UPDATE EXCLUSIVE",
  "SHARE",
  "SHARE ROW EXCLUSIVE",
  "EXCLUSIVE",
  "ACCESS EXCLUSIVE",
] as const;
export type PostgresLock = (typeof postgresLocks)[number];

export const conflicts: Readonly<Record<PostgresLock, readonly PostgresLock[]>> = {
  "ACCESS SHARE": ["ACCESS EXCLUSIVE"],
  "ROW SHARE": ["EXCLUSIVE", "ACCESS EXCLUSIVE"],
  "ROW EXCLUSIVE": ["SHARE", "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE"],
  "SHARE UPDATE EXCLUSIVE": ["SHARE UPDATE EXCLUSIVE", "SHARE", "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE"],
  SHARE: ["ROW EXCLUSIVE", "SHARE UPDATE EXCLUSIVE", "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE"],
  "SHARE ROW EXCLUSIVE": ["ROW EXCLUSIVE", "SHARE UPDATE EXCLUSIVE", "SHARE", "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE"],
  EXCLUSIVE: ["ROW SHARE", "ROW EXCLUSIVE", "SHARE UPDATE EXCLUSIVE", "SHARE", "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE"],
  "ACCESS EXCLUSIVE": ["ACCESS SHARE", "ROW SHARE", "ROW EXCLUSIVE", "SHARE UPDATE EXCLUSIVE", "SHARE", "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE"],
};

/** The lock a release's statement takes on its table (same manual page). */
export const statementLocks = {
  SELECT: "ACCESS SHARE",
  "SELECT FOR UPDATE": "ROW SHARE",
  INSERT: "ROW EXCLUSIVE",
  UPDATE: "ROW EXCLUSIVE",
  DELETE: "ROW EXCLUSIVE",
} as const satisfies Record<string, PostgresLock>;

/**
 * How MySQL and MariaDB alter a table, mildest first: the ALGORITHM and LOCK clauses the server picks.
 * `LOCK=SHARED` lets others read and makes their writes wait until the statement ends.
 * Source: MySQL manual, "Online DDL Operations"; MariaDB manual, "InnoDB Online DDL Overview".
 */
export const alterLocks = [
  "INSTANT",
  "NOCOPY, LOCK=NONE",
  "INPLACE, LOCK=NONE",
  "COPY, LOCK=NONE",
  "INPLACE, LOCK=SHARED",
  "COPY, LOCK=SHARED",
] as const;
export type AlterLock = (typeof alterLocks)[number];

/** What else MySQL and MariaDB hold: locks on rows, and the locks on a table's definition that performance_schema.metadata_locks names. */
export const otherMysqlLocks = ["row locks", "metadata lock SHARED_NO_WRITE", "metadata lock EXCLUSIVE"] as const;
export type MysqlLock = AlterLock | (typeof otherMysqlLocks)[number];

/** SQLite locks the database file, never a table. Source: "File Locking And Concurrency In SQLite Version 3". */
export const sqliteLock = "write lock on the whole database";

/**
 * Every lock name of an Impact, weaker before stronger within one database. An ALTER TABLE stands above the bare metadata locks:
 * whatever its clause, it takes the EXCLUSIVE one for a moment, too.
 */
export const lockOrder: readonly string[] = [...postgresLocks, ...otherMysqlLocks, ...alterLocks, sqliteLock];

/** The stronger of two locks of one database. */
export function stronger(a: string, b: string): string {
  return lockOrder.indexOf(b) > lockOrder.indexOf(a) ? b : a;
}

/** Strongest lock per table of both, by table name. */
export function strongestLocks(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): Record<string, string> {
  const strongest: Record<string, string> = { ...a };
  for (const [table, lock] of Object.entries(b)) strongest[table] = strongest[table] === undefined ? lock : stronger(strongest[table], lock);
  return Object.fromEntries(Object.entries(strongest).sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Does a SELECT wait for as long as this lock is held? Only where the lock is held to the end of a transaction (PostgreSQL). */
export function readsWait(lock: string): boolean {
  return isPostgresLock(lock) && conflicts[lock].includes(statementLocks.SELECT);
}

/** Do INSERT, UPDATE and DELETE wait for as long as this lock is held? */
export function writesWait(lock: string): boolean {
  return lock === sqliteLock || (isPostgresLock(lock) && conflicts[lock].includes(statementLocks.INSERT));
}

function isPostgresLock(lock: string): lock is PostgresLock {
  return (postgresLocks as readonly string[]).includes(lock);
}
