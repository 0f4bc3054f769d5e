import type { CallValue, Value } from "../../python/value.ts";
import type { Place } from "../../place.ts";
import type { Field } from "../operation.ts";
import { callFunction } from "./call-function.ts";
import type { ReadContext } from "./context.ts";
import { swappedModel } from "./swapper.ts";
import { textOf } from "./literals.ts";
import { codeSpan } from "../../code-span.ts";

/**
 * A field as a migration writes it. What cannot be read becomes a field with `unknown` set, so that the state still knows its name:
 * the path is empty then.
 */
export function readField(name: string, value: Value, context: ReadContext, place: Place): Field {
  const call = fieldCall(value, context);
  if (!call) return { name, path: "", args: [], kwargs: new Map(), place, unknown: `the field cannot be read: ${reasonOf(value)}` };
  const unknown = call.unknownArgs ? `not all arguments of ${codeSpan(textOf(call))} can be read: ${call.unknownArgs.reason}` : null;
  return { name, path: call.path, args: call.args.map((arg) => swappedModel(arg, context)), kwargs: withSwapped(call.kwargs, context), place: call.place, unknown };
}

/** The call of a field class behind a value: itself, a constant elsewhere, or what a function of the repository returns. */
function fieldCall(value: Value, context: ReadContext, depth = 0): CallValue | null {
  if (value === null || typeof value !== "object" || depth > 5) return null;
  if (value.kind === "ref") {
    const found = context.python.find(value.path);
    return found?.kind === "value" ? fieldCall(found.value, context, depth + 1) : null;
  }
  if (value.kind !== "call") return null;
  const found = context.python.find(value.path);
  if (found?.kind !== "function") return value;
  return fieldCall(callFunction(found, value, context), context, depth + 1);
}

function withSwapped(kwargs: ReadonlyMap<string, Value>, context: ReadContext): ReadonlyMap<string, Value> {
  const relations = ["to", "through"].filter((key) => kwargs.has(key));
  if (relations.length === 0) return kwargs;
  const changed = new Map(kwargs);
  for (const key of relations) changed.set(key, swappedModel(kwargs.get(key)!, context));
  return changed;
}

function reasonOf(value: Value): string {
  if (value !== null && typeof value === "object" && value.kind === "unknown") return `${codeSpan(textOf(value))} is ${value.reason}`;
  return `${codeSpan(textOf(value))} is not a call of a field class`;
}
