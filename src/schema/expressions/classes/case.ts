/* oxlint-disable unicorn/no-thenable -- When() calls its result `then` */
import type { CallValue, Value } from "../../../python/value.ts";
import { Unknown } from "../../../sql/literal/unknown.ts";
import { argumentsOf, outputField } from "../arguments.ts";
import { caseNode, type When } from "../case.ts";
import { isModelsCall } from "../class-name.ts";
import type { Scope } from "../node.ts";
import { readQ } from "../q.ts";
import { whereNode } from "../where.ts";
import type { ClassReader } from "./reader.ts";

export const caseClasses: Readonly<Record<string, ClassReader>> = {
  Case: (call, scope) => {
    const otherwise = argumentsOf({ ...call, args: [] }, ["default"]).take("default") ?? null;
    return caseNode(call.args.map((arg) => readWhen(arg, scope)), scope.readArgument(otherwise), outputField(call), scope);
  },
};

/** When(condition, then=…), When(name=value, then=…). */
function readWhen(value: Value, scope: Scope): When {
  if (!isModelsCall(value, "When")) throw new Unknown("an argument of Case() that is no When()");
  if (value.unknownArgs) throw new Unknown(`not all arguments of When() can be read: ${value.unknownArgs.reason}`);
  const condition = value.args[0] ?? value.kwargs.get("condition");
  const filters = new Map([...value.kwargs].filter(([name]) => name !== "condition" && name !== "then"));
  const asked = filters.size > 0 ? all(value, condition, filters) : condition;
  if (asked === undefined) throw new Unknown("a When() without a condition");
  const filter = readQ(asked);
  return { condition: filter ? whereNode(filter, scope) : scope.read(asked), then: scope.readArgument(value.args[1] ?? value.kwargs.get("then") ?? null) };
}

/** Q(condition, **filters). */
function all(when: CallValue, condition: Value | undefined, filters: ReadonlyMap<string, Value>): CallValue {
  return { ...when, path: "django.db.models.Q", args: condition === undefined ? [] : [condition], kwargs: filters };
}
