import type { Database } from "../../django/project.ts";
import type { ColumnAction, SchemaChange } from "../../schema/change.ts";
import type { Column, Schema } from "../../schema/schema.ts";
import { forwards, type Difference } from "../breakage/difference.ts";
import { spelledFit } from "../breakage/fit.ts";
import { newRules } from "../breakage/rules.ts";
import { suppliesValue } from "../breakage/columns.ts";

/** Two schemas of one database and what leads from one to the other. */
export interface Step {
  readonly before: Schema;
  readonly after: Schema;
  readonly changes: readonly SchemaChange[];
  readonly tables: ReadonlySet<string>;
  readonly database: Database;
}

/**
 * Does the step take something away (a table, column, name or lasting default, values of a type) or demand something (a value, a rule to keep)
 * of tables that were there? Asked of the schemas alone, whatever a release makes of it.
 */
export function takesOrDemands(step: Step): boolean {
  const difference = forwards(step.changes, step.before);
  return step.changes.some((change) => takes(change, step, difference)) || [...step.tables].some((table) => demands(table, step, difference));
}

function takes(change: SchemaChange, step: Step, difference: Difference): boolean {
  switch (change.kind) {
    case "DropTable":
      return step.before.tables.has(change.table) && !step.after.tables.has(change.table);
    case "RenameTable":
      return step.before.tables.has(change.table) && !step.after.tables.has(change.table);
    case "DropColumn":
    case "RenameColumn":
      return was(change.table, change.column, step, difference) !== null || step.before.tables.get(change.table)?.columns.has(change.column) === true;
    case "AlterColumn":
      return change.actions.some((action) => actionTakes(action, was(change.table, action.column, step, difference), step.database));
    case "CopyRows":
      return false; // SQLite's remake: what is gone shows in the schemas
    default:
      return false;
  }
}

function was(table: string, column: string, { before }: Step, difference: Difference): Column | null {
  const [tableName, name] = [difference.tableBefore(table), difference.columnBefore(table, column)];
  return tableName === null || name === null ? null : (before.tables.get(tableName)?.columns.get(name) ?? null);
}

function actionTakes(action: ColumnAction, column: Column | null, database: Database): boolean {
  if (!column) return false; // the column is new
  switch (action.kind) {
    case "DropDefault":
      return !action.temporary && column.default !== null;
    case "DropIdentity":
      return column.identity;
    case "SetType":
      return typeof action.type === "string" && column.type !== null && narrows(column.type, action.type, database);
    case "Modify":
      return typeof action.definition.type === "string" && column.type !== null && narrows(column.type, action.definition.type, database);
    default:
      return false;
  }
}

function narrows(from: string, to: string, database: Database): boolean {
  const conversion = spelledFit(from, to, database);
  return conversion !== "fits" && conversion !== "unknown";
}

/** Columns that must be sent now, columns that are gone, and rules that rows must keep now. */
function demands(table: string, step: Step, difference: Difference): boolean {
  const name = difference.tableBefore(table);
  const [before, after] = [name === null ? undefined : step.before.tables.get(name), step.after.tables.get(table)];
  if (!before || !after || before === after) return false;
  const kept = new Set<string>();
  for (const column of after.columns.values()) {
    const wasCalled = difference.columnBefore(table, column.name);
    if (wasCalled !== null) kept.add(wasCalled);
    const old = wasCalled === null ? undefined : before.columns.get(wasCalled);
    if (!suppliesValue(column) && (!old || suppliesValue(old))) return true;
    if (old?.null && !column.null && column.generated === null) return true;
  }
  if ([...before.columns.keys()].some((column) => !kept.has(column))) return true;
  // A rule on columns that are new binds nobody who does not know them.
  return newRules(table, { from: step.before, to: step.after, difference, database: step.database }).some((rule) => rule.columns.length === 0 || rule.columns.some((column) => difference.columnBefore(table, column) !== null));
}
