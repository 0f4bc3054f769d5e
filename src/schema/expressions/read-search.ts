import { combinedNode } from "./combined.ts";
import { sql } from "./fragment.ts";
import type { Node, Scope } from "./node.ts";
import { bare } from "./output-field.ts";

/** `SearchVector(…) + SearchVector(…)` and `SearchQuery(…) & SearchQuery(…)`; null for other operands. */
export function combinedSearch(operator: string, left: Node, right: Node, scope: Scope): Node | null {
  if (left.kind === "search vector" && right.kind === "search vector" && operator === "+") {
    return { ...combinedNode("||", left, right, scope), kind: "search vector", detail: left.detail! };
  }
  const connector = operator === "&" ? "&&" : operator === "|" ? "||" : null;
  if (left.kind !== "search query" || right.kind !== "search query" || connector === null) return null;
  return { kind: "search query", output: () => bare("SearchQueryField"), sql: () => sql`(${left.sql()} ${connector} ${right.sql()})`, detail: left.detail! };
}
