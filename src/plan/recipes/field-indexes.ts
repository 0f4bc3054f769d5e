import type { BoundField } from "../../django/bound.ts";
import type { Database } from "../../django/project.ts";
import type { Deferrable } from "../../schema/schema.ts";
import { isMySql, type Dialect } from "../../sql/dialect.ts";
import type { OwnMigration } from "../course.ts";
import { runSql } from "../operations.ts";
import { alterTable, concurrently, online } from "../sql/raw.ts";
import { slug } from "./words.ts";

/**
 * The indexes of a field that its AddField would have made with the column: the unique one, and what Django puts off to the migration's end (`deferred`:
 * CREATE INDEX texts). PostgreSQL builds each concurrently and makes the constraint from the unique index (ALTER TABLE, "ADD table_constraint_using_index").
 */
export function indexMigrations(field: BoundField, deferred: readonly string[], dialect: Dialect, { vendor }: Database): readonly OwnMigration[] {
  const found: OwnMigration[] = [];
  if (field.unique) found.push(...uniqueMigrations({ table: field.model.table, columns: [field.column!], name: uniqueName(field, vendor), as: slug(field.model.name, field.name, "uniq") }, dialect));
  for (const [index, sql] of deferred.filter((text) => /^CREATE (UNIQUE )?INDEX /.test(text)).entries()) {
    const name = /^CREATE (?:UNIQUE )?INDEX (\S+)/.exec(sql)![1]!;
    const drop = vendor === "postgresql" ? `DROP INDEX CONCURRENTLY IF EXISTS ${name}` : `DROP INDEX ${name}${isMySql(vendor) ? ` ON ${dialect.quoteName(field.model.table)}` : ""}`;
    found.push({ name: slug(field.model.name, field.name, index === 0 ? "idx" : `idx_${index + 1}`), atomic: vendor !== "postgresql", operations: [runSql([vendor === "postgresql" ? concurrently(sql) : sql], [drop])] });
  }
  return found;
}

/** Arguments of a field without an index of its own. A SlugField has one unless told. */
export function withoutIndex({ internalType }: BoundField): { readonly db_index: false | undefined } {
  return { db_index: internalType === "SlugField" ? false : undefined };
}

/** A unique rule to be made of columns. */
export interface UniqueRule {
  readonly table: string;
  readonly columns: readonly string[];
  readonly name: string;
  /** The migrations' name. */
  readonly as: string;
  readonly deferrable?: Deferrable;
}

/** PostgreSQL: the index concurrently, then the constraint from it; MySQL and MariaDB online; SQLite an index. */
export function uniqueMigrations({ table, columns, name, as, deferrable = null }: UniqueRule, dialect: Dialect): readonly OwnMigration[] {
  const [quoted, on, list] = [dialect.quoteName(name), dialect.quoteName(table), columns.map((column) => dialect.quoteName(column)).join(", ")];
  if (dialect.vendor === "postgresql") {
    return [
      { name: `${as}_index`, atomic: false, operations: [runSql([`CREATE UNIQUE INDEX CONCURRENTLY ${quoted} ON ${on} (${list})`], [`DROP INDEX CONCURRENTLY IF EXISTS ${quoted}`])] },
      // Dropping the constraint drops its index with it.
      { name: as, atomic: true, operations: [runSql([alterTable(dialect, table, `ADD CONSTRAINT ${quoted} UNIQUE USING INDEX ${quoted}${deferrable === null ? "" : deferrable === "deferred" ? " DEFERRABLE INITIALLY DEFERRED" : " DEFERRABLE INITIALLY IMMEDIATE"}`)], [alterTable(dialect, table, `DROP CONSTRAINT ${quoted}`)])] },
    ];
  }
  if (isMySql(dialect.vendor)) {
    return [{ name: as, atomic: false, operations: [runSql([alterTable(dialect, table, `ADD CONSTRAINT ${quoted} UNIQUE (${list})${online(dialect)}`)], [alterTable(dialect, table, `DROP INDEX ${quoted}`)])] }];
  }
  return [{ name: as, atomic: true, operations: [runSql([`CREATE UNIQUE INDEX ${quoted} ON ${on} (${list})`], [`DROP INDEX ${quoted}`])] }];
}

/** What the server calls the constraint of an inline UNIQUE: `table_column_key` on PostgreSQL, the column's name on MySQL. */
function uniqueName(field: BoundField, vendor: Database["vendor"]): string {
  return isMySql(vendor) ? field.column! : `${field.model.table}_${field.column!}_key`.slice(0, 63);
}
