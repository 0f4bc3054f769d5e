/* oxlint-disable unicorn/no-thenable -- the syntax calls a conditional's first value `then` */
import { readInteger } from "./numbers.ts";
import { other, readConcatenated, readFormatted } from "./formatted.ts";
import { readKeywordName, readLeaf } from "./leaves.ts";
import { readString } from "./strings.ts";
import type { Argument, Expression } from "./syntax.ts";
import { nestingCost, type Walk } from "./walk.ts";

type Reader = (walk: Walk, start: number, end: number) => Expression;

/** Reads the expression under the cursor. Never throws; what is not read is an "other". */
export function readExpression(walk: Walk): Expression {
  const item = walk.at !== -1 ? readLeaf(walk.text, walk.at) : null;
  if (item !== null) return item;
  const name = walk.name();
  const start = walk.start();
  const end = walk.cursor.endIndex;
  if (start === end) return other("a syntax error", start, end);
  const leaf = leaves.get(name);
  if (leaf !== undefined) return leaf(walk, start, end);
  const read = readers.get(name);
  if (read === undefined) return other(unread.get(name) ?? "an expression of a kind that is not read", start, end);
  if (!walk.enter(nestingCost)) return other("an expression that is nested too deeply", start, end);
  const expression = read(walk, start, end);
  walk.leave(nestingCost);
  return expression;
}

const leaves = new Map(Object.entries<Reader>({
  identifier: (walk, start, end) => ({ kind: "name", path: walk.text.slice(start, end), start, end }),
  true: (_, start, end) => ({ kind: "constant", value: true, start, end }),
  false: (_, start, end) => ({ kind: "constant", value: false, start, end }),
  none: (_, start, end) => ({ kind: "constant", value: null, start, end }),
  integer(walk, start, end) {
    const value = readInteger(walk.text.slice(start, end));
    return value === null ? other("a number that is not read", start, end) : { kind: "integer", value, start, end };
  },
  float(walk, start, end) {
    const text = walk.text.slice(start, end);
    return /j$/i.test(text) ? other("a complex number", start, end) : { kind: "float", text, start, end };
  },
  attribute(walk, start, end) {
    const path = walk.text.slice(start, end);
    if (/^[\w.]+$/.test(path) || /^[\p{ID_Continue}.]+$/u.test(path)) return { kind: "name", path, start, end };
    return readAttribute(walk, start, end);
  },
  string(walk, start, end) {
    const source = walk.text.slice(start, end);
    const code = source.charCodeAt(0) | 32;
    const withPlaceholders = code === 102 || code === 116 || (code === 114 && /^.[ft]/i.test(source)); // f, t, rf, rt
    return withPlaceholders ? readFormatted(walk, source, start, end, readAll) : { ...readString(source), start, end };
  },
}));

const readers = new Map(Object.entries<Reader>({
  call: readCall,
  list: readItems("list"),
  tuple: readItems("tuple"),
  set: readItems("set"),
  expression_list: readBareTuple,
  pattern_list: readBareTuple,
  tuple_pattern: readItems("tuple"),
  list_pattern: readItems("list"),
  dictionary: readDict,
  concatenated_string: (walk, start, end) => readConcatenated(readAll(walk), start, end),
  binary_operator: readChain,
  boolean_operator: readChain,
  comparison_operator: readComparison,
  unary_operator: readUnary,
  not_operator: readUnary,
  subscript: readSubscript,
  conditional_expression: readConditional,
  parenthesized_expression: readParenthesized,
  list_splat: readStarred,
  list_splat_pattern: readStarred,
}));

/** What a person calls the kinds that are not read. */
const unread = new Map(Object.entries({
  ERROR: "a syntax error",
  lambda: "a lambda",
  list_comprehension: "a list comprehension",
  dictionary_comprehension: "a dict comprehension",
  set_comprehension: "a set comprehension",
  generator_expression: "a generator expression",
  named_expression: "an assignment expression",
  await: "an await expression",
  yield: "a yield expression",
  ellipsis: "an ellipsis",
  slice: "a slice",
  as_pattern: "a pattern",
}));

function readCall(walk: Walk, start: number, end: number): Expression {
  if (!walk.first()) return other("a syntax error", start, end);
  const callee = readExpression(walk);
  let args: readonly Argument[] = [];
  if (walk.next()) {
    const name = walk.name();
    if (name === "argument_list") args = readArguments(walk, walk.text.startsWith("(", callee.end) ? callee.end : walk.start());
    else args = [{ kind: "positional", value: readExpression(walk) }];
  }
  walk.up();
  return { kind: "call", callee, args, start, end };
}

/** Reads the argument list under the cursor, which begins at `start`: of a call, or the bases of a class. */
export function readArguments(walk: Walk, start: number): Argument[] {
  const args: Argument[] = [];
  if (!walk.firstItem(start)) return args;
  let argument: Argument;
  do args.push((argument = readArgument(walk)));
  while (walk.nextItem(argument.value.end));
  walk.up();
  return args;
}

function readArgument(walk: Walk): Argument {
  const start = walk.at;
  if (start !== -1) {
    const simple = readLeaf(walk.text, start);
    if (simple !== null) return { kind: "positional", value: simple };
    const keyword = readKeywordName(walk.text, start);
    if (keyword !== null) return { kind: "keyword", name: keyword.name, value: readLeaf(walk.text, keyword.value) ?? readInner(walk) };
  }
  const name = walk.name();
  if (name === "keyword_argument") return readKeyword(walk);
  if (name === "dictionary_splat") return { kind: "double star", value: readInner(walk) };
  const value = readExpression(walk);
  return value.kind === "starred" ? { kind: "star", value: value.value } : { kind: "positional", value };
}

const keywordName = /\p{ID_Continue}+/uy;

function readKeyword(walk: Walk): Argument {
  keywordName.lastIndex = walk.start();
  return { kind: "keyword", name: keywordName.exec(walk.text)?.[0] ?? "", value: readInner(walk) };
}

/** The last expression inside the node: the value of a keyword argument, what a star stands before. */
function readInner(walk: Walk): Expression {
  walk.last();
  while (walk.name() === "") {
    if (!walk.previous()) break;
  }
  const value = readExpression(walk);
  walk.up();
  return value;
}

function readItems(kind: "list" | "tuple" | "set"): Reader {
  return (walk, start, end) => {
    const items: Expression[] = [];
    if (!walk.firstItem(start)) return { kind, items, start, end };
    let item: Expression;
    do items.push((item = readExpression(walk)));
    while (walk.nextItem(item.end));
    walk.up();
    return { kind, items, start, end };
  };
}

/** Without brackets: `a, b`. */
function readBareTuple(walk: Walk, start: number, end: number): Expression {
  return { kind: "tuple", items: readAll(walk), start, end };
}

/** Every named child of the node. */
export function readAll(walk: Walk): Expression[] {
  const items: Expression[] = [];
  if (!walk.first()) return items;
  do items.push(readExpression(walk));
  while (walk.next());
  walk.up();
  return items;
}

function readDict(walk: Walk, start: number, end: number): Expression {
  const entries: (readonly [Expression | null, Expression])[] = [];
  if (walk.firstItem(start)) {
    let entry: readonly [Expression | null, Expression];
    do entries.push((entry = readEntry(walk)));
    while (walk.nextItem(entry[1].end));
    walk.up();
  }
  return { kind: "dict", entries, start, end };
}

function readEntry(walk: Walk): readonly [Expression | null, Expression] {
  if (walk.name() === "dictionary_splat") return [null, readInner(walk)];
  if (walk.name() !== "pair") return [null, readExpression(walk)];
  const [key, value] = readAll(walk);
  const { startIndex, endIndex } = walk.cursor;
  return [key ?? other("a syntax error", startIndex, endIndex), value ?? other("a syntax error", startIndex, endIndex)];
}

function readAttribute(walk: Walk, start: number, end: number): Expression {
  if (!walk.enter(nestingCost)) return other("an expression that is nested too deeply", start, end);
  const [object, attribute] = readAll(walk);
  walk.leave(nestingCost);
  if (object === undefined || attribute?.kind !== "name") return other("a syntax error", start, end);
  if (object.kind === "name" && walk.text[object.start] !== "(") return { kind: "name", path: `${object.path}.${attribute.path}`, start, end };
  return { kind: "attribute", object, name: attribute.path, start, end };
}

function readParenthesized(walk: Walk, start: number, end: number): Expression {
  const inner = readAll(walk);
  if (inner.length !== 1) return other("a syntax error", start, end);
  return { ...inner[0]!, start, end };
}

function readStarred(walk: Walk, start: number, end: number): Expression {
  return { kind: "starred", value: readInner(walk), start, end };
}

function readUnary(walk: Walk, start: number, end: number): Expression {
  const operand = readInner(walk);
  const operator = walk.text.startsWith("not", start) ? "not" : walk.text[start]!;
  return { kind: "unary", operator, operand, start, end };
}

/** `a + b + c` leans to the left: goes down to `a` in a loop, so that a long chain is no recursion. */
function readChain(walk: Walk, start: number, end: number): Expression {
  let links = 0;
  for (let name = walk.name(); name === "binary_operator" || name === "boolean_operator"; name = walk.name()) {
    if (!walk.enter(1)) {
      walk.leave(links);
      while (links-- > 0) walk.up();
      return other("an expression that is nested too deeply", start, end);
    }
    walk.first();
    links++;
  }
  let left = readExpression(walk);
  for (let i = links; i > 0; i--) {
    const found: Expression = walk.next() ? readExpression(walk) : other("a syntax error", left.end, left.end);
    while (walk.next()); // an error among the operands
    walk.up();
    const operator = operatorBetween(walk.text, left.end, found.start);
    const stop = i === 1 ? end : walk.cursor.endIndex;
    left = { kind: "binary", operator, left, right: found, start, end: stop };
    walk.leave(1);
  }
  return left;
}

function readComparison(walk: Walk, start: number, end: number): Expression {
  const [left, right, ...more] = readAll(walk);
  if (left === undefined || right === undefined) return other("a syntax error", start, end);
  if (more.length > 0) return other("a chained comparison", start, end);
  return { kind: "binary", operator: operatorBetween(walk.text, left.end, right.start), left, right, start, end };
}

/** The operator that stands between two operands; comments and line breaks may stand there, too. */
function operatorBetween(text: string, from: number, to: number): string {
  const operator = text.slice(from, to).replace(/#.*/g, "").replace(/\\\r?\n/g, " ").trim().replace(/\s+/g, " ");
  return operator === "<>" ? "!=" : operator;
}

function readSubscript(walk: Walk, start: number, end: number): Expression {
  const [object, index, ...more] = readAll(walk);
  if (object === undefined || index === undefined) return other("a syntax error", start, end);
  if (more.length === 0) return { kind: "subscript", object, index, start, end };
  const items = [index, ...more];
  return { kind: "subscript", object, index: { kind: "tuple", items, start: index.start, end: items.at(-1)!.end }, start, end };
}

function readConditional(walk: Walk, start: number, end: number): Expression {
  const [then, test, otherwise] = readAll(walk);
  if (then === undefined || test === undefined || otherwise === undefined) return other("a syntax error", start, end);
  return { kind: "conditional", test, then, otherwise, start, end };
}
