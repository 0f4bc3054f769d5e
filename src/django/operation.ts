import type { Place } from "../place.ts";
import type { Value } from "../python/value.ts";

/** app label and migration name. */
export interface MigrationKey {
  readonly app: string;
  readonly name: string;
}

/** A migration file as read: what its `Migration` class says. */
export interface Migration extends MigrationKey {
  /** Path in the repository; null for the migrations of Django's own apps that are built in. */
  readonly path: string | null;
  readonly dependencies: readonly Dependency[];
  readonly runBefore: readonly MigrationKey[];
  readonly replaces: readonly MigrationKey[];
  readonly initial: boolean;
  /** `atomic = False` means no transaction around the migration. */
  readonly atomic: boolean;
  readonly operations: readonly Operation[];
  /** Something in the file that could not be read, though the class was found. */
  readonly problems: readonly Problem[];
  /** 1-based line of the class statement. */
  readonly line: number;
}

export type Dependency =
  | { readonly kind: "migration"; readonly app: string; readonly name: string } // name may be __first__ or __latest__
  | { readonly kind: "swappable"; readonly setting: string };

export interface Problem extends Place {
  readonly message: string;
}

/** A field as a migration writes it. */
export interface Field {
  readonly name: string;
  /** Resolved class path: `django.db.models.CharField`, `shop.fields.MoneyField`. */
  readonly path: string;
  readonly args: readonly Value[];
  readonly kwargs: ReadonlyMap<string, Value>;
  readonly place: Place;
  /** Set when its arguments could not all be read. */
  readonly unknown: string | null;
}

/** What RunSQL and RunPython are given beside what they run: it changes nothing here, and stays where a plan writes them anew. */
export interface RunOptions {
  readonly hints?: Value;
  readonly elidable?: Value;
}

interface Common {
  /** The name in the file: `AddField`, or the custom class's name. */
  readonly type: string;
  readonly place: Place;
  /** The operation's source lines, first and last (1-based). */
  readonly lastLine: number;
  /** django-pg-migration-tools' way of doing it: the same for the project state, statements of its own for the database. */
  readonly safer?: true;
}

/** The operations of django.db.migrations and django.contrib.postgres.operations, one kind each. Model names as written. */
export type Operation = Common &
  (
    | { readonly kind: "CreateModel"; readonly name: string; readonly fields: readonly Field[]; readonly options: ReadonlyMap<string, Value>; readonly bases: readonly Value[] }
    | { readonly kind: "DeleteModel"; readonly name: string }
    | { readonly kind: "RenameModel"; readonly from: string; readonly to: string }
    | { readonly kind: "AlterModelTable"; readonly name: string; readonly table: string | null }
    | { readonly kind: "AlterModelTableComment"; readonly name: string; readonly comment: string | null }
    | { readonly kind: "AlterUniqueTogether" | "AlterIndexTogether"; readonly name: string; readonly together: readonly (readonly string[])[] }
    | { readonly kind: "AlterOrderWithRespectTo"; readonly name: string; readonly field: string | null }
    | { readonly kind: "AlterModelOptions"; readonly name: string; readonly options: ReadonlyMap<string, Value> }
    | { readonly kind: "AlterModelManagers"; readonly name: string }
    | { readonly kind: "AddField" | "AlterField"; readonly model: string; readonly field: Field; readonly preserveDefault: boolean }
    | { readonly kind: "RemoveField"; readonly model: string; readonly name: string }
    | { readonly kind: "RenameField"; readonly model: string; readonly from: string; readonly to: string }
    | { readonly kind: "AddIndex"; readonly model: string; readonly index: Value; readonly concurrently: boolean }
    | { readonly kind: "RemoveIndex"; readonly model: string; readonly name: string; readonly concurrently: boolean }
    | { readonly kind: "RenameIndex"; readonly model: string; readonly to: string; readonly from: string | null; readonly oldFields: readonly string[] | null }
    | { readonly kind: "AddConstraint"; readonly model: string; readonly constraint: Value; readonly notValid: boolean }
    | { readonly kind: "RemoveConstraint"; readonly model: string; readonly name: string }
    | { readonly kind: "AlterConstraint"; readonly model: string; readonly name: string; readonly constraint: Value }
    | { readonly kind: "ValidateConstraint"; readonly model: string; readonly name: string }
    | { readonly kind: "RunSQL"; readonly sql: Value; readonly reverseSql: Value; readonly stateOperations: readonly Operation[]; readonly more?: RunOptions }
    | { readonly kind: "RunPython"; readonly code: Value; readonly reverseCode: Value; readonly atomic: boolean | null; readonly more?: RunOptions }
    | { readonly kind: "SeparateDatabaseAndState"; readonly databaseOperations: readonly Operation[]; readonly stateOperations: readonly Operation[] }
    /** AddDefaultValue of django-add-default-value: a default in the database that the project state does not know. */
    | { readonly kind: "AddDefaultValue"; readonly model: string; readonly name: string; readonly value: Value }
    | { readonly kind: "CreateExtension"; readonly name: string }
    | { readonly kind: "CreateCollation" | "RemoveCollation"; readonly name: string; readonly locale: string; readonly provider: string; readonly deterministic: boolean }
    /** An operation class that cannot be read; the reason names the way to settle it. */
    | {
        readonly kind: "Unknown";
        readonly reason: string;
        /** Its source, so that two of them can be compared. */
        readonly text?: string;
        /**
         * The Django operation it descends from, where only what it does to the database is its own (an overridden `database_forwards`). The project state
         * moves as with this one, and the schema may be assumed to, so that the two stay in step; the SQL is not this one's and stays unknown.
         */
        readonly assumed?: Operation;
      }
  );
