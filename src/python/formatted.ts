import { decode, readQuotes } from "./strings.ts";
import type { Expression } from "./syntax.ts";
import { nestingCost, type Walk } from "./walk.ts";

/** Reads every named child of the node under the cursor. */
type ReadAll = (walk: Walk) => Expression[];

/** An expression of a kind that is not read, named for a person. */
export function other(what: string, start: number, end: number): Expression {
  return { kind: "other", what, start, end };
}

/** Adjacent literals: one string, one bytes, or an f-string when a part is one. */
export function readConcatenated(literals: readonly Expression[], start: number, end: number): Expression {
  const parts: (string | Expression)[] = [];
  let kind: "string" | "bytes" = "string";
  for (const literal of literals) {
    if (literal.kind === "string" || literal.kind === "bytes") {
      kind = literal.kind;
      parts.push(literal.value);
    } else if (literal.kind === "other" && literal.parts !== undefined) parts.push(...literal.parts);
    else return other(literal.kind === "other" ? literal.what : "a syntax error", start, end);
  }
  return formatted(parts, kind, start, end);
}

/** The f-string under the cursor: its text and its placeholders. `source`: as it stands in the file. */
export function readFormatted(walk: Walk, source: string, start: number, end: number, readAll: ReadAll): Expression {
  const quoted = readQuotes(source);
  if (quoted === null) return other("a string that is not closed", start, end);
  if (quoted.prefix.includes("t")) return other("a template string", start, end);
  if (!walk.enter(nestingCost)) return other("an expression that is nested too deeply", start, end);
  const parts: (string | Expression)[] = [];
  if (walk.first()) {
    do {
      if (walk.name() === "string_content") parts.push(readContent(walk, quoted.prefix));
      else if (walk.name() === "interpolation") parts.push(readPlaceholder(walk, readAll));
    } while (walk.next());
    walk.up();
  }
  walk.leave(nestingCost);
  return formatted(parts, "string", start, end);
}

function readContent(walk: Walk, prefix: string): string | Expression {
  const { startIndex, endIndex } = walk.cursor;
  const text = decode(walk.text.slice(startIndex, endIndex), prefix);
  return text?.replaceAll("{{", "{").replaceAll("}}", "}") ?? other("a string with an escape that cannot be read", startIndex, endIndex);
}

function readPlaceholder(walk: Walk, readAll: ReadAll): Expression {
  const { startIndex, endIndex } = walk.cursor;
  const plain = /^\{[^]*[^=\s]\s*\}$/.test(walk.text.slice(startIndex, endIndex));
  const [value, ...more] = readAll(walk);
  if (value === undefined || more.length > 0 || !plain) return other("a formatted placeholder", startIndex, endIndex);
  return value;
}

function formatted(parts: (string | Expression)[], kind: "string" | "bytes", start: number, end: number): Expression {
  if (parts.every((part) => typeof part === "string")) return { kind, value: parts.join(""), start, end };
  return { kind: "other", what: "an f-string with a placeholder", parts, start, end };
}
