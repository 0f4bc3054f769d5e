import type { BoundField } from "../../django/bound.ts";
import type { Operation } from "../../django/operation.ts";
import { atLeast, type Database } from "../../django/project.ts";
import { postgresqlObjectName } from "../../schema/names.ts";
import { isMySql, type Dialect } from "../../sql/dialect.ts";
import type { OwnMigration } from "../course.ts";
import { apart, operation, runSql, withArguments } from "../operations.ts";
import { alterTable, online } from "../sql/raw.ts";
import { slug } from "./words.ts";

/**
 * The migrations that make a column NOT NULL while the table is in use; its field says NOT NULL already. Empty NULLs first.
 * PostgreSQL: ALTER TABLE, "SET NOT NULL … if a valid CHECK constraint is found which proves no NULL can exist, the table scan is skipped" (12 and later);
 * from 18 on "ADD table_constraint … NOT VALID" takes NOT NULL itself, and VALIDATE lets everybody go on.
 * MySQL and MariaDB: online DDL, "Making a column NOT NULL" (in place, in strict SQL mode).
 */
export function notNullMigrations(field: BoundField, dialect: Dialect, database: Database): readonly OwnMigration[] {
  const { vendor } = database;
  const [table, column] = [field.model.table, field.column!];
  const quoted = dialect.quoteName(column);
  const name = slug(field.model.name, field.name, "not_null");
  const sql = (forwards: string, backwards: string): Operation => runSql([alterTable(dialect, table, forwards)], [alterTable(dialect, table, backwards)]);
  if (vendor === "postgresql" && atLeast(database.version, "18")) {
    // The name that SET NOT NULL would give it.
    const rule = dialect.quoteName(postgresqlObjectName(table, column, "not_null"));
    return [
      { name: `${name}_new_rows`, atomic: true, operations: [sql(`ADD CONSTRAINT ${rule} NOT NULL ${quoted} NOT VALID`, `ALTER COLUMN ${quoted} DROP NOT NULL`)] },
      { name, atomic: true, operations: [runSql([alterTable(dialect, table, `VALIDATE CONSTRAINT ${rule}`)], [])] },
    ];
  }
  if (vendor === "postgresql") {
    const check = dialect.quoteName(shortened(`${table}_${column}_not_null_check`));
    return [
      { name: `${name}_check`, atomic: true, operations: [sql(`ADD CONSTRAINT ${check} CHECK (${quoted} IS NOT NULL) NOT VALID`, `DROP CONSTRAINT ${check}`)] },
      {
        name,
        atomic: true,
        operations: [
          runSql([alterTable(dialect, table, `VALIDATE CONSTRAINT ${check}`)], []),
          sql(`ALTER COLUMN ${quoted} SET NOT NULL`, `ALTER COLUMN ${quoted} DROP NOT NULL`),
          sql(`DROP CONSTRAINT ${check}`, `ADD CONSTRAINT ${check} CHECK (${quoted} IS NOT NULL) NOT VALID`),
        ],
      },
    ];
  }
  if (isMySql(vendor) && typeof field.dbType === "string") {
    const modify = (nulls: string) => `MODIFY ${quoted} ${field.dbType as string} ${nulls}${online(dialect)}`;
    return [{ name, atomic: false, operations: [sql(modify("NOT NULL"), modify("NULL"))] }];
  }
  return [{ name, atomic: true, operations: [alterFromNull(field)] }];
}

/** The state says NOT NULL already; the database's half starts from the nullable field. */
export function alterFromNull(field: BoundField): Operation {
  const written = field.field!;
  const alter = (nulls: boolean) => operation({ kind: "AlterField", model: field.model.name, field: nulls ? withArguments(written, { null: true }) : written, preserveDefault: true });
  return apart([alter(true), alter(false)], []);
}

/** PostgreSQL cuts names after 63 bytes. */
function shortened(name: string): string {
  return name.length <= 63 ? name : `${name.slice(0, 54)}_${name.slice(-8)}`;
}
