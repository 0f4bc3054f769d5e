import { readData } from "../../../sql/literal/read.ts";
import { argumentsOf, outputField } from "../arguments.ts";
import { referenceNode } from "../column.ts";
import { combinedNode } from "../combined.ts";
import { readField } from "../output-field.ts";
import { rawNode } from "../raw.ts";
import { numericOnSqlite, valueNode } from "../value-node.ts";
import { collateNode, opClassNode, orderByNode } from "../wrappers.ts";
import type { ClassReader } from "./reader.ts";

/** django.db.models.expressions, Collate and OpClass. */
export const basicClasses: Readonly<Record<string, ClassReader>> = {
  F: (call, scope) => referenceNode(argumentsOf(call, ["name"]).text("name"), scope),
  Value: (call, scope) => {
    const { need, take } = argumentsOf(call, ["value", "output_field"]);
    const field = take("output_field");
    return valueNode(readData(need("value")), field === undefined || field === null ? null : readField(field), scope);
  },
  OrderBy: (call, scope) => {
    const { need, take } = argumentsOf(call, ["expression", "descending", "nulls_first", "nulls_last"]);
    return orderByNode(scope.read(need("expression")), take("descending") === true, take("nulls_first") === true, take("nulls_last") === true, scope);
  },
  Collate: (call, scope) => {
    const { need, text } = argumentsOf(call, ["expression", "collation"]);
    return collateNode(scope.readArgument(need("expression")), text("collation"), scope);
  },
  OpClass: (call, scope) => {
    const { need, text } = argumentsOf(call, ["expression", "name"]);
    return opClassNode(scope.readArgument(need("expression")), text("name"), scope);
  },
  ExpressionWrapper: (call, scope) => {
    const { need } = argumentsOf(call, ["expression", "output_field"]);
    const inner = scope.read(need("expression"));
    const field = readField(need("output_field"));
    return { kind: "wrapper", output: () => field, sql: () => numericOnSqlite(inner.sql(), () => field, scope), wrapped: inner };
  },
  CombinedExpression: (call, scope) => {
    const { need, text } = argumentsOf(call, ["lhs", "connector", "rhs", "output_field"]);
    return combinedNode(text("connector"), scope.read(need("lhs")), scope.read(need("rhs")), scope, outputField(call));
  },
  RawSQL: (call, scope) => rawNode(call, outputField(call), scope),
};
