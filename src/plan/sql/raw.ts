import { isMySql, type Dialect } from "../../sql/dialect.ts";

/** Literal SQL in RunSQL: a percent sign stays one, for RunSQL without parameters does not look at it. */
export function alterTable(dialect: Dialect, table: string, action: string): string {
  return `ALTER TABLE ${dialect.quoteName(table)} ${action}`;
}

/** MySQL and MariaDB refuse rather than copy or block where they cannot do it so. */
export function online(dialect: Dialect): string {
  return isMySql(dialect.vendor) ? ", ALGORITHM=INPLACE, LOCK=NONE" : "";
}

/** A plain CREATE INDEX as one that lets writes go on (PostgreSQL: CREATE INDEX, "Building Indexes Concurrently"). */
export function concurrently(sql: string): string {
  return sql.replace(/^CREATE (UNIQUE )?INDEX /, "CREATE $1INDEX CONCURRENTLY ");
}
