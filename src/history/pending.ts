import type { Release, ReleaseTable } from "../safety/release.ts";
import type { PendingContract } from "../report/types.ts";
import type { SchemaChange } from "../schema/change.ts";
import type { Column, Schema, Table } from "../schema/schema.ts";
import { render } from "../sql/render/render.ts";
import type { Dialect } from "../sql/dialect.ts";
import { codeSpan } from "../code-span.ts";

/** A pending contract before it is known which migration left it, and how to contract it. */
export type Pending = Omit<PendingContract, "leftBy" | "released" | "contract" | "usages">;
export type LeftPending = Pending & Pick<PendingContract, "leftBy">;

/** What the schema holds of the named tables that no model of the release uses any more, sorted by table and name. */
export function pendingIn(schema: Schema, release: Release, tables: Iterable<string>, dialect: Dialect): readonly Pending[] {
  const found: Pending[] = [];
  for (const name of [...new Set(tables)].sort()) {
    const table = schema.tables.get(name);
    if (!table) continue;
    const model = release.tables.get(name);
    if (!model) found.push(pendingTable(table, dialect));
    else found.push(...[...table.columns.values()].flatMap((column) => pendingColumn(table, column, model, dialect)), ...pendingConstraints(table, dialect));
  }
  return found;
}

function sqlOf(change: SchemaChange, dialect: Dialect): string | null {
  return render(change, dialect).sql;
}

function pendingTable(table: Table, dialect: Dialect): Pending {
  return {
    what: "table",
    table: table.name,
    name: null,
    explanation: `No model uses the table ${codeSpan(table.name)} any more.`,
    sql: sqlOf({ kind: "DropTable", table: table.name, cascade: false }, dialect),
  };
}

function pendingColumn(table: Table, column: Column, model: ReleaseTable, dialect: Dialect): readonly Pending[] {
  const field = model.columns.get(column.name);
  const at = { table: table.name, name: column.name };
  if (!field) {
    const sql = sqlOf({ kind: "DropColumn", table: table.name, column: column.name, cascade: false }, dialect);
    return [{ what: "column", ...at, explanation: `No field uses the column ${codeSpan(column.name)} of ${codeSpan(table.name)} any more.`, sql }];
  }
  const found: Pending[] = [];
  if (column.default !== null && !field.dbDefault && !column.identity) {
    const sql = sqlOf({ kind: "AlterColumn", table: table.name, actions: [{ kind: "DropDefault", column: column.name, temporary: false }] }, dialect);
    found.push({ what: "default", ...at, explanation: `The database still has a default for ${codeSpan(`${table.name}.${column.name}`)} that ${codeSpan(`${model.model}.${field.field}`)} does not declare.`, sql: dialect.vendor === "sqlite" ? null : sql });
  }
  if (column.null && !field.null && !field.primaryKey && column.generated === null) {
    const sql = dialect.vendor === "postgresql" ? sqlOf({ kind: "AlterColumn", table: table.name, actions: [{ kind: "SetNotNull", column: column.name }] }, dialect) : null;
    found.push({ what: "nullability", ...at, explanation: `${codeSpan(`${table.name}.${column.name}`)} still takes NULL, which ${codeSpan(`${model.model}.${field.field}`)} does not.`, sql });
  }
  return found;
}

function pendingConstraints(table: Table, dialect: Dialect): readonly Pending[] {
  return [...table.constraints.values()].flatMap((constraint): Pending[] => {
    if ((constraint.kind !== "check" && constraint.kind !== "foreign key") || constraint.valid) return [];
    return [{ what: "constraint", table: table.name, name: constraint.name, explanation: `The constraint ${codeSpan(constraint.name)} of ${codeSpan(table.name)} is NOT VALID: rows from before it were never checked.`, sql: sqlOf({ kind: "ValidateConstraint", table: table.name, name: constraint.name }, dialect) }];
  });
}
