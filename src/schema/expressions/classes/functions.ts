import type { CallValue } from "../../../python/value.ts";
import { Unknown } from "../../../sql/literal/unknown.ts";
import { argumentsOf, outputField } from "../arguments.ts";
import { castNode } from "../functions/cast.ts";
import { concatNode } from "../functions/concat.ts";
import { functionNode, sharedOutput } from "../functions/function-node.ts";
import { leftNode } from "../functions/special.ts";
import type { Node, Scope } from "../node.ts";
import { readField } from "../output-field.ts";
import type { ClassReader } from "./reader.ts";

/** Functions that are more than a name with arguments. */
export const functionClasses: Readonly<Record<string, ClassReader>> = {
  Func: readFunc,
  Cast: (call, scope) => {
    const { need } = argumentsOf(call, ["expression", "output_field"]);
    return castNode(scope.readArgument(need("expression")), readField(need("output_field")), scope);
  },
  Concat: (call, scope) => {
    if (argumentsOf(call, []) && call.args.length < 2) throw new Unknown("Concat() takes at least two expressions");
    return concatNode(call.args.map((arg) => scope.readArgument(arg)), outputField(call), scope);
  },
  Left: (call, scope) => leftNode("LEFT", call, scope),
  Right: (call, scope) => leftNode("RIGHT", call, scope),
};

/** Func(*expressions, function=…, template=…, arg_joiner=…, **extra). */
function readFunc(call: CallValue, scope: Scope): Node {
  const extra: Record<string, string> = {};
  for (const [name, value] of call.kwargs) {
    if (name === "output_field" || name === "arity" || value === null) continue;
    if (typeof value !== "string" && typeof value !== "number") throw new Unknown(`the argument ${name} of Func() cannot be read`);
    extra[name] = String(value);
  }
  const { function: name = "None", template, arg_joiner: joiner, ...rest } = extra;
  const args = call.args.map((arg) => scope.readArgument(arg));
  const explicit = outputField(call);
  return functionNode(name, args, () => explicit ?? sharedOutput(args), scope, { extra: rest, ...(joiner === undefined ? {} : { joiner }), ...(template === undefined ? {} : { template }) });
}
