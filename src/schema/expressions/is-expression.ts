import type { Value } from "../../python/value.ts";
import { djangoClass } from "./class-name.ts";

/** Django's classes that are called in migrations but make no expression. */
const notExpressions = new Set(["Deferrable", "RangeOperators", "Index", "UniqueConstraint", "CheckConstraint", "ExclusionConstraint"]);

/** Has the object a resolve_expression()? Classes outside Django that are not known to make data count as expressions where they stand among them. */
export function isExpression(value: Value): boolean {
  if (value === null || typeof value !== "object") return false;
  switch (value.kind) {
    case "call": {
      if (value.on !== undefined) return isExpression(value.on);
      const name = djangoClass(value.path);
      return name !== null && !notExpressions.has(name) && !name.endsWith("Range");
    }
    case "binary":
      return isExpression(value.left) || isExpression(value.right);
    case "unary":
      return isExpression(value.operand);
    default:
      return false;
  }
}
