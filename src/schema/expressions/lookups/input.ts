import type { Data } from "../../../sql/literal/data.ts";
import type { Fragment } from "../fragment.ts";
import type { Node, Scope } from "../node.ts";
import type { OutputField } from "../output-field.ts";

/** The right-hand side of a lookup: a Python object, an expression, or a list with expressions among its items. */
export type Right = { readonly data: Data } | { readonly node: Node } | { readonly items: readonly ({ readonly data: Data } | { readonly node: Node })[] };

/** `lhs__name=right`. `field` is lhs.output_field. */
export interface Lookup {
  readonly name: string;
  readonly lhs: Node;
  readonly field: OutputField;
  readonly right: Right;
  readonly scope: Scope;
}

/** Writes a lookup. Throws Matches for one that is always or never true, Unknown where Django's text is not known. */
export type LookupSql = (lookup: Lookup) => Fragment;
