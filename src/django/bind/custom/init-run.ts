import type { Argument, Expression, Statement } from "../../../python/syntax.ts";
import type { Value } from "../../../python/value.ts";
import type { BindContext } from "../context.ts";
import type { FieldCall } from "../field-class.ts";
import type { ClassDefinition } from "./class.ts";
import { evaluateIn, type Lookup } from "./evaluate.ts";
import type { BoundParameters } from "./parameters.ts";
import { classAttribute, selfAttribute, superMethod } from "./self.ts";
import { codeSpan } from "../../../code-span.ts";

/** One run of an `__init__` over its syntax. */
export interface Run extends BoundParameters {
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

/** Attributes that Field.__init__ sets anew. */
export const fieldAttributes = new Set([
  "name", "verbose_name", "primary_key", "max_length", "unique", "blank", "null", "db_index", "default", "db_default", "editable", "serialize", "choices",
  "help_text", "db_column", "db_tablespace", "auto_created", "validators", "error_messages", "db_comment", "remote_field", "db_collation",
]);

/** Puts the named entries of a dict into the keyword arguments. */
export function setAll(kwargs: Map<string, Value>, entries: readonly (readonly [Value, Value])[]): void {
  for (const [name, item] of entries) if (typeof name === "string") kwargs.set(name, item);
}

/** `kwargs["max_length"]` → `max_length`. */
export function keyOf(run: Run, target: Expression): string | null {
  if (run.rest === null || target.kind !== "subscript" || target.object.kind !== "name" || target.object.path !== run.rest) return null;
  const key = evaluateIn(target.index, run.definition.module, locals(run), run.lookup, run.context.python!);
  return typeof key === "string" ? key : null;
}

/** `super().__init__(…)`, or `models.CharField.__init__(self, …)`: its arguments. */
export function baseArguments(run: Run, call: Expression): readonly Argument[] | null {
  if (call.kind !== "call") return null;
  if (superMethod(call) === "__init__") return call.args;
  if (call.callee.kind !== "name" || !call.callee.path.endsWith(".__init__")) return null;
  const [first, ...more] = call.args;
  return first?.kind === "positional" && first.value.kind === "name" && first.value.path === run.self ? more : null;
}

/** The arguments of a call as they are at this point; a text says which cannot be read. */
export function collect(run: Run, given: readonly Argument[]): FieldCall | string {
  const args: Value[] = [];
  const kwargs = new Map<string, Value>();
  for (const argument of given) {
    const value = evaluateIn(argument.value, run.definition.module, locals(run), run.lookup, run.context.python!);
    if (argument.kind === "positional") args.push(value);
    else if (argument.kind === "keyword") kwargs.set(argument.name, value);
    else if (value === null || typeof value !== "object") return `what ${codeSpan(source(run, argument.value))} holds cannot be read`;
    else if (argument.kind === "star" && (value.kind === "tuple" || value.kind === "list")) args.push(...value.items);
    else if (argument.kind === "double star" && value.kind === "dict") setAll(kwargs, value.entries);
    else return `what ${codeSpan(source(run, argument.value))} holds cannot be read`;
  }
  return { args, kwargs };
}

/** `self.x`, and the methods of `kwargs` that give a value and may change it. */
export function look(run: Run, expression: Expression): Value | undefined {
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
export function touches(run: Run, statement: Statement): boolean {
  if (statement.kind === "other" && !statement.targets) return false;
  const text = source(run, statement);
  if (/\bsuper\b|\b__init__\b/.test(text)) return true;
  if (run.rest !== null && new RegExp(`\\b${run.rest}\\s*(?:\\[[^\\]]*\\]\\s*=(?!=)|\\.(?:pop|update|setdefault|clear|popitem)\\b|=(?!=)|\\|=)|\\bdel\\s+${run.rest}\\b`).test(text)) return true;
  return [...run.locals.keys()].some((name) => new RegExp(`(?<![\\w.])${name}\\s*(?:[-+*/|&]?=(?!=))`).test(text)) || [...fieldAttributes].some((name) => text.includes(`${run.self}.${name} =`));
}

/** Names as they are at this point, `args` and `kwargs` included. */
export function locals(run: Run): ReadonlyMap<string, Value> {
  const names = new Map(run.locals);
  if (run.star !== null) names.set(run.star, { kind: "tuple", items: run.args });
  if (run.rest !== null) names.set(run.rest, { kind: "dict", entries: [...run.kwargs] });
  return names;
}

/** The source of a part, for messages. */
export function source(run: Run, { start, end }: { readonly start: number; readonly end: number }): string {
  return run.definition.module.text.slice(start, end);
}

/** A value that stands for what is not followed. */
export function unread(run: Run, at: Expression): Value {
  const { module } = run.definition;
  return { kind: "unknown", reason: "a value that cannot be followed", place: { path: module.path, line: module.lineAt(at.start) }, text: source(run, at) };
}
