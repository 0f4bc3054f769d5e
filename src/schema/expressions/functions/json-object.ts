import type { CallValue } from "../../../python/value.ts";
import { atLeast } from "../../../django/project.ts";
import { type Fragment, join, sql } from "../fragment.ts";
import type { Node, Scope } from "../node.ts";
import { bare } from "../output-field.ts";
import { valueNode } from "../value-node.ts";
import { castNode } from "./cast.ts";
import { functionSql } from "./function-node.ts";

/** JSONObject(**fields). From Django 5.1 on PostgreSQL 16 has JSON_OBJECT(). */
export function jsonObjectNode(call: CallValue, scope: Scope): Node {
  const pairs = [...call.kwargs].map(([name, value]) => [valueNode(name, null, scope), scope.readArgument(value)] as const);
  return { kind: "function", output: () => bare("JSONField"), sql: () => objectSql(pairs, scope) };
}

function objectSql(pairs: readonly (readonly [Node, Node])[], scope: Scope): Fragment {
  const { dialect } = scope;
  if (dialect.vendor !== "postgresql") return functionSql("JSON_OBJECT", pairs.flatMap(([key, value]) => [key.sql(), value.sql()]));
  const texts = pairs.map(([key, value]) => [castNode(key, bare("TextField"), scope).sql(), value.sql()] as const);
  if (!atLeast(dialect.version, "16") || !atLeast(dialect.django, "5.1")) return functionSql("JSONB_BUILD_OBJECT", texts.flat());
  return sql`JSON_OBJECT(${join(texts.map(([key, value]) => sql`(${key}) VALUE ${value}`), ", ")} RETURNING JSONB)`;
}
