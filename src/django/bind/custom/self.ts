import type { Expression } from "../../../python/syntax.ts";
import type { Value } from "../../../python/value.ts";
import type { BindContext } from "../context.ts";
import { attributeOf, basePaths, type ClassDefinition } from "./class.ts";

/** The value of a class attribute, looked for in the class and in its bases that are in the repository. */
export function classAttribute(definition: ClassDefinition, name: string, context: BindContext, seen: Set<string> = new Set()): Value | undefined {
  const { python } = context;
  if (!python || seen.has(definition.path) || seen.size > mostBases) return undefined;
  seen.add(definition.path);
  const expression = attributeOf(definition.definition, name);
  if (expression) return python.evaluate(expression, definition.module);
  for (const base of basePaths(definition, (path, module) => python.resolve(path, module))) {
    const found = python.find(base);
    const value = found?.kind === "class" ? classAttribute(found, name, context, seen) : undefined;
    if (value !== undefined) return value;
  }
  return undefined;
}

const mostBases = 20;

/** `self.max_length` → `max_length`; null for anything else, `self.a.b` too. */
export function selfAttribute(expression: Expression, self: string): string | null {
  if (expression.kind !== "name" || !expression.path.startsWith(`${self}.`)) return null;
  const name = expression.path.slice(self.length + 1);
  return name.includes(".") ? null : name;
}

/** `super().db_type(…)`, `super(Money, self).db_type(…)` → `db_type`; null for anything else. */
export function superMethod(expression: Expression): string | null {
  if (expression.kind !== "call" || expression.callee.kind !== "attribute") return null;
  const { object, name } = expression.callee;
  return object.kind === "call" && object.callee.kind === "name" && object.callee.path === "super" ? name : null;
}
