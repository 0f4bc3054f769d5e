import type { CallValue, Value } from "../../python/value.ts";
import { Unknown } from "../../sql/literal/unknown.ts";
import { type OutputField, readField } from "./output-field.ts";

/** A call's arguments, by the names of the constructor's parameters. */
export interface Arguments {
  take(name: string): Value | undefined;
  /** Throws Unknown when it is not given. */
  need(name: string): Value;
  /** Text. Throws Unknown when it is none. */
  text(name: string): string;
}

/**
 * Reads a call by its constructor's parameters, positional ones first; `output_field` may be given by name to any. Throws Unknown for `*args` that
 * cannot be read and for keywords beyond the parameters: they change what Django writes.
 */
export function argumentsOf(call: CallValue, parameters: readonly string[]): Arguments {
  if (call.unknownArgs) throw new Unknown(`not all arguments of ${call.path} can be read: ${call.unknownArgs.reason}`);
  const odd = [...call.kwargs.keys()].find((name) => name !== "output_field" && !parameters.includes(name));
  if (odd !== undefined) throw new Unknown(`the argument ${odd} of ${call.path}`);
  const take = (name: string): Value | undefined => {
    const index = parameters.indexOf(name);
    return index >= 0 && index < call.args.length ? call.args[index] : call.kwargs.get(name);
  };
  const need = (name: string): Value => {
    const value = take(name);
    if (value === undefined) throw new Unknown(`the argument ${name} of ${call.path} is missing`);
    return value;
  };
  const text = (name: string): string => {
    const value = need(name);
    if (typeof value !== "string") throw new Unknown(`the argument ${name} of ${call.path} cannot be read`);
    return value;
  };
  return { take, need, text };
}

/** The field given as output_field=, null without one. */
export function outputField(call: CallValue): OutputField | null {
  const value = call.kwargs.get("output_field");
  return value === undefined || value === null ? null : readField(value);
}
