import type { BoundField, BoundModel } from "../../django/bound.ts";
import type { Value } from "../../python/value.ts";
import type { Dialect } from "../../sql/dialect.ts";
import type { Data } from "../../sql/literal/data.ts";
import type { Fragment } from "./fragment.ts";
import { isInstance, type OutputField } from "./output-field.ts";

/** What an expression is read in. */
export interface Scope {
  /** Names resolve to this model's columns; null where none may be named (a database default). */
  readonly model: BoundModel | null;
  readonly dialect: Dialect;
  /** False for database defaults, which Django compiles without resolving them. */
  readonly resolves: boolean;
  /** Columns that the SQL reads, collected as it is written. */
  readonly reads: Set<string>;
  /**
   * While a lookup writes its left side: Django resolves that side a second time, and a Q that is resolved twice has brackets around a single
   * filter, too.
   */
  readonly twice: { depth: number };
  /** Orders, operator classes and collations that were read, for IndexExpression's rule that they stand outermost. */
  readonly wrappers: Node["kind"][];
  /** Reads a value of the migration as an expression; a string is a literal. */
  read(value: Value): Node;
  /** Reads it as BaseExpression._parse_expressions does: a string names a field. */
  readArgument(value: Value): Node;
}

/** An expression of Django, resolved. */
export interface Node {
  readonly kind:
    | "column"
    | "value"
    | "function"
    | "cast"
    | "combined"
    | "lookup"
    | "where"
    | "case"
    | "key"
    | "extract"
    | "order by"
    | "collate"
    | "opclass"
    | "search query"
    | "search vector"
    | "list"
    | "raw"
    | "wrapper"
    | "negated";
  /** output_field, null when there is none. Throws Unknown where Django would raise FieldError. */
  output(): OutputField | null;
  /** Throws Matches for conditions that are always or never true. */
  sql(): Fragment;
  /** kind "column". */
  readonly column?: BoundField;
  /** kind "value": its Python object. */
  readonly data?: Data;
  /** Kinds "order by", "collate", "opclass", "wrapper", "negated": what is wrapped. */
  readonly wrapped?: Node;
  /** Kinds "order by", "collate", "opclass": the same wrapper around something else. */
  readonly wrap?: (inner: Node) => Node;
  /** The names a transform is asked for beyond those of its output field. */
  readonly detail?: NodeDetail;
}

export type NodeDetail =
  | { readonly kind: "key"; readonly name: string; readonly on: Node; readonly text: boolean }
  | { readonly kind: "extract"; readonly part: string; readonly on: Node }
  | { readonly kind: "search"; readonly config: Node | null }
  | { readonly kind: "lookup"; readonly isNull: boolean };

/** EmptyResultSet and FullResultSet: a condition that no row or every row fulfils. */
export class Matches extends Error {
  readonly rows: "none" | "all";
  constructor(rows: "none" | "all") {
    super(rows);
    this.rows = rows;
  }
}

/** BaseExpression.conditional: may stand where a condition is asked for. */
export function isConditional(node: Node): boolean {
  if (node.kind === "where" || node.kind === "lookup" || node.kind === "negated") return true;
  if (node.kind === "order by") return false;
  return isInstance(node.output(), "BooleanField");
}
