import type { CallValue, Value } from "../../../python/value.ts";
import { djangoAtLeast } from "../../../sql/dialect.ts";
import { Unknown } from "../../../sql/literal/unknown.ts";
import { argumentsOf } from "../arguments.ts";
import { combinedNode } from "../combined.ts";
import type { Node, Scope } from "../node.ts";
import { bare } from "../output-field.ts";
import { valueNode } from "../value-node.ts";
import { functionNode } from "./function-node.ts";

/** Left and Right; SQLite has SUBSTR only. */
export function leftNode(name: "LEFT" | "RIGHT", call: CallValue, scope: Scope): Node {
  const { need } = argumentsOf(call, ["expression", "length"]);
  const [expression, length] = [scope.readArgument(need("expression")), scope.readArgument(need("length"))];
  const output = (): ReturnType<typeof bare> => bare("CharField");
  if (scope.dialect.vendor !== "sqlite") return functionNode(name, [expression, length], output, scope);
  if (name === "LEFT") return functionNode("SUBSTR", [expression, valueNode(1n, null, scope), length], output, scope, { plainOnSqlite: true });
  const from = combinedNode("*", length, valueNode(-1n, null, scope), scope);
  if (scope.dialect.django === "4.2") return functionNode("SUBSTR", [expression, from], output, scope, { plainOnSqlite: true });
  if (!djangoAtLeast(scope.dialect, "5.2")) throw new Unknown(`which SUBSTR() Django ${scope.dialect.django} makes of Right() on SQLite`);
  return functionNode("SUBSTR", [expression, from, length], output, scope, { plainOnSqlite: true });
}

/** tzinfo=: the name of a zone; null when none is given. */
export function readZone(value: Value | undefined): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "object" && value.kind === "call" && /(^|\.)ZoneInfo$/.test(value.path) && typeof value.args[0] === "string") return value.args[0];
  if (typeof value === "object" && value.kind === "ref" && /(^|\.)(utc|UTC)$/.test(value.path)) return "UTC";
  throw new Unknown("the time zone of an expression cannot be read");
}
