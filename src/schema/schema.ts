/**
 * What the database really holds, with real names: a rename keeps the old constraint's name,
 * a state-only removal leaves the column behind. Never changed once made: a change makes a new one.
 */
export interface Schema {
  readonly tables: ReadonlyMap<string, Table>;
}

export interface Table {
  readonly name: string;
  /** In physical order. */
  readonly columns: ReadonlyMap<string, Column>;
  /** Primary key, unique, foreign key, check and exclusion constraints by name. */
  readonly constraints: ReadonlyMap<string, Constraint>;
  readonly indexes: ReadonlyMap<string, Index>;
  readonly comment: string | null;
}

export interface Column {
  readonly name: string;
  /** As the database spells it: `varchar(20)`, `bigint`; null when not known (a field class that cannot be resolved). */
  readonly type: string | null;
  readonly null: boolean;
  /** The lasting default's SQL; not the one Django adds and drops again. */
  readonly default: string | null;
  /** The server supplies a value when none is sent: identity, serial, AUTO_INCREMENT. */
  readonly identity: boolean;
  /** PostgreSQL: the sequence that an identity column owns. It keeps its name when table or column are renamed. */
  readonly sequence?: string | null;
  readonly generated: { readonly sql: string; readonly stored: boolean } | null;
  readonly collation: string | null;
  readonly comment: string | null;
}

export type Deferrable = "deferred" | "immediate" | null;

interface Named {
  readonly name: string;
}
export type Constraint = Named &
  (
    | { readonly kind: "primary key"; readonly columns: readonly string[] }
    | { readonly kind: "unique"; readonly columns: readonly string[]; readonly deferrable: Deferrable; readonly nullsDistinct: boolean; readonly include: readonly string[] }
    | { readonly kind: "foreign key"; readonly columns: readonly string[]; readonly toTable: string; readonly toColumns: readonly string[]; readonly deferrable: Deferrable; readonly onDelete: string | null; readonly valid: boolean }
    | { readonly kind: "check"; readonly columns: readonly string[]; readonly sql: string; readonly valid: boolean; /** MariaDB: the column's own, which MODIFY drops. */ readonly ofColumn?: boolean }
    | { readonly kind: "exclusion"; readonly columns: readonly string[]; readonly sql: string }
  );

export interface Index {
  readonly name: string;
  readonly unique: boolean;
  /** Column names; empty for an index on expressions alone. */
  readonly columns: readonly string[];
  /** The SQL of each expression; empty for an index on columns. */
  readonly expressions: readonly string[];
  /** Columns that expressions and condition read. */
  readonly reads: readonly string[];
  /** `btree`, `gin`, … */
  readonly method: string;
  readonly condition: string | null;
  readonly include: readonly string[];
  readonly opclasses: readonly string[];
  readonly nullsDistinct: boolean;
  /** False after a CREATE INDEX CONCURRENTLY that has not finished. */
  readonly valid: boolean;
}
