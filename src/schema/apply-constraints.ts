import type { Vendor } from "../django/project.ts";
import type { ConstraintDefinition, IndexDefinition } from "./change.ts";
import { postgresqlObjectName } from "./names.ts";
import type { Constraint, Index, Table } from "./schema.ts";
import { withColumn, without } from "./tables.ts";

/** MariaDB names a column's CHECK after the column, MySQL numbers them per table, PostgreSQL joins table and column. */
export function unnamedCheck(table: Table, column: string, vendor: Vendor): string {
  if (vendor === "mariadb") return column;
  if (vendor === "postgresql") return free(table, postgresqlObjectName(table.name, column, "check"));
  for (let i = 1; ; i++) if (!table.constraints.has(`${table.name}_chk_${i}`)) return `${table.name}_chk_${i}`;
}

/** PostgreSQL's ChooseConstraintName appends 1, 2, … when the name is taken. */
export function free(table: Table, name: string): string {
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
  // USING INDEX takes the index's columns, and its name where the constraint has none of its own.
  const index = "usingIndex" in definition && definition.usingIndex ? table.indexes.get(definition.usingIndex) : undefined;
  switch (definition.kind) {
    case "primary key": {
      const columns = index && definition.columns.length === 0 ? index.columns : definition.columns;
      return { kind: "primary key", name: vendor === "mysql" || vendor === "mariadb" ? "PRIMARY" : (definition.name ?? index?.name ?? unnamed(table, "primary key", columns, vendor)), columns };
    }
    case "unique": {
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

/** The table with a constraint, and what comes with it: NOT NULL of a key, InnoDB's own index of a foreign key. */
export function addConstraint(table: Table, definition: ConstraintDefinition, vendor: Vendor): Table {
  const constraint = constraintOf(table, definition, vendor);
  const constraints = new Map(table.constraints);
  constraints.set(constraint.name, constraint);
  let next: Table = { ...table, constraints };
  if ("usingIndex" in definition && definition.usingIndex) next = { ...next, indexes: without(next.indexes, definition.usingIndex) };
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

/** The table with an index. */
export function createIndex(table: Table, definition: IndexDefinition, vendor: Vendor): Table {
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

/** The table without a constraint. */
export function dropConstraint(table: Table, name: string): Table {
  return { ...table, constraints: without(table.constraints, name) };
}

/** The table with a NOT VALID constraint made valid. */
export function validate(table: Table, name: string): Table {
  const constraint = table.constraints.get(name);
  if (!constraint || (constraint.kind !== "check" && constraint.kind !== "foreign key")) return table;
  const constraints = new Map(table.constraints);
  constraints.set(name, { ...constraint, valid: true });
  return { ...table, constraints };
}
