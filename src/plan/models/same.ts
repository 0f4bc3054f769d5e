import type { Field } from "../../django/operation.ts";
import type { Value } from "../../python/value.ts";
import { importsOf } from "../write/imports.ts";
import { Unwritable, writeValue } from "../write/python.ts";

/** Are two values written alike? What cannot be written is alike only to itself. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  const [first, second] = [written(a), written(b)];
  return first !== null && first === second;
}

/** Are two fields written alike? */
export function sameField(a: Field, b: Field): boolean {
  if (a === b) return true;
  if (a.path !== b.path || a.args.length !== b.args.length || a.kwargs.size !== b.kwargs.size) return false;
  return a.args.every((value, index) => sameValue(value, b.args[index])) && [...a.kwargs].every(([name, value]) => sameValue(value, b.kwargs.get(name)));
}

function written(value: Value): string | null {
  try {
    return writeValue(value, importsOf(), 0);
  } catch (error) {
    if (error instanceof Unwritable) return null;
    throw error;
  }
}
