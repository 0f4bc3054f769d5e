import { evaluateCall } from "./calls.ts";
import { deepest, mostCharacters, mostSteps, placeOf, reference, sourceOf, unknown, type Context, type Env } from "./context.ts";
import { asText } from "./format.ts";
import { libraryValues } from "./functions.ts";
import { classAttribute } from "./members.ts";
import { lookUp } from "./names.ts";
import { arithmetic, compare, prefix } from "./operators.ts";
import type { Expression, Span } from "./syntax.ts";
import { isAlias, type Found } from "./trace.ts";
import { asInteger, dict, hash, isComplete, isCompound, isDict, isItems, isLiteral, isUnknown, notDefined, same, set, truth, weight } from "./values.ts";
import type { Value } from "./value.ts";
import { codeSpan } from "../code-span.ts";

/** What an expression means, as far as it can be told without running it. Never throws; hostile code runs into the limits. */
export function evaluate(context: Context, expression: Expression, env: Env): Value {
  const { work } = context;
  if (work.depth >= deepest || work.steps >= mostSteps) {
    work.incomplete++;
    return unknown(work.depth >= deepest ? "nested too deeply to be worked out" : "too much to be worked out", expression, env.module);
  }
  work.depth++;
  work.steps++;
  const value = evaluateOne(context, expression, env);
  work.depth--;
  return value;
}

function evaluateOne(context: Context, expression: Expression, env: Env): Value {
  switch (expression.kind) {
    case "string":
    case "integer":
    case "constant":
      return expression.value;
    case "float":
      return { kind: "float", text: expression.text };
    case "bytes":
      return { kind: "bytes", text: expression.value };
    case "list":
    case "tuple":
      return { kind: expression.kind, items: evaluateItems(context, expression.items, env) };
    case "set":
      return set(evaluateItems(context, expression.items, env));
    case "dict":
      return dict(evaluateEntries(context, expression.entries, env));
    case "name":
      return evaluateName(context, expression, env);
    case "call":
      return evaluateCall(context, expression, env);
    case "binary":
      return evaluateChain(context, expression, env);
    case "unary":
      return prefix(expression.operator, context.evaluate(expression.operand, env), expression, env.module);
    case "subscript":
      return evaluateSubscript(context, expression, env);
    case "conditional":
      return evaluateConditional(context, expression, env);
    case "attribute":
      return unknown(`${codeSpan(`.${expression.name}`)} of something that is made at run time`, expression, env.module);
    case "starred":
      return unknown("items that are spread where none can be", expression, env.module);
    case "other":
      return evaluateOther(context, expression, env);
  }
}

/** The items of a list; `*items` that cannot be told become one unknown item. */
function evaluateItems(context: Context, items: readonly Expression[], env: Env): readonly Value[] {
  if (!items.some((item) => item.kind === "starred")) return items.map((item) => context.evaluate(item, env));
  return items.flatMap((item) => {
    if (item.kind !== "starred") return [context.evaluate(item, env)];
    const value = context.evaluate(item.value, env);
    if (isItems(value) && value.kind !== "set") return value.items;
    if (isDict(value)) return value.entries.map(([key]) => key);
    return [isUnknown(value) ? value : unknown("items that are spread from something that is not a literal", item, env.module)];
  });
}

function evaluateEntries(context: Context, entries: readonly (readonly [Expression | null, Expression])[], env: Env): readonly (readonly [Value, Value])[] {
  return entries.flatMap(([key, item]): readonly (readonly [Value, Value])[] => {
    const value = context.evaluate(item, env);
    if (key !== null) return [[context.evaluate(key, env), value]];
    if (isDict(value)) return value.entries;
    const rest = isUnknown(value) ? value : unknown("entries that are spread from something that is not a literal", item, env.module);
    return [[rest, rest]];
  });
}

function evaluateName(context: Context, expression: Expression & { readonly kind: "name" }, env: Env): Value {
  if (expression.path === "__name__") return context.modules.dotted(env.module.path);
  const found = lookUp(context, expression.path, env);
  if (found === null) return unknown(notDefined, expression, env.module);
  if (found.kind === "builtin") return reference(`builtins.${found.name}`, expression, env.module);
  const value = valueOf(context, found, env, expression);
  if (env.locals !== null && isCompound(value)) context.work.steps += weight(value, mostSteps);
  return value;
}

/** What a dotted path is as a value. */
export function follow(context: Context, dotted: string, env: Env, span: Span): Value {
  return valueOf(context, context.trace(dotted, env.module.path), env, span);
}

function valueOf(context: Context, found: Found, env: Env, span: Span): Value {
  switch (found.kind) {
    case "library": {
      const known = libraryValues.get(found.path) ?? context.known(found.path);
      return known === undefined ? reference(found.path, span, env.module) : known;
    }
    case "module":
      return reference(found.path, span, env.module);
    case "class":
      return found.rest.length === 0 ? reference(found.path, span, env.module) : classAttribute(context, found, env, span);
    case "function":
      if (found.rest.length > 0) return unknown("an attribute of a function", span, env.module);
      return { ...reference(found.path, span, env.module), place: placeOf(found.definition, found.module) };
    case "value":
      if (found.rest.length === 0) return found.value;
      if (isAlias(found.value)) return follow(context, [found.value.path, ...found.rest].join("."), env, span);
      return unknown(isUnknown(found.value) ? found.value.reason : `${codeSpan(`.${found.rest.join(".")}`)} of a value that is made at run time`, span, env.module);
    case "missing":
      return unknown(`${codeSpan(found.file)}, where it is defined, was not read`, span, env.module);
    case "absent":
      return unknown(`${codeSpan(found.module)} has no ${codeSpan(found.name)}`, span, env.module);
  }
}

/** `a + b + c` leans to the left: worked out in a loop, so that a long chain is no recursion. */
function evaluateChain(context: Context, expression: Expression & { readonly kind: "binary" }, env: Env): Value {
  const links: (Expression & { readonly kind: "binary" })[] = [];
  let first: Expression = expression;
  while (first.kind === "binary") {
    links.push(first);
    first = first.left;
  }
  let value = context.evaluate(first, env);
  for (const link of links.toReversed()) value = evaluateLink(context, value, link, env);
  if (links.length > longestChain && !isLiteral(value)) return unknown(`a chain of more than ${longestChain} operators`, expression, env.module);
  return value;
}

/** Operators on what is no literal stay nested: whoever reads the value goes down link by link. */
const longestChain = 200;

const operators = new Set(["+", "-", "*", "/", "//", "%", "**", "@", "|", "&", "^", "<<", ">>"]);

function evaluateLink(context: Context, left: Value, link: Expression & { readonly kind: "binary" }, env: Env): Value {
  const { operator } = link;
  if (operator === "and" || operator === "or") {
    const truthful = truth(left);
    if (truthful === null) return unknown(`${codeSpan(operator)} after a value that is not known`, link, env.module);
    return truthful === (operator === "and") ? context.evaluate(link.right, env) : left;
  }
  const right = context.evaluate(link.right, env);
  if (operators.has(operator)) return arithmetic(operator, left, right, link, env.module);
  const answer = compare(operator, left, right);
  return answer === null ? unknown("a comparison of values that are not known", link, env.module) : answer;
}

function evaluateConditional(context: Context, expression: Expression & { readonly kind: "conditional" }, env: Env): Value {
  const truthful = truth(context.evaluate(expression.test, env));
  if (truthful !== null) return context.evaluate(truthful ? expression.then : expression.otherwise, env);
  const [then, otherwise] = [context.evaluate(expression.then, env), context.evaluate(expression.otherwise, env)];
  return same(then, otherwise) === true ? then : unknown("a value that a condition decides", expression, env.module);
}

function evaluateSubscript(context: Context, expression: Expression & { readonly kind: "subscript" }, env: Env): Value {
  const object = context.evaluate(expression.object, env);
  const index = context.evaluate(expression.index, env);
  const item = itemOf(object, index);
  if (item !== undefined) return item;
  if (isAlias(object) && typeof index === "string") {
    const found = context.trace(object.path, env.module.path);
    // A library's class with a name for an index is an enum with a member: so the migration writer prints them.
    if (found.kind === "library" && /(^|\.)_?[A-Z]\w*$/.test(found.path) && /^[A-Za-z_]\w*$/.test(index)) return reference(`${found.path}.${index}`, expression, env.module);
    if (found.kind === "class" && found.rest.length === 0) return classAttribute(context, { ...found, rest: [index] }, env, expression);
  }
  return unknown(isUnknown(object) ? object.reason : "an item of something that is not a literal", expression, env.module);
}

function itemOf(object: Value, index: Value): Value | undefined {
  if (isDict(object)) {
    const key = hash(index);
    if (key === null || object.entries.some(([one]) => hash(one) === null)) return undefined;
    return object.entries.find(([one]) => hash(one) === key)?.[1];
  }
  const at = asInteger(index);
  if (at === null) return undefined;
  if (typeof object === "string") return Array.from(object).at(Number(at));
  return isItems(object) && object.kind !== "set" && isComplete(object) ? object.items.at(Number(at)) : undefined;
}

function evaluateOther(context: Context, expression: Expression & { readonly kind: "other" }, env: Env): Value {
  if (expression.what === "a lambda") return { ...reference("<lambda>", expression, env.module), text: sourceOf(expression, env.module) };
  if (expression.parts === undefined) return unknown(expression.what, expression, env.module);
  let text = "";
  for (const part of expression.parts) {
    const shown = typeof part === "string" ? part : asText(context.evaluate(part, env));
    if (shown === null || text.length + shown.length > mostCharacters) return unknown(expression.what, expression, env.module);
    text += shown;
  }
  return text;
}
