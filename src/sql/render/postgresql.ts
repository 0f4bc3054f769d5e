import { atLeast } from "../../django/project.ts";
import { type ColumnAction, type IndexDefinition, knownType, type SchemaChange } from "../../schema/change.ts";
import type { Dialect } from "../dialect.ts";
import { collateClause, columnSql } from "./column.ts";
import { alterTable, columnList, constraintSql, copyRowsSql, createTableSql, deferrableSql, indexHead, noWords, nullsSql } from "./common.ts";
import { postgresqlString } from "./postgresql-string.ts";
import type { Rendered } from "./render.ts";

/** django.db.backends.postgresql.schema.DatabaseSchemaEditor's statements. */
export function postgresqlStatement(change: SchemaChange, dialect: Dialect): Rendered {
  const quote = dialect.quoteName;
  switch (change.kind) {
    case "CreateTable":
      return createTableSql(change, dialect, () => "") + (change.tablespace === null ? "" : ` TABLESPACE ${quote(change.tablespace)}`);
    case "DropTable":
      return `DROP TABLE ${quote(change.table)} CASCADE`;
    case "RenameTable":
      return alterTable(change.table, `RENAME TO ${quote(change.to)}`, dialect);
    case "SetTablespace":
      return alterTable(change.table, `SET TABLESPACE ${quote(change.tablespace)}`, dialect);
    case "AddColumn":
      return alterTable(change.table, `ADD COLUMN ${quote(change.column.name)} ${columnSql(change.column, "add column", dialect)}${inlineForeignKey(change, dialect)}`, dialect);
    case "DropColumn":
      // Django 6.1 says no CASCADE any more; the change carries which.
      return alterTable(change.table, `DROP COLUMN ${quote(change.column)}${change.cascade ? " CASCADE" : ""}`, dialect);
    case "RenameColumn":
      return alterTable(change.table, `RENAME COLUMN ${quote(change.column)} TO ${quote(change.to)}`, dialect);
    case "AlterColumn":
      return alterTable(change.table, change.actions.map((action) => actionSql(action, dialect)).join(", "), dialect);
    case "AddConstraint":
      return alterTable(change.table, `ADD ${constraintSql(change.constraint, dialect)}`, dialect);
    case "DropConstraint": {
      const drop = alterTable(change.table, `DROP CONSTRAINT ${quote(change.name)}`, dialect);
      return change.immediate ? `SET CONSTRAINTS ${quote(change.name)} IMMEDIATE; ${drop}` : drop;
    }
    case "ValidateConstraint":
      return alterTable(change.table, `VALIDATE CONSTRAINT ${quote(change.name)}`, dialect);
    case "RenameConstraint":
      return alterTable(change.table, `RENAME CONSTRAINT ${quote(change.name)} TO ${quote(change.to)}`, dialect);
    case "CreateIndex":
      return createIndexSql(change.table, change.index, change.concurrently, dialect);
    case "DropIndex":
      return `DROP INDEX ${change.concurrently ? "CONCURRENTLY " : ""}${change.ifExists ? "IF EXISTS " : ""}${quote(change.name)}`;
    case "RenameIndex":
      return `ALTER INDEX ${quote(change.name)} RENAME TO ${quote(change.to)}`;
    case "CommentOnTable":
      return `COMMENT ON TABLE ${quote(change.table)} IS ${postgresqlString(change.comment ?? "")}`;
    case "CommentOnColumn":
      return `COMMENT ON COLUMN ${quote(change.table)}.${quote(change.column)} IS ${postgresqlString(change.comment ?? "")}`;
    case "FillNulls":
      return `UPDATE ${quote(change.table)} SET ${quote(change.column)} = ${change.value} WHERE ${quote(change.column)} IS NULL; SET CONSTRAINTS ALL IMMEDIATE`;
    case "CopyRows":
      return copyRowsSql(change, dialect);
    case "DropSequence":
      return `DROP SEQUENCE IF EXISTS ${quote(change.sequence)} CASCADE`;
    case "AlterSequence":
      return `ALTER SEQUENCE IF EXISTS ${quote(change.sequence)} AS ${change.type ?? ""}`;
    case "CreateExtension":
      return `CREATE EXTENSION IF NOT EXISTS ${quote(change.extension)}`;
    case "DropExtension":
      return `DROP EXTENSION IF EXISTS ${quote(change.extension)}`;
    case "CreateCollation":
      return `CREATE COLLATION ${quote(change.collation)} (${collationArguments(change, dialect)})`;
    case "DropCollation":
      return `DROP COLLATION ${quote(change.collation)}`;
    default:
      return noWords(change);
  }
}

function collationArguments(change: { readonly locale: string; readonly provider: string; readonly deterministic: boolean }, dialect: Dialect): string {
  const args = [`locale=${dialect.quoteName(change.locale)}`];
  if (change.provider !== "libc") args.push(`provider=${dialect.quoteName(change.provider)}`);
  if (!change.deterministic) args.push("deterministic=false");
  return args.join(", ");
}

/** sql_create_column_inline_fk: the second statement runs the deferred check now, so that the transaction can go on altering. */
function inlineForeignKey(change: Extract<SchemaChange, { kind: "AddColumn" }>, dialect: Dialect): string {
  const references = change.column.references;
  if (!references) return "";
  const name = dialect.quoteName(references.name ?? "");
  const dot = change.table.indexOf('"."');
  const namespace = dot > 0 ? `${change.table.slice(0, dot + 1)}.` : "";
  const onDelete = references.onDelete ? ` ON DELETE ${references.onDelete}` : "";
  return ` CONSTRAINT ${name} REFERENCES ${dialect.quoteName(references.table)}(${dialect.quoteName(references.column)})${onDelete}${deferrableSql("deferred")}; SET CONSTRAINTS ${namespace}${name} IMMEDIATE`;
}

function actionSql(action: ColumnAction, dialect: Dialect): string {
  const column = dialect.quoteName(action.column);
  switch (action.kind) {
    case "SetType":
      return `ALTER COLUMN ${column} TYPE ${knownType(action.type)}${action.collation === null ? "" : ` ${collateClause(action.collation, dialect)}`}${action.using === null ? "" : ` USING ${action.using}`}`;
    case "SetNotNull":
      return action.notValid ? `ADD NOT NULL ${column} NOT VALID` : `ALTER COLUMN ${column} SET NOT NULL`;
    case "DropNotNull":
      return `ALTER COLUMN ${column} DROP NOT NULL`;
    case "SetDefault":
      return `ALTER COLUMN ${column} SET DEFAULT ${action.sql}`;
    case "DropDefault":
      return `ALTER COLUMN ${column} DROP DEFAULT`;
    case "AddIdentity":
      return `ALTER COLUMN ${column} ADD GENERATED BY DEFAULT AS IDENTITY`;
    case "DropIdentity":
      return `ALTER COLUMN ${column} DROP IDENTITY IF EXISTS`;
    case "Modify":
      return `ALTER COLUMN ${column} TYPE ${knownType(action.definition.type)}`;
  }
}

/**
 * sql_create_index and sql_create_unique_index: the method stands before the brackets; a plain index ends with options and tablespace
 * before its condition, a unique one has NULLS [NOT] DISTINCT there. A unique index without condition, expressions or INCLUDE is a
 * constraint in Django, so it never comes here without one of them.
 */
function createIndexSql(table: string, index: IndexDefinition, concurrently: boolean, dialect: Dialect): string {
  const using = index.method === null ? "" : ` USING ${index.method}`;
  const include = index.include.length === 0 ? "" : ` INCLUDE (${columnList(index.include, dialect)})`;
  const extra = index.unique ? nullsSql(index.nullsDistinct) : `${index.with === null ? "" : ` ${index.with}`}${index.tablespace === null ? "" : ` TABLESPACE ${dialect.quoteName(index.tablespace)}`}`;
  const condition = index.condition === null ? "" : ` WHERE ${index.condition}`;
  return `${indexHead(table, index, dialect, concurrently ? "CONCURRENTLY " : "")}${using} (${index.parts.join(", ")})${include}${extra}${condition}`;
}

/** Does this release of Django write CASCADE behind DROP COLUMN? (gone in 6.0/6.1 #35487) */
export const dropColumnCascades = (django: string): boolean => !atLeast(django, "6.0");
