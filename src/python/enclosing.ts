import type { ClassStatement, FunctionStatement, Statement } from "./syntax.ts";

/** The classes and functions around an offset, outermost first. */
export function enclosing(body: readonly Statement[], offset: number): readonly (ClassStatement | FunctionStatement)[] {
  const around: (ClassStatement | FunctionStatement)[] = [];
  let statements: readonly (readonly Statement[])[] = [body];
  for (;;) {
    const statement = statements.map((list) => statementAt(list, offset)).find((found) => found !== null);
    if (statement === undefined || statement === null) return around;
    if (statement.kind === "class" || statement.kind === "function") {
      const inside = blocks(statement);
      // Bases, decorators and defaults stand outside.
      if (inside.length === 0 || (inside[0]![0]?.start ?? statement.end) > offset) return around;
      around.push(statement);
    }
    statements = blocks(statement);
  }
}

function blocks(statement: Statement): readonly (readonly Statement[])[] {
  switch (statement.kind) {
    case "class":
    case "function":
    case "with":
    case "for":
    case "while":
      return [statement.body];
    case "if":
      return [statement.then, statement.otherwise];
    case "try":
      return [statement.body, ...statement.handlers];
    default:
      return [];
  }
}

/** Statements stand in order and do not overlap. */
function statementAt(statements: readonly Statement[], offset: number): Statement | null {
  let low = 0;
  let high = statements.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const statement = statements[middle]!;
    if (offset < statement.start) high = middle - 1;
    else if (offset >= statement.end) low = middle + 1;
    else return statement;
  }
  return null;
}
