import type { Expression, FunctionStatement } from "../../../python/syntax.ts";

/** The arguments that a deconstruct() always takes away: `del kwargs["max_length"]`, `kwargs.pop("max_length", None)`. */
export function hiddenBy(method: FunctionStatement | null): readonly string[] {
  const hidden: string[] = [];
  for (const statement of method?.body ?? []) {
    if (statement.kind === "other") {
      for (const target of statement.targets ?? []) if (target.kind === "subscript") hidden.push(...text(target.index));
      continue;
    }
    const call = statement.kind === "expression" ? statement.value : null;
    if (call?.kind === "call" && call.callee.kind === "name" && call.callee.path === "kwargs.pop") hidden.push(...text(call.args[0]?.value));
  }
  return hidden;
}

function text(expression: Expression | undefined): readonly string[] {
  return expression?.kind === "string" ? [expression.value] : [];
}
