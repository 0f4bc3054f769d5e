import { createPython, loadPython } from "../../src/python/reader.ts";
import type { PythonReader } from "../../src/python/reader.ts";
import type { PyModule } from "../../src/python/python.ts";
import type { Expression, Statement } from "../../src/python/syntax.ts";
import type { Value } from "../../src/python/value.ts";

export const parser = await loadPython();

type Files = Readonly<Record<string, string | null>>;

/** A reader of the given files. A file whose text is null is in the repository, but its text is not at hand. */
export function reader(files: Files, roots: readonly string[] = [""]): PythonReader {
  return createPython(parser, {
    has: (path) => Object.hasOwn(files, path),
    text: (path) => (Object.hasOwn(files, path) ? files[path]! : null),
    roots,
  });
}

export const main = "shop/main.py";

/** What the last statement of `shop/main.py` is worth, as text. */
export function valueOf(source: string, files: Files = {}, roots?: readonly string[]): string {
  return show(evaluateLast(source, files, roots));
}

export function evaluateLast(source: string, files: Files = {}, roots?: readonly string[]): Value {
  const python = reader({ ...files, [main]: source }, roots);
  const module = moduleOf(python, main);
  const last = module.body.at(-1);
  if (last?.kind !== "expression" && last?.kind !== "assign") throw new Error("the source must end in an expression");
  return python.evaluate(last.value, module);
}

export function moduleOf(python: PythonReader, path: string): PyModule {
  const module = python.module(path);
  if (module === null) throw new Error(`${path} has no text`);
  return module;
}

/** A value as text, like Python's: calls with their resolved path, `→ path` for references, `?reason` for what is unknown. */
export function show(value: Value): string {
  if (value === null) return "None";
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return String(value);
  if (typeof value === "bigint") return `${value}n`;
  switch (value.kind) {
    case "float":
      return value.text;
    case "bytes":
      return `b${JSON.stringify(value.text)}`;
    case "list":
      return `[${value.items.map(show).join(", ")}]`;
    case "tuple":
      return `(${value.items.map((item) => `${show(item)},`).join(" ")})`;
    case "set":
      return `{${value.items.map(show).join(", ")}}`;
    case "dict":
      return `{${value.entries.map(([key, item]) => `${show(key)}: ${show(item)}`).join(", ")}}`;
    case "call": {
      const args = [...value.args.map(show), ...[...value.kwargs].map(([name, item]) => `${name}=${show(item)}`), ...(value.unknownArgs ? ["*?"] : [])];
      return `${value.on === undefined ? "" : `${show(value.on)} | `}${value.path}(${args.join(", ")})`;
    }
    case "ref":
      return `→ ${value.path}`;
    case "binary":
      return `${show(value.left)} ${value.operator} ${show(value.right)}`;
    case "unary":
      return `${value.operator}${show(value.operand)}`;
    case "unknown":
      return `?${value.reason}`;
  }
}

const hidden = new Set(["start", "end", "later", "statements"]);

/** Syntax as plain data without offsets. */
export function plain(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(plain);
  if (node instanceof Map) return Object.fromEntries([...node].map(([key, item]) => [key, plain(item)]));
  if (typeof node !== "object" || node === null) return node;
  // A function's body is a getter, which is not among the entries.
  const entries = Object.entries("body" in node ? { ...node, body: node.body } : node);
  return Object.fromEntries(entries.filter(([key]) => !hidden.has(key)).map(([key, item]) => [key, plain(item)]));
}

export function statement(source: string): Statement {
  const found = parser.parse(source).body.at(-1);
  if (found === undefined) throw new Error("nothing was read");
  return found;
}

export function expression(source: string): Expression {
  const found = statement(source);
  if (found.kind !== "expression") throw new Error(`a ${found.kind} was read`);
  return found.value;
}
