import type { CallValue, Value } from "../../../python/value.ts";
import { djangoAtLeast } from "../../../sql/dialect.ts";
import { Unknown } from "../../../sql/literal/unknown.ts";
import type { Node, Scope } from "../node.ts";
import { isModelsCall } from "../class-name.ts";
import { isExpression } from "../is-expression.ts";
import { readRight } from "../where.ts";
import { buildLookup } from "./build.ts";
import type { Right } from "./input.ts";

/** django.db.models.lookups.*: a lookup written as an expression, `GreaterThan(F("a"), F("b"))`. */
const names: Readonly<Record<string, string>> = {
  Exact: "exact", IExact: "iexact", GreaterThan: "gt", GreaterThanOrEqual: "gte", LessThan: "lt", LessThanOrEqual: "lte", In: "in", Contains: "contains", IContains: "icontains",
  StartsWith: "startswith", IStartsWith: "istartswith", EndsWith: "endswith", IEndsWith: "iendswith", Range: "range", IsNull: "isnull", Regex: "regex", IRegex: "iregex",
};

/** Before F() is resolved it has no output_field to prepare the other side: that becomes a plain Value. */
function rightOf(left: Value, right: Value, lookup: string, scope: Scope): Right {
  const plain = isModelsCall(left, "F") && !isExpression(right) && !["in", "range", "isnull"].includes(lookup) && !/contains|startswith|endswith|regex|iexact/.test(lookup);
  if (plain) return { node: scope.read(right) };
  const result = readRight(right, scope);
  if ("items" in result && !djangoAtLeast(scope.dialect, "5.2") && result.items.some((item) => "node" in item && !simple.has(item.node.kind))) {
    throw new Unknown("an expression in the list of a lookup class before Django 5.2, which resolves it in its own way");
  }
  return result;
}

const simple = new Set<Node["kind"]>(["column", "value"]);

/** A call of a lookup class; null for any other. */
export function lookupClass(name: string, call: CallValue, scope: Scope): Node | null {
  const lookup = Object.hasOwn(names, name) ? names[name] : undefined;
  const [left, right] = call.args;
  if (lookup === undefined || left === undefined || right === undefined) return null;
  const built = buildLookup([lookup], scope.read(left), rightOf(left, right, lookup, scope), scope);
  if (built.name !== lookup) throw new Unknown("a lookup class with None on the right");
  return built.node;
}
