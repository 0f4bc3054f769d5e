import type { PyModule, Python } from "../../../python/python.ts";
import type { FunctionStatement } from "../../../python/syntax.ts";
import type { Value } from "../../../python/value.ts";
import type { FieldCall } from "../field-class.ts";
import { codeSpan } from "../../../code-span.ts";

export interface BoundParameters {
  /** The named parameters' values. */
  readonly locals: Map<string, Value>;
  /** The name of `*args` and of `**kwargs`; null where there is none. */
  readonly star: string | null;
  readonly rest: string | null;
  readonly args: readonly Value[];
  readonly kwargs: Map<string, Value>;
}

/** Matches a call with a method's parameters, `self` aside; a text says why it cannot be. */
export function bindParameters(method: FunctionStatement, module: PyModule, call: FieldCall, python: Python): BoundParameters | string {
  const names = method.parameters.slice(1).filter((name) => name !== "/");
  const bare = names.findIndex((name) => name.startsWith("*"));
  const positional = names.filter((name, index) => !name.startsWith("*") && (bare < 0 || index < bare));
  const plain = names.filter((name) => !name.startsWith("*"));
  const star = names.find((name) => /^\*[^*]/.test(name))?.slice(1) ?? null;
  const rest = names.find((name) => name.startsWith("**"))?.slice(2) ?? null;
  if (call.args.length > positional.length && star === null) return "it is called with more arguments than it has parameters";
  const locals = new Map<string, Value>();
  for (const [index, value] of call.args.slice(0, positional.length).entries()) locals.set(positional[index]!, value);
  const kwargs = new Map<string, Value>();
  for (const [name, value] of call.kwargs) {
    if (plain.includes(name)) locals.set(name, value);
    else if (rest !== null) kwargs.set(name, value);
    else return `it has no parameter ${codeSpan(name)}`;
  }
  for (const name of plain) {
    if (locals.has(name)) continue;
    const fallback = method.defaults?.get(name);
    const place = { path: module.path, line: module.lineAt(method.start) };
    locals.set(name, fallback ? python.evaluate(fallback, module) : { kind: "unknown", reason: `parameter ${codeSpan(name)}, which is not given`, place, text: name });
  }
  return { locals, star, rest, args: call.args.slice(positional.length), kwargs };
}
