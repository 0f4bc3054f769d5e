import type { ColumnAction, ColumnDefinition } from "../../../schema/change.ts";
import type { Schema } from "../../../schema/schema.ts";
import { joined, type Recognised, recognised } from "../recognised.ts";
import { children, parents } from "../foreign-keys.ts";
import type { PostgresForm } from "../tables/postgresql.ts";
import { provenNotNull } from "./not-null-proof.ts";
import { setType } from "./set-type.ts";
import { isSerial, postgresType } from "./type.ts";
import { volatility } from "./volatility.ts";

type Forms = Recognised<PostgresForm>;

/** ADD COLUMN: the column itself, then everything in its definition that makes the server read or write rows. */
export function addColumn(table: string, column: ColumnDefinition): Forms {
  const parts: Forms[] = [recognised(table, "add column"), typeOf(table, column), valueOf(table, column)];
  if (column.check !== null) parts.push(recognised(table, "add column: check"));
  if (column.unique || column.primaryKey) parts.push(recognised(table, "add column: unique"));
  if (column.references) {
    const others = column.references.table === table ? [] : [column.references.table];
    parts.push(recognised(table, { form: column.default ? "add column: foreign key and default" : "add column: foreign key", others }));
  }
  return joined(table, parts);
}

function typeOf(table: string, column: ColumnDefinition): Forms {
  const nothing = recognised<PostgresForm>(table);
  if (typeof column.type !== "string") {
    return { ...nothing, unknown: `the type of "${column.name}" is not known (${column.type.unknown}); a domain with a constraint makes PostgreSQL rewrite the table` };
  }
  const type = postgresType(column.type);
  if (type.known || isSerial(column.type)) return nothing;
  return { ...nothing, unknown: `"${type.name}" is not a built-in type: if it is a domain with a constraint, PostgreSQL rewrites the table` };
}

function valueOf(table: string, column: ColumnDefinition): Forms {
  if (column.identity || (typeof column.type === "string" && isSerial(column.type))) return recognised(table, "add column: identity");
  if (column.generated?.stored) return recognised(table, "add column: generated stored");
  if (column.generated) return recognised(table, column.null ? "add column: generated virtual" : "add column: generated virtual not null");
  if (!column.default) return recognised(table);
  const value = volatility(column.default.sql);
  if (value.kind === "once") return recognised(table);
  if (value.kind === "every row") return recognised(table, "add column: volatile default");
  return { ...recognised(table, "add column: volatile default"), unknown: `whether ${value.called}() in the default of "${column.name}" is volatile: if it is not, the table is not rewritten` };
}

/** DROP COLUMN: foreign keys over it, and with CASCADE those that point to it, go with it. */
export function dropColumn(schema: Schema, table: string, column: string): Forms {
  const others = [...new Set([...parents(schema.tables.get(table), column), ...children(schema, table, column)])].sort();
  return others.length > 0 ? recognised(table, { form: "drop column: foreign key", others }) : recognised(table, "drop column");
}

/** ALTER TABLE … ALTER COLUMN …, all its actions. */
export function alterColumn(schema: Schema, table: string, actions: readonly ColumnAction[], utc: boolean | null): Forms {
  return joined(table, actions.map((action) => alterAction(schema, table, action, utc)));
}

function alterAction(schema: Schema, table: string, action: ColumnAction, utc: boolean | null): Forms {
  switch (action.kind) {
    case "SetType":
      return setType(schema, table, action, utc);
    case "SetNotNull": {
      if (action.notValid) return recognised(table, "set not null: not valid");
      const before = schema.tables.get(table);
      const needless = before?.columns.get(action.column)?.null === false || (before && provenNotNull(before, action.column));
      return recognised(table, needless ? "set not null: proven" : "set not null");
    }
    case "DropNotNull":
      return recognised(table, "drop not null");
    case "SetDefault":
    case "DropDefault":
      return recognised(table, "set or drop default");
    case "AddIdentity":
    case "DropIdentity":
      return recognised(table, "add or drop identity");
    case "Modify":
      return { ...recognised(table), unknown: "MODIFY is not PostgreSQL's" };
  }
}
