import type { CallValue, Value } from "../../python/value.ts";
import { nameIn, type Imports } from "./imports.ts";
import { pythonString } from "./string.ts";
import { codeSpan } from "../../code-span.ts";

/** A value that has no source text: what could not be read cannot be written either. */
export class Unwritable extends Error {
  override name = "Unwritable";
}

/** Black's line length. */
const width = 88;

/**
 * A value as Python source, as makemigrations and Black write it. `column` is where its first line begins, `indent` where its further lines do.
 * Names are told to `imports`. Throws Unwritable for what could not be read.
 */
export function writeValue(value: Value, imports: Imports, indent: number, column: number = indent): string {
  const flat = inline(value, imports);
  // Django writes every operation with an argument a line.
  if (isOperation(value)) return exploded(value, imports, indent) ?? flat;
  if (column + flat.length + 1 <= width) return flat;
  return exploded(value, imports, indent) ?? flat;
}

function isOperation(value: Value): boolean {
  if (value === null || typeof value !== "object") return false;
  if (value.kind === "list") return value.items.some(isOperation);
  return value.kind === "call" && /^(django\.(db\.migrations|contrib\.postgres\.operations)|django_add_default_value)\.[A-Z]/.test(value.path);
}

/** A call with one argument a line, whatever its length: how operations are written. */
export function writeCall(call: CallValue, imports: Imports, indent: number): string {
  return exploded(call, imports, indent) ?? inline(call, imports);
}

function inline(value: Value, imports: Imports): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (typeof value === "string") return pythonString(value, imports.quote);
  switch (value.kind) {
    case "float":
    case "bytes":
      return value.text;
    case "list":
      return `[${value.items.map((item) => inline(item, imports)).join(", ")}]`;
    case "tuple":
      return `(${value.items.map((item) => inline(item, imports)).join(", ")}${value.items.length === 1 ? "," : ""})`;
    case "set":
      return value.items.length === 0 ? "set()" : `{${value.items.map((item) => inline(item, imports)).join(", ")}}`;
    case "dict":
      return `{${value.entries.map(([key, item]) => `${inline(key, imports)}: ${inline(item, imports)}`).join(", ")}}`;
    case "ref":
      return nameIn(imports, importable(value.path));
    case "call":
      return `${callee(value, imports)}(${argumentsOf(value).map(([name, item]) => `${name === null ? "" : `${name}=`}${inline(item, imports)}`).join(", ")})`;
    case "binary":
      return `${operand(value.left, imports)} ${value.operator} ${operand(value.right, imports)}`;
    case "unary":
      return `${value.operator}${value.operator === "not" ? " " : ""}${operand(value.operand, imports)}`;
    case "unknown":
      throw new Unwritable(`${codeSpan(value.text.replace(/\s+/g, " "))}: ${value.reason}`);
  }
}

function operand(value: Value, imports: Imports): string {
  const text = inline(value, imports);
  return typeof value === "object" && value !== null && value.kind === "binary" ? `(${text})` : text;
}

function exploded(value: Value, imports: Imports, indent: number): string | null {
  if (value === null || typeof value !== "object") return null;
  const [inner, outer] = [" ".repeat(indent + 4), " ".repeat(indent)];
  const lines = (items: readonly (readonly [string, Value])[]) => items.map(([prefix, item]) => `${inner}${prefix}${writeValue(item, imports, indent + 4, indent + 4 + prefix.length)},\n`).join("");
  switch (value.kind) {
    case "list":
    case "tuple":
    case "set": {
      if (value.items.length === 0) return null;
      const [open, close] = value.kind === "list" ? ["[", "]"] : value.kind === "tuple" ? ["(", ")"] : ["{", "}"];
      return `${open}\n${lines(value.items.map((item) => ["", item]))}${outer}${close}`;
    }
    case "dict":
      return value.entries.length === 0 ? null : `{\n${lines(value.entries.map(([key, item]) => [`${inline(key, imports)}: `, item]))}${outer}}`;
    case "call": {
      const given = argumentsOf(value);
      return given.length === 0 ? null : `${callee(value, imports)}(\n${lines(given.map(([name, item]) => [name === null ? "" : `${name}=`, item]))}${outer})`;
    }
    default:
      return null;
  }
}

function argumentsOf(call: CallValue): (readonly [string | null, Value])[] {
  if (call.unknownArgs !== null) throw new Unwritable(`not all arguments of ${codeSpan(call.text)} can be read`);
  return [...call.args.map((item) => [null, item] as const), ...call.kwargs];
}

function callee(call: CallValue, imports: Imports): string {
  if (call.on !== undefined) return `${operand(call.on, imports)}.${call.path.slice(call.path.lastIndexOf(".") + 1)}`;
  return nameIn(imports, importable(call.path));
}

function importable(path: string): string {
  if (path.split(".").some((part) => !/^[A-Za-z_]\w*$/.test(part))) throw new Unwritable(`${codeSpan(path)} cannot be imported`);
  return path;
}
