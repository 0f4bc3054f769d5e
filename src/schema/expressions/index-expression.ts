import type { Value } from "../../python/value.ts";
import { Unknown } from "../../sql/literal/unknown.ts";
import type { Fragment } from "./fragment.ts";
import { functionNode } from "./functions/function-node.ts";
import type { Node, Scope } from "./node.ts";

/** What stands between the brackets of CREATE INDEX for one expression; `column` when it is a plain column. */
export interface IndexPart {
  readonly fragment: Fragment;
  readonly column: string | null;
}

const order: readonly Node["kind"][] = ["order by", "opclass", "collate"];

/**
 * django.db.models.indexes.IndexExpression: the order outermost, then operator class and COLLATE, then the expression, in brackets
 * unless it is a column. MySQL takes COLLATE for a part of the expression.
 */
export function indexExpression(value: Value, scope: Scope): IndexPart {
  const wrappers: Node[] = [];
  const before = scope.wrappers.length;
  let root = scope.readArgument(value);
  const made = scope.wrappers.slice(before).filter((kind) => isWrapper(kind, scope)).length;
  while (isWrapper(root.kind, scope)) {
    wrappers.push(root);
    root = root.wrapped!;
  }
  if (new Set(wrappers.map((wrapper) => wrapper.kind)).size < wrappers.length) throw new Unknown("an indexed expression with two orders, operator classes or collations");
  if (made > wrappers.length) throw new Unknown("an order, operator class or collation within an indexed expression, which Django refuses");
  const column = root.column?.column ?? null;
  let node = column === null ? bracketed(root, scope) : root;
  for (const wrapper of wrappers.sort((a, b) => order.indexOf(b.kind) - order.indexOf(a.kind))) node = wrapper.wrap!(node);
  return { fragment: node.sql(), column };
}

function isWrapper(kind: Node["kind"], scope: Scope): boolean {
  if (kind === "collate") return !scope.dialect.features.collateAsIndexExpression;
  return kind === "order by" || kind === "opclass";
}

/** Func(root, template="(%(expressions)s)"). */
function bracketed(root: Node, scope: Scope): Node {
  return functionNode("", [root], () => root.output(), scope, { template: "(%(expressions)s)" });
}
