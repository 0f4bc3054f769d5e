import { djangoAtLeast } from "../../sql/dialect.ts";
import { rangeTypes } from "../../sql/literal/field.ts";
import { Unknown } from "../../sql/literal/unknown.ts";
import { type Fragment, param, sql } from "./fragment.ts";
import { extractNode } from "./functions/extract.ts";
import { functionNode } from "./functions/function-node.ts";
import { truncateNode } from "./functions/truncate.ts";
import { isInteger, keyNode } from "./json-key.ts";
import type { Node, Scope } from "./node.ts";
import { bare, isInstance, type OutputField } from "./output-field.ts";

const dateParts = new Set(["year", "month", "day", "week_day", "iso_week_day", "week", "iso_year", "quarter"]);
const timeParts = new Set(["hour", "minute", "second"]);

/** lhs.get_transform(name)(lhs); null when no such transform comes with Django. */
export function transform(lhs: Node, name: string, scope: Scope): Node | null {
  const field = lhs.output();
  if (field === null) return null;
  if (isInstance(field, "DateField") && dateParts.has(name)) return extractNode(name, lhs, scope);
  if ((isInstance(field, "DateTimeField") || isInstance(field, "TimeField")) && timeParts.has(name)) return extractNode(name, lhs, scope);
  if (isInstance(field, "DateTimeField") && (name === "date" || name === "time")) return truncateNode(name, lhs, null, scope);
  if (field.internalType === "JSONField") return keyNode(name, lhs, false, scope);
  if (field.internalType === "ArrayField") return arrayTransform(lhs, name, field, scope);
  if (field.internalType === "HStoreField") return hstoreTransform(lhs, name, scope);
  if (rangeTypes.has(field.internalType)) return rangeTransform(lhs, name, field, scope);
  return null;
}

function arrayTransform(lhs: Node, name: string, field: OutputField, scope: Scope): Node | null {
  if (name === "len") return { kind: "function", output: () => bare("IntegerField"), sql: () => arrayLength(lhs.sql()) };
  if (!name.includes("_") && isInteger(name)) return { kind: "function", output: () => field.baseField, sql: () => element(lhs.sql(), BigInt(name) + 1n) };
  const slice = /^(\d+)_(\d+)$/.exec(name);
  if (!slice) return null;
  return { kind: "function", output: () => field, sql: () => arraySlice(lhs.sql(), BigInt(slice[1]!) + 1n, BigInt(slice[2]!), scope) };
}

function arrayLength(array: Fragment): Fragment {
  return sql`CASE WHEN ${array} IS NULL THEN NULL ELSE coalesce(array_length(${array}, 1), 0) END`;
}

const endsWithBracket = (fragment: Fragment): boolean => {
  const last = fragment.at(-1);
  return typeof last === "string" && last.endsWith("]");
};

function element(array: Fragment, index: bigint): Fragment {
  return sql`${endsWithBracket(array) ? array : sql`(${array})`}[${param(index)}]`;
}

/** Before Django 5.1 a slice of a slice got no brackets. */
function arraySlice(array: Fragment, from: bigint, to: bigint, scope: Scope): Fragment {
  const inner = !djangoAtLeast(scope.dialect, "5.1") && endsWithBracket(array) ? array : sql`(${array})`;
  return sql`${inner}[${param(from)}:${param(to)}]`;
}

function hstoreTransform(lhs: Node, name: string, scope: Scope): Node {
  const texts = (): OutputField => bare("ArrayField", new Map(), bare("TextField"));
  if (name === "keys") return functionNode("akeys", [lhs], texts, scope);
  if (name === "values") return functionNode("avals", [lhs], texts, scope);
  return { kind: "function", output: () => bare("TextField"), sql: () => sql`(${lhs.sql()} -> ${param(name)})` };
}

const rangeTests: Readonly<Record<string, string>> = { isempty: "isempty", lower_inc: "LOWER_INC", lower_inf: "LOWER_INF", upper_inc: "UPPER_INC", upper_inf: "UPPER_INF" };

function rangeTransform(lhs: Node, name: string, field: OutputField, scope: Scope): Node | null {
  if (name === "startswith") return functionNode("lower", [lhs], () => field.baseField, scope);
  if (name === "endswith") return functionNode("upper", [lhs], () => field.baseField, scope);
  const test = rangeTests[name];
  return test === undefined ? null : functionNode(test, [lhs], () => bare("BooleanField"), scope);
}

/** The transform, or Unknown: a project may have registered one of that name. */
export function requiredTransform(lhs: Node, name: string, scope: Scope): Node {
  const found = transform(lhs, name, scope);
  if (found) return found;
  const field = lhs.output();
  throw new Unknown(`"${name}" is no lookup or transform that Django has for ${field ? field.internalType : "this expression"}: the project may register it, or it would need a join`);
}
