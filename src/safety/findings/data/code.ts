import type { Operation } from "../../../django/operation.ts";
import type { Place } from "../../../place.ts";
import type { Python } from "../../../python/python.ts";
import type { Value } from "../../../python/value.ts";
import { readCode } from "./walk.ts";

/** What the code of a RunPython does to rows, as far as it can be read without running it. */
export interface DataCode {
  /** Models that `apps.get_model` is asked for, where it is said which. */
  readonly models: readonly (Place & { readonly model: string })[];
  /** Models of today's code, in place of those that `apps.get_model` gives. */
  readonly liveModels: readonly (Place & { readonly model: string })[];
  readonly loops: readonly Loop[];
  /** `update()` and `delete()` of a query. */
  readonly bulk: readonly (Place & { readonly model: string | null; readonly method: string; readonly whole: boolean })[];
  /** Calls of functions that wait for another machine. */
  readonly network: readonly (Place & { readonly called: string })[];
  /** Statements that change the schema, where the review does not see them. */
  readonly schema: readonly (Place & { readonly what: string })[];
  /** Work is done in transactions of its own. */
  readonly ownTransactions: readonly Place[];
}

/** A loop over the rows of a query. */
export interface Loop extends Place {
  /** `shop.Order`; null where it cannot be told. */
  readonly model: string | null;
  /** Every row of the table: nothing filters the query. */
  readonly whole: boolean;
  /** `iterator()`: rows are fetched in chunks. */
  readonly streamed: boolean;
  /** What is called for each row and runs a statement: `save`; null: nothing. */
  readonly writes: string | null;
}

/** The code of every RunPython in the operation, forwards; empty where a function is not in the repository. */
export function dataCode(operation: Operation, python: Python): DataCode[] {
  if (operation.kind === "SeparateDatabaseAndState") return operation.databaseOperations.flatMap((part) => dataCode(part, python));
  if (operation.kind !== "RunPython") return [];
  const path = functionPath(operation.code);
  const found = path === null ? null : python.find(path);
  return found?.kind === "function" ? [readCode(found.definition, found.module, python)] : [];
}

/** `fill`, and `partial(fill, …)`. */
function functionPath(value: Value | undefined): string | null {
  if (typeof value !== "object" || value === null) return null;
  if (value.kind === "ref") return value.path;
  return value.kind === "call" && value.path === "functools.partial" ? functionPath(value.args[0]) : null;
}
