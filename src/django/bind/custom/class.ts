import type { Definition, PyModule } from "../../../python/python.ts";
import type { ClassStatement, Expression, FunctionStatement } from "../../../python/syntax.ts";

export type ClassDefinition = Extract<Definition, { kind: "class" }>;

/** A class's method by name: the last one defined, as Python has it. */
export function methodOf({ body }: ClassStatement, name: string): FunctionStatement | null {
  return body.findLast((statement): statement is FunctionStatement => statement.kind === "function" && statement.name === name) ?? null;
}

/** What a class assigns to a name in its body. */
export function attributeOf({ body }: ClassStatement, name: string): Expression | null {
  const found = body.findLast((statement) => statement.kind === "assign" && statement.targets.some((target) => target.kind === "name" && target.path === name));
  return found?.kind === "assign" ? found.value : null;
}

/** The paths of a class's bases, those that say nothing of columns left out. */
export function basePaths({ definition, module }: ClassDefinition, resolve: (name: string, module: PyModule) => string): readonly string[] {
  const paths: string[] = [];
  for (const base of definition.bases) {
    if (base.kind !== "positional") continue;
    const named = base.value.kind === "subscript" ? base.value.object : base.value;
    const path = named.kind === "name" ? resolve(named.path, module) : module.text.slice(named.start, named.end);
    if (!harmless.test(path)) paths.push(path);
  }
  return paths;
}

/** Bases that are no field classes and change nothing about a column. */
const harmless = /^(?:object|(?:builtins|typing|typing_extensions|abc|collections)\..*|Generic|django\.db\.models\.fields\.mixins\.\w+|django\.contrib\.postgres\.utils\.\w+)$/;

/** `shop.fields.MoneyField (shop/fields.py:12)`. */
export function called({ path, module }: ClassDefinition, at: { readonly start: number }): string {
  return `${path} (${module.path}:${module.lineAt(at.start)})`;
}
