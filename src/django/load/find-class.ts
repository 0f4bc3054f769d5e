import type { PyModule } from "../../python/python.ts";
import type { ClassStatement, Statement } from "../../python/syntax.ts";
import type { ReadContext } from "../operations/context.ts";
import { decide } from "../operations/decide.ts";

export interface FoundClass {
  readonly definition: ClassStatement;
  readonly module: PyModule;
}

/** What Django's loader takes from the file: the module's name `Migration`, defined here (the last one wins) or imported. null when there is none in the repository. */
export function findMigrationClass(module: PyModule, context: ReadContext): FoundClass | null {
  const own = lastClass(module.body, module, context);
  if (own) return { definition: own, module };
  const path = context.python.resolve("Migration", module);
  const found = context.python.find(path);
  if (found?.kind === "class") return { definition: found.definition, module: found.module };
  if (found?.kind !== "value" || found.value === null || typeof found.value !== "object" || found.value.kind !== "ref") return null;
  const target = context.python.find(found.value.path);
  return target?.kind === "class" ? { definition: target.definition, module: target.module } : null;
}

function lastClass(body: readonly Statement[], module: PyModule, context: ReadContext): ClassStatement | null {
  for (const statement of body.toReversed()) {
    if (statement.kind === "class" && statement.name === "Migration") return statement;
    const inner = innerBodies(statement, module, context).map((part) => lastClass(part, module, context));
    const found = inner.find((definition) => definition !== null);
    if (found) return found;
  }
  return null;
}

/** Bodies of a statement that run, or may run, when the module is imported; the likeliest first. */
function innerBodies(statement: Statement, module: PyModule, context: ReadContext): readonly (readonly Statement[])[] {
  if (statement.kind === "if") {
    const holds = decide(statement.test, module, new Map(), context);
    return holds === null ? [statement.then, statement.otherwise] : [holds ? statement.then : statement.otherwise];
  }
  if (statement.kind === "try") return [statement.body, ...statement.handlers];
  return statement.kind === "with" ? [statement.body] : [];
}
