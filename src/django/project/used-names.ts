import type { Expression } from "../../python/syntax.ts";

/** The names an expression begins from: `a` of `a.b["c"]`. null where it holds something that is not read. */
export function usedNames(expression: Expression): ReadonlySet<string> | null {
  const names = new Set<string>();
  const waiting: (Expression | null)[] = [expression];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === null) continue;
    if (next.kind === "other" && !next.parts) return null;
    if (next.kind === "name") names.add(next.path.split(".", 1)[0]!);
    else waiting.push(...partsOf(next));
  }
  return names;
}

function partsOf(expression: Expression): readonly (Expression | null)[] {
  switch (expression.kind) {
    case "attribute":
      return [expression.object];
    case "call":
      return [expression.callee, ...expression.args.map((argument) => argument.value)];
    case "list":
    case "tuple":
    case "set":
      return expression.items;
    case "dict":
      return expression.entries.flat();
    case "binary":
      return [expression.left, expression.right];
    case "unary":
      return [expression.operand];
    case "subscript":
      return [expression.object, expression.index];
    case "conditional":
      return [expression.test, expression.then, expression.otherwise];
    case "starred":
      return [expression.value];
    case "other":
      return (expression.parts ?? []).filter((part) => typeof part !== "string");
    default:
      return [];
  }
}
