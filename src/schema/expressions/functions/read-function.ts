import type { CallValue } from "../../../python/value.ts";
import { isMySql, type Dialect } from "../../../sql/dialect.ts";
import { argumentsOf } from "../arguments.ts";
import type { Node, Scope } from "../node.ts";
import { bare, isInstance, type OutputField, readField } from "../output-field.ts";
import { valueNode } from "../value-node.ts";
import { castNode } from "./cast.ts";
import { functionNode, numericOutput, sharedOutput } from "./function-node.ts";
import { type FunctionRow, functions } from "./table.ts";

/** A call of one of the functions of the table; null for any other class. */
export function readFunction(name: string, call: CallValue, scope: Scope): Node | null {
  if (!Object.hasOwn(functions, name)) return null;
  const row = forVendor(functions[name]!, scope.dialect);
  const args = operands(row, call, scope);
  const explicit = call.kwargs.get("output_field");
  const output = explicit === undefined ? outputOf(row, args) : () => readField(explicit);
  const inputs = row.fixesDecimals && scope.dialect.vendor === "postgresql" ? args.map((arg) => fixDecimal(arg, scope)) : args;
  return functionNode(row.name, inputs, output, scope, row);
}

function forVendor(row: FunctionRow, dialect: Dialect): FunctionRow {
  const own = row.vendors?.[dialect.vendor] ?? (isMySql(dialect.vendor) ? row.vendors?.mysqls : undefined);
  return own ? { ...row, ...own } : row;
}

function operands(row: FunctionRow, call: CallValue, scope: Scope): readonly Node[] {
  if (row.parameters) return given(row, row.parameters, call, scope);
  argumentsOf(call, []);
  return call.args.map((value, index) => (row.texts?.includes(index) ? scope.read(value) : scope.readArgument(value)));
}

/** Positional and keyword arguments in the constructor's order; one that is not given is its default, or left out. */
function given(row: FunctionRow, parameters: readonly string[], call: CallValue, scope: Scope): readonly Node[] {
  const { take } = argumentsOf(call, parameters);
  return parameters.flatMap((name) => {
    const value = take(name);
    if (value !== undefined && value !== null) return [scope.readArgument(value)];
    const otherwise = row.defaults?.[name];
    if (otherwise === undefined) return [];
    return [valueNode(typeof otherwise === "number" ? BigInt(otherwise) : otherwise, null, scope)];
  });
}

function outputOf(row: FunctionRow, args: readonly Node[]): () => OutputField | null {
  if (row.output === "shared") return () => sharedOutput(args);
  if (row.output === "numeric") return () => numericOutput(args, (name) => bare(name));
  if (row.output === "first") return () => args[0]?.output() ?? null;
  return () => bare(row.output);
}

/** PostgreSQL has LOG, MOD and ROUND with two arguments for numeric only; sys.float_info.dig is 15. */
function fixDecimal(arg: Node, scope: Scope): Node {
  if (!isInstance(arg.output(), "FloatField")) return arg;
  return castNode(arg, bare("DecimalField", new Map([["max_digits", 1000], ["decimal_places", 15]])), scope);
}
