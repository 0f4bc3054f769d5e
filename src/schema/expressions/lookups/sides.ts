import { djangoAtLeast, isMySql } from "../../../sql/dialect.ts";
import type { Data } from "../../../sql/literal/data.ts";
import { prepareForDatabase } from "../../../sql/literal/prepare.ts";
import { type Fragment, param, sql, startsBracketed } from "../fragment.ts";
import type { Node } from "../node.ts";
import type { OutputField } from "../output-field.ts";
import type { Lookup } from "./input.ts";

/** Lookup.process_lhs: a lookup inside a lookup gets brackets. */
export function plainLeft(lookup: Lookup, lhs: Node = lookup.lhs): Fragment {
  const left = resolvedTwice(lookup, lhs);
  return lhs.kind === "lookup" ? sql`(${left})` : left;
}

/** What Django resolves again when it writes the lookup: the left side, and an expression in a list. */
export function resolvedTwice(lookup: Lookup, node: Node): Fragment {
  const { twice } = lookup.scope;
  twice.depth += 1;
  try {
    return node.sql();
  } finally {
    twice.depth -= 1;
  }
}

/** BuiltinLookup.process_lhs: with the vendor's lookup_cast. */
export function castLeft(lookup: Lookup, lhs: Node = lookup.lhs): Fragment {
  return lookupCast(lookup, plainLeft(lookup, lhs), lhs.output() ?? lookup.field);
}

const textLookups = new Set(["iexact", "contains", "icontains", "startswith", "istartswith", "endswith", "iendswith", "regex", "iregex"]);
const upperLookups = new Set(["iexact", "icontains", "istartswith", "iendswith"]);
const citextTypes = new Set(["CICharField", "CIEmailField", "CITextField"]);
const addressTypes = new Set(["IPAddressField", "GenericIPAddressField"]);

function lookupCast(lookup: Lookup, left: Fragment, field: OutputField): Fragment {
  const { dialect } = lookup.scope;
  const type = field.remote ? "ForeignKey" : field.internalType;
  if (isMySql(dialect.vendor)) return type === "JSONField" && (dialect.vendor === "mariadb" || textLookups.has(lookup.name)) ? sql`JSON_UNQUOTE(${left})` : left;
  if (dialect.vendor !== "postgresql") return left;
  const cast = textLookups.has(lookup.name) ? castText(left, type, djangoAtLeast(dialect, "5.1")) : left;
  return upperLookups.has(lookup.name) ? sql`UPPER(${cast})` : cast;
}

function castText(left: Fragment, type: string, withoutCitext: boolean): Fragment {
  if (addressTypes.has(type)) return sql`HOST(${left})`;
  return citextTypes.has(type) && !withoutCitext ? sql`${left}::citext` : sql`${left}::text`;
}

/**
 * Lookup.process_rhs. An expression gets brackets unless it has them (or, from Django 5.0, is a plain Value);
 * a Python object goes through `adapt`: get_db_prep_lookup.
 */
export function right(lookup: Lookup, adapt: (data: Data, lookup: Lookup) => Data): Fragment {
  const { right } = lookup;
  if ("data" in right) return param(adapt(right.data, lookup));
  if ("items" in right) return sql`(${right.items.map((item) => ("data" in item ? param(adapt(item.data, lookup)) : resolvedTwice(lookup, item.node))).flatMap((item, index) => (index === 0 ? item : [", ", ...item]))})`;
  return bracketed(right.node, lookup);
}

export function bracketed(node: Node, lookup: Lookup): Fragment {
  const inner = node.sql();
  if (node.kind === "value" && djangoAtLeast(lookup.scope.dialect, "5.0")) return inner;
  return startsBracketed(inner) ? inner : sql`(${inner})`;
}

/** FieldGetDbPrepValueMixin: the field's get_db_prep_value; a foreign key asks its target. */
export function adaptToField(data: Data, lookup: Lookup): Data {
  const field = lookup.field.remote?.target ?? lookup.field;
  return prepareForDatabase(data, field, lookup.scope.dialect);
}

/** Lookup.get_db_prep_lookup: the object as it is. */
export function asItIs(data: Data): Data {
  return data;
}
