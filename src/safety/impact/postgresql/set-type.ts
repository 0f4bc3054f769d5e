import type { ColumnAction } from "../../../schema/change.ts";
import type { Index, Schema, Table } from "../../../schema/schema.ts";
import { children, parents } from "../foreign-keys.ts";
import { joined, type Recognised, recognised } from "../recognised.ts";
import type { PostgresForm } from "../tables/postgresql.ts";
import { postgresConversion } from "./conversion.ts";

type Forms = Recognised<PostgresForm>;
type SetType = Extract<ColumnAction, { kind: "SetType" }>;

/** ALTER COLUMN … TYPE: what the conversion costs, and what constraints and indexes on the column add to it. */
export function setType(schema: Schema, table: string, action: SetType, utc: boolean | null): Forms {
  const before = schema.tables.get(table);
  const column = before?.columns.get(action.column);
  if (typeof action.type !== "string") return rewriteAssumed(table, `the new type of "${action.column}" is not known (${action.type.unknown})`);
  if (!before || column?.type == null) return rewriteAssumed(table, `the present type of "${action.column}" is not known`);
  if (!plainCast(action)) return joined(table, [recognised(table, "set type: rewrite"), keys(schema, before, action.column, true)]);

  const conversion = postgresConversion(column.type, action.type, utc);
  if (conversion.cost === "unknown") return rewriteAssumed(table, conversion.reason);
  if (conversion.cost === "rewrite") {
    const notes = conversion.unless === null ? [] : [`The table would not be rewritten if ${conversion.unless}.`];
    return joined(table, [{ ...recognised<PostgresForm>(table, "set type: rewrite"), notes }, keys(schema, before, action.column, true)]);
  }

  const indexesGo = conversion.indexes === "rebuilt" || unquoted(column.collation) !== unquoted(action.collation);
  const parts: Forms[] = [recognised(table, "set type"), keys(schema, before, action.column, indexesGo)];
  if (checked(before, action.column)) parts.push(recognised(table, "set type: check"));
  if (indexRebuilt(before, action.column, indexesGo)) parts.push(recognised(table, "set type: index rebuilt"));
  return joined(table, parts);
}

/** The server only sees that nothing changes where USING casts the column itself to the new type, as Django writes it. */
function plainCast(action: SetType): boolean {
  if (action.using === null || typeof action.type !== "string") return true;
  const bare = (sql: string) => sql.replaceAll('"', "").replace(/\s+/g, "").toLowerCase();
  return [action.column, `${action.column}::${action.type}`].some((cast) => bare(cast) === bare(action.using!));
}

/** A validated CHECK that reads the column is checked again for every row, even where the values stay as they are. */
function checked(table: Table, column: string): boolean {
  return [...table.constraints.values()].some((constraint) => constraint.kind === "check" && constraint.valid && constraint.columns.includes(column));
}

/** Indexes on expressions or with a condition are always built anew; plain ones only where their order or operators change. */
function indexRebuilt(table: Table, column: string, indexesGo: boolean): boolean {
  const ofConstraint = [...table.constraints.values()].some((constraint) => {
    if (constraint.kind === "exclusion") return constraint.columns.includes(column) && (indexesGo || /\bwhere\b|\([^)]*\(/i.test(constraint.sql));
    return indexesGo && (constraint.kind === "primary key" || constraint.kind === "unique") && constraint.columns.includes(column);
  });
  return ofConstraint || [...table.indexes.values()].some((index) => rebuilt(index, column, indexesGo));
}

function rebuilt(index: Index, column: string, indexesGo: boolean): boolean {
  const uses = index.columns.includes(column) || index.reads.includes(column) || index.include.includes(column);
  if (!uses) return false;
  return index.expressions.length > 0 || index.condition !== null || (indexesGo && index.columns.includes(column));
}

/** Foreign keys over the column, from it or to it, are made anew; their rows are checked again where the comparison changes. */
function keys(schema: Schema, table: Table, column: string, again: boolean): Forms {
  const others = [...new Set([...parents(table, column), ...children(schema, table.name, column)])].sort();
  if (others.length === 0) return recognised(table.name);
  return recognised(table.name, { form: again ? "set type: foreign key checked again" : "set type: foreign key", others });
}

function rewriteAssumed(table: string, reason: string): Forms {
  return { ...recognised<PostgresForm>(table, "set type: rewrite"), unknown: `${reason}; a rewrite is assumed` };
}

function unquoted(collation: string | null): string | null {
  return collation === null ? null : collation.replaceAll('"', "");
}
