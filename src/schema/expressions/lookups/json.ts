import { isMySql, djangoAtLeast } from "../../../sql/dialect.ts";
import type { Data } from "../../../sql/literal/data.ts";
import { jsonString } from "../../../sql/literal/json.ts";
import { text } from "../../../sql/literal/python-text.ts";
import { Unknown } from "../../../sql/literal/unknown.ts";
import { type Fragment, join, param, sql } from "../fragment.ts";
import { jsonPath, keyNode, keyPath } from "../json-key.ts";
import type { Node } from "../node.ts";
import type { Lookup, LookupSql } from "./input.ts";
import { operate } from "./operators.ts";
import { comparison, isNull, listItems, members } from "./plain.ts";
import { adaptToField, castLeft, plainLeft, right } from "./sides.ts";
import { escapeLike, iexact, likeParameter, pattern, regex } from "./text.ts";

/** JSONExact and KeyTransformExact: MySQL and SQLite read the other side as JSON, too. */
const jsonExact: LookupSql = (lookup) => {
  const { dialect } = lookup.scope;
  const plain = right(lookup, jsonOrNull);
  const asKey = lookup.lhs.kind === "key" && "node" in lookup.right && lookup.right.node.kind === "key";
  return sql`${castLeft(lookup)} ${operate("exact", asKey ? plain : extracted(plain, lookup), dialect)}`;
};

/** None means JSON's null here. */
function jsonOrNull(data: Data, lookup: Lookup): Data {
  if (data !== null) return adaptToField(data, lookup);
  return lookup.scope.dialect.vendor === "postgresql" ? { kind: "json", text: "null" } : "null";
}

/** Every parameter of the other side is read as JSON. */
function extracted(value: Fragment, lookup: Lookup): Fragment {
  const { vendor } = lookup.scope.dialect;
  const reads = (part: Fragment): boolean => isMySql(vendor) || (vendor === "sqlite" && lookup.lhs.kind === "key" && !isWord(part));
  return value.flatMap((part) => (typeof part !== "string" && reads([part]) ? sql`JSON_EXTRACT(${[part]}, '$')` : [part]));
}

const words = new Set<unknown>(["null", "false", "true"]);

function isWord(value: Fragment): boolean {
  const [part] = value;
  return value.length === 1 && part !== undefined && typeof part !== "string" && words.has(part.param);
}

/** KeyTransformIn; JSONField's own `in` reads the other side as JSON from Django 6.1 on only. */
const keyIn: LookupSql = (lookup) => {
  if (!("data" in lookup.right)) throw new Unknown("a JSON key in a list of expressions");
  const items = members(lookup, jsonOrNull).map((item) => keyInItem(item, lookup));
  return sql`${castLeft(lookup)} IN (${join(items, ", ")})`;
};

function keyInItem(item: Fragment, lookup: Lookup): Fragment {
  const { vendor } = lookup.scope.dialect;
  const json = isMySql(vendor) || (vendor === "sqlite" && !isWord(item)) ? sql`JSON_EXTRACT(${item}, '$')` : item;
  return vendor === "mariadb" ? sql`JSON_UNQUOTE(${json})` : json;
}

const documentIn: LookupSql = (lookup) => {
  const { dialect } = lookup.scope;
  if (dialect.vendor !== "postgresql" && djangoAtLeast(dialect, "6.0")) throw new Unknown("a whole JSON document in a list on this database");
  return sql`${castLeft(lookup)} IN (${join(members(lookup, adaptToField), ", ")})`;
};

const contains: LookupSql = (lookup) => documents(lookup, "@>", (left, other) => sql`JSON_CONTAINS(${left}, ${other})`);
const containedBy: LookupSql = (lookup) => documents(lookup, "<@", (left, other) => sql`JSON_CONTAINS(${other}, ${left})`);

function documents(lookup: Lookup, operator: string, mysql: (left: Fragment, other: Fragment) => Fragment): Fragment {
  const { vendor } = lookup.scope.dialect;
  const left = plainLeft(lookup);
  const other = right(lookup, adaptToField);
  if (vendor === "postgresql") return sql`${left} ${operator} ${other}`;
  if (vendor === "sqlite") throw new Unknown("SQLite has no JSON contains lookup");
  return mysql(left, other);
}

/** has_key, has_keys, has_any_keys. */
function hasKey(operator: string, connector: string): LookupSql {
  return (lookup) => {
    const { vendor } = lookup.scope.dialect;
    if (!("data" in lookup.right)) throw new Unknown("has_key with an expression");
    if (vendor === "postgresql") return sql`${plainLeft(lookup)} ${operator} ${param(operator === "?" ? lookup.right.data : { kind: "list", items: keysOf(lookup) })}`;
    const keys = operator === "?" ? [text(lookup.right.data)] : keysOf(lookup);
    const parts = keys.map((key) => keyExists(lookup.lhs, [key], lookup, false));
    return operator === "?" ? parts[0]! : sql`(${join(parts, connector)})`;
  };
}

const keysOf = (lookup: Lookup): readonly string[] => listItems(lookup).map((item) => ("data" in item ? text(item.data) : ""));

/** A last key is taken by its name unless `index` allows numbers to be array indexes. */
function keyExists(document: Node, keys: readonly string[], lookup: Lookup, index: boolean, not = true): Fragment {
  const { on, keys: before } = keyPath(document);
  const last = keys.at(-1)!;
  const path = jsonPath([...before, ...keys.slice(0, -1)]) + (index ? jsonPath([last], "") : `.${jsonString(last)}`);
  const left = document.kind === "key" ? on.sql() : plainLeft(lookup, document);
  if (isMySql(lookup.scope.dialect.vendor)) return sql`JSON_CONTAINS_PATH(${left}, 'one', ${param(path)})`;
  return sql`JSON_TYPE(${left}, ${param(path)}) IS ${not ? "NOT NULL" : "NULL"}`;
}

/** KeyTransformIsNull: SQLite asks whether the key is there. */
const keyIsNull: LookupSql = (lookup) => {
  const detail = lookup.lhs.detail;
  if (lookup.scope.dialect.vendor !== "sqlite" || detail?.kind !== "key" || !("data" in lookup.right)) return isNull(lookup);
  return keyExists(detail.on, [detail.name], lookup, true, lookup.right.data === false);
};

/** Lookups on text take the key's text: `->>`; MySQL compares without case in lower case. */
function onText(write: LookupSql, lower: boolean): LookupSql {
  return (lookup) => {
    const detail = lookup.lhs.detail;
    if (detail?.kind !== "key") return write(lookup);
    const lhs = keyNode(detail.name, detail.on, true, lookup.scope);
    const asText = { ...lookup, lhs, field: lhs.output()! };
    return lower && isMySql(lookup.scope.dialect.vendor) ? inLowerCase(asText) : write(asText);
  };
}

/** CaseInsensitiveMixin. */
function inLowerCase(lookup: Lookup): Fragment {
  const { dialect } = lookup.scope;
  if (!("data" in lookup.right) || lookup.name === "iregex") throw new Unknown("this case-insensitive lookup of JSON on MySQL");
  const asked = lookup.name === "iexact" ? escapeLike(text(lookup.right.data)) : likeParameter(lookup.name, lookup.right.data);
  return sql`LOWER(${castLeft(lookup)}) ${operate(lookup.name, sql`LOWER(${param(asked)})`, dialect)}`;
}

/** gt, gte, lt, lte of a key: PostgreSQL compares JSON, the others the number in it. */
const keyComparison: LookupSql = (lookup) => {
  if (lookup.scope.dialect.vendor === "postgresql" || !("data" in lookup.right)) return comparison(lookup);
  return sql`${castLeft(lookup)} ${operate(lookup.name, param(lookup.right.data), lookup.scope.dialect)}`;
};

export const jsonLookups: Readonly<Record<string, LookupSql>> = {
  exact: jsonExact, contains, contained_by: containedBy, has_key: hasKey("?", ""), has_keys: hasKey("?&", " AND "), has_any_keys: hasKey("?|", " OR "), in: documentIn, icontains: (lookup) => (isMySql(lookup.scope.dialect.vendor) ? inLowerCase(lookup) : pattern(lookup)),
};

export const keyLookups: Readonly<Record<string, LookupSql>> = {
  exact: jsonExact, in: keyIn, isnull: keyIsNull, iexact: onText(iexact, true), icontains: onText(pattern, true), startswith: onText(pattern, false), istartswith: onText(pattern, true),
  endswith: onText(pattern, false), iendswith: onText(pattern, true), regex: onText(regex, false), iregex: onText(regex, true), lt: keyComparison, lte: keyComparison, gt: keyComparison, gte: keyComparison,
};
