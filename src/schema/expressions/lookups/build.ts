import { djangoAtLeast } from "../../../sql/dialect.ts";
import { isComputed, prepare } from "../../../sql/literal/prepare.ts";
import type { Data } from "../../../sql/literal/data.ts";
import { rangeTypes } from "../../../sql/literal/field.ts";
import { Unknown } from "../../../sql/literal/unknown.ts";
import type { Node, Scope } from "../node.ts";
import { bare, isInstance, type OutputField } from "../output-field.ts";
import { requiredTransform } from "../transforms.ts";
import type { Lookup, LookupSql, Right } from "./input.ts";
import { jsonLookups, keyLookups } from "./json.ts";
import { comparison, exact, isIn, isNull, range } from "./plain.ts";
import { arrayLookups, hstoreLookups, rangeLookups, searchLookups, textSearchLookups } from "./postgres.ts";
import { iexact, pattern, regex } from "./text.ts";
import { year } from "./year.ts";

/** Registered on Field. */
const fieldLookups: Readonly<Record<string, LookupSql>> = {
  exact, iexact, gt: comparison, gte: comparison, lt: comparison, lte: comparison, in: isIn, contains: pattern, icontains: pattern, startswith: pattern, istartswith: pattern,
  endswith: pattern, iendswith: pattern, range, isnull: isNull, regex, iregex: regex,
};

/** Registered on ForeignObject; nothing else is known to it. */
const relatedLookups: Readonly<Record<string, LookupSql>> = { exact, in: isIn, gt: comparison, gte: comparison, lt: comparison, lte: comparison, isnull: isNull };

/** RangeField's startswith and endswith are transforms and hide the lookups. */
const hiddenOnRanges = new Set(["startswith", "endswith"]);

/** lhs.get_lookup(name): null when it is none. */
function findLookup(lhs: Node, field: OutputField, name: string): LookupSql | null {
  const own = (table: Readonly<Record<string, LookupSql>>): LookupSql | null => (Object.hasOwn(table, name) ? table[name]! : null);
  if (field.remote) return own(relatedLookups);
  if (lhs.detail?.kind === "key" && !lhs.detail.text) return own(keyLookups) ?? own(jsonLookups) ?? own(fieldLookups);
  if (lhs.detail?.kind === "extract" && ["year", "iso_year"].includes(lhs.detail.part) && ["exact", "gt", "gte", "lt", "lte"].includes(name)) return year;
  if (rangeTypes.has(field.internalType)) return own(rangeLookups) ?? (hiddenOnRanges.has(name) ? null : own(fieldLookups));
  const special = byType[field.internalType];
  if (special && own(special)) return own(special);
  if (isInstance(field, "CharField") || isInstance(field, "TextField")) return own(fieldLookups) ?? own(textSearchLookups);
  return own(fieldLookups);
}

const byType: Readonly<Record<string, Readonly<Record<string, LookupSql>>>> = {
  JSONField: jsonLookups, ArrayField: arrayLookups, HStoreField: hstoreLookups, SearchVectorField: searchLookups,
};

/** A lookup as an expression, and what build_filter asks of it. */
export interface BuiltLookup {
  readonly node: Node;
  readonly name: string;
  /** The right-hand side after get_prep_lookup. */
  readonly right: Right;
}

/** Query.build_lookup: transforms, then the lookup; the last name may be a transform, too, and `exact` follows. */
export function buildLookup(names: readonly string[], lhs: Node, right: Right, scope: Scope): BuiltLookup {
  const transforms = names.slice(0, -1);
  let name = names.at(-1) ?? "exact";
  let left = lhs;
  for (const one of transforms) left = requiredTransform(left, one, scope);
  let write = findLookup(left, fieldOf(left), name);
  if (!write) {
    left = requiredTransform(left, name, scope);
    name = "exact";
    write = findLookup(left, fieldOf(left), name);
  }
  if (!write) throw new Unknown(`the lookup "${name}" of ${fieldOf(left).internalType}`);
  return withRight(write, { name, lhs: left, field: fieldOf(left), right, scope });
}

function withRight(write: LookupSql, lookup: Lookup): BuiltLookup {
  const prepared = { ...lookup, right: prepareRight(lookup) };
  if ("data" in prepared.right && prepared.right.data === null && !takesNone(lookup)) {
    if (lookup.name !== "exact" && lookup.name !== "iexact") throw new Unknown(`Django refuses None as the value of a "${lookup.name}" lookup`);
    return withRight(findLookup(lookup.lhs, lookup.field, "isnull") ?? isNull, { ...lookup, name: "isnull", right: { data: true } });
  }
  return { node: lookupNode(() => write(prepared)), name: lookup.name, right: prepared.right };
}

/** JSON's null is a value of its own; KeyTransformIExact takes None from Django 6.1 on. */
function takesNone(lookup: Lookup): boolean {
  if (lookup.field.internalType === "JSONField" && lookup.name === "exact") return true;
  return lookup.lhs.kind === "key" && lookup.name === "iexact" && djangoAtLeast(lookup.scope.dialect, "6.1");
}

export function lookupNode(write: Node["sql"]): Node {
  return { kind: "lookup", output: () => bare("BooleanField"), sql: write };
}

/** Lookups without get_prep_lookup (prepare_rhs = False), and those that do it in their own way. */
const unprepared = new Set(["iexact", "contains", "icontains", "startswith", "istartswith", "endswith", "iendswith", "isnull", "regex", "iregex", "has_key", "has_keys", "has_any_keys", "search"]);

function prepareRight(lookup: Lookup): Right {
  const { right, field, name } = lookup;
  if ("node" in right) return right;
  if (field.internalType === "ArrayField" && name !== "in" && name !== "isnull") return right;
  if (field.internalType === "SearchVectorField") return right;
  if (unprepared.has(name) && !(name === "contains" && (field.internalType === "JSONField" || field.internalType === "HStoreField" || rangeTypes.has(field.internalType)))) return right;
  if ("items" in right) return { items: right.items.map((item) => ("data" in item ? { data: prepareOne(item.data, lookup) } : item)) };
  if ((name === "in" || name === "range") && right.data !== null && typeof right.data === "object" && "items" in right.data) {
    return { data: { ...right.data, items: right.data.items.map((item) => prepareOne(item, lookup)) } };
  }
  return { data: prepareOne(right.data, lookup) };
}

function prepareOne(data: Data, lookup: Lookup): Data {
  if (isComputed(data)) return data;
  return prepare(roundedFloat(data, lookup), lookup.field.remote?.target ?? lookup.field, lookup.scope.dialect);
}

/** IntegerFieldFloatRounding: `count__gte=1.5` asks for 2. */
function roundedFloat(data: Data, lookup: Lookup): Data {
  if ((lookup.name !== "gte" && lookup.name !== "lt") || !isInstance(lookup.field, "IntegerField")) return data;
  return data !== null && typeof data === "object" && data.kind === "float" ? BigInt(Math.ceil(data.value)) : data;
}

function fieldOf(node: Node): OutputField {
  const field = node.output();
  if (field === null) throw new Unknown("a lookup on an expression whose type is not known: give it an output_field");
  return field;
}
