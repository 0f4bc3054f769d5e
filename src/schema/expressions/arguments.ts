import type { CallValue, Value } from "../../python/value.ts";
import { Unknown } from "../../sql/literal/unknown.ts";

/** A call's arguments by the names of the constructor's parameters, positional ones first. Throws Unknown for `*args` that cannot be read. */
export function argumentsOf(call: CallValue, parameters: readonly string[]): { take(name: string): Value | undefined } {
  if (call.unknownArgs) throw new Unknown(`not all arguments of ${call.path} can be read: ${call.unknownArgs.reason}`);
  return {
    take(name) {
      const index = parameters.indexOf(name);
      return index >= 0 && index < call.args.length ? call.args[index] : call.kwargs.get(name);
    },
  };
}
