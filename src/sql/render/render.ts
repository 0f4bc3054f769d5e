import type { SchemaChange, Statement } from "../../schema/change.ts";
import type { Dialect } from "../dialect.ts";
import { mysqlStatement } from "./mysql.ts";
import { postgresqlStatement } from "./postgresql.ts";
import { sqliteStatement } from "./sqlite.ts";

/** What a renderer gives for a change it has no words for. */
export type Rendered = string | { readonly unknown: string };

/** A schema change as the statement Django's schema editor runs for it, with the reason where the SQL cannot be known. */
export function render(change: SchemaChange, dialect: Dialect): Statement {
  const unknownType = unknownTypeIn(change);
  if (unknownType !== null) return { change, sql: null, unknown: unknownType };
  const sql = statementOf(change, dialect);
  return typeof sql === "string" ? { change, sql, unknown: null } : { change, sql: null, unknown: sql.unknown };
}

function statementOf(change: SchemaChange, dialect: Dialect): Rendered {
  switch (dialect.vendor) {
    case "postgresql":
      return postgresqlStatement(change, dialect);
    case "mysql":
    case "mariadb":
      return mysqlStatement(change, dialect);
    case "sqlite":
      return sqliteStatement(change, dialect);
  }
}

/** The first column type in the change that is not known, as a reason. */
function unknownTypeIn(change: SchemaChange): string | null {
  if (change.kind === "CreateTable") {
    for (const column of change.columns) if (typeof column.type !== "string") return column.type.unknown;
  }
  if (change.kind === "AddColumn" && typeof change.column.type !== "string") return change.column.type.unknown;
  if (change.kind === "AlterColumn") {
    for (const action of change.actions) {
      if (action.kind === "SetType" && typeof action.type !== "string") return action.type.unknown;
      if (action.kind === "Modify" && typeof action.definition.type !== "string") return action.definition.type.unknown;
    }
  }
  return null;
}
