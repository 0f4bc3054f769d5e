import type { CallValue, Value } from "../../python/value.ts";
import { readData } from "../../sql/literal/read.ts";
import { Unknown } from "../../sql/literal/unknown.ts";
import { argumentsOf } from "./arguments.ts";
import { caseNode, type When } from "./case.ts";
import { combinedNode } from "./combined.ts";
import { referenceNode } from "./column.ts";
import { castNode } from "./functions/cast.ts";
import { concatNode } from "./functions/concat.ts";
import { extractNode } from "./functions/extract.ts";
import { functionNode, sharedOutput } from "./functions/function-node.ts";
import { jsonObjectNode } from "./functions/json-object.ts";
import { readFunction } from "./functions/read-function.ts";
import { truncateNode } from "./functions/truncate.ts";
import { leftNode, readZone } from "./functions/special.ts";
import type { Fragment } from "./fragment.ts";
import { keyNode } from "./json-key.ts";
import { lookupClass } from "./lookups/classes.ts";
import type { Node, Scope } from "./node.ts";
import { type OutputField, readField } from "./output-field.ts";
import { collateNode, opClassNode, orderByNode } from "./wrappers.ts";
import { rawNode } from "./raw.ts";
import { searchQuery, searchVector } from "./search.ts";
import { numericOnSqlite, valueNode } from "./value-node.ts";
import { readQ } from "./q.ts";
import { whereNode } from "./where.ts";

type Reader = (call: CallValue, scope: Scope) => Node;

/** A call of one of Django's expression classes; null for a class that is not known. */
export function readClass(name: string, call: CallValue, scope: Scope): Node | null {
  const reader = Object.hasOwn(readers, name) ? readers[name]! : null;
  if (reader) return reader(call, scope);
  return readFunction(name, call, scope) ?? datePart(name, call, scope) ?? lookupClass(name, call, scope);
}

const outputField = (call: CallValue): OutputField | null => {
  const value = call.kwargs.get("output_field");
  return value === undefined || value === null ? null : readField(value);
};

function required(value: Value | undefined, call: CallValue): Value {
  if (value === undefined) throw new Unknown(`an argument of ${call.path} is missing`);
  return value;
}

const readers: Readonly<Record<string, Reader>> = {
  F: (call, scope) => {
    const name = required(argumentsOf(call, ["name"]).take("name"), call);
    if (typeof name !== "string") throw new Unknown("the name in F() cannot be read");
    return referenceNode(name, scope);
  },
  Value: (call, scope) => {
    const { take } = argumentsOf(call, ["value", "output_field"]);
    const field = take("output_field");
    return valueNode(readData(required(take("value"), call)), field === undefined || field === null ? null : readField(field), scope);
  },
  Func: readFunc,
  Cast: (call, scope) => {
    const { take } = argumentsOf(call, ["expression", "output_field"]);
    return castNode(scope.readArgument(required(take("expression"), call)), readField(required(take("output_field"), call)), scope);
  },
  Concat: (call, scope) => concatNode(call.args.map((arg) => scope.readArgument(arg)), outputField(call), scope),
  Collate: (call, scope) => {
    const { take } = argumentsOf(call, ["expression", "collation"]);
    const collation = take("collation");
    if (typeof collation !== "string") throw new Unknown("the collation cannot be read");
    return collateNode(scope.readArgument(required(take("expression"), call)), collation, scope);
  },
  OpClass: (call, scope) => {
    const { take } = argumentsOf(call, ["expression", "name"]);
    const name = take("name");
    if (typeof name !== "string") throw new Unknown("the operator class cannot be read");
    return opClassNode(scope.readArgument(required(take("expression"), call)), name);
  },
  OrderBy: (call, scope) => {
    const { take } = argumentsOf(call, ["expression", "descending", "nulls_first", "nulls_last"]);
    return orderByNode(scope.read(required(take("expression"), call)), take("descending") === true, take("nulls_first") === true, take("nulls_last") === true, scope);
  },
  Case: readCase,
  ExpressionWrapper: (call, scope) => {
    const { take } = argumentsOf(call, ["expression", "output_field"]);
    const inner = scope.read(required(take("expression"), call));
    const field = readField(required(take("output_field"), call));
    const write = (part: Fragment): Fragment => numericOnSqlite(part, () => field, scope);
    return { kind: "wrapper", output: () => field, sql: () => write(inner.sql()), wrapped: inner, ...(inner.resolvedSql ? { resolvedSql: () => write(inner.resolvedSql!()) } : {}) };
  },
  CombinedExpression: (call, scope) => {
    const { take } = argumentsOf(call, ["lhs", "connector", "rhs", "output_field"]);
    const connector = take("connector");
    if (typeof connector !== "string") throw new Unknown("the connector cannot be read");
    return combinedNode(connector, scope.read(required(take("lhs"), call)), scope.read(required(take("rhs"), call)), scope, outputField(call));
  },
  RawSQL: (call, scope) => rawNode(call, outputField(call), scope),
  Left: (call, scope) => leftNode("LEFT", call, scope),
  Right: (call, scope) => leftNode("RIGHT", call, scope),
  Extract: (call, scope) => {
    const { take } = argumentsOf(call, ["expression", "lookup_name", "tzinfo"]);
    const part = take("lookup_name");
    if (typeof part !== "string") throw new Unknown("the part that Extract() takes cannot be read");
    return extractNode(part, scope.readArgument(required(take("expression"), call)), scope, readZone(take("tzinfo")));
  },
  Trunc: (call, scope) => {
    const { take } = argumentsOf(call, ["expression", "kind", "output_field", "tzinfo"]);
    const kind = take("kind");
    if (typeof kind !== "string") throw new Unknown("the kind of Trunc() cannot be read");
    return truncateNode(kind, scope.readArgument(required(take("expression"), call)), outputField(call), scope, readZone(take("tzinfo")));
  },
  KeyTransform: (call, scope) => readKey(call, false, scope),
  KeyTextTransform: (call, scope) => readKey(call, true, scope),
  KT: (call, scope) => readKeys(call, scope),
  JSONObject: (call, scope) => jsonObjectNode(call, scope),
  RangeBoundary: (call) => {
    const { take } = argumentsOf(call, ["inclusive_lower", "inclusive_upper"]);
    const bounds = `'${take("inclusive_lower") === false ? "(" : "["}${take("inclusive_upper") === true ? "]" : ")"}'`;
    return { kind: "raw", output: () => null, sql: () => [bounds] };
  },
  SearchVector: (call, scope) => searchVector(call.args.map((arg) => scope.readArgument(arg)), configOf(call, scope), optional(call.kwargs.get("weight"), scope), scope),
  SearchQuery: (call, scope) => {
    const type = call.kwargs.get("search_type") ?? "plain";
    if (typeof type !== "string") throw new Unknown("the search type cannot be read");
    return searchQuery(scope.read(required(argumentsOf(call, ["value"]).take("value"), call)), configOf(call, scope), type, call.kwargs.get("invert") === true);
  },
};

const optional = (value: Value | undefined, scope: Scope): Node | null => (value === undefined || value === null ? null : scope.read(value));

function configOf(call: CallValue, scope: Scope): Node | null {
  const config = call.kwargs.get("config");
  if (config !== null && typeof config === "object" && config.kind === "call" && /\.SearchConfig$/.test(config.path)) return optional(config.args[0], scope);
  return optional(config, scope);
}

function readFunc(call: CallValue, scope: Scope): Node {
  const text = (name: string): string | null => {
    const value = call.kwargs.get(name);
    if (value === undefined || value === null) return null;
    if (typeof value !== "string") throw new Unknown(`the ${name} of Func() cannot be read`);
    return value;
  };
  const extra: Record<string, string> = {};
  for (const [name, value] of call.kwargs) {
    if (["function", "template", "arg_joiner", "output_field", "arity"].includes(name)) continue;
    if (typeof value !== "string" && typeof value !== "number") throw new Unknown(`the argument ${name} of Func() cannot be read`);
    extra[name] = String(value);
  }
  const args = call.args.map((arg) => scope.readArgument(arg));
  const explicit = outputField(call);
  const joiner = text("arg_joiner");
  const template = text("template");
  return functionNode(text("function") ?? "None", args, () => explicit ?? sharedOutput(args), scope, { extra, ...(joiner === null ? {} : { joiner }), ...(template === null ? {} : { template }) });
}

function readCase(call: CallValue, scope: Scope): Node {
  const whens = call.args.map((arg) => readWhen(arg, scope));
  return caseNode(whens, scope.readArgument(call.kwargs.get("default") ?? null), outputField(call), scope);
}

/* oxlint-disable unicorn/no-thenable -- When() calls its result `then` */
function readWhen(value: Value, scope: Scope): When {
  if (value === null || typeof value !== "object" || value.kind !== "call" || !/\.When$/.test(value.path)) throw new Unknown("an argument of Case() that is no When()");
  const { take } = argumentsOf(value, ["condition", "then"]);
  const filters = new Map([...value.kwargs].filter(([name]) => name !== "condition" && name !== "then"));
  const condition = take("condition");
  const q: CallValue = { ...value, path: "django.db.models.Q", args: condition === undefined ? [] : [condition], kwargs: filters };
  const asked = filters.size > 0 ? q : required(condition, value);
  const filter = readQ(asked);
  return { condition: filter ? whereNode(filter, scope) : scope.read(asked), then: scope.readArgument(take("then") ?? null) };
}

function readKey(call: CallValue, text: boolean, scope: Scope): Node {
  const [name, on] = call.args;
  if ((typeof name !== "string" && typeof name !== "number") || on === undefined) throw new Unknown("the key of a key transform cannot be read");
  if (/hstore/.test(call.path)) throw new Unknown("a key transform of an HStoreField");
  return keyNode(String(name), scope.readArgument(on), text, scope);
}

/** KT("data__a__b"). */
function readKeys(call: CallValue, scope: Scope): Node {
  const [lookup] = call.args;
  const [field, ...keys] = typeof lookup === "string" ? lookup.split("__") : [];
  if (field === undefined || keys.length === 0) throw new Unknown("the path of KT() cannot be read");
  return keys.reduce<Node>((on, key) => keyNode(key, on, true, scope), referenceNode(field, scope));
}

/** ExtractYear, TruncMonth and their sisters. */
function datePart(name: string, call: CallValue, scope: Scope): Node | null {
  const match = /^(Extract|Trunc)(Year|IsoYear|Quarter|Month|Week|WeekDay|IsoWeekDay|Day|Date|Time|Hour|Minute|Second)$/.exec(name);
  if (!match) return null;
  const part = match[2]!.replace(/(?<=.)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
  const { take } = argumentsOf(call, match[1] === "Extract" ? ["expression", "lookup_name", "tzinfo"] : ["expression", "output_field", "tzinfo"]);
  const on = scope.readArgument(required(take("expression"), call));
  return match[1] === "Extract" ? extractNode(part, on, scope, readZone(take("tzinfo"))) : truncateNode(part, on, outputField(call), scope, readZone(take("tzinfo")));
}
