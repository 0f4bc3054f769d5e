import { conflicts, postgresLocks, readsWait, sqliteLock, statementLocks, writesWait } from "./locks.ts";
import { mariadbRows } from "./tables/mariadb.ts";
import { type MysqlRow, mysqlRows } from "./tables/mysql.ts";
import { type PostgresRow, postgresRows } from "./tables/postgresql.ts";
import { freeConversions } from "./tables/postgresql-types.ts";
import { sqliteRows } from "./tables/sqlite.ts";

/** The page docs/locks.md, made from the tables the program decides by. */
export function locksPage(): string {
  return [
    "# What a schema change locks",
    "",
    "The tables below are the ones the program decides by; this page is made from them (`src/safety/impact/docs.ts`). A wait is told only where it grows with the table: rows are read, an index is built or the table is rewritten while a lock is held that others conflict with. Every lock, however short, has to wait for open transactions first, and whatever comes after it waits behind it: set `lock_timeout`.",
    "",
    "In the last column stands where a row comes from: the name of a record in `test/safety/impact/measured/`, taken on a real server, or the page of a manual. `test/safety/impact/measured.test.ts` compares the tables with those records, `proof*.test.ts` with a running PostgreSQL and MariaDB and with PGlite.",
    "",
    ...postgresPart(),
    ...mysqlPart("MySQL", "MySQL 9.7.4; 8.0 and 8.4 follow MySQL's manual, which names the release of every change. A version given without its patch release counts as the oldest of its series.", mysqlRows),
    ...mysqlPart("MariaDB", "MariaDB 10.11.19 and 11.8.6. From 11.2 on MariaDB copies a table while others write to it (MDEV-16329), unless one of the table's foreign keys changes rows by itself, with `ON DELETE CASCADE` or `SET NULL` (MDEV-29068).", mariadbRows),
    ...sqlitePart(),
  ].join("\n");
}

function postgresPart(): string[] {
  const rows: readonly PostgresRow[] = postgresRows;
  return [
    "## PostgreSQL 12 to 18",
    "",
    "Measured on PostgreSQL 12.22, 13.23, 14.23, 15.18, 16.14, 17.10 and 18.4: the locks are the same on all of them. Locks are held until the transaction ends, so in an atomic migration a later statement works under the locks of all earlier ones. \"The other end\" is the table that a foreign key refers to, or that refers to the table.",
    "",
    "While a table is locked `ACCESS EXCLUSIVE`, `DELETE` on the tables it refers to and `INSERT` into the tables that refer to it wait, too, because their foreign key checks read it.",
    "",
    table(
      ["form", "lock on the table", "lock on the other end", "work under the lock", "waits in proportion", "from", "measured"],
      rows.map((row) => [row.form, code(row.table), code(row.others), work(row), postgresWaits(row), row.from ?? "", facts(row.facts, row.form === "set tablespace" ? "" : "proof.test.ts")]),
    ),
    "",
    "### Type changes that rewrite nothing",
    "",
    "Every other conversion rewrites the table and all its indexes, and so does `USING` with anything but a plain cast. A free conversion stops being free where a validated `CHECK` reads the column (every row is checked), where an index has an expression or a condition and reads the column (that index is built anew), where the collation changes and the column is indexed, and where a foreign key on the column must be checked again. An array is rewritten unless its type stays the same.",
    "",
    table(
      ["from", "to", "when", "plain indexes on it", "measured"],
      freeConversions.map((row) => [code(row.from), code(row.to), row.when, row.indexes, facts(row.facts, "proof.test.ts")]),
    ),
    "",
    "### Which locks wait for which",
    "",
    `From PostgreSQL's manual, "Explicit Locking". ${Object.entries(statementLocks).map(([statement, lock]) => `${statement} takes \`${lock}\``).join(", ")}.`,
    "",
    table(
      ["lock", ...postgresLocks.map((lock) => code(lock))],
      postgresLocks.map((lock) => [code(lock), ...postgresLocks.map((other) => (conflicts[lock].includes(other) ? "waits" : ""))]),
    ),
    "",
  ];
}

function mysqlPart(title: string, how: string, rows: readonly MysqlRow[]): string[] {
  return [
    `## ${title}`,
    "",
    `Measured on ${how}`,
    "",
    "The lock is the pair of ALGORITHM and LOCK that the server picks where the statement names none. With `LOCK=SHARED` others read, and their writes wait until the statement ends; with `LOCK=NONE` and `INSTANT` nobody waits in proportion to the table. Whatever the algorithm, the statement needs the table's metadata lock for a moment and waits for every open transaction that used the table. There is no transactional DDL: every statement commits by itself.",
    "",
    table(
      ["form", "lock on the table", "on tables it refers to", "on tables that refer to it", "work", "waits in proportion", "versions", "measured"],
      rows.map((row) => [row.form, code(row.lock), code(row.parents), code(row.children), row.work === "none" ? "" : row.work, mysqlWaits(row), versions(row), facts(row.facts, row.manual ?? "")]),
    ),
    "",
  ];
}

function sqlitePart(): string[] {
  return [
    "## SQLite",
    "",
    `SQLite has no lock on a table: every change takes the ${sqliteLock}. Measured on SQLite 3.40.1 with 2,000 and 200,000 rows. Writers always wait; readers wait while the transaction has written more than fits its cache, and during its commit, unless the database is in WAL mode.`,
    "",
    table(
      ["form", "work", "waits in proportion", "documentation"],
      sqliteRows.map((row) => [row.form, row.work === "none" ? "" : row.work, row.work === "none" ? "" : row.work === "read" ? "writes" : "reads and writes", row.manual]),
    ),
    "",
  ];
}

function postgresWaits(row: PostgresRow): string {
  if (row.work === "none") return "";
  const locks = [row.table, row.others].filter((lock) => lock !== null);
  if (locks.some(readsWait)) return "reads and writes";
  if (locks.some(writesWait)) return "writes";
  return row.locksRows ? "writes of the same rows" : "";
}

function mysqlWaits(row: MysqlRow): string {
  const own = row.lock?.endsWith("LOCK=SHARED") ? "writes" : row.lock === "row locks" && row.work !== "none" ? "writes of the same rows" : "";
  if (!row.parentsWait) return own;
  return own === "" ? "writes of the referenced table" : `${own}, also of the referenced table`;
}

function work(row: PostgresRow): string {
  if (row.work === "none") return "";
  return row.scansOthers ? `${row.work}, of the other end too` : row.work;
}

function versions({ from, until }: MysqlRow): string {
  if (from !== null) return `${from} and later`;
  return until === null ? "" : `before ${until}`;
}

function facts(names: readonly string[], otherwise: string): string {
  return names.length > 0 ? names.map((name) => code(name)).join(", ") : otherwise;
}

function code(text: string | null): string {
  return text === null ? "" : `\`${text}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
