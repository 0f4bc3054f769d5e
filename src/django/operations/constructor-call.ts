import type { PyModule } from "../../python/python.ts";
import type { Argument, Expression, FunctionStatement } from "../../python/syntax.ts";
import type { CallValue, Value } from "../../python/value.ts";
import { defaultOf } from "./call-function.ts";
import type { ReadContext } from "./context.ts";
import { entriesOf, itemsOf } from "./literals.ts";
import { listValue } from "./list.ts";
import { codeSpan } from "../../code-span.ts";

/**
 * What an operation class's `__init__` passes to `super().__init__` for a call, when it does no more than name values on the way.
 * Otherwise why it cannot be followed, as text.
 */
export function constructorCall(method: FunctionStatement, module: PyModule, call: CallValue, context: ReadContext): CallValue | string {
  const locals = bind(method, module, call, context);
  if (typeof locals === "string") return locals;
  let passed: CallValue | null = null;
  for (const statement of method.body) {
    if (statement.kind === "function" || statement.kind === "import" || statement.kind === "from") continue;
    if (statement.kind === "expression") {
      if (statement.value.kind === "string") continue;
      const given = superArguments(statement.value);
      if (!given || passed) return "it does more than call `super().__init__`";
      const next = collect(given, module, locals, call, context);
      if (typeof next === "string") return next;
      passed = next;
    } else if (statement.kind === "assign") {
      const value = listValue(statement.value, module, locals, context) ?? context.python.evaluate(statement.value, module, locals);
      for (const target of statement.targets) {
        if (target.kind !== "name") return "it assigns to something that is not a name";
        // Attributes of its own are of no interest; those of the Django operation are set again after super().__init__.
        if (!target.path.includes(".")) locals.set(target.path, value);
        else if (passed && target.path.startsWith("self.") && passed.kwargs.has(target.path.slice("self.".length))) return `it sets ${codeSpan(target.path)} after \`super().__init__\``;
      }
    } else if (statement.kind !== "other") return "it has conditions or loops";
  }
  return passed ?? "it does not call `super().__init__`";
}

function bind(method: FunctionStatement, module: PyModule, call: CallValue, context: ReadContext): Map<string, Value> | string {
  if (call.unknownArgs) return "not all arguments of the call can be read";
  const names = method.parameters.slice(1);
  const plain = names.filter((name) => !name.startsWith("*") && name !== "/");
  const [rest, more] = [names.find((name) => /^\*\w/.test(name)), names.find((name) => name.startsWith("**"))];
  const bare = names.findIndex((name) => name.startsWith("*"));
  const positional = plain.filter((name) => bare < 0 || names.indexOf(name) < bare);
  if (call.args.length > positional.length && !rest) return "it is called with too many arguments";
  const locals = new Map<string, Value>();
  call.args.slice(0, positional.length).forEach((value, index) => locals.set(positional[index]!, value));
  if (rest) locals.set(rest.slice(1), { kind: "tuple", items: call.args.slice(positional.length) });
  const others: (readonly [Value, Value])[] = [];
  for (const [name, value] of call.kwargs) {
    if (plain.includes(name)) locals.set(name, value);
    else if (more) others.push([name, value]);
    else return `it takes no argument ${codeSpan(name)}`;
  }
  if (more) locals.set(more.slice(2), { kind: "dict", entries: others });
  for (const name of plain) if (!locals.has(name)) locals.set(name, defaultOf(method, name, module, call, context));
  return locals;
}

/** The arguments of `super().__init__(…)` or `super(X, self).__init__(…)`; null when the expression is something else. */
function superArguments(expression: Expression): readonly Argument[] | null {
  if (expression.kind !== "call" || expression.callee.kind !== "attribute" || expression.callee.name !== "__init__") return null;
  const { object } = expression.callee;
  return object.kind === "call" && object.callee.kind === "name" && object.callee.path === "super" ? expression.args : null;
}

function collect(given: readonly Argument[], module: PyModule, locals: ReadonlyMap<string, Value>, call: CallValue, context: ReadContext): CallValue | string {
  const args: Value[] = [];
  const kwargs = new Map<string, Value>();
  for (const argument of given) {
    const value = listValue(argument.value, module, locals, context) ?? context.python.evaluate(argument.value, module, locals);
    if (argument.kind === "positional") args.push(value);
    else if (argument.kind === "keyword") kwargs.set(argument.name, value);
    else if (argument.kind === "star") {
      const items = itemsOf(value);
      if (!items) return "it passes on arguments that cannot be read";
      args.push(...items);
    } else {
      const entries = entriesOf(value);
      if (!entries) return "it passes on arguments that cannot be read";
      for (const [name, item] of entries) kwargs.set(name, item);
    }
  }
  return { ...call, args, kwargs };
}
