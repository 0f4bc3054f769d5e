import type { ClassStatement, Expression, FunctionStatement, Statement } from "./syntax.ts";

/** One thing that gives a name its meaning. */
export type Binding = {
  /** Offset from which on it holds. */
  readonly from: number;
  /** The branches it stands in. */
  readonly branches: readonly Branch[];
} & (
  | { readonly kind: "import"; readonly path: string }
  | { readonly kind: "from"; readonly level: number; readonly module: string; readonly name: string }
  | { readonly kind: "class"; readonly definition: ClassStatement }
  | { readonly kind: "function"; readonly definition: FunctionStatement }
  /** `path`: which part of the value, where a tuple is unpacked. */
  | { readonly kind: "value"; readonly value: Expression; readonly path: readonly number[] }
  | { readonly kind: "augmented"; readonly operator: string; readonly value: Expression; readonly statement: Statement }
  /** `NAME.append(…)`, `NAME[key] = …`. */
  | { readonly kind: "method"; readonly method: string; readonly call: Expression & { readonly kind: "call" } }
  | { readonly kind: "item"; readonly index: Expression; readonly value: Expression }
  /** Its meaning cannot be told: a loop's variable, a name that `del` took away, something changed in a way that is not followed. */
  | { readonly kind: "opaque"; readonly what: string; readonly inPlace: boolean; readonly statement: Span }
);

interface Span {
  readonly start: number;
  readonly end: number;
}

export type Branch =
  | { readonly kind: "if"; readonly test: Expression; readonly taken: boolean }
  | { readonly kind: "loop"; readonly of: Statement }
  | { readonly kind: "handler"; readonly of: Statement }
  | { readonly kind: "attempt"; readonly of: Statement };

/** The names that statements bind, each with its bindings in order, and the modules that `import *` reads. Function bodies are scopes of their own. */
export interface Scope {
  readonly names: ReadonlyMap<string, readonly Binding[]>;
  readonly stars: readonly { readonly level: number; readonly module: string }[];
}

type Collect = { names: Map<string, Binding[]>; stars: { level: number; module: string }[] };

/** Collects the bindings of a module's, a class's or a function's statements. */
export function readScope(statements: readonly Statement[]): Scope {
  const scope: Collect = { names: new Map(), stars: [] };
  collect(statements, [], scope);
  return scope;
}

function collect(statements: readonly Statement[], branches: readonly Branch[], scope: Collect): void {
  for (const statement of statements) collectOne(statement, branches, scope);
}

function collectOne(statement: Statement, branches: readonly Branch[], scope: Collect): void {
  const from = statement.end;
  switch (statement.kind) {
    case "import":
      for (const { path, alias } of statement.names) {
        const name = alias ?? path.split(".", 1)[0]!;
        bind(scope, name, { kind: "import", path: alias === null ? name : path, from, branches });
      }
      return;
    case "from":
      for (const { name, alias } of statement.names) {
        if (name === "*") scope.stars.push({ level: statement.level, module: statement.module });
        else bind(scope, alias ?? name, { kind: "from", level: statement.level, module: statement.module, name, from, branches });
      }
      return;
    case "class":
      return bind(scope, statement.name, { kind: "class", definition: statement, from, branches });
    case "function":
      return bind(scope, statement.name, { kind: "function", definition: statement, from, branches });
    case "assign":
      for (const target of statement.targets) assign(target, statement.value, [], { from, branches }, scope);
      return;
    case "augmented":
      if (statement.target.kind === "name" && !statement.target.path.includes(".")) {
        bind(scope, statement.target.path, { kind: "augmented", operator: statement.operator, value: statement.value, statement, from, branches });
      } else change(statement.target, "is changed in place", statement, branches, scope);
      return;
    case "expression":
      return collectChange(statement, statement.value, branches, scope);
    case "if":
      collect(statement.then, [...branches, { kind: "if", test: statement.test, taken: true }], scope);
      return collect(statement.otherwise, [...branches, { kind: "if", test: statement.test, taken: false }], scope);
    case "try":
      collect(statement.body, [...branches, { kind: "attempt", of: statement }], scope);
      for (const handler of statement.handlers) collect(handler, [...branches, { kind: "handler", of: statement }], scope);
      return;
    case "with":
      for (const target of statement.targets ?? []) hide(target, "a name that a `with` statement gives", statement, branches, scope);
      return collect(statement.body, branches, scope);
    case "for":
    case "while":
      for (const target of statement.targets ?? []) hide(target, "a loop's variable", statement, branches, scope);
      return collect(statement.body, [...branches, { kind: "loop", of: statement }], scope);
    case "other":
      for (const target of statement.targets ?? []) hide(target, "a name that `del` takes away", statement, branches, scope);
      return;
    case "return":
      return;
  }
}

function bind(scope: Collect, name: string, binding: Binding): void {
  const known = scope.names.get(name);
  if (known === undefined) scope.names.set(name, [binding]);
  else known.push(binding);
}

type Where = Pick<Binding, "from" | "branches">;

function assign(target: Expression, value: Expression, path: readonly number[], where: Where, scope: Collect): void {
  if (target.kind === "tuple" || target.kind === "list") {
    const starred = target.items.some((item) => item.kind === "starred");
    if (starred) return hide(target, "a name that is unpacked with a star", value, where.branches, scope);
    target.items.forEach((item, index) => assign(item, value, [...path, index], where, scope));
    return;
  }
  if (target.kind === "name" && !target.path.includes(".")) return bind(scope, target.path, { kind: "value", value, path, ...where });
  if (target.kind === "subscript" && target.object.kind === "name" && !target.object.path.includes(".") && path.length === 0) {
    return bind(scope, target.object.path, { kind: "item", index: target.index, value, ...where });
  }
  change(target, "is changed in place", value, where.branches, scope);
}

/** `NAME.method(…)` as a statement may change what the name holds. */
function collectChange(statement: Statement, value: Expression, branches: readonly Branch[], scope: Collect): void {
  if (value.kind !== "call" || value.callee.kind === "other") return;
  const { callee } = value;
  if (callee.kind === "attribute") return change(callee.object, "is changed by a method", statement, branches, scope);
  if (callee.kind !== "name") return;
  const [name, method, ...more] = callee.path.split(".");
  if (method === undefined || more.length > 0) return;
  bind(scope, name!, { kind: "method", method, call: value, from: statement.end, branches });
}

/** Part of what a name holds is changed: `A[x][y] = 1`, `A.b = 1`, `A["x"].append(1)`. Attributes of modules and classes are left alone. */
function change(target: Expression, how: string, span: Span, branches: readonly Branch[], scope: Collect): void {
  let object = target;
  while (object.kind === "subscript" || object.kind === "attribute") object = object.object;
  if (object === target || object.kind !== "name") return;
  bind(scope, object.path.split(".", 1)[0]!, { kind: "opaque", what: `a name whose value ${how}`, inPlace: true, statement: span, from: span.end, branches });
}

function hide(target: Expression, what: string, span: Span, branches: readonly Branch[], scope: Collect): void {
  if (target.kind === "tuple" || target.kind === "list") for (const item of target.items) hide(item, what, span, branches, scope);
  else if (target.kind === "starred") hide(target.value, what, span, branches, scope);
  else if (target.kind === "name" && !target.path.includes(".")) bind(scope, target.path, { kind: "opaque", what, inPlace: false, statement: span, from: span.start, branches });
  else change(target, what, span, branches, scope);
}
