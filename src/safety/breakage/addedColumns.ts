import type { Operation } from "../../django/operation.ts";
import type { ColumnDefinition, SchemaChange } from "../../schema/change.ts";
import { runsPython } from "../impact/transaction-input.ts";

/** Columns that a change has added to tables with rows, while nothing has written to them yet: `table\ncolumn`. All rows hold what they were added with. */
export type AddedColumns = ReadonlyMap<string, ColumnDefinition>;

/** What is still known after an operation and its changes. */
export function addedAfter(known: AddedColumns, operation: Operation, changes: readonly SchemaChange[]): AddedColumns {
  if (runsPython(operation)) return new Map();
  let columns: Map<string, ColumnDefinition> | null = null;
  const edit = () => (columns ??= new Map(known));
  const forget = (table: string) => {
    for (const key of (columns ?? known).keys()) if (key.startsWith(`${table}\n`)) edit().delete(key);
  };
  for (const change of changes) {
    switch (change.kind) {
      case "AddColumn":
        edit().set(`${change.table}\n${change.column.name}`, change.column);
        break;
      case "WriteRows":
        if (change.table === null) edit().clear();
        else forget(change.table);
        break;
      case "Unknown":
      case "Other":
        edit().clear();
        break;
      case "AlterColumn":
        if (change.actions.some(({ kind }) => kind === "SetType" || kind === "Modify")) forget(change.table);
        break;
      case "FillNulls":
      case "FillRows":
      case "CopyRows":
      case "DropColumn":
      case "RenameColumn":
      case "RenameTable":
      case "DropTable":
        forget(change.table);
        break;
    }
  }
  return columns ?? known;
}
