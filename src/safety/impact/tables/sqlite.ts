export type SqliteForm = (typeof sqliteRows)[number]["form"];

/** One row of SQLite's table: every form takes the same lock; what differs is how long, and whether readers notice. */
export interface SqliteRow {
  readonly form: string;
  /**
   * What it does in proportion to the table. While it writes more than its cache holds, and while it commits, readers wait as well,
   * unless the database is in WAL mode.
   */
  readonly work: "none" | "read" | "write" | "rewrite";
  /** Page of SQLite's documentation that says so. */
  readonly manual: string;
}

/**
 * Measured on SQLite 3.40.1 with 2,000 and 200,000 rows: a second connection's SELECT and INSERT while the transaction was open,
 * in journal modes delete and WAL. Why: SQLite's documentation, "ALTER TABLE" and "File Locking And Concurrency In SQLite Version 3".
 */
export const sqliteRows = [
  { form: "add column", work: "none", manual: "ALTER TABLE, ADD COLUMN" },
  { form: "add column: check", work: "read", manual: "ALTER TABLE, ADD COLUMN: a CHECK and a generated column's NOT NULL are tested against every row" },
  { form: "drop column", work: "rewrite", manual: "ALTER TABLE, DROP COLUMN: the content is rewritten to purge the column" },
  { form: "change of the definition", work: "none", manual: "ALTER TABLE, How ALTER TABLE Works: only the text of the schema changes" },
  { form: "drop table", work: "write", manual: "DROP TABLE: every page of the table joins the free list" },
  { form: "create index", work: "write", manual: "CREATE INDEX" },
  { form: "drop index", work: "write", manual: "DROP INDEX: every page of the index joins the free list" },
  { form: "copy rows", work: "rewrite", manual: "ALTER TABLE, Making Other Kinds Of Table Schema Changes" },
  { form: "insert rows", work: "none", manual: "INSERT" },
  { form: "change rows", work: "write", manual: "UPDATE, DELETE" },
] as const satisfies readonly SqliteRow[];
