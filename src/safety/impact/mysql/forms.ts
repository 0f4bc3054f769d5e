import type { ConstraintDefinition, IndexDefinition, SchemaChange } from "../../../schema/change.ts";
import type { Schema } from "../../../schema/schema.ts";
import { type Recognised, recognised } from "../recognised.ts";
import type { MysqlForm } from "../tables/mysql.ts";
import { addColumn, alterColumn, dropColumn } from "./column.ts";

type Forms = Recognised<MysqlForm>;

const rowsKeepLocks = "The rows it reads and changes are locked until it is done: writes to them wait.";

/** Which forms of MySQL's and MariaDB's lock tables a change is. */
export function mysqlForms(change: SchemaChange, schema: Schema): Forms {
  switch (change.kind) {
    case "CreateTable": {
      const inline = change.columns.flatMap((column) => (column.references ? [column.references.table] : []));
      const named = change.constraints.flatMap((constraint) => (constraint.kind === "foreign key" ? [constraint.toTable] : []));
      const others = [...new Set([...inline, ...named])].filter((table) => table !== change.table).sort();
      return others.length > 0 ? recognised(change.table, { form: "create table: foreign key", others }) : recognised(change.table, "create table");
    }
    case "DropTable":
      return recognised(change.table, "drop table");
    case "RenameTable":
      return recognised(change.table, "rename table");
    case "AddColumn":
      return addColumn(change.table, change.column);
    case "DropColumn":
      return dropColumn(schema.tables.get(change.table), change.table, change.column);
    case "RenameColumn":
      return recognised(change.table, "rename column");
    case "AlterColumn":
      return alterColumn(schema, change.table, change.actions);
    case "AddConstraint":
      return addConstraint(change.table, change.constraint);
    case "DropConstraint":
      return dropConstraint(schema, change);
    case "CreateIndex":
      return recognised(change.table, indexForm(change.index));
    case "DropIndex":
      return recognised(change.table, "drop index");
    case "RenameIndex":
      return recognised(change.table, "rename index");
    case "CommentOnTable":
      return recognised(change.table, "table comment");
    case "CommentOnColumn":
      return recognised(change.table, "modify: definition only");
    default:
      return rest(change);
  }
}

function addConstraint(table: string, constraint: ConstraintDefinition): Forms {
  switch (constraint.kind) {
    case "primary key":
      return recognised(table, "add primary key");
    case "unique":
      return recognised(table, "create index");
    case "check":
      return recognised(table, "add check");
    case "foreign key":
      return recognised(table, { form: "add foreign key", others: constraint.toTable === table ? [] : [constraint.toTable] });
    case "exclusion":
      return { ...recognised<MysqlForm>(table), unknown: "exclusion constraints are PostgreSQL's" };
  }
}

function dropConstraint(schema: Schema, change: Extract<SchemaChange, { kind: "DropConstraint" }>): Forms {
  const known = schema.tables.get(change.table)?.constraints.get(change.name);
  switch (known?.kind ?? change.constraint) {
    case "foreign key": {
      if (known?.kind === "foreign key") return recognised(change.table, { form: "drop foreign key", others: known.toTable === change.table ? [] : [known.toTable] });
      return { ...recognised<MysqlForm>(change.table, "drop foreign key"), unknown: `the table that "${change.name}" refers to is not known; MySQL locks its definition, too` };
    }
    case "check":
      return recognised(change.table, "drop check");
    case "primary key":
      return recognised(change.table, "drop primary key");
    default:
      return recognised(change.table, "drop index");
  }
}

function indexForm(index: IndexDefinition): MysqlForm {
  const method = index.method?.toLowerCase() ?? "";
  if (method.includes("fulltext")) return "create index: fulltext";
  if (method.includes("spatial")) return "create index: spatial";
  return index.expressions.length > 0 ? "create index: functional" : "create index";
}

function rest(change: SchemaChange): Forms {
  switch (change.kind) {
    case "FillNulls":
    case "FillRows":
      return { ...recognised<MysqlForm>(change.table, "update rows"), notes: [rowsKeepLocks] };
    case "CopyRows":
      return recognised(change.to, "insert rows");
    case "WriteRows": {
      if (change.table === null) return { ...recognised<MysqlForm>(null), unknown: `the table that ${change.statement} changes` };
      if (change.statement === "TRUNCATE") return recognised(change.table, "truncate");
      if (change.statement === "INSERT") return recognised(change.table, "insert rows");
      return { ...recognised<MysqlForm>(change.table, "update rows"), notes: [rowsKeepLocks] };
    }
    case "NoEffect":
      return recognised(null);
    case "Other":
      if (change.what === "a trigger" && change.table !== null) return recognised(change.table, "create trigger");
      if (change.what === "a view") return recognised(null, "create view");
      return { ...recognised<MysqlForm>(change.table), unknown: `which locks this takes: ${change.what}` };
    case "Unknown":
      return { ...recognised<MysqlForm>(null), unknown: change.reason };
    default:
      return { ...recognised<MysqlForm>(null), unknown: `${change.kind} is not MySQL's` };
  }
}
