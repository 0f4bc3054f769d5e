import type { ColumnAction, ColumnDefinition } from "../../../schema/change.ts";
import type { Column, Schema, Table } from "../../../schema/schema.ts";
import { joined, type Recognised, recognised } from "../recognised.ts";
import type { MysqlForm } from "../tables/mysql.ts";
import { mysqlType, onlyLongerVarchar } from "./type.ts";

type Forms = Recognised<MysqlForm>;

/** ADD COLUMN: the column itself, then everything in its definition that keeps it from being INSTANT. */
export function addColumn(table: string, column: ColumnDefinition): Forms {
  const parts: Forms[] = [recognised(table, "add column")];
  if (column.check !== null) parts.push(recognised(table, "add column: check"));
  if (column.identity) parts.push(recognised(table, "add column: auto increment"));
  if (column.generated?.stored) parts.push(recognised(table, "add column: generated stored"));
  if (column.unique || column.primaryKey) parts.push(recognised(table, "add column: unique"));
  if (column.default && /^\s*\(/.test(column.default.sql)) {
    parts.push(recognised(table, /\buuid(_v\d)?\s*\(|\bsys_guid\s*\(/i.test(column.default.sql) ? "add column: default of uuid()" : "add column: expression default"));
  }
  if (column.references) {
    const others = column.references.table === table ? [] : [column.references.table];
    parts.push(recognised(table, { form: "add column: foreign key", others }));
  }
  return joined(table, parts);
}

/** DROP COLUMN: an index on the column goes with it, or loses it. */
export function dropColumn(table: Table | undefined, name: string, column: string): Forms {
  const keys = [
    ...[...(table?.indexes.values() ?? [])].map((index) => index.columns),
    ...[...(table?.constraints.values() ?? [])].flatMap((constraint) => (constraint.kind === "unique" || constraint.kind === "primary key" ? [constraint.columns] : [])),
  ].filter((columns) => columns.includes(column));
  const parts: Forms[] = [recognised(name, "drop column")];
  if (keys.some((columns) => columns.length === 1)) parts.push(recognised(name, "drop column: indexed"));
  if (keys.some((columns) => columns.length > 1)) parts.push(recognised(name, "drop column: part of an index"));
  return joined(name, parts);
}

/** ALTER COLUMN and MODIFY, all their actions. */
export function alterColumn(schema: Schema, table: string, actions: readonly ColumnAction[]): Forms {
  return joined(table, actions.map((action) => alterAction(schema.tables.get(table), table, action)));
}

function alterAction(before: Table | undefined, table: string, action: ColumnAction): Forms {
  switch (action.kind) {
    case "SetDefault":
    case "DropDefault":
      return recognised(table, "set or drop default");
    case "Modify":
      return modify(before, table, action.definition);
    case "SetNotNull":
    case "DropNotNull":
      return recognised(table, "modify: null");
    default:
      return { ...recognised<MysqlForm>(table, "modify: type"), unknown: `${action.kind} is not MySQL's; a copy is assumed` };
  }
}

/** MODIFY repeats the whole column: what it costs is the difference to the column that is there. */
function modify(before: Table | undefined, table: string, after: ColumnDefinition): Forms {
  const column = before?.columns.get(after.name);
  if (typeof after.type !== "string") return copyAssumed(table, `the new type of "${after.name}" is not known (${after.type.unknown})`);
  if (!before || column?.type == null) return copyAssumed(table, `the present type of "${after.name}" is not known`);

  const forms: MysqlForm[] = ["modify: definition only"];
  const notes: string[] = [];
  if (column.null !== (after.null && !after.primaryKey)) forms.push("modify: null");
  if (after.identity && !column.identity) forms.push("modify: type");
  if ((column.generated?.sql ?? null) !== (after.generated?.sql ?? null)) forms.push("modify: type");
  if (mysqlType(column.type) !== mysqlType(after.type)) {
    const longer = onlyLongerVarchar(column.type, after.type);
    forms.push(longer ? "modify: longer varchar" : "modify: type");
    if (longer) notes.push(`True for utf8mb4, where the length of a varchar under 64 characters takes one byte; in another character set "${after.name}" may be copied.`);
  }
  if (otherCollation(column, after)) {
    forms.push(indexed(before, after.name) ? "modify: collation, indexed" : "modify: collation");
    notes.push(`True where the character set of "${after.name}" stays the same; another one makes the server copy the table.`);
  }
  return { ...recognised<MysqlForm>(table, ...forms), notes };
}

function otherCollation(column: Column, after: ColumnDefinition): boolean {
  return (column.collation ?? "") !== (after.collation ?? "");
}

function indexed(table: Table, column: string): boolean {
  const keyed = [...table.constraints.values()].some((constraint) => constraint.kind !== "check" && constraint.columns.includes(column));
  return keyed || [...table.indexes.values()].some((index) => index.columns.includes(column));
}

function copyAssumed(table: string, reason: string): Forms {
  return { ...recognised<MysqlForm>(table, "modify: type"), unknown: `${reason}; a copy is assumed` };
}
