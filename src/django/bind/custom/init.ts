import type { Argument, Expression, FunctionStatement, Statement } from "../../../python/syntax.ts";
import type { Value } from "../../../python/value.ts";
import type { BindContext } from "../context.ts";
import type { FieldCall, Initialised } from "../field-class.ts";
import { called, type ClassDefinition } from "./class.ts";
import { evaluateIn, holds, type Lookup } from "./evaluate.ts";
import { bindParameters, type BoundParameters } from "./parameters.ts";
import { classAttribute, selfAttribute, superMethod } from "./self.ts";

/** One run of an `__init__` over its syntax. */
interface Run extends BoundParameters {
  readonly definition: ClassDefinition;
  readonly context: BindContext;
  readonly self: string;
  readonly lookup: Lookup;
  /** Attributes set on self so far. */
  readonly attributes: Map<string, Value>;
  passed: FieldCall | null;
  /** Attributes set after the base's `__init__`, which stay. */
  readonly after: Map<string, Value>;
}

/** What a class's `__init__` passes to its base's for a call, followed statement by statement. Nothing is run. */
export function initialise(definition: ClassDefinition, method: FunctionStatement, call: FieldCall, context: BindContext): Initialised {
  const fail = (why: string, at: { readonly start: number }): Initialised => ({
    passed: call,
    attributes: new Map(),
    unknown: `the __init__ of ${called(definition, at)} cannot be followed: ${why}. \`manage.py sqlmigrate\` shows the column`,
  });
  const { module } = definition;
  const bound = bindParameters(method, module, call, context.python!);
  if (typeof bound === "string") return fail(bound, method);
  const run: Run = {
    ...bound,
    definition,
    context,
    self: method.parameters[0] ?? "self",
    attributes: new Map(),
    passed: null,
    after: new Map(),
    lookup: (expression) => look(run, expression),
  };
  const stopped = follow(run, method.body);
  if (stopped !== null && stopped !== "return") return fail(stopped.why, stopped.at);
  if (run.passed === null) return fail("it does not call the __init__ of its base", method);
  return { passed: run.passed, attributes: new Map([...run.attributes].filter(([name]) => run.after.has(name) || !known.has(name))), unknown: null };
}

/** Attributes that Field.__init__ sets anew. */
const known = new Set(["name", "verbose_name", "primary_key", "max_length", "unique", "blank", "null", "db_index", "default", "db_default", "editable", "serialize", "choices", "help_text", "db_column", "db_tablespace", "auto_created", "validators", "error_messages", "db_comment", "remote_field", "db_collation"]);

type Stop = { readonly why: string; readonly at: { readonly start: number } } | "return" | null;

function follow(run: Run, statements: readonly Statement[]): Stop {
  for (const statement of statements) {
    const stop = step(run, statement);
    if (stop !== null) return stop;
  }
  return null;
}

function step(run: Run, statement: Statement): Stop {
  switch (statement.kind) {
    case "return":
      return "return";
    case "expression":
      return expression(run, statement.value);
    case "assign":
      return assign(run, statement.targets, statement.value);
    case "if": {
      const test = holds(statement.test, run.definition.module, locals(run), run.lookup, run.context.python!);
      if (test !== null) return follow(run, test ? statement.then : statement.otherwise);
      const touching = [...statement.then, ...statement.otherwise].find((inner) => touches(run, inner));
      return touching ? { why: `whether \`${source(run, statement.test)}\` holds cannot be told`, at: statement } : null;
    }
    case "try":
      return follow(run, statement.body);
    case "with":
      return follow(run, statement.body);
    case "for":
    case "while":
      return touches(run, statement) ? { why: "it changes its arguments in a loop", at: statement } : null;
    case "augmented":
      return touches(run, statement) ? { why: `\`${source(run, statement)}\` is not followed`, at: statement } : null;
    case "other":
      for (const target of statement.targets ?? []) {
        const key = keyOf(run, target);
        if (key !== null) run.kwargs.delete(key);
      }
      return null;
    default:
      return null;
  }
}

function expression(run: Run, value: Expression): Stop {
  if (value.kind !== "call") return null;
  const given = baseArguments(run, value);
  if (given) {
    const passed = collect(run, given);
    if (typeof passed === "string") return { why: passed, at: value };
    run.passed = passed;
    return null;
  }
  if (look(run, value) !== undefined) return null;
  if (value.callee.kind === "name" && value.callee.path === `${run.rest}.update`) {
    const more = collect(run, value.args);
    if (typeof more === "string" || more.args.length > 1) return { why: `\`${source(run, value)}\` is not followed`, at: value };
    const [dict] = more.args;
    if (dict !== undefined && (dict === null || typeof dict !== "object" || dict.kind !== "dict")) return { why: `\`${source(run, value)}\` is not followed`, at: value };
    if (dict?.kind === "dict") setAll(run.kwargs, dict.entries);
    for (const [name, item] of more.kwargs) run.kwargs.set(name, item);
    return null;
  }
  const hands = value.args.some((argument) => argument.value.kind === "name" && argument.value.path === run.rest);
  return hands ? { why: `\`${source(run, value)}\` may change its arguments`, at: value } : null;
}

function assign(run: Run, targets: readonly Expression[], value: Expression): Stop {
  const result = evaluateIn(value, run.definition.module, locals(run), run.lookup, run.context.python!);
  for (const target of targets) set(run, target, result);
  const replaced = targets.some((target) => target.kind === "name" && target.path === run.rest);
  if (!replaced) return null;
  if (result === null || typeof result !== "object" || result.kind !== "dict") return { why: `\`${source(run, value)}\` is not followed`, at: value };
  run.kwargs.clear();
  setAll(run.kwargs, result.entries);
  return null;
}

function setAll(kwargs: Map<string, Value>, entries: readonly (readonly [Value, Value])[]): void {
  for (const [name, item] of entries) if (typeof name === "string") kwargs.set(name, item);
}

function set(run: Run, target: Expression, value: Value): void {
  if (target.kind === "tuple" || target.kind === "list") {
    const items = value !== null && typeof value === "object" && (value.kind === "tuple" || value.kind === "list") ? value.items : [];
    for (const [index, part] of target.items.entries()) set(run, part, items[index] ?? unread(run, target));
    return;
  }
  const key = keyOf(run, target);
  if (key !== null) return void run.kwargs.set(key, value);
  const attribute = selfAttribute(target, run.self);
  if (attribute !== null) {
    run.attributes.set(attribute, value);
    if (run.passed !== null) run.after.set(attribute, value);
  } else if (target.kind === "name" && !target.path.includes(".") && target.path !== run.rest) run.locals.set(target.path, value);
}

/** `kwargs["max_length"]` → `max_length`. */
function keyOf(run: Run, target: Expression): string | null {
  if (run.rest === null || target.kind !== "subscript" || target.object.kind !== "name" || target.object.path !== run.rest) return null;
  const key = evaluateIn(target.index, run.definition.module, locals(run), run.lookup, run.context.python!);
  return typeof key === "string" ? key : null;
}

/** `super().__init__(…)`, or `models.CharField.__init__(self, …)`: its arguments. */
function baseArguments(run: Run, call: Expression): readonly Argument[] | null {
  if (call.kind !== "call") return null;
  if (superMethod(call) === "__init__") return call.args;
  if (call.callee.kind !== "name" || !call.callee.path.endsWith(".__init__")) return null;
  const [first, ...more] = call.args;
  return first?.kind === "positional" && first.value.kind === "name" && first.value.path === run.self ? more : null;
}

function collect(run: Run, given: readonly Argument[]): FieldCall | string {
  const args: Value[] = [];
  const kwargs = new Map<string, Value>();
  for (const argument of given) {
    const value = evaluateIn(argument.value, run.definition.module, locals(run), run.lookup, run.context.python!);
    if (argument.kind === "positional") args.push(value);
    else if (argument.kind === "keyword") kwargs.set(argument.name, value);
    else if (value === null || typeof value !== "object") return `what \`${source(run, argument.value)}\` holds cannot be read`;
    else if (argument.kind === "star" && (value.kind === "tuple" || value.kind === "list")) args.push(...value.items);
    else if (argument.kind === "double star" && value.kind === "dict") setAll(kwargs, value.entries);
    else return `what \`${source(run, argument.value)}\` holds cannot be read`;
  }
  return { args, kwargs };
}

/** `self.x`, and the methods of `kwargs` that give a value and may change it. */
function look(run: Run, expression: Expression): Value | undefined {
  const attribute = selfAttribute(expression, run.self);
  if (attribute !== null) return run.attributes.get(attribute) ?? classAttribute(run.definition, attribute, run.context);
  if (run.rest === null || expression.kind !== "call" || expression.callee.kind !== "name") return undefined;
  const method = expression.callee.path.startsWith(`${run.rest}.`) ? expression.callee.path.slice(run.rest.length + 1) : "";
  if (method !== "pop" && method !== "get" && method !== "setdefault") return undefined;
  const [name, fallback] = expression.args.map((argument) => evaluateIn(argument.value, run.definition.module, locals(run), run.lookup, run.context.python!));
  if (typeof name !== "string") return unread(run, expression);
  const value = run.kwargs.has(name) ? run.kwargs.get(name)! : (fallback ?? null);
  if (method === "pop") run.kwargs.delete(name);
  if (method === "setdefault") run.kwargs.set(name, value);
  return value;
}

/** Does a statement that may or may not run change what the base is given? */
function touches(run: Run, statement: Statement): boolean {
  if (statement.kind === "other" && !statement.targets) return false;
  const text = source(run, statement);
  if (/\bsuper\b|\b__init__\b/.test(text)) return true;
  if (run.rest !== null && new RegExp(`\\b${run.rest}\\s*(?:\\[[^\\]]*\\]\\s*=(?!=)|\\.(?:pop|update|setdefault|clear|popitem)\\b|=(?!=)|\\|=)|\\bdel\\s+${run.rest}\\b`).test(text)) return true;
  return [...run.locals.keys()].some((name) => new RegExp(`(?<![\\w.])${name}\\s*(?:[-+*/|&]?=(?!=))`).test(text)) || [...known].some((name) => text.includes(`${run.self}.${name} =`));
}

/** Names as they are at this point, `args` and `kwargs` included. */
function locals(run: Run): ReadonlyMap<string, Value> {
  const names = new Map(run.locals);
  if (run.star !== null) names.set(run.star, { kind: "tuple", items: run.args });
  if (run.rest !== null) names.set(run.rest, { kind: "dict", entries: [...run.kwargs] });
  return names;
}

function source(run: Run, { start, end }: { readonly start: number; readonly end: number }): string {
  return run.definition.module.text.slice(start, end);
}

function unread(run: Run, at: Expression): Value {
  const { module } = run.definition;
  return { kind: "unknown", reason: "a value that cannot be followed", place: { path: module.path, line: module.lineAt(at.start) }, text: source(run, at) };
}
