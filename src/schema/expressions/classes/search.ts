import type { CallValue, Value } from "../../../python/value.ts";
import { Unknown } from "../../../sql/literal/unknown.ts";
import { argumentsOf } from "../arguments.ts";
import { isModelsCall } from "../class-name.ts";
import type { Node, Scope } from "../node.ts";
import { searchQuery, searchVector } from "../search.ts";
import type { ClassReader } from "./reader.ts";

/** django.contrib.postgres.search, and RangeBoundary. */
export const searchClasses: Readonly<Record<string, ClassReader>> = {
  SearchVector: (call, scope) => {
    const { take } = argumentsOf({ ...call, args: [] }, ["config", "weight"]);
    return searchVector(call.args.map((arg) => scope.readArgument(arg)), configOf(take("config"), scope), optional(take("weight"), scope), scope);
  },
  SearchQuery: readQuery,
  RangeBoundary: (call) => {
    const { take } = argumentsOf(call, ["inclusive_lower", "inclusive_upper"]);
    const bounds = `'${take("inclusive_lower") === false ? "(" : "["}${take("inclusive_upper") === true ? "]" : ")"}'`;
    return { kind: "raw", output: () => null, sql: () => [bounds] };
  },
};

function readQuery(call: CallValue, scope: Scope): Node {
  const { need, take } = argumentsOf(call, ["value", "output_field", "config", "invert", "search_type"]);
  const type = take("search_type") ?? "plain";
  if (typeof type !== "string") throw new Unknown("the search type cannot be read");
  return searchQuery(scope.read(need("value")), configOf(take("config"), scope), type, take("invert") === true);
}

const optional = (value: Value | undefined, scope: Scope): Node | null => (value === undefined || value === null ? null : scope.read(value));

/** A name, an expression, or SearchConfig of one. */
function configOf(config: Value | undefined, scope: Scope): Node | null {
  return config !== undefined && isModelsCall(config, "SearchConfig") ? optional(config.args[0], scope) : optional(config, scope);
}
