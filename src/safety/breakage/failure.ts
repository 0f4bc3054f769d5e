import type { Database } from "../../django/project.ts";
import type { Schema } from "../../schema/schema.ts";
import type { Release } from "../release.ts";
import type { StatementKind } from "../types.ts";
import type { Difference } from "./difference.ts";
import type { Said, Words } from "./words.ts";

/** A statement that fails, before it is known which release it belongs to. */
export interface Failure {
  readonly statement: StatementKind;
  readonly column: string | null;
  readonly error: string;
  readonly code: string | null;
  readonly because: string | null;
}

/** A release moves from one schema to another. */
export interface Move {
  readonly release: Release;
  /** null: what worked before does not matter, everything that fails on `to` counts. */
  readonly from: Schema | null;
  readonly to: Schema;
  /** Names of `to` in `from`. */
  readonly difference: Difference;
  readonly database: Database;
  readonly words: Words;
}

/** The same error for several kinds of statement. */
export function failures(statements: readonly StatementKind[], column: string | null, said: Said, because: string | null): Failure[] {
  return statements.map((statement) => ({ statement, column, error: said.error, code: said.code, because }));
}
