import { type ColumnAction, type ColumnDefinition, knownType, type SchemaChange } from "../../schema/change.ts";
import type { Dialect } from "../dialect.ts";
import { collateClause, columnSql } from "./column.ts";
import { alterTable, constraintSql, copyRowsSql, createTableSql, indexHead, noWords } from "./common.ts";
import { mysqlString } from "./mysql-string.ts";
import type { Rendered } from "./render.ts";

/** django.db.backends.mysql.schema.DatabaseSchemaEditor's statements, for MySQL and MariaDB. */
export function mysqlStatement(change: SchemaChange, dialect: Dialect): Rendered {
  const quote = dialect.quoteName;
  switch (change.kind) {
    case "CreateTable":
      return createTableSql(change, dialect, () => "");
    case "DropTable":
      return `DROP TABLE ${quote(change.table)} CASCADE`;
    case "RenameTable":
      return `RENAME TABLE ${quote(change.table)} TO ${quote(change.to)}`;
    case "AddColumn":
      return alterTable(change.table, `ADD COLUMN ${quote(change.column.name)} ${columnSql(change.column, "add column", dialect)}${inlineForeignKey(change.column, dialect)}`, dialect);
    case "DropColumn":
      return alterTable(change.table, `DROP COLUMN ${quote(change.column)}`, dialect);
    case "RenameColumn":
      return alterTable(change.table, `RENAME COLUMN ${quote(change.column)} TO ${quote(change.to)}`, dialect);
    case "AlterColumn":
      return alterTable(change.table, change.actions.map((action) => actionSql(action, dialect)).join(", "), dialect);
    case "AddConstraint":
      return alterTable(change.table, `ADD ${constraintSql(change.constraint, dialect)}`, dialect);
    case "DropConstraint":
      return alterTable(change.table, dropWords(change, dialect), dialect);
    case "CreateIndex":
      return `${indexHead(change.table, change.index, dialect)} (${change.index.parts.join(", ")})`;
    case "DropIndex":
      return `DROP INDEX ${quote(change.name)} ON ${quote(change.table)}`;
    case "RenameIndex":
      return alterTable(change.table, `RENAME INDEX ${quote(change.name)} TO ${quote(change.to)}`, dialect);
    case "CommentOnTable":
      return alterTable(change.table, `COMMENT = ${mysqlComment(change.comment)}`, dialect);
    case "FillNulls":
      return `UPDATE ${quote(change.table)} SET ${quote(change.column)} = ${change.value} WHERE ${quote(change.column)} IS NULL`;
    case "FillRows":
      return `UPDATE ${quote(change.table)} SET ${quote(change.column)} = ${change.value}`;
    case "CopyRows":
      return copyRowsSql(change, dialect);
    default:
      return noWords(change);
  }
}

const mysqlComment = (comment: string | null): string => mysqlString(comment ?? "");

function dropWords(change: Extract<SchemaChange, { kind: "DropConstraint" }>, dialect: Dialect): string {
  const name = dialect.quoteName(change.name);
  switch (change.constraint) {
    case "primary key":
      return "DROP PRIMARY KEY";
    case "foreign key":
      return `DROP FOREIGN KEY ${name}`;
    case "unique":
      return `DROP INDEX ${name}`;
    default:
      // The name of a column's check is the column's on MariaDB, and MODIFY takes it along: hence IF EXISTS.
      return dialect.vendor === "mariadb" ? `DROP CONSTRAINT IF EXISTS ${name}` : `DROP CHECK ${name}`;
  }
}

function inlineForeignKey(column: ColumnDefinition, dialect: Dialect): string {
  const references = column.references;
  if (!references) return "";
  const onDelete = references.onDelete ? ` ON DELETE ${references.onDelete}` : "";
  return ` , ADD CONSTRAINT ${dialect.quoteName(references.name ?? "")} FOREIGN KEY (${dialect.quoteName(column.name)}) REFERENCES ${dialect.quoteName(references.table)}(${dialect.quoteName(references.column)})${onDelete}`;
}

function actionSql(action: ColumnAction, dialect: Dialect): string {
  const column = dialect.quoteName(action.column);
  switch (action.kind) {
    case "Modify":
      return `MODIFY ${column} ${modifySql(action.definition, dialect)}`;
    case "SetDefault":
      return `ALTER COLUMN ${column} SET DEFAULT ${action.sql}`;
    case "DropDefault":
      return action.toNull ? `ALTER COLUMN ${column} SET DEFAULT NULL` : `ALTER COLUMN ${column} DROP DEFAULT`;
    case "SetType":
      return `MODIFY ${column} ${knownType(action.type)}`;
    case "SetNotNull":
    case "DropNotNull":
    case "AddIdentity":
    case "DropIdentity":
      throw new Error(`${action.kind} is no clause of MySQL's ALTER TABLE`);
  }
}

/** sql_alter_column_type with _set_field_new_type: type, lasting default, nullability, collation, comment. */
function modifySql(definition: ColumnDefinition, dialect: Dialect): string {
  const parts = [knownType(definition.type)];
  if (definition.default) parts.push(`DEFAULT ${definition.default.sql}`);
  parts.push(definition.null ? "NULL" : "NOT NULL");
  if (definition.collation !== null) parts.push(collateClause(definition.collation, dialect));
  if (definition.comment !== null) parts.push(`COMMENT ${mysqlString(definition.comment)}`);
  return parts.join(" ");
}
