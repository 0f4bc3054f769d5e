import type { Breakage, OperationRecord, StatementKind } from "../safety/types.ts";

/** What fails on one table because of one operation. */
export interface Failure {
  readonly table: string;
  readonly statements: readonly StatementKind[];
  /** Each error text once, with the statements that meet it. */
  readonly errors: readonly { readonly error: string; readonly statements: readonly StatementKind[] }[];
  readonly reasons: readonly string[];
}

/** An operation's breakages of one release, a failure for each table. */
export function failures(record: OperationRecord, release: Breakage["release"]): Failure[] {
  const breaks = record.breaks.filter((breakage) => breakage.release === release);
  return unique(breaks.map((breakage) => breakage.table)).map((table) => {
    const here = breaks.filter((breakage) => breakage.table === table);
    return {
      table,
      statements: unique(here.map((breakage) => breakage.statement)),
      errors: unique(here.map((breakage) => breakage.error)).map((error) => ({ error, statements: unique(here.filter((breakage) => breakage.error === error).map((breakage) => breakage.statement)) })),
      reasons: unique(here.flatMap((breakage) => (breakage.because === null ? [] : [breakage.because]))),
    };
  });
}

const prepositions: Record<StatementKind, string> = { SELECT: "from", INSERT: "into", UPDATE: "of", DELETE: "from", WHERE: "on" };

/** `into`, for the table of one statement; `on` for that of several. */
export function preposition(statements: readonly StatementKind[]): string {
  return statements.length === 1 ? prepositions[statements[0]!] : "on";
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
