import type { CallValue, Value } from "../../python/value.ts";
import { textOf } from "./literals.ts";
import type { Signature } from "./signatures.ts";
import { codeSpan } from "../../code-span.ts";

export type Bound = { readonly values: ReadonlyMap<string, Value> } | { readonly unreadable: string };

/** A call's arguments by parameter name, as Python binds them; or why they cannot be bound. Missing ones are left out. */
export function bindArguments(call: CallValue, signature: Signature): Bound {
  if (call.unknownArgs) return { unreadable: `not all of its arguments can be read: ${call.unknownArgs.reason}` };
  const { parameters, keywordOnly = [] } = signature;
  if (call.args.length > parameters.length) return { unreadable: `it is called with ${call.args.length} positional arguments and takes ${parameters.length}` };
  const values = new Map<string, Value>();
  call.args.forEach((value, index) => values.set(parameters[index]!, value));
  for (const [name, value] of call.kwargs) {
    if (!parameters.includes(name) && !keywordOnly.includes(name)) return { unreadable: `it takes no argument ${codeSpan(name)}` };
    if (values.has(name)) return { unreadable: `argument ${codeSpan(name)} is given twice` };
    values.set(name, value);
  }
  return { values };
}

/** Reads bound arguments one by one and remembers the first that could not be read. */
export interface ArgumentReader {
  text(name: string): string;
  /** None or missing is null. */
  optionalText(name: string): string | null;
  boolean(name: string, otherwise: boolean): boolean;
  /** None or missing is null. */
  optionalBoolean(name: string): boolean | null;
  /** Missing is `otherwise`. */
  value(name: string, otherwise: Value): Value;
  required(name: string): Value;
  /** Notes that an argument could not be read, and why. */
  fail(name: string, why?: string): void;
  /** The first reason, or null when all was read. */
  readonly problem: string | null;
}

export function argumentReader(values: ReadonlyMap<string, Value>): ArgumentReader {
  let problem: string | null = null;
  const fail = (name: string, why?: string) => {
    problem ??= why ?? (values.has(name) ? `its ${codeSpan(name)} cannot be read: ${whyNot(values.get(name))}` : `it has no ${codeSpan(name)}`);
  };
  return {
    get problem() {
      return problem;
    },
    fail,
    text(name) {
      const value = values.get(name);
      if (typeof value === "string") return value;
      fail(name);
      return "";
    },
    optionalText(name) {
      const value = values.get(name) ?? null;
      if (value === null || typeof value === "string") return value;
      fail(name);
      return null;
    },
    boolean(name, otherwise) {
      const value = values.has(name) ? values.get(name) : otherwise;
      if (typeof value === "boolean") return value;
      fail(name);
      return otherwise;
    },
    optionalBoolean(name) {
      const value = values.get(name) ?? null;
      if (value === null || typeof value === "boolean") return value;
      fail(name);
      return null;
    },
    value: (name, otherwise) => (values.has(name) ? values.get(name)! : otherwise),
    required(name) {
      if (!values.has(name)) fail(name);
      return values.get(name) ?? null;
    },
  };
}

/** Why a value is not the plain one that was looked for. */
export function whyNot(value: Value | undefined): string {
  if (typeof value === "object" && value?.kind === "unknown") return `${codeSpan(textOf(value))} is ${value.reason}`;
  return codeSpan(textOf(value));
}
