import type { Expression, FunctionStatement, Statement } from "../../python/syntax.ts";
import type { PyModule, Python } from "../../python/python.ts";
import type { Value } from "../../python/value.ts";
import { environmentDefault, isEnvironment } from "./environment.ts";
import { assign, callMethod, extend, locals, setItem } from "./namespace.ts";
import type { Alternative, Namespace } from "./namespace.ts";
import { bare, withoutSelf } from "./self.ts";
import { usedNames } from "./used-names.ts";

/** What the walk through a settings file needs: the reader, and how an `import *` or an include finds its file. */
export interface Interpreter {
  readonly python: Python;
  /** The names of a module of the repository; null for a library's. */
  readonly moduleNames: (dotted: string) => Namespace | null;
  /** Files that `include("components/*.py")` names (django-split-settings), and what they add. */
  readonly include: (pattern: string, module: PyModule, names: Namespace) => void;
}

interface Walk extends Interpreter {
  readonly module: PyModule;
  readonly names: Namespace;
  readonly conditional: boolean;
  /** Values that `return` gave. */
  readonly returned: Alternative[];
}

/** Runs the statements of a settings module, class or property as far as they can be told, into `names`. Gives what `return` returned. */
export function interpret(statements: readonly Statement[], module: PyModule, names: Namespace, interpreter: Interpreter): readonly Alternative[] {
  const walk: Walk = { ...interpreter, module, names, conditional: false, returned: [] };
  walkAll(statements, walk);
  return walk.returned;
}

function walkAll(statements: readonly Statement[], walk: Walk): void {
  for (const statement of statements) walkOne(statement, walk);
}

function walkOne(statement: Statement, walk: Walk): void {
  const place = { path: walk.module.path, line: walk.module.lineAt(statement.start) };
  switch (statement.kind) {
    case "assign": {
      const values = alternativesOf(statement.value, walk);
      for (const target of statement.targets) assignTo(target, values, walk);
      return;
    }
    case "augmented":
      if (statement.target.kind === "name") extend(walk.names, statement.target.path, evaluate(statement.value, walk), place);
      return;
    case "expression":
      return walkCall(statement.value, walk);
    case "from":
      return walkImport(statement, walk);
    case "function":
      if (isProperty(statement, walk)) assign(walk.names, statement.name, propertyValue(statement, walk), walk.conditional);
      return;
    case "return":
      if (statement.value) walk.returned.push(...alternativesOf(statement.value, walk));
      return;
    case "if": {
      const truth = truthOf(statement.test, walk);
      const inner = truth === null ? { ...walk, conditional: true } : walk;
      const branches = truth === true ? [statement.then] : truth === false ? [statement.otherwise] : [statement.then, statement.otherwise];
      for (const branch of isUnsetByDefault(statement.test, walk) ? branches.toReversed() : branches) walkAll(branch, inner);
      return;
    }
    case "try":
      walkAll(statement.body, walk);
      for (const handler of statement.handlers) walkAll(handler, { ...walk, conditional: true });
      return;
    case "with":
      return walkAll(statement.body, walk);
    case "for":
    case "while":
      return walkAll(statement.body, { ...walk, conditional: true });
    case "class":
    case "import":
    case "other":
      return;
  }
}

function assignTo(target: Expression, values: readonly Alternative[], walk: Walk): void {
  if (target.kind === "name" && !target.path.includes(".")) return assign(walk.names, target.path, values, walk.conditional);
  const keys: Value[] = [];
  let object = target;
  for (; object.kind === "subscript"; object = object.object) keys.unshift(evaluate(object.index, walk));
  if (object.kind === "name" && values[0] && keys.length > 0) setItem(walk.names, object.path, keys, values[0].value, values[0].place);
}

/** `NAME.append(…)`, `DATABASES["default"].update(…)`, `include("components/*.py")`. */
function walkCall(call: Expression, walk: Walk): void {
  if (call.kind !== "call") return;
  const place = { path: walk.module.path, line: walk.module.lineAt(call.start) };
  const args = call.args.filter((argument) => argument.kind === "positional").map((argument) => evaluate(argument.value, walk));
  if (call.callee.kind === "name") {
    const dot = call.callee.path.lastIndexOf(".");
    const [name, method] = [call.callee.path.slice(0, Math.max(0, dot)), call.callee.path.slice(dot + 1)];
    if (walk.names.has(name)) return callMethod(walk.names, name, method, args, place);
    if (walk.python.resolve(call.callee.path, walk.module).startsWith("split_settings.tools.")) for (const pattern of patterns(args)) walk.include(pattern, walk.module, walk.names);
    return;
  }
  if (call.callee.kind !== "attribute" || call.callee.name !== "update" || call.callee.object.kind !== "subscript") return;
  const { object, index } = call.callee.object;
  const more = args[0];
  if (object.kind !== "name" || typeof more !== "object" || more === null || more.kind !== "dict") return;
  const key = evaluate(index, walk);
  for (const [name, value] of more.entries) setItem(walk.names, object.path, [key, name], value, place);
}

/** Texts, also inside `optional(…)`. */
function patterns(values: readonly Value[]): readonly string[] {
  return values.flatMap((value) => (typeof value === "string" ? [value] : typeof value === "object" && value?.kind === "call" ? patterns(value.args) : []));
}

function walkImport(statement: Statement & { readonly kind: "from" }, walk: Walk): void {
  const folders = walk.module.path.split("/").slice(0, -statement.level || undefined);
  const dotted = statement.level === 0 ? statement.module : `/${[...folders, ...statement.module.split(".").filter(Boolean)].join("/")}`;
  const star = statement.names.some(({ name }) => name === "*");
  if (!star && !statement.names.some(({ name }) => /^[A-Z][A-Z0-9_]+$/.test(name))) return;
  const found = walk.moduleNames(dotted);
  if (!found) return;
  const wanted = star ? [...found.keys()].map((name) => ({ name, alias: null })) : statement.names;
  for (const { name, alias } of wanted) {
    const values = found.get(name);
    if (values) assign(walk.names, alias ?? name, values, walk.conditional);
  }
}

/** More names than any settings class has: each property gets a copy of them. */
const mostNames = 3000;

function isProperty(statement: FunctionStatement, walk: Walk): boolean {
  return /^[A-Z][A-Z0-9_]*$/.test(statement.name) && statement.parameters.length === 1 && walk.names.size < mostNames;
}

/** What a property of a settings class returns. `self.NAME` and `super().NAME` are the class's names so far. */
function propertyValue(statement: FunctionStatement, walk: Walk): readonly Alternative[] {
  const names = new Map(walk.names);
  const inner: Walk = { ...walk, names, conditional: false, returned: [] };
  walkAll(statement.body, inner);
  return inner.returned;
}

function alternativesOf(expression: Expression, walk: Walk): readonly Alternative[] {
  const place = { path: walk.module.path, line: walk.module.lineAt(expression.start) };
  if (expression.kind === "name" && walk.names.has(bare(expression.path))) return walk.names.get(bare(expression.path))!;
  if (expression.kind === "conditional") {
    const truth = truthOf(expression.test, walk);
    const branches = truth === null ? [expression.then, expression.otherwise] : [truth ? expression.then : expression.otherwise];
    return branches.flatMap((branch) => alternativesOf(branch, walk));
  }
  return [{ value: evaluate(expression, walk), place }];
}

function evaluate(expression: Expression, walk: Walk): Value {
  const bare = withoutSelf(expression);
  return walk.python.evaluate(bare, walk.module, locals(walk.names, usedNames(bare)));
}

/** Whether a condition holds; null when nobody can tell. The deployed program is not under test. */
function truthOf(test: Expression, walk: Walk): boolean | null {
  const value = evaluate(test, walk);
  if (value === null || typeof value === "boolean") return value === true;
  if (typeof value === "string" || typeof value === "number") return value !== "" && value !== 0;
  const text = walk.module.text.slice(test.start, test.end);
  if (/test/i.test(text)) return /\bnot\b|!=/.test(text);
  return null;
}

/** `if os.environ.get("X"):` does not hold where nobody sets the variable: the other branch is the more certain one. */
function isUnsetByDefault(test: Expression, walk: Walk): boolean {
  const value = evaluate(test, walk);
  return typeof value === "object" && value?.kind === "call" && isEnvironment(value) && !environmentDefault(value);
}
