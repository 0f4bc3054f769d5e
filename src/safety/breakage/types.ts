import type { Column, Table } from "../../schema/schema.ts";
import type { ReleaseColumn, ReleaseTable } from "../release.ts";
import type { StatementKind } from "../types.ts";
import { failures, type Failure, type Move } from "./failure.ts";
import { fit, spelledFit } from "./fit.ts";
import { hasUpdate, isInserted, isUpdated } from "./statements.ts";
import { readType } from "./type.ts";
import { typeErrors } from "./typeWords.ts";

/**
 * Statements whose values do not fit the column's type. A filter (`WHERE column = value`) counts as SELECT; the primary key's filter is
 * also that of UPDATE and DELETE. Narrower than `from` only: where every value the column took before still fits, nothing new fails.
 */
export function typeFailures(table: ReleaseTable, held: Table, move: Move): Failure[] {
  const found: Failure[] = [];
  for (const column of table.columns.values()) {
    const now = held.columns.get(column.column);
    if (now) found.push(...columnFailures(table, column, now, move));
  }
  return found;
}

function columnFailures(table: ReleaseTable, column: ReleaseColumn, now: Column, move: Move): Failure[] {
  const before = typeBefore(table, column, move);
  const sent = column.type ?? before;
  if (sent === null || now.type === null || sent === now.type) return [];
  if (before !== null && spelledFit(before, now.type, move.database) === "fits") return [];
  const [from, type] = [readType(sent, move.database.vendor), readType(now.type, move.database.vendor)];
  const conversion = fit(from, type, move.database);
  const { write, filter } = typeErrors(conversion, { table: table.table, column: now.name, sent: from, type }, move.database);
  const found: Failure[] = [];
  if (!filter && write && keepsToTarget(column, now, move)) return [];
  if (filter) found.push(...failures(filters(table, column), now.name, filter, `A filter on ${now.name} compares a value of type ${from.name} with it.`));
  const writes: StatementKind[] = isUpdated(column) ? ["INSERT", "UPDATE"] : ["INSERT"];
  if (write && isInserted(column)) found.push(...failures(writes, now.name, write, conversion === "refused" ? null : `This release may write values of type ${from.name} that do not fit.`));
  return found;
}

/** Does the column refer to one of the very same type? Then every value it is given fits: the row it refers to has it. */
function keepsToTarget({ references }: ReleaseColumn, now: Column, { to }: Move): boolean {
  return references !== null && to.tables.get(references.table)?.columns.get(references.column)?.type === now.type;
}

/** Statements that compare the column with a value. */
function filters(table: ReleaseTable, column: ReleaseColumn): StatementKind[] {
  if (!column.primaryKey) return ["SELECT"];
  return hasUpdate(table) ? ["SELECT", "UPDATE", "DELETE"] : ["SELECT", "DELETE"];
}

/** The column's type in `from`; null when it was not there or is not known. */
export function typeBefore(table: ReleaseTable, column: ReleaseColumn, { from, difference }: Move): string | null {
  const [tableName, name] = [difference.tableBefore(table.table), difference.columnBefore(table.table, column.column)];
  if (from === null || tableName === null || name === null) return null;
  return from.tables.get(tableName)?.columns.get(name)?.type ?? null;
}
