import type { Expression, FunctionStatement, Statement } from "../../../python/syntax.ts";
import type { Value } from "../../../python/value.ts";
import type { BindContext } from "../context.ts";
import type { FieldCall, Initialised } from "../field-class.ts";
import { called, type ClassDefinition } from "./class.ts";
import { evaluateIn, holds } from "./evaluate.ts";
import { baseArguments, collect, fieldAttributes, keyOf, locals, look, setAll, source, touches, unread, type Run } from "./init-run.ts";
import { bindParameters } from "./parameters.ts";
import { selfAttribute } from "./self.ts";
import { codeSpan } from "../../../code-span.ts";

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
  return { passed: run.passed, attributes: new Map([...run.attributes].filter(([name]) => run.after.has(name) || !fieldAttributes.has(name))), unknown: null };
}

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
      return (statement.value === null ? null : expression(run, statement.value)) ?? "return";
    case "expression":
      return expression(run, statement.value);
    case "assign":
      return assign(run, statement.targets, statement.value);
    case "if": {
      const test = holds(statement.test, run.definition.module, locals(run), run.lookup, run.context.python!);
      if (test !== null) return follow(run, test ? statement.then : statement.otherwise);
      const touching = [...statement.then, ...statement.otherwise].find((inner) => touches(run, inner));
      return touching ? { why: `whether ${codeSpan(source(run, statement.test))} holds cannot be told`, at: statement } : null;
    }
    case "try":
      return follow(run, statement.body);
    case "with":
      return follow(run, statement.body);
    case "for":
    case "while":
      return touches(run, statement) ? { why: "it changes its arguments in a loop", at: statement } : null;
    case "augmented":
      return touches(run, statement) ? { why: `${codeSpan(source(run, statement))} is not followed`, at: statement } : null;
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
    if (typeof more === "string" || more.args.length > 1) return { why: `${codeSpan(source(run, value))} is not followed`, at: value };
    const [dict] = more.args;
    if (dict !== undefined && (dict === null || typeof dict !== "object" || dict.kind !== "dict")) return { why: `${codeSpan(source(run, value))} is not followed`, at: value };
    if (dict?.kind === "dict") setAll(run.kwargs, dict.entries);
    for (const [name, item] of more.kwargs) run.kwargs.set(name, item);
    return null;
  }
  const hands = value.args.some((argument) => argument.value.kind === "name" && argument.value.path === run.rest);
  return hands ? { why: `${codeSpan(source(run, value))} may change its arguments`, at: value } : null;
}

function assign(run: Run, targets: readonly Expression[], value: Expression): Stop {
  const result = evaluateIn(value, run.definition.module, locals(run), run.lookup, run.context.python!);
  for (const target of targets) set(run, target, result);
  const replaced = targets.some((target) => target.kind === "name" && target.path === run.rest);
  if (!replaced) return null;
  if (result === null || typeof result !== "object" || result.kind !== "dict") return { why: `${codeSpan(source(run, value))} is not followed`, at: value };
  run.kwargs.clear();
  setAll(run.kwargs, result.entries);
  return null;
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
