/* oxlint-disable unicorn/no-thenable -- the syntax calls an if's first block `then` */
import { readAll, readArguments, readExpression } from "./expressions.ts";
import { LazyFunction, type ReadBody } from "./lazy-function.ts";
import { readFrom, readImport } from "./imports.ts";
import { readParameters } from "./parameters.ts";
import { nestingCost, sourceOf, type Walk } from "./walk.ts";
import type { Argument, ClassStatement, Expression, FunctionStatement, Statement } from "./syntax.ts";

type Reader = (walk: Walk, start: number, end: number, later: ReadBody) => Statement;

/** Reads the statements under the node (a module or a block). Never throws; what is not read is an "other". */
export function readStatements(walk: Walk, later: ReadBody): Statement[] {
  const statements: Statement[] = [];
  if (!walk.first()) return statements;
  do statements.push(readStatement(walk, later));
  while (walk.next());
  walk.up();
  return statements;
}

function readStatement(walk: Walk, later: ReadBody): Statement {
  const start = walk.cursor.startIndex;
  const end = walk.cursor.endIndex;
  const read = readers.get(walk.name());
  if (read === undefined || !walk.enter(nestingCost)) return { kind: "other", start, end };
  const statement = read(walk, start, end, later);
  walk.leave(nestingCost);
  return statement;
}

const readers = new Map(Object.entries<Reader>({
  expression_statement: readExpressionStatement,
  import_statement: readImport,
  import_from_statement: readFrom,
  class_definition: readClass,
  function_definition: readFunction,
  decorated_definition: readDecorated,
  return_statement: (walk, start, end) => ({ kind: "return", value: readAll(walk)[0] ?? null, start, end }),
  delete_statement: (walk, start, end) => ({ kind: "other", targets: readAll(walk), start, end }),
  if_statement: readIf,
  try_statement: readTry,
  with_statement: readWith,
  for_statement: readLoop("for"),
  while_statement: readLoop("while"),
  match_statement: readMatch,
}));

function readExpressionStatement(walk: Walk, start: number, end: number): Statement {
  if (!walk.first()) return { kind: "other", start, end };
  if (walk.name() === "assignment") {
    const statement = readAssignment(walk, start, end);
    walk.up();
    return statement;
  }
  if (walk.name() === "augmented_assignment") {
    const statement = readAugmented(walk, start, end);
    walk.up();
    return statement;
  }
  const value = readExpression(walk);
  if (!walk.next()) {
    walk.up();
    return { kind: "expression", value, start, end };
  }
  const items = [value];
  do items.push(readExpression(walk));
  while (walk.next());
  walk.up();
  return { kind: "expression", value: { kind: "tuple", items, start, end }, start, end };
}

/** `a = b = 1` nests to the right. */
function readAssignment(walk: Walk, start: number, end: number): Statement {
  const targets: Expression[] = [];
  let value: Expression | null = null;
  let levels = 0;
  while (value === null && walk.name() === "assignment" && walk.first()) {
    levels++;
    targets.push(readExpression(walk));
    let more = walk.next();
    if (more && walk.name() === "type") more = walk.next();
    if (!more) break;
    if (walk.name() !== "assignment") value = readExpression(walk);
  }
  while (levels-- > 0) walk.up();
  return value === null ? { kind: "other", start, end } : { kind: "assign", targets, value, start, end };
}

function readAugmented(walk: Walk, start: number, end: number): Statement {
  const [target, value] = readAll(walk);
  if (target === undefined || value === undefined) return { kind: "other", start, end };
  const operator = /(\*\*|\/\/|>>|<<|[-+*/@%&|^])=/.exec(walk.text.slice(target.end, value.start))?.[1];
  return operator === undefined ? { kind: "other", start, end } : { kind: "augmented", target, operator, value, start, end };
}

function readDecorated(walk: Walk, start: number, end: number, later: ReadBody): Statement {
  const decorators: Expression[] = [];
  let statement: Statement = { kind: "other", start, end };
  if (!walk.first()) return statement;
  do {
    if (walk.name() === "decorator") decorators.push(...readAll(walk));
    else {
      const [from, to] = [walk.cursor.startIndex, walk.cursor.endIndex];
      if (walk.name() === "class_definition") statement = readClass(walk, from, to, later, decorators);
      else if (walk.name() === "function_definition") statement = readFunction(walk, from, to, later, decorators);
    }
  } while (walk.next());
  walk.up();
  return statement;
}

function readClass(walk: Walk, start: number, end: number, later: ReadBody, decorators: readonly Expression[] = []): ClassStatement {
  let name = "";
  let bases: readonly Argument[] = [];
  let body: readonly Statement[] = [];
  if (walk.first()) {
    do {
      if (walk.name() === "identifier") name = sourceOf(walk);
      else if (walk.name() === "argument_list") bases = readArguments(walk, walk.start());
      else if (walk.name() === "block") body = readStatements(walk, later);
    } while (walk.next());
    walk.up();
  }
  return { kind: "class", name, bases, decorators, body, start, end };
}

function readFunction(walk: Walk, start: number, end: number, later: ReadBody, decorators: readonly Expression[] = []): FunctionStatement {
  let name = "";
  const parameters: string[] = [];
  const defaults = new Map<string, Expression>();
  if (walk.first()) {
    do {
      if (walk.name() === "identifier") name = sourceOf(walk);
      else if (walk.name() === "parameters") readParameters(walk, parameters, defaults);
      else if (walk.name() === "block") break; // read later
    } while (walk.next());
    walk.up();
  }
  return new LazyFunction({ name, parameters, defaults, decorators, start, end }, later);
}

/** The body of the function that is the first statement under the root. */
export function readFunctionBody(walk: Walk, later: ReadBody): readonly Statement[] {
  let body: readonly Statement[] = [];
  if (!walk.first()) return body;
  if (walk.name() === "function_definition") body = readBlock(walk, later);
  walk.up();
  return body;
}

function readIf(walk: Walk, start: number, end: number, later: ReadBody): Statement {
  const branches: { test: Expression; then: readonly Statement[]; start: number }[] = [];
  let otherwise: readonly Statement[] = [];
  if (!walk.first()) return { kind: "other", start, end };
  let test = readExpression(walk);
  let from = start;
  while (walk.next()) {
    if (walk.name() === "block") branches.push({ test, then: readStatements(walk, later), start: from });
    else if (walk.name() === "elif_clause" && walk.first()) {
      from = walk.cursor.startIndex;
      test = readExpression(walk);
      branches.push({ test, then: walk.next() ? readStatements(walk, later) : [], start: from });
      walk.up();
    } else if (walk.name() === "else_clause") otherwise = readBlock(walk, later);
  }
  walk.up();
  if (branches.length > mostBranches) return { kind: "other", start, end };
  for (const branch of branches.toReversed()) otherwise = [{ kind: "if", ...branch, otherwise, end }];
  return otherwise[0] ?? { kind: "other", start, end };
}

/** Each `elif` is an `if` inside the one before. */
const mostBranches = 100;

/** The statements of the first block in a clause. */
function readBlock(walk: Walk, later: ReadBody): readonly Statement[] {
  let body: readonly Statement[] = [];
  if (!walk.first()) return body;
  do if (walk.name() === "block") body = [...body, ...readStatements(walk, later)];
  while (walk.next());
  walk.up();
  return body;
}

/** `else` and `finally` run after the body and are read as its end. */
function readTry(walk: Walk, start: number, end: number, later: ReadBody): Statement {
  let body: readonly Statement[] = [];
  const handlers: (readonly Statement[])[] = [];
  if (!walk.first()) return { kind: "other", start, end };
  do {
    if (walk.name() === "block") body = readStatements(walk, later);
    else if (walk.name() === "except_clause") handlers.push(readBlock(walk, later));
    else body = [...body, ...readBlock(walk, later)];
  } while (walk.next());
  walk.up();
  return { kind: "try", body, handlers, start, end };
}

function readWith(walk: Walk, start: number, end: number, later: ReadBody): Statement {
  const targets: Expression[] = [];
  let body: readonly Statement[] = [];
  if (!walk.first()) return { kind: "other", start, end };
  do {
    if (walk.name() === "block") body = readStatements(walk, later);
    else if (walk.name() === "with_clause") readAliases(walk, targets);
  } while (walk.next());
  walk.up();
  return { kind: "with", targets, body, start, end };
}

/** with_clause → with_item → as_pattern → as_pattern_target → the name. */
function readAliases(walk: Walk, targets: Expression[]): void {
  if (walk.name() === "as_pattern_target") {
    targets.push(...readAll(walk));
    return;
  }
  if (!withClause.has(walk.name()) || !walk.first()) return;
  do readAliases(walk, targets);
  while (walk.next());
  walk.up();
}

const withClause = new Set(["with_clause", "with_item", "as_pattern"]);

function readLoop(kind: "for" | "while"): Reader {
  return (walk, start, end, later) => {
    const targets: Expression[] = [];
    let body: readonly Statement[] = [];
    if (!walk.first()) return { kind: "other", start, end };
    let over: Expression | undefined;
    if (kind === "for") {
      targets.push(readExpression(walk));
      if (walk.next() && walk.name() !== "block") over = readExpression(walk);
    }
    do {
      if (walk.name() === "block") body = readStatements(walk, later);
      else if (walk.name() === "else_clause") body = [...body, ...readBlock(walk, later)];
    } while (walk.next());
    walk.up();
    return { kind, targets, body, ...(over && { over }), start, end };
  };
}

/** The bodies of all cases, as a body that may not run: like a `while`. */
function readMatch(walk: Walk, start: number, end: number, later: ReadBody): Statement {
  const body: Statement[] = [];
  if (!walk.first()) return { kind: "other", start, end };
  do {
    if (walk.name() !== "block" || !walk.first()) continue;
    do body.push(...readBlock(walk, later));
    while (walk.next());
    walk.up();
  } while (walk.next());
  walk.up();
  return { kind: "while", targets: [], body, start, end };
}
