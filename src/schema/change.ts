import type { Deferrable } from "./schema.ts";

/**
 * One typed, atomic change of the database: what one statement does. The hinge of the program: Django's operations and
 * raw SQL come in on one side; SQL text, locks, compatibility and plans go out on the other.
 */
export type SchemaChange =
  | { readonly kind: "CreateTable"; readonly table: string; readonly columns: readonly ColumnDefinition[]; readonly constraints: readonly ConstraintDefinition[]; readonly comment: string | null; readonly tablespace: string | null }
  | { readonly kind: "DropTable"; readonly table: string; readonly cascade: boolean }
  | { readonly kind: "RenameTable"; readonly table: string; readonly to: string }
  | { readonly kind: "SetTablespace"; readonly table: string; readonly tablespace: string }
  | { readonly kind: "AddColumn"; readonly table: string; readonly column: ColumnDefinition }
  | { readonly kind: "DropColumn"; readonly table: string; readonly column: string; readonly cascade: boolean }
  /** `definition` is what MySQL's CHANGE and older syntaxes repeat. */
  | { readonly kind: "RenameColumn"; readonly table: string; readonly column: string; readonly to: string; readonly definition: ColumnDefinition | null }
  | { readonly kind: "AlterColumn"; readonly table: string; readonly actions: readonly ColumnAction[] }
  | { readonly kind: "AddConstraint"; readonly table: string; readonly constraint: ConstraintDefinition }
  | { readonly kind: "DropConstraint"; readonly table: string; readonly name: string; readonly constraint: ConstraintDefinition["kind"]; /** PostgreSQL: SET CONSTRAINTS … IMMEDIATE first. */ readonly immediate: boolean }
  | { readonly kind: "ValidateConstraint"; readonly table: string; readonly name: string }
  | { readonly kind: "RenameConstraint"; readonly table: string; readonly name: string; readonly to: string }
  | { readonly kind: "CreateIndex"; readonly table: string; readonly index: IndexDefinition; readonly concurrently: boolean }
  | { readonly kind: "DropIndex"; readonly table: string; readonly name: string; readonly concurrently: boolean; readonly ifExists: boolean }
  | { readonly kind: "RenameIndex"; readonly table: string; readonly name: string; readonly to: string }
  | { readonly kind: "CommentOnTable"; readonly table: string; readonly comment: string | null }
  | { readonly kind: "CommentOnColumn"; readonly table: string; readonly column: string; readonly comment: string | null }
  /** Fills NULLs before NOT NULL: UPDATE … SET column = value WHERE column IS NULL. */
  | { readonly kind: "FillNulls"; readonly table: string; readonly column: string; readonly value: string }
  /** MySQL's stand-in for a one-off default that ADD COLUMN cannot carry: UPDATE … SET column = value. */
  | { readonly kind: "FillRows"; readonly table: string; readonly column: string; readonly value: string }
  /** SQLite's remake: INSERT INTO to (…) SELECT … FROM table. */
  | { readonly kind: "CopyRows"; readonly table: string; readonly to: string; readonly columns: readonly { readonly column: string; readonly value: string }[] }
  | { readonly kind: "CreateSequence" | "DropSequence"; readonly sequence: string; readonly table: string | null; readonly column: string | null }
  | { readonly kind: "AlterSequence"; readonly sequence: string; readonly type: string | null }
  | { readonly kind: "CreateExtension" | "DropExtension"; readonly extension: string }
  | { readonly kind: "CreateCollation" | "DropCollation"; readonly collation: string; readonly locale: string; readonly provider: string; readonly deterministic: boolean }
  /** Raw SQL that changes rows, not the schema: INSERT, UPDATE, DELETE, COPY. Tables it writes, where known. */
  | { readonly kind: "WriteRows"; readonly statement: "INSERT" | "UPDATE" | "DELETE" | "TRUNCATE"; readonly table: string | null }
  /** Raw SQL that changes nothing a release relies on: SELECT, SET, ANALYZE, COMMENT, GRANT … */
  | { readonly kind: "NoEffect" }
  /** Raw SQL that creates or drops a trigger, function, view, rule, type …: named so that a person can judge it. */
  | { readonly kind: "Other"; readonly what: string; readonly table: string | null; /** No statement of a release can fail because of it, though others may wait: LOCK TABLE, REINDEX, a new type. */ readonly breaksNothing?: true }
  /** A statement whose effect cannot be known. */
  | { readonly kind: "Unknown"; readonly reason: string };

/** A column's type, or why it cannot be known. */
export type ColumnType = string | { readonly unknown: string };

/** The spelling of a type that is known. Throws for one that is not: nothing may be rendered from it. */
export function knownType(type: ColumnType): string {
  if (typeof type === "string") return type;
  throw new Error(`a column type that is not known was to be written: ${type.unknown}`);
}

export interface ColumnDefinition {
  readonly name: string;
  readonly type: ColumnType;
  readonly null: boolean;
  readonly collation: string | null;
  readonly comment: string | null;
  /** SQL of the DEFAULT clause; `lasting` is false for the one Django drops again in the next statement. */
  readonly default: { readonly sql: string; readonly lasting: boolean } | null;
  readonly generated: { readonly sql: string; readonly stored: boolean } | null;
  /** GENERATED BY DEFAULT AS IDENTITY, AUTO_INCREMENT, AUTOINCREMENT. */
  readonly identity: boolean;
  readonly primaryKey: boolean;
  readonly unique: boolean;
  /** SQL inside CHECK (…). */
  readonly check: string | null;
  /** Inline foreign key (PostgreSQL's and MySQL's ADD COLUMN, SQLite's CREATE TABLE). */
  readonly references: { readonly name: string | null; readonly table: string; readonly column: string; /** Django 6.1's database-level on_delete: `CASCADE`. */ readonly onDelete?: string | null } | null;
  /** Tablespace of the index that UNIQUE makes. */
  readonly indexTablespace: string | null;
}

export type ConstraintDefinition =
  | { readonly kind: "primary key"; readonly name: string | null; readonly columns: readonly string[]; readonly usingIndex?: string | null }
  | { readonly kind: "unique"; readonly name: string | null; readonly columns: readonly string[]; readonly deferrable: Deferrable; /** null: not said. */ readonly nullsDistinct: boolean | null; readonly include: readonly string[]; readonly opclasses: readonly string[]; readonly usingIndex: string | null }
  | { readonly kind: "foreign key"; readonly name: string; readonly columns: readonly string[]; readonly toTable: string; readonly toColumns: readonly string[]; readonly deferrable: Deferrable; readonly onDelete: string | null; readonly notValid: boolean }
  | { readonly kind: "check"; readonly name: string; readonly sql: string; readonly columns: readonly string[]; readonly notValid: boolean }
  /** `sql` is everything from EXCLUDE on. */
  | { readonly kind: "exclusion"; readonly name: string; readonly sql: string; readonly columns: readonly string[] };

export interface IndexDefinition {
  readonly name: string;
  readonly unique: boolean;
  /** Rendered parts between the brackets, in order: a quoted column with suffix and operator class, or an expression. */
  readonly parts: readonly string[];
  readonly columns: readonly string[];
  readonly expressions: readonly string[];
  /** Columns that expressions and condition read. */
  readonly reads: readonly string[];
  readonly method: string | null;
  readonly opclasses: readonly string[];
  readonly include: readonly string[];
  /** null: not said. */
  readonly nullsDistinct: boolean | null;
  readonly condition: string | null;
  /** ` WITH (fillfactor = 70)`, without the leading blank. */
  readonly with: string | null;
  readonly tablespace: string | null;
  readonly ifNotExists?: boolean;
}

export type ColumnAction = { readonly column: string } & (
  | { readonly kind: "SetType"; readonly type: ColumnType; readonly using: string | null; readonly collation: string | null }
  | { readonly kind: "SetNotNull"; /** PostgreSQL 18: ADD CONSTRAINT … NOT NULL … NOT VALID, which reads no row. */ readonly notValid?: true }
  | { readonly kind: "DropNotNull" }
  | { readonly kind: "SetDefault"; readonly sql: string; readonly lasting: boolean }
  | { readonly kind: "DropDefault"; /** The default dropped is the one Django added just before. */ readonly temporary: boolean; /** MySQL: SET DEFAULT NULL. */ readonly toNull?: boolean }
  | { readonly kind: "AddIdentity" }
  | { readonly kind: "DropIdentity" }
  /** MySQL's MODIFY: the whole column anew. */
  | { readonly kind: "Modify"; readonly definition: ColumnDefinition }
);

/** A schema change with the statement that makes it; `sql` is null where it cannot be known, and `unknown` says why. */
export interface Statement {
  readonly change: SchemaChange;
  /** Without the closing semicolon Django's sqlmigrate prints, which the report adds. */
  readonly sql: string | null;
  readonly unknown: string | null;
  /** Raw SQL of several statements in one text: what the others do. */
  readonly more?: readonly SchemaChange[];
}

/** Everything a statement does, in order. */
export function changesOf(statement: Statement): readonly SchemaChange[] {
  return statement.more ? [statement.change, ...statement.more] : [statement.change];
}
