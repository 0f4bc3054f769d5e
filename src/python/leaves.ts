import { readInteger } from "./numbers.ts";
import type { Expression } from "./syntax.ts";

/** A string without prefix and escapes, an integer or a dotted name, and nothing after it in its item. */
const leaf = /(?:"([^"\\\r\n]*)"|'([^'\\\r\n]*)'|(\d+)|([A-Za-z_][\w.]*))(?=\s*[,)\]}])/y;

/**
 * Reads a simple item from the text, without a visit to its node: what most items of lists and arguments of calls are.
 * Only where an expression begins, between brackets, in a tree without errors. null: it is something else.
 */
export function readLeaf(text: string, start: number): Expression | null {
  leaf.lastIndex = start;
  const match = leaf.exec(text);
  if (match === null) return null;
  const end = start + match[0].length;
  const name = match[4];
  if (name !== undefined) return readName(name, start, end);
  if (match[3] === undefined) return { kind: "string", value: (match[1] ?? match[2])!, start, end };
  const value = readInteger(match[3]);
  return value === null ? null : { kind: "integer", value, start, end };
}

function readName(name: string, start: number, end: number): Expression {
  if (name === "True") return { kind: "constant", value: true, start, end };
  if (name === "False") return { kind: "constant", value: false, start, end };
  if (name === "None") return { kind: "constant", value: null, start, end };
  return { kind: "name", path: name, start, end };
}

const keyword = /(\w+)\s*=(?!=)\s*/y;

/** Reads `name=` where an argument begins, and where its value begins. null: it is not a keyword argument, or not in ASCII. */
export function readKeywordName(text: string, start: number): { readonly name: string; readonly value: number } | null {
  keyword.lastIndex = start;
  const match = keyword.exec(text);
  return match === null ? null : { name: match[1]!, value: keyword.lastIndex };
}
