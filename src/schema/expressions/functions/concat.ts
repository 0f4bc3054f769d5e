import { djangoAtLeast, isMySql } from "../../../sql/dialect.ts";
import { type Fragment, sql } from "../fragment.ts";
import type { Node, Scope } from "../node.ts";
import { bare, isInstance, type OutputField } from "../output-field.ts";
import { valueNode } from "../value-node.ts";
import { castNode } from "./cast.ts";
import { functionSql, sharedOutput } from "./function-node.ts";

/** Concat(*expressions): pairs within pairs. */
export function concatNode(args: readonly Node[], explicit: OutputField | null, scope: Scope): Node {
  const [first, ...rest] = args;
  const second = rest.length === 1 ? rest[0]! : concatNode(rest, explicit, scope);
  const output = (): OutputField | null => explicit ?? sharedOutput([first!, second]);
  return { kind: "function", output, sql: () => pairSql(first!, second, scope) };
}

/**
 * ConcatPair. PostgreSQL: CONCAT() over casts in 4.2; from 5.1 on `||` between coalesced texts, because CONCAT() is not immutable (#34955);
 * SQLite's brackets came with it (#35732).
 */
function pairSql(first: Node, second: Node, scope: Scope): Fragment {
  const { dialect } = scope;
  if (isMySql(dialect.vendor)) return functionSql("CONCAT_WS", [first.sql(), second.sql()], { template: "%(function)s('', %(expressions)s)" });
  const pipes = dialect.vendor === "sqlite" || djangoAtLeast(dialect, "5.1");
  if (!pipes) return functionSql("CONCAT", [first, second].map((side) => castNode(side, bare("TextField"), scope).sql()));
  const sides = [first, second].map((side) => coalesced(dialect.vendor === "postgresql" ? asText(side, scope) : side, scope));
  const joined = functionSql("", sides, { template: "%(expressions)s", joiner: " || " });
  return djangoAtLeast(dialect, "5.1") ? sql`(${joined})` : joined;
}

function asText(side: Node, scope: Scope): Node {
  const field = side.output();
  return isInstance(field, "CharField") || isInstance(field, "TextField") ? side : castNode(side, bare("TextField"), scope);
}

function coalesced(side: Node, scope: Scope): Fragment {
  return functionSql("COALESCE", [side.sql(), valueNode("", null, scope).sql()]);
}
