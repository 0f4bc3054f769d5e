import { callBuiltin, callMethod, iterate } from "./builtins.ts";
import { placeOf, reference, sourceOf, unknown, type Context, type Env } from "./context.ts";
import { enclosing } from "./enclosing.ts";
import { formatBraces } from "./format.ts";
import { callLibrary, importedBy } from "./functions.ts";
import { lookUp } from "./names.ts";
import type { Expression, Statement } from "./syntax.ts";
import { isAlias, type Found } from "./trace.ts";
import { isCompound, isDict, isItems } from "./values.ts";
import type { CallValue, UnknownValue, Value } from "./value.ts";
import { codeSpan } from "../code-span.ts";

type CallExpression = Expression & { readonly kind: "call" };

interface Arguments {
  readonly args: readonly Value[];
  readonly kwargs: ReadonlyMap<string, Value>;
  readonly unknownArgs: UnknownValue | null;
}

/** A call: its result where that is certain, else the call with its resolved path and its arguments' values. */
export function evaluateCall(context: Context, call: CallExpression, env: Env): Value {
  const { callee } = call;
  if (callee.kind === "attribute") return evaluateMethodCall(context, call, callee.object, callee.name, env);
  if (callee.kind !== "name") return unknown("a call of something that is not a name", call, env.module);
  const found = calledBy(context, callee.path, env);
  if (found === null) return undefinedCallee(context, call, callee.path, env);
  const given = readArguments(context, call, env);
  switch (found.kind) {
    case "builtin":
      return certain(given, (args, kwargs) => callBuiltin(found.name, args, kwargs), `builtins.${found.name}`, call, env);
    case "library": {
      const imported = importedBy(found.path, given.args);
      if (imported !== null) return reference(imported, call, env.module);
      return certain(given, (args, kwargs) => callLibrary(found.path, args, kwargs), found.path, call, env);
    }
    case "class":
      return callValue([found.path, ...found.rest].join("."), given, call, env);
    case "function":
      return certain(given, () => callFunction(context, found, given), [found.path, ...found.rest].join("."), call, env);
    case "value":
      return evaluateValueCall(found, given, call, env);
    case "module":
      return unknown("a call of a module", call, env.module);
    case "missing":
    case "absent":
      return callValue(found.path, given, call, env);
  }
}

/** What a name leads to, another name for a function or a class followed. */
function calledBy(context: Context, path: string, env: Env): ReturnType<typeof lookUp> {
  const found = lookUp(context, path, env);
  if (found?.kind !== "value" || found.rest.length > 0 || !isAlias(found.value)) return found;
  const target = found.value.path;
  return target.startsWith("builtins.") ? { kind: "builtin", name: target.slice("builtins.".length) } : context.trace(target, env.module.path);
}

/** The result where there is one, else the call. */
function certain(given: Arguments, work: (args: readonly Value[], kwargs: ReadonlyMap<string, Value>) => Value | undefined, path: string, call: CallExpression, env: Env): Value {
  const result = given.unknownArgs === null ? work(given.args, given.kwargs) : undefined;
  return result === undefined ? callValue(path, given, call, env) : result;
}

function callValue(path: string, given: Arguments, call: CallExpression, env: Env): CallValue {
  return { kind: "call", path, ...given, place: placeOf(call, env.module), text: sourceOf(call, env.module) };
}

/** `_` is what projects call gettext by; without a definition it can only be that. */
function undefinedCallee(context: Context, call: CallExpression, path: string, env: Env): Value {
  const [first] = call.args;
  const text = path === "_" && call.args.length === 1 && first?.kind === "positional" ? context.evaluate(first.value, env) : null;
  return typeof text === "string" ? text : unknown(`a call of ${codeSpan(path)}, which is not defined here`, call, env.module);
}

/** A name that holds a value is called: a method of a literal, or something made at run time. */
function evaluateValueCall(found: Extract<Found, { kind: "value" }>, given: Arguments, call: CallExpression, env: Env): Value {
  const { value, rest } = found;
  if (rest.length === 1 && (!isCompound(value) || isItems(value) || isDict(value))) return callLiteral(value, rest[0]!, given, call, env);
  if (isCompound(value) && value.kind === "unknown") return unknown(`a call of ${value.reason}`, call, env.module);
  if (isCompound(value) && value.kind === "call") {
    if (rest.length === 0) return callValue(found.path, given, call, env);
    if (rest.length === 1) return { ...callValue(`${value.path}.${rest[0]}`, given, call, env), on: value };
  }
  return unknown("a call of a value that is made at run time", call, env.module);
}

function evaluateMethodCall(context: Context, call: CallExpression, object: Expression, method: string, env: Env): Value {
  const value = context.evaluate(object, env);
  const given = readArguments(context, call, env);
  if (!isCompound(value) || isItems(value) || isDict(value)) return callLiteral(value, method, given, call, env);
  if (value.kind === "call") return { ...callValue(`${value.path}.${method}`, given, call, env), on: value };
  return unknown(`the result of ${codeSpan(`.${method}()`)}`, call, env.module);
}

function callLiteral(value: Value, method: string, given: Arguments, call: CallExpression, env: Env): Value {
  if (given.unknownArgs === null) {
    if (typeof value === "string" && method === "format") {
      const text = formatBraces(value, given.args, given.kwargs);
      if (text !== null) return text;
    } else if (given.kwargs.size === 0) {
      const result = callMethod(value, method, given.args);
      if (result !== undefined) return result;
    }
  }
  return unknown(`the result of ${codeSpan(`.${method}()`)}`, call, env.module);
}

function readArguments(context: Context, call: CallExpression, env: Env): Arguments {
  const args: Value[] = [];
  const kwargs = new Map<string, Value>();
  let unknownArgs: UnknownValue | null = null;
  for (const argument of call.args) {
    const value = context.evaluate(argument.value, env);
    if (argument.kind === "positional") args.push(value);
    else if (argument.kind === "keyword") kwargs.set(argument.name, value);
    else if (argument.kind === "star") {
      const items = isCompound(value) && (isItems(value) || isDict(value)) && !(isItems(value) && value.kind === "set") ? iterate(value) : null;
      if (items === null || items.some((item) => isCompound(item) && item.kind === "unknown")) unknownArgs ??= spread(value, argument.value, env);
      else args.push(...items);
    } else if (isDict(value) && value.entries.every(([key]) => typeof key === "string")) {
      for (const [key, item] of value.entries) if (typeof key === "string") kwargs.set(key, item);
    } else unknownArgs ??= spread(value, argument.value, env);
  }
  return { args, kwargs, unknownArgs };
}

function spread(value: Value, expression: Expression, env: Env): UnknownValue {
  const why = isCompound(value) && value.kind === "unknown" ? value.reason : "not a literal";
  return unknown(`arguments that are spread from ${why}`, expression, env.module);
}

/** The result of a function of the repository that is a single `return`, its parameters bound; undefined for any other function. */
function callFunction(context: Context, found: Extract<Found, { kind: "function" }>, given: Arguments): Value | undefined {
  const { definition, module, rest } = found;
  if (rest.length > 0 || definition.decorators.length > 0 || module.text.startsWith("async", definition.start)) return undefined;
  if (enclosing(module.body, definition.start).length > 0) return undefined;
  const returned = onlyReturn(definition.body);
  if (returned === null) return undefined;
  const here: Env = { module, locals: null, around: [], at: Infinity };
  const locals = bindParameters(context, definition, given, here);
  return locals === null ? undefined : context.evaluate(returned, { ...here, locals });
}

function onlyReturn(body: readonly Statement[]): Expression | null {
  const statements = body.filter((statement, index) => !(index === 0 && statement.kind === "expression" && statement.value.kind === "string"));
  const [statement, ...more] = statements;
  return statement?.kind === "return" && more.length === 0 ? statement.value : null;
}

function bindParameters(context: Context, definition: Extract<Found, { kind: "function" }>["definition"], given: Arguments, env: Env): ReadonlyMap<string, Value> | null {
  const locals = new Map<string, Value>();
  const kwargs = new Map(given.kwargs);
  let next = 0;
  let keywordOnly = false;
  for (const parameter of definition.parameters) {
    if (parameter.startsWith("**")) {
      locals.set(parameter.slice(2), { kind: "dict", entries: [...kwargs] });
      kwargs.clear();
    } else if (parameter.startsWith("*")) {
      locals.set(parameter.slice(1), { kind: "tuple", items: given.args.slice(next) });
      next = given.args.length;
      keywordOnly = true;
    } else {
      const standard = definition.defaults?.get(parameter);
      if (!keywordOnly && next < given.args.length) locals.set(parameter, given.args[next++]!);
      else if (kwargs.has(parameter)) locals.set(parameter, kwargs.get(parameter)!);
      else if (standard !== undefined) locals.set(parameter, context.evaluate(standard, { ...env, at: standard.start }));
      else return null;
      kwargs.delete(parameter);
    }
  }
  return next < given.args.length || kwargs.size > 0 ? null : locals;
}
