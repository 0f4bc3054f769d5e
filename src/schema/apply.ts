import type { Vendor } from "../django/project.ts";
import type { ColumnAction, ColumnDefinition, ConstraintDefinition, IndexDefinition, SchemaChange } from "./change.ts";
import { postgresqlObjectName } from "./names.ts";
import type { Column, Constraint, Index, Schema, Table } from "./schema.ts";

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
      return change_(schema, change.table, (table) => addColumn(table, change.column, vendor));
    case "DropColumn":
      return dropColumn(schema, change.table, change.column, vendor);
    case "RenameColumn":
      return renameColumn(schema, change.table, change.column, change.to);
    case "AlterColumn":
      return change_(schema, change.table, (table) => change.actions.reduce((t, action) => alterColumn(t, action, vendor), table));
    case "AddConstraint":
      return change_(schema, change.table, (table) => addConstraint(table, change.constraint, vendor));
    case "DropConstraint":
      return change_(schema, change.table, (table) => dropConstraint(table, change.name));
    case "ValidateConstraint":
      return change_(schema, change.table, (table) => validate(table, change.name));
    case "RenameConstraint":
      return change_(schema, change.table, (table) => ({ ...table, constraints: renameKey(table.constraints, change.name, change.to) }));
    case "CreateIndex":
      return change_(schema, change.table, (table) => createIndex(table, change.index, vendor));
    case "DropIndex":
      return change_(schema, change.table, (table) => dropConstraint({ ...table, indexes: without(table.indexes, change.name) }, change.name));
    case "RenameIndex":
      return change_(schema, change.table, (table) => ({ ...table, indexes: renameKey(table.indexes, change.name, change.to) }));
    case "CommentOnTable":
      return change_(schema, change.table, (table) => ({ ...table, comment: change.comment }));
    case "CommentOnColumn":
      return change_(schema, change.table, (table) => withColumn(table, change.column, (column) => ({ ...column, comment: change.comment })));
    default:
      return schema;
  }
}

function withTable(schema: Schema, table: Table): Schema {
  const tables = new Map(schema.tables);
  tables.set(table.name, table);
  return { ...schema, tables };
}

function change_(schema: Schema, name: string, edit: (table: Table) => Table): Schema {
  const table = schema.tables.get(name);
  return table ? withTable(schema, edit(table)) : schema;
}

function withColumn(table: Table, name: string, edit: (column: Column) => Column): Table {
  const column = table.columns.get(name);
  if (!column) return table;
  const columns = new Map(table.columns);
  columns.set(name, edit(column));
  return { ...table, columns };
}

function without<T>(map: ReadonlyMap<string, T>, name: string): ReadonlyMap<string, T> {
  if (!map.has(name)) return map;
  const copy = new Map(map);
  copy.delete(name);
  return copy;
}

function renameKey<T extends { readonly name: string }>(map: ReadonlyMap<string, T>, from: string, to: string): ReadonlyMap<string, T> {
  if (!map.has(from)) return map;
  return new Map([...map].map(([name, value]) => (name === from ? [to, { ...value, name: to }] : [name, value])));
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

/** MariaDB names a column's CHECK after the column, MySQL numbers them per table, PostgreSQL joins table and column. */
function unnamedCheck(table: Table, column: string, vendor: Vendor): string {
  if (vendor === "mariadb") return column;
  if (vendor === "postgresql") return free(table, postgresqlObjectName(table.name, column, "check"));
  for (let i = 1; ; i++) if (!table.constraints.has(`${table.name}_chk_${i}`)) return `${table.name}_chk_${i}`;
}

/** PostgreSQL's ChooseConstraintName appends 1, 2, … when the name is taken. */
function free(table: Table, name: string): string {
  let candidate = name;
  for (let i = 1; table.constraints.has(candidate) || table.indexes.has(candidate); i++) candidate = `${name}${i}`;
  return candidate;
}

function unnamed(table: Table, kind: "primary key" | "unique", columns: readonly string[], vendor: Vendor): string {
  if (kind === "primary key") return vendor === "postgresql" ? free(table, postgresqlObjectName(table.name, null, "pkey")) : "PRIMARY";
  if (vendor === "postgresql") return free(table, postgresqlObjectName(table.name, columns.join("_"), "key"));
  // MySQL names an unnamed unique key after its first column, with _2, _3 … when taken.
  const first = columns[0] ?? "key";
  if (!table.constraints.has(first) && !table.indexes.has(first)) return first;
  for (let i = 2; ; i++) if (!table.constraints.has(`${first}_${i}`) && !table.indexes.has(`${first}_${i}`)) return `${first}_${i}`;
}

function constraintOf(table: Table, definition: ConstraintDefinition, vendor: Vendor): Constraint {
  switch (definition.kind) {
    case "primary key":
      return { kind: "primary key", name: vendor === "mysql" || vendor === "mariadb" ? "PRIMARY" : (definition.name ?? unnamed(table, "primary key", definition.columns, vendor)), columns: definition.columns };
    case "unique": {
      // UNIQUE USING INDEX takes the index's columns, and its name where it has none of its own.
      const index = definition.usingIndex === null ? undefined : table.indexes.get(definition.usingIndex);
      const columns = index && definition.columns.length === 0 ? index.columns : definition.columns;
      return { kind: "unique", name: definition.name ?? index?.name ?? unnamed(table, "unique", columns, vendor), columns, deferrable: definition.deferrable, nullsDistinct: definition.nullsDistinct ?? index?.nullsDistinct ?? true, include: index?.include ?? definition.include };
    }
    case "foreign key":
      return { kind: "foreign key", name: definition.name, columns: definition.columns, toTable: definition.toTable, toColumns: definition.toColumns, deferrable: definition.deferrable, onDelete: definition.onDelete, valid: !definition.notValid };
    case "check":
      return { kind: "check", name: definition.name, columns: definition.columns, sql: definition.sql, valid: !definition.notValid };
    case "exclusion":
      return { kind: "exclusion", name: definition.name, columns: definition.columns, sql: definition.sql };
  }
}

function addConstraint(table: Table, definition: ConstraintDefinition, vendor: Vendor): Table {
  const constraint = constraintOf(table, definition, vendor);
  const constraints = new Map(table.constraints);
  constraints.set(constraint.name, constraint);
  let next: Table = { ...table, constraints };
  if (definition.kind === "unique" && definition.usingIndex) next = { ...next, indexes: without(next.indexes, definition.usingIndex) };
  if (constraint.kind === "primary key") {
    for (const column of constraint.columns) next = withColumn(next, column, (c) => ({ ...c, null: false }));
  }
  if (vendor !== "mysql" && vendor !== "mariadb") return next;
  if (constraint.kind === "foreign key") return addImplicitIndex(next, constraint.name, constraint.columns);
  if (constraint.kind === "unique") return dropImplicitIndexes(next, constraint.columns, constraint.name);
  return next;
}

/** InnoDB makes an index, named after the constraint, for a foreign key that no index begins with. */
function addImplicitIndex(table: Table, name: string, columns: readonly string[]): Table {
  if (startsAnIndex(table, columns)) return table;
  return withIndex(table, { ...plainIndex(name, columns), method: "implicit" });
}

/** … and drops it again when an explicit index begins with the same columns. */
function dropImplicitIndexes(table: Table, columns: readonly string[], except: string): Table {
  let indexes = table.indexes;
  for (const index of table.indexes.values()) {
    const covered = index.method === "implicit" && index.name !== except && index.columns.every((column, i) => columns[i] === column);
    if (covered) indexes = without(indexes, index.name);
  }
  return indexes === table.indexes ? table : { ...table, indexes };
}

function startsAnIndex(table: Table, columns: readonly string[]): boolean {
  const starts = (other: readonly string[]) => columns.every((column, i) => other[i] === column);
  for (const index of table.indexes.values()) if (starts(index.columns)) return true;
  for (const constraint of table.constraints.values()) {
    if ((constraint.kind === "unique" || constraint.kind === "primary key") && starts(constraint.columns)) return true;
  }
  return false;
}

function plainIndex(name: string, columns: readonly string[]): Index {
  return { name, unique: false, columns, expressions: [], reads: columns, method: "btree", condition: null, include: [], opclasses: [], nullsDistinct: true, valid: true };
}

function withIndex(table: Table, index: Index): Table {
  const indexes = new Map(table.indexes);
  indexes.set(index.name, index);
  return { ...table, indexes };
}

function createIndex(table: Table, definition: IndexDefinition, vendor: Vendor): Table {
  const next = withIndex(table, {
    name: definition.name,
    unique: definition.unique,
    columns: definition.columns,
    expressions: definition.expressions,
    reads: definition.reads,
    method: definition.method ?? "btree",
    condition: definition.condition,
    include: definition.include,
    opclasses: definition.opclasses,
    nullsDistinct: definition.nullsDistinct ?? true,
    valid: true,
  });
  return vendor === "mysql" || vendor === "mariadb" ? dropImplicitIndexes(next, definition.columns, definition.name) : next;
}

function dropConstraint(table: Table, name: string): Table {
  return { ...table, constraints: without(table.constraints, name) };
}

function validate(table: Table, name: string): Table {
  const constraint = table.constraints.get(name);
  if (!constraint || (constraint.kind !== "check" && constraint.kind !== "foreign key")) return table;
  const constraints = new Map(table.constraints);
  constraints.set(name, { ...constraint, valid: true });
  return { ...table, constraints };
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

function mapValues<T>(map: ReadonlyMap<string, T>, edit: (value: T) => T): ReadonlyMap<string, T> {
  let copy: Map<string, T> | null = null;
  for (const [key, value] of map) {
    const next = edit(value);
    if (next !== value) (copy ??= new Map(map)).set(key, next);
  }
  return copy ?? map;
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
    for (const constraint of pointing) next = change_(next, other.name, (t) => dropConstraint(t, constraint.name));
  }
  return next;
}

function renameColumn(schema: Schema, name: string, from: string, to: string): Schema {
  const swap = (columns: readonly string[]) => (columns.includes(from) ? columns.map((c) => (c === from ? to : c)) : columns);
  const table = schema.tables.get(name);
  if (!table) return schema;
  const tables = new Map(schema.tables);
  tables.set(name, {
    ...table,
    columns: renameKey(table.columns, from, to),
    constraints: mapValues(table.constraints, (c) => (c.columns.includes(from) ? { ...c, columns: swap(c.columns) } : c)),
    indexes: mapValues(table.indexes, (i) => ({ ...i, columns: swap(i.columns), reads: swap(i.reads), include: swap(i.include) })),
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
