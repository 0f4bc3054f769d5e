import type { ConstraintDefinition, SchemaChange } from "../../../schema/change.ts";
import type { Schema, Table } from "../../../schema/schema.ts";
import { children, parents } from "../foreign-keys.ts";
import { type Recognised, recognised } from "../recognised.ts";
import type { PostgresForm } from "../tables/postgresql.ts";
import { addColumn, alterColumn, dropColumn } from "./column.ts";
import { provenNotNull } from "./not-null-proof.ts";
import { other } from "./other.ts";

type Forms = Recognised<PostgresForm>;

/** Which forms of PostgreSQL's lock table a change is. `utc`: the session's TimeZone is UTC; null where that is not known. */
export function postgresForms(change: SchemaChange, schema: Schema, utc: boolean | null): Forms {
  switch (change.kind) {
    case "CreateTable": {
      const inline = change.columns.flatMap((column) => (column.references ? [column.references.table] : []));
      const named = change.constraints.flatMap((constraint) => (constraint.kind === "foreign key" ? [constraint.toTable] : []));
      const others = [...new Set([...inline, ...named])].filter((table) => table !== change.table).sort();
      return others.length > 0 ? recognised(change.table, { form: "create table: foreign key", others }) : recognised(change.table, "create table");
    }
    case "DropTable": {
      const others = [...new Set([...parents(schema.tables.get(change.table)), ...children(schema, change.table)])].sort();
      return others.length > 0 ? recognised(change.table, { form: "drop table: foreign key", others }) : recognised(change.table, "drop table");
    }
    case "RenameTable":
      return recognised(change.table, "rename table");
    case "SetTablespace":
      return recognised(change.table, "set tablespace");
    case "AddColumn":
      return addColumn(change.table, change.column);
    case "DropColumn":
      return dropColumn(schema, change.table, change.column);
    case "RenameColumn":
      return recognised(change.table, "rename column");
    case "AlterColumn":
      return alterColumn(schema, change.table, change.actions, utc);
    case "AddConstraint":
      return addConstraint(schema.tables.get(change.table), change.table, change.constraint);
    case "DropConstraint":
      return dropConstraint(schema, change);
    case "ValidateConstraint":
      return validateConstraint(schema, change.table, change.name);
    case "RenameConstraint":
      return recognised(change.table, "rename constraint");
    case "CreateIndex":
      if (change.index.ifNotExists && schema.tables.get(change.table)?.indexes.has(change.index.name)) return recognised(change.table, "create index: exists already");
      return recognised(change.table, change.concurrently ? "create index concurrently" : "create index");
    case "DropIndex":
      return recognised(change.table, change.concurrently ? "drop index concurrently" : "drop index");
    case "RenameIndex":
      return recognised(change.table, "rename index");
    case "CommentOnTable":
    case "CommentOnColumn":
      return recognised(change.table, "comment");
    default:
      return other(change);
  }
}

function addConstraint(before: Table | undefined, table: string, constraint: ConstraintDefinition): Forms {
  switch (constraint.kind) {
    case "primary key":
      if (!constraint.usingIndex) return recognised(table, "add primary key");
      return madeNotNull(before, constraint.usingIndex) ? recognised(table, "add primary key: using index", "set not null") : recognised(table, "add primary key: using index");
    case "unique":
      return recognised(table, constraint.usingIndex === null ? "add unique" : "add unique: using index");
    case "exclusion":
      return recognised(table, "add exclusion");
    case "check":
      return recognised(table, constraint.notValid ? "add check: not valid" : "add check");
    case "foreign key": {
      const others = constraint.toTable === table ? [] : [constraint.toTable];
      return recognised(table, { form: constraint.notValid ? "add foreign key: not valid" : "add foreign key", others });
    }
  }
}

/** A primary key makes the columns of its index NOT NULL, and reads the table for those that may be NULL. */
function madeNotNull(table: Table | undefined, index: string): boolean {
  return table?.indexes.get(index)?.columns.some((column) => table.columns.get(column)?.null === true && !provenNotNull(table, column)) === true;
}

function dropConstraint(schema: Schema, change: Extract<SchemaChange, { kind: "DropConstraint" }>): Forms {
  const known = schema.tables.get(change.table)?.constraints.get(change.name);
  const foreignKey = known ? known.kind === "foreign key" : change.constraint === "foreign key";
  if (!foreignKey) return recognised(change.table, "drop constraint");
  if (known?.kind === "foreign key") return recognised(change.table, { form: "drop foreign key", others: known.toTable === change.table ? [] : [known.toTable] });
  return { ...recognised<PostgresForm>(change.table, "drop foreign key"), unknown: `the table that "${change.name}" refers to is not known; it is locked ACCESS EXCLUSIVE, too` };
}

function validateConstraint(schema: Schema, table: string, name: string): Forms {
  const known = schema.tables.get(table)?.constraints.get(name);
  if (known?.kind === "check") return recognised(table, known.valid ? "validate: already valid" : "validate check");
  if (known?.kind === "foreign key") {
    return known.valid ? recognised(table, "validate: already valid") : recognised(table, { form: "validate foreign key", others: known.toTable === table ? [] : [known.toTable] });
  }
  return { ...recognised<PostgresForm>(table, "validate check"), notes: [`Constraint "${name}" is not known; if it is a foreign key, the table it refers to is locked ROW SHARE, which nothing waits for.`] };
}
