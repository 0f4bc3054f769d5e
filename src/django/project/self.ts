import type { Expression } from "../../python/syntax.ts";

/** `self.NAME` of a settings class as `NAME`. */
export function bare(path: string): string {
  return path.replace(/^(self|cls)\./, "");
}

/** `self.NAME` and `super().NAME` as `NAME`, in the kinds of expressions that settings are made of. */
export function withoutSelf(expression: Expression): Expression {
  switch (expression.kind) {
    case "name":
      return { ...expression, path: bare(expression.path) };
    case "attribute":
      return expression.object.kind === "call" && expression.object.callee.kind === "name" && expression.object.callee.path === "super"
        ? { kind: "name", path: expression.name, start: expression.start, end: expression.end }
        : { ...expression, object: withoutSelf(expression.object) };
    case "list":
    case "tuple":
    case "set":
      return { ...expression, items: expression.items.map(withoutSelf) };
    case "starred":
      return { ...expression, value: withoutSelf(expression.value) };
    case "binary":
      return { ...expression, left: withoutSelf(expression.left), right: withoutSelf(expression.right) };
    case "call":
      return { ...expression, args: expression.args.map((argument) => ({ ...argument, value: withoutSelf(argument.value) })) };
    case "dict":
      return { ...expression, entries: expression.entries.map(([key, value]) => [key && withoutSelf(key), withoutSelf(value)] as const) };
    default:
      return expression;
  }
}
