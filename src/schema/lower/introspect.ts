import type { Constraint, Index, Table } from "../schema.ts";
import type { Vendor } from "../../django/project.ts";

/** One entry of DatabaseIntrospection.get_constraints. */
export interface Introspected {
  readonly name: string;
  readonly columns: readonly string[];
  readonly unique: boolean;
  readonly primaryKey: boolean;
  readonly foreignKey: boolean;
  readonly check: boolean;
  readonly index: boolean;
  /** `idx` for a plain B-tree index (Index.suffix), else the method. */
  readonly type: string | null;
}

/** What the database says of a table's constraints and indexes, in the order its introspection lists them. */
export function introspect(table: Table, vendor: Vendor): readonly Introspected[] {
  const constraints = [...table.constraints.values()].map((constraint) => ofConstraint(constraint, vendor));
  const indexes = [...table.indexes.values()].map(ofIndex).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  if (vendor !== "mysql" && vendor !== "mariadb") return [...constraints, ...indexes];
  // SHOW INDEX lists the index of a foreign key under the constraint's name: one entry with both properties.
  const told = vendor === "mariadb" ? withUnnamedChecks(table, constraints) : constraints;
  const byName = new Map(told.map((entry) => [entry.name, entry]));
  for (const index of indexes) {
    const constraint = byName.get(index.name);
    byName.set(index.name, constraint ? { ...constraint, index: true, type: index.type } : index);
  }
  return [...byName.values()];
}

/** MariaDB names a column's own check after the column; Django tells those apart by numbers, in the order of the columns. */
function withUnnamedChecks(table: Table, constraints: readonly Introspected[]): readonly Introspected[] {
  const ofColumn = (entry: Introspected) => entry.check && entry.columns.length === 1 && entry.columns[0] === entry.name;
  const numbers = [...table.columns.keys()].filter((column) => constraints.some((entry) => entry.name === column && ofColumn(entry)));
  return constraints.map((entry) => (ofColumn(entry) ? { ...entry, name: `__unnamed_constraint_${numbers.indexOf(entry.name) + 1}__` } : entry));
}

function ofConstraint(constraint: Constraint, vendor: Vendor): Introspected {
  const keyed = constraint.kind === "unique" || constraint.kind === "primary key";
  return {
    name: constraint.name,
    columns: constraint.columns,
    unique: keyed,
    primaryKey: constraint.kind === "primary key",
    foreignKey: constraint.kind === "foreign key",
    check: constraint.kind === "check",
    index: keyed && vendor !== "postgresql",
    type: keyed && vendor !== "postgresql" ? "idx" : null,
  };
}

function ofIndex(index: Index): Introspected {
  return {
    name: index.name,
    columns: index.columns.length > 0 ? [...index.columns, ...index.include] : [],
    unique: index.unique,
    primaryKey: false,
    foreignKey: false,
    check: false,
    index: true,
    type: index.method === "btree" || index.method === "implicit" ? "idx" : index.method,
  };
}

export interface Wanted {
  readonly columns?: readonly string[];
  readonly unique?: boolean;
  readonly primaryKey?: boolean;
  readonly foreignKey?: boolean;
  readonly check?: boolean;
  readonly index?: boolean;
  readonly type?: string;
  readonly exclude?: ReadonlySet<string>;
}

/** BaseDatabaseSchemaEditor._constraint_names. */
export function constraintNames(table: Table | null, vendor: Vendor, wanted: Wanted): readonly string[] {
  if (!table) return [];
  const names: string[] = [];
  for (const entry of introspect(table, vendor)) {
    if (wanted.columns && !(entry.columns.length === wanted.columns.length && entry.columns.every((column, i) => column === wanted.columns![i]))) continue;
    if (wanted.unique !== undefined && entry.unique !== wanted.unique) continue;
    if (wanted.primaryKey !== undefined && entry.primaryKey !== wanted.primaryKey) continue;
    if (wanted.index !== undefined && entry.index !== wanted.index) continue;
    if (wanted.check !== undefined && entry.check !== wanted.check) continue;
    if (wanted.foreignKey && !entry.foreignKey) continue;
    if (wanted.type !== undefined && entry.type !== wanted.type) continue;
    if (wanted.exclude?.has(entry.name)) continue;
    names.push(entry.name);
  }
  return names;
}
