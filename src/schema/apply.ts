import type { Vendor } from "../django/project.ts";
import { addConstraint, createIndex, dropConstraint, free, unnamedCheck, validate } from "./apply-constraints.ts";
import type { ColumnAction, ColumnDefinition, SchemaChange } from "./change.ts";
import { postgresqlObjectName } from "./names.ts";
import type { Column, Schema, Table } from "./schema.ts";
import { changeTable, mapValues, renameKey, withColumn, without, withTable } from "./tables.ts";
import { codeSpan } from "../code-span.ts";

export const emptySchema: Schema = { tables: new Map() };

/** The schema after a change. What the change names and the schema does not hold is passed over: the server would have refused it. */
export function applyChange(schema: Schema, change: SchemaChange, vendor: Vendor): Schema {
  const known = latest.get(change);
  if (known?.before === schema && known.vendor === vendor) return known.after;
  const after = changed(schema, change, vendor);
  latest.set(change, { before: schema, vendor, after });
  return after;
}

/** The same change of the same schema is asked for by the editor, by the history and by the impact: it is worked out once. */
const latest = new WeakMap<SchemaChange, { readonly before: Schema; readonly vendor: Vendor; readonly after: Schema }>();

function changed(schema: Schema, change: SchemaChange, vendor: Vendor): Schema {
  switch (change.kind) {
    case "CreateTable":
      return withTable(schema, createTable(change, vendor));
    case "DropTable":
      return dropTable(schema, change.table);
    case "RenameTable":
      return renameTable(schema, change.table, change.to);
    case "AddColumn":
      return changeTable(schema, change.table, (table) => addColumn(table, change.column, vendor));
    case "DropColumn":
      return dropColumn(schema, change.table, change.column, vendor);
    case "RenameColumn":
      return renameColumn(schema, change.table, change.column, change.to);
    case "AlterColumn":
      return changeTable(schema, change.table, (table) => change.actions.reduce((t, action) => alterColumn(t, action, vendor), table));
    case "AddConstraint":
      return changeTable(schema, change.table, (table) => addConstraint(table, change.constraint, vendor));
    case "DropConstraint":
      return changeTable(schema, change.table, (table) => dropConstraint(table, change.name));
    case "ValidateConstraint":
      return changeTable(schema, change.table, (table) => validate(table, change.name));
    case "RenameConstraint":
      return changeTable(schema, change.table, (table) => ({ ...table, constraints: renameKey(table.constraints, change.name, change.to) }));
    case "CreateIndex":
      return changeTable(schema, change.table, (table) => createIndex(table, change.index, vendor));
    case "DropIndex":
      return changeTable(schema, change.table, (table) => dropConstraint({ ...table, indexes: without(table.indexes, change.name) }, change.name));
    case "RenameIndex":
      return changeTable(schema, change.table, (table) => ({ ...table, indexes: renameKey(table.indexes, change.name, change.to) }));
    case "CommentOnTable":
      return changeTable(schema, change.table, (table) => ({ ...table, comment: change.comment }));
    case "CommentOnColumn":
      return changeTable(schema, change.table, (table) => withColumn(table, change.column, (column) => ({ ...column, comment: change.comment })));
    default:
      return schema;
  }
}

function createTable(change: Extract<SchemaChange, { kind: "CreateTable" }>, vendor: Vendor): Table {
  let table: Table = { name: change.table, columns: new Map(), constraints: new Map(), indexes: new Map(), comment: change.comment };
  for (const column of change.columns) table = addColumn(table, column, vendor);
  for (const constraint of change.constraints) table = addConstraint(table, constraint, vendor);
  return table;
}

function columnOf(definition: ColumnDefinition): Column {
  return {
    name: definition.name,
    type: typeof definition.type === "string" ? definition.type : null,
    null: definition.null && !definition.primaryKey,
    default: definition.default?.sql ?? null,
    identity: definition.identity,
    generated: definition.generated,
    collation: definition.collation,
    comment: definition.comment,
  };
}

function addColumn(table: Table, definition: ColumnDefinition, vendor: Vendor): Table {
  const columns = new Map(table.columns);
  const sequence = definition.identity && vendor === "postgresql" ? postgresqlObjectName(table.name, definition.name, "seq") : null;
  columns.set(definition.name, { ...columnOf(definition), sequence });
  let next: Table = { ...table, columns };
  const column = definition.name;
  if (definition.primaryKey) next = addConstraint(next, { kind: "primary key", name: null, columns: [column] }, vendor);
  else if (definition.unique) {
    next = addConstraint(next, { kind: "unique", name: null, columns: [column], deferrable: null, nullsDistinct: null, include: [], opclasses: [], usingIndex: null }, vendor);
  }
  if (definition.check !== null) {
    const name = unnamedCheck(next, column, vendor);
    next = addConstraint(next, { kind: "check", name, sql: definition.check, columns: [column], notValid: false }, vendor);
    if (vendor === "mariadb") next = ownCheck(next, name);
  }
  if (definition.references) {
    const { table: toTable, column: toColumn, name } = definition.references;
    const named = name ?? free(next, `${table.name}_${column}_fkey`);
    next = addConstraint(next, { kind: "foreign key", name: named, columns: [column], toTable, toColumns: [toColumn], deferrable: vendor === "postgresql" || vendor === "sqlite" ? "deferred" : null, onDelete: null, notValid: false }, vendor);
  }
  return next;
}

function ownCheck(table: Table, name: string): Table {
  return { ...table, constraints: mapValues(table.constraints, (c) => (c.kind === "check" && c.name === name ? { ...c, ofColumn: true } : c)) };
}

function dropTable(schema: Schema, name: string): Schema {
  const tables = new Map(schema.tables);
  tables.delete(name);
  // CASCADE takes the foreign keys that point at it along.
  for (const table of schema.tables.values()) {
    const incoming = [...table.constraints.values()].filter((c) => c.kind === "foreign key" && c.toTable === name);
    if (incoming.length === 0 || table.name === name) continue;
    let constraints = table.constraints;
    for (const constraint of incoming) constraints = without(constraints, constraint.name);
    tables.set(table.name, { ...table, constraints });
  }
  return { ...schema, tables };
}

function renameTable(schema: Schema, from: string, to: string): Schema {
  if (!schema.tables.has(from)) return schema;
  const tables = new Map<string, Table>();
  for (const [name, table] of schema.tables) {
    const constraints = mapValues(table.constraints, (c) => (c.kind === "foreign key" && c.toTable === from ? { ...c, toTable: to } : c));
    tables.set(name === from ? to : name, { ...table, name: name === from ? to : name, constraints });
  }
  return { ...schema, tables };
}

function dropColumn(schema: Schema, name: string, column: string, vendor: Vendor): Schema {
  const table = schema.tables.get(name);
  if (!table) return schema;
  const columns = without(table.columns, column);
  const keeps = vendor === "mysql" || vendor === "mariadb"; // indexes over several columns lose the one and stay
  const constraints = new Map([...table.constraints].filter(([, c]) => !c.columns.includes(column) || (keeps && c.kind === "unique" && c.columns.length > 1)));
  const indexes = new Map([...table.indexes].filter(([, i]) => !(i.columns.includes(column) || i.reads.includes(column) || i.include.includes(column)) || (keeps && i.columns.length > 1)));
  const narrow = <T extends { readonly columns: readonly string[] }>(value: T): T => (keeps && value.columns.includes(column) ? { ...value, columns: value.columns.filter((c) => c !== column) } : value);
  let next = withTable(schema, { ...table, columns, constraints: mapValues(constraints, narrow), indexes: mapValues(indexes, narrow) });
  for (const other of schema.tables.values()) {
    const pointing = [...other.constraints.values()].filter((c) => c.kind === "foreign key" && c.toTable === name && c.toColumns.includes(column));
    for (const constraint of pointing) next = changeTable(next, other.name, (t) => dropConstraint(t, constraint.name));
  }
  return next;
}

function renameColumn(schema: Schema, name: string, from: string, to: string): Schema {
  const swap = (columns: readonly string[]) => (columns.includes(from) ? columns.map((c) => (c === from ? to : c)) : columns);
  const reword = (sql: string) => sql.replaceAll(`"${from}"`, `"${to}"`).replaceAll(codeSpan(from), codeSpan(to));
  const table = schema.tables.get(name);
  if (!table) return schema;
  const tables = new Map(schema.tables);
  tables.set(name, {
    ...table,
    columns: renameKey(table.columns, from, to),
    constraints: mapValues(table.constraints, (c) => (c.columns.includes(from) ? { ...c, columns: swap(c.columns), ...("sql" in c ? { sql: reword(c.sql) } : {}) } : c)),
    indexes: mapValues(table.indexes, (i) => ({ ...i, columns: swap(i.columns), reads: swap(i.reads), include: swap(i.include), expressions: i.expressions.map(reword), condition: i.condition === null ? null : reword(i.condition) })),
  });
  for (const [key, other] of tables) {
    const constraints = mapValues(other.constraints, (c) => (c.kind === "foreign key" && c.toTable === name && c.toColumns.includes(from) ? { ...c, toColumns: swap(c.toColumns) } : c));
    if (constraints !== other.constraints) tables.set(key, { ...other, constraints });
  }
  return { ...schema, tables };
}

function alterColumn(table: Table, action: ColumnAction, vendor: Vendor): Table {
  // MODIFY defines the column anew, without the check that was its own.
  const own = action.kind === "Modify" && vendor === "mariadb" ? [...table.constraints.values()].filter((c) => c.kind === "check" && c.ofColumn && c.columns.includes(action.column)) : [];
  const kept = own.reduce((t, constraint) => dropConstraint(t, constraint.name), table);
  return withColumn(kept, action.column, (column) => {
    switch (action.kind) {
      case "SetType":
        // PostgreSQL goes back to the type's own collation where COLLATE is not given (ALTER TABLE, SET DATA TYPE).
        return { ...column, type: typeof action.type === "string" ? action.type : null, collation: action.collation };
      case "SetNotNull":
        return { ...column, null: false };
      case "DropNotNull":
        return { ...column, null: true };
      case "SetDefault":
        return { ...column, default: action.sql };
      case "DropDefault":
        return { ...column, default: null };
      case "AddIdentity":
        return { ...column, identity: true, null: false, sequence: postgresqlObjectName(table.name, column.name, "seq") };
      case "DropIdentity":
        return { ...column, identity: false, sequence: null };
      case "Modify":
        return { ...columnOf(action.definition), default: action.definition.default?.sql ?? null };
    }
  });
}
