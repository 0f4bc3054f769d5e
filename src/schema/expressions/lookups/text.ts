import type { Data } from "../../../sql/literal/data.ts";
import { text } from "../../../sql/literal/python-text.ts";
import { type Fragment, param, sql } from "../fragment.ts";
import { functionNode } from "../functions/function-node.ts";
import type { Node } from "../node.ts";
import { bare } from "../output-field.ts";
import { valueNode } from "../value-node.ts";
import type { Lookup, LookupSql } from "./input.ts";
import { hasOperator, likePattern, operate } from "./operators.ts";
import { asItIs, castLeft, right } from "./sides.ts";

const likeShapes: Readonly<Record<string, (text: string) => string>> = {
  contains: (text) => `%${text}%`, icontains: (text) => `%${text}%`, startswith: (text) => `${text}%`, istartswith: (text) => `${text}%`, endswith: (text) => `%${text}`, iendswith: (text) => `%${text}`,
};

/** prep_for_like_query. */
export function escapeLike(value: string): string {
  return value.replaceAll("\\", "\\\\").replaceAll("%", "\\%").replaceAll("_", "\\_");
}

/** contains, startswith, endswith and their case-insensitive sisters. */
export const pattern: LookupSql = (lookup) => {
  const { dialect } = lookup.scope;
  const asked = withoutHyphens(lookup);
  if (!("data" in asked.right)) return sql`${castLeft(lookup)} ${likePattern(lookup.name, right(asked, asItIs), dialect)}`;
  return sql`${castLeft(lookup)} ${operate(lookup.name, param(likeParameter(lookup.name, asked.right.data)), dialect)}`;
};

export function likeParameter(name: string, data: Data): Data {
  return likeShapes[name]!(escapeLike(text(data)));
}

export const iexact: LookupSql = (lookup) => {
  const { dialect } = lookup.scope;
  const asked = withoutHyphens(lookup);
  const other = dialect.vendor === "postgresql" ? right(asked, asItIs) : firstEscaped(right(asked, asItIs));
  return sql`${castLeft(lookup)} ${operate("iexact", other, dialect)}`;
};

/** IExact.process_rhs escapes the first parameter, whatever it belongs to. */
function firstEscaped(fragment: Fragment): Fragment {
  const first = fragment.findIndex((part) => typeof part !== "string");
  return fragment.map((part, index) => (index === first && typeof part !== "string" ? { param: escapeLike(text(part.param)) } : part));
}

/** UUIDTextMixin: where UUIDs are stored as text, the hyphens of the other side go. */
function withoutHyphens(lookup: Lookup): Lookup {
  const { scope, field } = lookup;
  if (field.internalType !== "UUIDField" || scope.dialect.features.hasNativeUuidField || "items" in lookup.right) return lookup;
  const value: Node = "data" in lookup.right ? valueNode(lookup.right.data, null, scope) : lookup.right.node;
  const args = [value, valueNode("-", null, scope), valueNode("", null, scope)];
  return { ...lookup, right: { node: functionNode("REPLACE", args, () => bare("CharField"), scope) } };
}

export const regex: LookupSql = (lookup) => {
  const { dialect } = lookup.scope;
  const left = castLeft(lookup);
  const expression = right(lookup, asItIs);
  if (hasOperator(lookup.name, dialect)) return sql`${left} ${operate(lookup.name, expression, dialect)}`;
  return mysqlRegex(lookup, left, expression);
};

function mysqlRegex(lookup: Lookup, left: Fragment, expression: Fragment): Fragment {
  const sensitive = lookup.name === "regex";
  if (lookup.scope.dialect.vendor === "mariadb") return sensitive ? sql`${left} REGEXP BINARY ${expression}` : sql`${left} REGEXP ${expression}`;
  return sql`REGEXP_LIKE(${left}, ${expression}, '${sensitive ? "c" : "i"}')`;
}
