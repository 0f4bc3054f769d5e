import type { PyModule } from "../../python/python.ts";
import type { Expression, Statement } from "../../python/syntax.ts";
import type { Value } from "../../python/value.ts";
import type { Problem } from "../operation.ts";
import { limits, type ReadContext } from "../operations/context.ts";
import { decide } from "../operations/decide.ts";
import { listItems, listValue, tooLong, undecided } from "../operations/list.ts";
import { itemsOf } from "../operations/literals.ts";

interface Scope {
  readonly module: PyModule;
  readonly context: ReadContext;
  /** The names of the class body so far. */
  readonly values: Map<string, Value>;
  readonly problems: Problem[];
}

/** The lists that say what a migration does. */
const lists = ["operations", "dependencies", "run_before", "replaces"];

/** Follows the assignments of a Migration class's body. A part that only running it decides is an Unknown in the list it changes. */
export function runClassBody(body: readonly Statement[], module: PyModule, context: ReadContext): { readonly values: ReadonlyMap<string, Value>; readonly problems: readonly Problem[] } {
  const scope: Scope = { module, context, values: new Map(), problems: [] };
  run(body, scope);
  return { values: scope.values, problems: scope.problems };
}

function run(body: readonly Statement[], scope: Scope): void {
  for (const statement of body) runStatement(statement, scope);
}

function runStatement(statement: Statement, scope: Scope): void {
  const { module, context, values } = scope;
  switch (statement.kind) {
    case "assign": {
      const value = valueOf(statement.value, scope);
      for (const target of statement.targets) if (target.kind === "name") values.set(target.path, value);
      return;
    }
    case "augmented": {
      if (statement.target.kind !== "name" || statement.operator.replace("=", "") !== "+") return unfollowed(statement, scope);
      return grow(statement.target.path, itemsOrUnknown(statement.value, scope), statement, scope);
    }
    case "expression":
      return runMethod(statement, statement.value, scope);
    case "if": {
      const holds = decide(statement.test, module, values, context);
      if (holds !== null) return run(holds ? statement.then : statement.otherwise, scope);
      return runBoth(statement, scope);
    }
    case "import":
    case "from":
    case "class":
    case "function":
      return;
    default:
      return unfollowed(statement, scope);
  }
}

function valueOf(expression: Expression, { module, context, values }: Scope): Value {
  return listValue(expression, module, values, context) ?? context.python.evaluate(expression, module, values);
}

function itemsOrUnknown(expression: Expression, scope: Scope): readonly Value[] {
  return listItems(expression, scope.module, scope.values, scope.context) ?? [unknownPart(expression, "not a list that can be read", scope)];
}

/** `operations.append(x)`, `operations.extend(xs)`, `operations.insert(0, x)`. */
function runMethod(statement: Statement, call: Expression, scope: Scope): void {
  if (call.kind !== "call" || call.callee.kind !== "name") return unfollowed(statement, scope);
  const [name, method] = call.callee.path.split(".");
  const before = itemsOf(scope.values.get(name!));
  const args = call.args.map((argument) => argument.value);
  if (!before) return unfollowed(statement, scope);
  const evaluate = (expression: Expression) => scope.context.python.evaluate(expression, scope.module, scope.values);
  if (method === "append" && args.length === 1) grow(name!, [evaluate(args[0]!)], statement, scope);
  else if (method === "extend" && args.length === 1) grow(name!, itemsOrUnknown(args[0]!, scope), statement, scope);
  else if (method === "insert" && args.length === 2 && typeof evaluate(args[0]!) === "number") scope.values.set(name!, { kind: "list", items: before.toSpliced(evaluate(args[0]!) as number, 0, evaluate(args[1]!)) });
  else unfollowed(statement, scope);
}

function grow(name: string, more: readonly Value[], statement: Statement, { values, module }: Scope): void {
  const items = [...(itemsOf(values.get(name)) ?? []), ...more];
  values.set(name, { kind: "list", items: items.length > limits.items ? [tooLong(statement, module)] : items });
}

/** A condition that cannot be decided: what both ways have in common stays, the rest is one Unknown. */
function runBoth(statement: Extract<Statement, { kind: "if" }>, scope: Scope): void {
  const ways = [statement.then, statement.otherwise].map((body) => {
    const way: Scope = { ...scope, values: new Map(scope.values) };
    run(body, way);
    return way.values;
  });
  for (const name of new Set(ways.flatMap((values) => [...values.keys()]))) {
    const [then, otherwise] = ways.map((values) => values.get(name));
    if (then === otherwise) continue;
    const part = undecided(statement, statement.test, scope.module);
    const [a, b] = [itemsOf(then) ?? [], itemsOf(otherwise) ?? []];
    const common = a.findIndex((item, index) => item !== b[index]);
    scope.values.set(name, lists.includes(name) ? { kind: "list", items: [...a.slice(0, common < 0 ? a.length : common), part] } : part);
  }
}

/** A statement that is not followed, told only where it touches one of the lists. */
function unfollowed(statement: Statement, scope: Scope): void {
  const text = scope.module.text.slice(statement.start, statement.end);
  for (const name of lists) {
    if (!new RegExp(`\\b${name}\\b`).test(text)) continue;
    const before = itemsOf(scope.values.get(name)) ?? [];
    scope.values.set(name, { kind: "list", items: [...before, unknownPart(statement, "decided by statements that are not followed", scope)] });
  }
}

function unknownPart(span: { readonly start: number; readonly end: number }, reason: string, { module }: Scope): Value {
  return { kind: "unknown", reason, place: { path: module.path, line: module.lineAt(span.start) }, text: module.text.slice(span.start, span.end) };
}
