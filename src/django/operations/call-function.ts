import type { Definition, PyModule } from "../../python/python.ts";
import type { Expression, FunctionStatement, Statement } from "../../python/syntax.ts";
import type { CallValue, UnknownValue, Value } from "../../python/value.ts";
import type { ReadContext } from "./context.ts";
import { decide } from "./decide.ts";
import { listValue } from "./list.ts";
import { codeSpan } from "../../code-span.ts";

type FunctionDefinition = Extract<Definition, { kind: "function" }>;

/**
 * What a call of a repository's function returns, when its body is assignments, decidable conditions and a return.
 * Anything else is an Unknown that says why. Nothing is run.
 */
export function callFunction(definition: FunctionDefinition, call: CallValue, context: ReadContext): Value {
  const unknown = (reason: string): UnknownValue => ({ kind: "unknown", reason, place: call.place, text: call.text });
  if (context.budget.calls-- <= 0) return unknown(`a call of ${codeSpan(definition.path)}, after more calls than are followed in one file`);
  if (context.following.has(definition.path)) return unknown(`a call of ${codeSpan(definition.path)}, which calls itself`);
  const locals = bindParameters(definition, call, context);
  if (!locals) return unknown(`a call of ${codeSpan(definition.path)} whose arguments cannot be matched to its parameters`);
  const inside = { ...context, following: new Set([...context.following, definition.path]) };
  return returned(definition.definition.body, definition, locals, inside) ?? unknown(`what ${codeSpan(definition.path)} returns, which is more than a single expression`);
}

/** null: the body does something that is not followed; falling off its end too. */
function returned(body: readonly Statement[], definition: FunctionDefinition, locals: Map<string, Value>, context: ReadContext): Value | null {
  for (const statement of body) {
    if (statement.kind === "return") return statement.value ? evaluateValue(statement.value, definition, locals, context) : null;
    if (statement.kind === "assign") {
      for (const target of statement.targets) {
        if (target.kind !== "name" || target.path.includes(".")) return null;
        locals.set(target.path, evaluateValue(statement.value, definition, locals, context));
      }
      continue;
    }
    if (statement.kind === "if") {
      const holds = decide(statement.test, definition.module, locals, context);
      if (holds === null) return null;
      const branch = holds ? statement.then : statement.otherwise;
      const value = returned(branch, definition, locals, context);
      if (value !== null || branch.some(leaves)) return value;
      continue;
    }
    if (statement.kind === "expression" && statement.value.kind === "string") continue;
    if (statement.kind === "import" || statement.kind === "from") continue;
    return null;
  }
  return null;
}

function leaves(statement: Statement): boolean {
  return statement.kind === "return" || statement.kind === "other";
}

function evaluateValue(expression: Expression, definition: FunctionDefinition, locals: ReadonlyMap<string, Value>, context: ReadContext): Value {
  return listValue(expression, definition.module, locals, context) ?? context.python.evaluate(expression, definition.module, locals);
}

/** Parameters by name, defaults included; null when they cannot be matched. */
function bindParameters({ definition, module }: FunctionDefinition, call: CallValue, context: ReadContext): Map<string, Value> | null {
  if (call.unknownArgs) return null;
  const locals = new Map<string, Value>();
  const plain = definition.parameters.filter((name) => !name.startsWith("*") && name !== "/");
  if (call.args.length > plain.length) return null;
  call.args.forEach((value, index) => locals.set(plain[index]!, value));
  for (const [name, value] of call.kwargs) {
    if (!plain.includes(name) || locals.has(name)) return null;
    locals.set(name, value);
  }
  for (const name of plain) if (!locals.has(name)) locals.set(name, defaultOf(definition, name, module, call, context));
  return locals;
}

/** A parameter's default, or an Unknown for one that must be given and is not. */
export function defaultOf(definition: FunctionStatement, name: string, module: PyModule, call: CallValue, context: ReadContext): Value {
  const standard = definition.defaults?.get(name);
  if (standard) return context.python.evaluate(standard, module);
  return { kind: "unknown", reason: `parameter ${codeSpan(name)}, which is not given`, place: call.place, text: name };
}
