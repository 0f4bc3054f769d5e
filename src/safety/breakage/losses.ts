import type { Database } from "../../django/project.ts";
import type { ColumnAction, SchemaChange } from "../../schema/change.ts";
import type { Column, Schema } from "../../schema/schema.ts";
import { coarser, longestText } from "./capacity.ts";
import { forwards, type Difference } from "./difference.ts";
import { fit } from "./fit.ts";
import { readType, type DataType } from "./type.ts";

/** A loss of data that no error announces. */
export interface Loss {
  /** dropped: a table, column or rows are gone, as asked. changed: values are cut or rounded, which nobody may have meant. */
  readonly kind: "dropped" | "changed";
  /** A sentence. */
  readonly how: string;
}

/** Data that is gone after the changes without an error, in the order of the statements. */
export function losses(changes: readonly SchemaChange[], before: Schema, options: { readonly database: Database; readonly empty: ReadonlySet<string> }): Loss[] {
  const difference = forwards(changes, before);
  const remade = new Set(changes.flatMap((change) => (change.kind === "CopyRows" ? [change.table] : [])));
  return changes.flatMap((change) => {
    const table = "table" in change ? change.table : null;
    if (table !== null && options.empty.has(table)) return [];
    return lossesOf(change, before, difference, remade, options.database);
  });
}

/** The same as one sentence or two; null when nothing is lost. */
export function losesData(changes: readonly SchemaChange[], before: Schema, options: { readonly database: Database; readonly empty: ReadonlySet<string> }): string | null {
  const all = losses(changes, before, options);
  return all.length === 0 ? null : all.map((loss) => loss.how).join(" ");
}

function lossesOf(change: SchemaChange, before: Schema, difference: Difference, remade: ReadonlySet<string>, database: Database): Loss[] {
  switch (change.kind) {
    case "DropTable":
      if (!before.tables.has(change.table) || remade.has(change.table)) return [];
      return [{ kind: "dropped", how: `Every row of ${change.table} is gone.` }];
    case "DropColumn": {
      const column = held(before, difference.tableBefore(change.table) ?? change.table, change.column);
      return column && !column.generated ? [dropped(change.table, change.column)] : [];
    }
    case "CopyRows": {
      const table = before.tables.get(change.table);
      const copied = change.columns.map(({ value }) => value).join(" ");
      return [...(table?.columns.values() ?? [])].filter((column) => !column.generated && !copied.includes(column.name)).map((column) => dropped(change.table, column.name));
    }
    case "WriteRows":
      if (change.statement !== "DELETE" && change.statement !== "TRUNCATE") return [];
      return [{ kind: "dropped", how: `${change.statement} takes rows away${change.table === null ? "" : ` from ${change.table}`}.` }];
    case "AlterColumn":
      return change.actions.flatMap((action) => {
        const table = difference.tableBefore(change.table);
        const column = difference.columnBefore(change.table, action.column);
        const was = table === null || column === null ? null : held(before, table, column);
        return was ? changed(`${change.table}.${action.column}`, was, action, database) : [];
      });
    default:
      return [];
  }
}

function held(schema: Schema, table: string, column: string): Column | null {
  return schema.tables.get(table)?.columns.get(column) ?? null;
}

function dropped(table: string, column: string): Loss {
  return { kind: "dropped", how: `The values of ${table}.${column} are gone.` };
}

function changed(name: string, was: Column, action: ColumnAction, database: Database): Loss[] {
  const to = action.kind === "SetType" ? action.type : action.kind === "Modify" ? action.definition.type : null;
  if (was.type === null || typeof to !== "string" || was.type === to) return [];
  const [from, type] = [readType(was.type, database.vendor), readType(to, database.vendor)];
  const conversion = fit(from, type, database);
  if (database.vendor === "postgresql" && action.kind === "SetType" && action.using !== null && (conversion === "length" || conversion === "text")) {
    const length = longestText(type);
    return [{ kind: "changed", how: `Values of ${name} longer than ${length} characters are cut without an error: an explicit cast (USING … ::varchar(${length})) truncates.` }];
  }
  return rounded(name, from, type);
}

function rounded(name: string, from: DataType, to: DataType): Loss[] {
  if (!coarser(from, to) || to.family === "text") return [];
  if (from.family === "timestamp") return [{ kind: "changed", how: to.family === "date" ? `The time of day of ${name} is gone.` : `The date of ${name} is gone.` }];
  const places = to.family === "numeric" ? to.scale : 0;
  return [{ kind: "changed", how: `Values of ${name} are rounded to ${places === 0 ? "whole numbers" : `${places} decimal ${places === 1 ? "place" : "places"}`}.` }];
}
