import type { PyModule, Python } from "../../../python/python.ts";
import type { Argument, Expression, FunctionStatement, Statement } from "../../../python/syntax.ts";
import { attribute, method, onAny } from "./calls.ts";
import type { DataCode } from "./code.ts";
import { handsOn, isModelPath, isRemote, managers, type Meaning, unknown } from "./meaning.ts";
import { type Env, looping, type OpenLoop, place, type Walk } from "./state.ts";

const deepest = 4;

/** Reads what a function of RunPython does: its first parameter is `apps`, its second the schema editor. Never throws. */
export function readCode(definition: FunctionStatement, module: PyModule, python: Python): DataCode {
  const found: Walk["found"] = { models: [], liveModels: [], loops: [], bulk: [], network: [], schema: [], ownTransactions: [] };
  const walk: Walk = { python, module, found, inside: [definition], loop: null, loops: 0, tries: 0, budget: { statements: 5_000 } };
  const env: Env = new Map();
  const [apps, editor] = definition.parameters;
  if (apps !== undefined) env.set(apps, { kind: "apps" });
  if (editor !== undefined) env.set(editor, { kind: "schema editor" });
  readBody(definition.body, env, walk);
  return Object.fromEntries(Object.entries(found).map(([name, list]) => [name, unique(list)])) as unknown as DataCode;
}

function unique<T>(list: readonly T[]): T[] {
  const seen = new Map(list.map((one) => [JSON.stringify(one), one]));
  return [...seen.values()];
}

/** What the body returns. */
function readBody(body: readonly Statement[], env: Env, walk: Walk): Meaning {
  let returned: Meaning = unknown;
  for (const statement of body) {
    if (walk.budget.statements-- <= 0) break;
    const value = readStatement(statement, env, walk);
    if (returned.kind === "unknown") returned = value;
  }
  return returned;
}

function readStatement(statement: Statement, env: Env, walk: Walk): Meaning {
  switch (statement.kind) {
    case "assign": {
      const value = read(statement.value, env, walk);
      for (const target of statement.targets) bind(target, value, env);
      return unknown;
    }
    case "augmented":
    case "expression":
      read(statement.value, env, walk);
      return unknown;
    case "return":
      return statement.value ? read(statement.value, env, walk) : unknown;
    case "import":
      for (const { path, alias } of statement.names) env.set(alias ?? path.split(".")[0]!, { kind: "path", path: alias === null ? path.split(".")[0]! : path });
      return unknown;
    case "from":
      if (statement.level === 0) for (const { name, alias } of statement.names) env.set(alias ?? name, { kind: "path", path: `${statement.module}.${name}` });
      return unknown;
    case "function":
      env.set(statement.name, { kind: "function", definition: statement });
      return unknown;
    case "if": {
      read(statement.test, env, walk);
      const [then, otherwise] = [readBody(statement.then, env, walk), readBody(statement.otherwise, env, walk)];
      return then.kind === "unknown" ? otherwise : then;
    }
    case "try": {
      walk.tries++;
      const value = readBody(statement.body, env, walk);
      walk.tries--;
      for (const handler of statement.handlers) readBody(handler, env, walk);
      return value;
    }
    case "with": {
      const head = walk.module.text.slice(statement.start, statement.body[0]?.start ?? statement.end);
      if (walk.loops > 0 && walk.tries === 0 && /\batomic\s*\(/.test(head)) walk.found.ownTransactions.push(place(statement, walk));
      return readBody(statement.body, env, walk);
    }
    case "for":
      return readFor(statement, env, walk);
    case "while":
      return looping(walk, walk.loop, () => readBody(statement.body, env, walk));
    default:
      return unknown;
  }
}

function readFor(statement: Extract<Statement, { kind: "with" | "for" | "while" }>, env: Env, walk: Walk): Meaning {
  const rows = statement.over ? read(statement.over, env, walk) : unknown;
  const target = statement.targets?.[0];
  if (rows.kind !== "rows") {
    if (target) bind(target, unknown, env);
    return looping(walk, walk.loop, () => readBody(statement.body, env, walk));
  }
  const loop: OpenLoop = { ...place(statement, walk), model: rows.model, whole: rows.whole, streamed: rows.streamed, writes: null };
  if (target) bind(target, { kind: "row", model: rows.model, looped: true }, env);
  const value = looping(walk, loop, () => readBody(statement.body, env, walk));
  walk.found.loops.push(loop);
  // A loop inside a loop writes for each row of both.
  if (walk.loop && loop.writes !== null) walk.loop.writes ??= loop.writes;
  return value;
}

function bind(target: Expression, value: Meaning, env: Env): void {
  if (target.kind === "name" && !target.path.includes(".")) env.set(target.path, value);
  // `for i, row in enumerate(rows)`, `row, created = …get_or_create(…)`.
  else if (target.kind === "tuple" || target.kind === "list") for (const item of target.items) bind(item, value.kind === "row" ? value : unknown, env);
}

function read(expression: Expression, env: Env, walk: Walk): Meaning {
  switch (expression.kind) {
    case "name":
      return readName(expression.path, expression, env, walk);
    case "attribute":
      return attribute(read(expression.object, env, walk), expression.name);
    case "call":
      return readCall(expression, env, walk);
    case "string":
      return { kind: "text", text: expression.value };
    case "subscript": {
      const object = read(expression.object, env, walk);
      return object.kind === "rows" ? { ...object, whole: false } : unknown;
    }
    case "list":
    case "tuple":
    case "set":
      for (const item of expression.items) read(item, env, walk);
      return unknown;
    case "dict":
      for (const [, value] of expression.entries) read(value, env, walk);
      return unknown;
    case "binary": {
      const left = read(expression.left, env, walk);
      read(expression.right, env, walk);
      return left.kind === "rows" ? { ...left, whole: false } : left.kind === "text" ? left : unknown;
    }
    case "unary":
      read(expression.operand, env, walk);
      return unknown;
    case "conditional": {
      const then = read(expression.then, env, walk);
      const otherwise = read(expression.otherwise, env, walk);
      return then.kind === "unknown" ? otherwise : then;
    }
    case "starred":
      return read(expression.value, env, walk);
    case "other":
      return readText(expression, env, walk);
    default:
      return unknown;
  }
}

/** What is not read as syntax (a comprehension, a lambda): the names that are called in it are looked at. */
function readText(expression: Expression & { readonly kind: "other" }, env: Env, walk: Walk): Meaning {
  const text = walk.module.text.slice(expression.start, expression.end).slice(0, 10_000);
  for (const [path] of text.matchAll(/(?<![\w."'])[A-Za-z_][\w.]*(?=\()/g)) {
    if (isRemote(dotted(path, env, walk))) walk.found.network.push({ ...place(expression, walk), called: dotted(path, env, walk) });
    if (path.split(".").some((part) => managers.has(part))) readName(path, expression, env, walk);
  }
  return unknown;
}

function readName(path: string, at: Expression, env: Env, walk: Walk): Meaning {
  const [name = "", ...rest] = path.split(".");
  const known = env.get(name);
  if (known && known.kind !== "path") return rest.reduce(attribute, known);
  const manager = rest.findIndex((part) => managers.has(part));
  const whole = dotted(path, env, walk);
  if (manager < 0) return { kind: "path", path: whole };
  const model = whole.split(".").slice(0, manager - rest.length).join(".");
  if (!isModelPath(model)) return unknown;
  walk.found.liveModels.push({ ...place(at, walk), model });
  return rest.slice(manager).reduce(attribute, { kind: "model", model: null });
}

/** The dotted path by the imports of the function, then of the module. */
function dotted(path: string, env: Env, walk: Walk): string {
  const [name = "", ...rest] = path.split(".");
  const known = env.get(name);
  return known?.kind === "path" ? [known.path, ...rest].join(".") : walk.python.resolve(path, walk.module);
}

function readCall(call: Expression & { readonly kind: "call" }, env: Env, walk: Walk): Meaning {
  const values = call.args.map((argument) => read(argument.value, env, walk));
  const { callee } = call;
  const dot = callee.kind === "name" ? callee.path.lastIndexOf(".") : -1;
  if (callee.kind === "attribute") return method(read(callee.object, env, walk), callee.name, call, values, walk);
  if (callee.kind !== "name") return unknown;
  if (dot >= 0) {
    const receiver = readName(callee.path.slice(0, dot), callee, env, walk);
    if (receiver.kind !== "path") return method(receiver, callee.path.slice(dot + 1), call, values, walk);
  }
  const known = env.get(callee.path);
  if (dot >= 0) onAny(callee.path.slice(dot + 1), values, call, walk);
  if (known?.kind === "model") return { kind: "row", model: known.model, looped: walk.loops > 0 };
  if (known?.kind === "function") return follow(known.definition, walk.module, call.args, values, walk);
  if (known && known.kind !== "path") return unknown;
  const path = dotted(callee.path, env, walk);
  if (isRemote(path)) walk.found.network.push({ ...place(call, walk), called: path });
  if (path === "django.contrib.auth.get_user_model") {
    walk.found.liveModels.push({ ...place(call, walk), model: "get_user_model()" });
    return { kind: "model", model: null };
  }
  const [first = unknown] = values;
  if (handsOn.has(path) || path === "builtins.enumerate") return first;
  if (path === "django.core.paginator.Paginator" && first.kind === "rows") return { ...first, whole: false };
  const target = walk.python.find(path);
  return target?.kind === "function" ? follow(target.definition, target.module, call.args, values, walk) : unknown;
}

/** A function of the repository that gets something of this migration. */
function follow(definition: FunctionStatement, module: PyModule, args: readonly Argument[], values: readonly Meaning[], walk: Walk): Meaning {
  const given = values.some((value) => value.kind !== "unknown" && value.kind !== "text" && value.kind !== "path");
  if ((!given && module !== walk.module) || walk.inside.length >= deepest || walk.inside.includes(definition)) return unknown;
  const env: Env = new Map();
  args.forEach((argument, index) => {
    const name = argument.kind === "keyword" ? argument.name : definition.parameters[index];
    if (name !== undefined) env.set(name, values[index]!);
  });
  const inner: Walk = { ...walk, module, inside: [...walk.inside, definition] };
  return readBody(definition.body, env, inner);
}
