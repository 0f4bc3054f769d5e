import type { Column, Table } from "../../schema/schema.ts";
import type { ReleaseColumn, ReleaseTable } from "../release.ts";
import type { StatementKind } from "../types.ts";
import { failures, type Failure, type Move } from "./failure.ts";
import { hasUpdate, isInserted, isUpdated, returnsColumns, sendsDefault } from "./statements.ts";

/** Statements that name a table which is not there. */
export function missingTable(table: ReleaseTable, { words }: Move): Failure[] {
  const statements: StatementKind[] = hasUpdate(table) ? ["SELECT", "INSERT", "UPDATE", "DELETE"] : ["SELECT", "INSERT", "DELETE"];
  const parents = [...new Set([...table.columns.values()].flatMap((column) => (column.references && column.references.table !== table.table ? [column.references.table] : [])))];
  return failures(statements, null, words.noTable(table.table), parents.length === 0 ? null : `Deleting a row of ${parents.join(" or ")} fails, too: Django looks for the rows of ${table.table} that refer to it.`);
}

/** Statements that name a column which is not there. */
export function missingColumns(table: ReleaseTable, held: Table, move: Move): Failure[] {
  return [...table.columns.values()].filter((column) => !held.columns.has(column.column)).flatMap((column) => missingColumn(table, column, move));
}

function missingColumn(table: ReleaseTable, column: ReleaseColumn, { words, database }: Move): Failure[] {
  const name = column.column;
  const because = column.references ? `Deleting a row of ${column.references.table} fails, too: Django looks for the rows that refer to it through ${table.table}.${name}.` : null;
  const found = failures(["SELECT"], name, words.noColumn("SELECT", table.table, name), because);
  if (isInserted(column)) found.push(...failures(["INSERT"], name, words.noColumn("INSERT", table.table, name), null));
  else if (returnsColumns(database)) found.push(...failures(["INSERT"], name, words.noColumn("RETURNING", table.table, name), null));
  if (isUpdated(column)) found.push(...failures(["UPDATE"], name, words.noColumn("SET", table.table, name), null));
  if (column.primaryKey) found.push(...failures(hasUpdate(table) ? ["UPDATE", "DELETE"] : ["DELETE"], name, words.noColumn("WHERE", table.table, name), null));
  return found;
}

/** Writes that leave a NOT NULL column without a value, and writes to generated columns. */
export function emptyValues(table: ReleaseTable, held: Table, move: Move): Failure[] {
  const found: Failure[] = [];
  for (const column of held.columns.values()) {
    const known = table.columns.get(column.name);
    found.push(...(known ? knownColumn(table, known, column, move) : unknownColumn(table, column, move)));
  }
  return found;
}

function unknownColumn(table: ReleaseTable, column: Column, { words }: Move): Failure[] {
  if (suppliesValue(column)) return [];
  return failures(["INSERT"], column.name, words.nullValue(table.table, column.name, "nothing"), "This release does not know the column and sends nothing for it, and the database has no default.");
}

function knownColumn(table: ReleaseTable, known: ReleaseColumn, column: Column, { words, database }: Move): Failure[] {
  const name = column.name;
  if (column.generated) {
    if (!isInserted(known)) return [];
    const found = failures(["INSERT"], name, words.writesGenerated("INSERT", table.table, name), null);
    return isUpdated(known) ? [...found, ...failures(["UPDATE"], name, words.writesGenerated("SET", table.table, name), null)] : found;
  }
  if (column.null) return [];
  const writes: StatementKind[] = isUpdated(known) ? ["INSERT", "UPDATE"] : ["INSERT"];
  if (!isInserted(known)) return suppliesValue(column) ? [] : failures(["INSERT"], name, words.nullValue(table.table, name, "nothing"), "This release leaves the column to the database, which no longer supplies a value.");
  if (known.null) return failures(writes, name, words.nullValue(table.table, name, "NULL"), column.default === null ? "This release may write NULL." : "This release sends NULL itself, so the default does not help.");
  if (known.dbDefault && !known.hasDefault && !suppliesValue(column) && sendsDefault(database)) return failures(writes, name, words.nullValue(table.table, name, "nothing"), "This release sends the keyword DEFAULT, and the database has no default for the column any more.");
  return [];
}

/** Does an INSERT that leaves the column out succeed? */
export function suppliesValue(column: Column): boolean {
  return column.null || column.default !== null || column.identity || column.generated !== null;
}
