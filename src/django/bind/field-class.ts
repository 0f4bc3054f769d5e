import type { CallValue, Value } from "../../python/value.ts";
import type { ColumnType } from "../../schema/change.ts";
import type { DjangoVersion, Vendor } from "../project.ts";

/**
 * What a field class does with its arguments and what column it makes, as data. One shape for Django's own classes, those of
 * well-known packages and those read from the repository; each names its base class and says only what it changes.
 */
export interface FieldClass {
  /** Path as deconstruct() gives it. */
  readonly path: string;
  /** Path of the base class; null for Field itself. */
  readonly base: string | null;
  /** Further bases, in order. */
  readonly mixins?: readonly string[];
  /** get_internal_type(); where no class of the chain says one, Django takes the class's own name. */
  readonly internalType?: string;
  /** Names of `__init__`'s positional parameters; a class that takes `*args` has its base's. */
  readonly positional?: readonly string[];
  /** Arguments that only this class knows, with their defaults: deconstruct() leaves out those that have it. */
  readonly own?: Readonly<Record<string, Value>>;
  /** Own arguments that deconstruct() writes even when they have their default. */
  readonly always?: readonly string[];
  /** Another default for an argument of a base class, which deconstruct() leaves out (SlugField's max_length=50). */
  readonly defaults?: Readonly<Record<string, Value>>;
  /** `kwargs.setdefault(…)` that deconstruct() writes all the same (EmailField's max_length=254). */
  readonly fallback?: Readonly<Record<string, Value>>;
  /** Arguments that go to the base under another name, and that deconstruct() writes under their own (RandomCharField's length). */
  readonly renamed?: Readonly<Record<string, string>>;
  /** Set whatever the caller says, and left out by deconstruct() (UUIDField's max_length=32). */
  readonly forced?: Readonly<Record<string, Value>>;
  /** Arguments the class takes away before its base sees them. */
  readonly dropped?: readonly string[];
  /** What the `__init__` of a class of the repository passes on, read from its source; it goes before the tables above. */
  readonly init?: (call: FieldCall) => Initialised;
  /** Arguments that the deconstruct() of a class of the repository takes away. */
  readonly hidden?: readonly string[];
  readonly emptyStringsAllowed?: boolean;
  readonly relation?: "foreign key" | "one to one" | "many to many";
  /** db_type(): a template with `%(max_length)s`, per vendor or for all; null: no column. */
  readonly dbType?: TypeRule;
  /** rel_db_type() where it is not db_type(). */
  readonly relType?: RelRule | TypeMethod;
  readonly castType?: TypeRule;
  readonly suffix?: TypeRule;
  readonly check?: TypeRule;
  /** The class of an element of a range. */
  readonly elementClass?: string;
  /** The argument that names the sorting column of an automatic many-to-many table. */
  readonly sortColumn?: string;
  /** Not a field of the table: GenericForeignKey and the like. */
  readonly virtual?: boolean;
  /** The rules above hold up to this version of Django; later the class is its base under another name. */
  readonly until?: DjangoVersion;
  /** Why something about it cannot be known, and how to settle it. */
  readonly unknown?: string;
  /** Package and release or commit the facts were read from; absent for Django. */
  readonly source?: string;
}

/** The arguments of a call on their way from a class to its base. */
export interface FieldCall {
  readonly args: readonly Value[];
  readonly kwargs: ReadonlyMap<string, Value>;
}

export interface Initialised {
  readonly passed: FieldCall;
  /** Attributes that stay set on the field whatever its bases do. */
  readonly attributes: ReadonlyMap<string, Value>;
  /** Why it cannot be followed; null when it can. */
  readonly unknown: string | null;
}

/** What a method of the field says, when its attributes, its bases' answer and the column types of other fields are at hand. */
export type TypeMethod = (attributes: ReadonlyMap<string, Value>, ask: TypeQuestions) => ColumnType | null;

export interface TypeQuestions {
  /** What the bases say. */
  inherited(): ColumnType | null;
  /** db_type() of a field that is called into being on the way: `models.TextField()`. */
  typeOf(field: CallValue): ColumnType | null;
}

/** A type for all vendors or one each; null: the class has no column there; `unknown`: why it cannot be told. A method is read from source. */
export type TypeRule = TypeChoice | TypeMethod | { readonly perVendor: Readonly<Partial<Record<Vendor, TypeChoice>>>; readonly otherwise: TypeChoice };

export type TypeChoice =
  | string
  | null
  | { readonly unknown: string }
  /** As the base class says. */
  | { readonly inherit: true };

/** AutoField and its like: a foreign key's column has the plain integer's type. `unless matching`: not where related_fields_match_type (MySQL). */
export interface RelRule {
  readonly as: string;
  readonly unlessMatching: boolean;
}

/** The choice of a rule for a vendor; MariaDB's backend is MySQL's and answers to both names. */
export function choose(rule: TypeRule, vendor: Vendor): TypeChoice | TypeMethod {
  if (rule === null || typeof rule === "string" || typeof rule === "function" || !("perVendor" in rule)) return rule;
  const choice = rule.perVendor[vendor] ?? (vendor === "mariadb" ? rule.perVendor.mysql : undefined);
  return choice === undefined ? rule.otherwise : choice;
}
