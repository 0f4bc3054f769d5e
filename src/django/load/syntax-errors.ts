import type { PyModule } from "../../python/python.ts";
import type { ClassStatement, Statement } from "../../python/syntax.ts";

/**
 * The syntax error that makes what was read of a class unsure: inside it, or beside it with no whole statement between
 * (an error that is recovered from may have cut the class short). null when there is none.
 */
export function syntaxErrorNear(module: PyModule, definition: ClassStatement): PyModule["errors"][number] | null {
  const whole = module.body.filter((statement) => statement.kind !== "other" && statement !== definition && !module.errors.some((error) => touches(statement, error)));
  const between = (from: number, to: number) => whole.some((statement) => statement.start >= from && statement.end <= to);
  for (const error of module.errors) {
    if (touches(definition, error)) return error;
    if (error.end <= definition.start && !between(error.end, definition.start)) return error;
    if (error.start >= definition.end && !between(definition.end, error.start)) return error;
  }
  return null;
}

function touches(statement: Statement, error: { readonly start: number; readonly end: number }): boolean {
  return error.start <= statement.end && error.end >= statement.start;
}
