import type { Field, Operation } from "../django/operation.ts";
import type { CallValue, Value } from "../python/value.ts";
import type { Place } from "../place.ts";

/** What a plan writes stands in no file yet. */
export const nowhere: Place = { path: "", line: 0 };

type Body<T> = T extends unknown ? Omit<T, "type" | "place" | "lastLine"> : never;

/** An operation of the plan. */
export function operation(body: Body<Operation>): Operation {
  return { ...body, type: body.kind, place: nowhere, lastLine: 0 };
}

/** SQL in both directions: one text, or several statements. */
export function runSql(sql: readonly string[], reverse: readonly string[], stateOperations: readonly Operation[] = []): Operation {
  return operation({ kind: "RunSQL", sql: script(sql), reverseSql: script(reverse), stateOperations });
}

function script(statements: readonly string[]): Value {
  if (statements.length === 1) return statements[0]!;
  return statements.length === 0 ? ref("django.db.migrations.RunSQL.noop") : { kind: "list", items: statements };
}

/** Only the project state moves. */
export function stateOnly(stateOperations: readonly Operation[]): Operation {
  return operation({ kind: "SeparateDatabaseAndState", databaseOperations: [], stateOperations });
}

/** Database and project state move apart. */
export function apart(databaseOperations: readonly Operation[], stateOperations: readonly Operation[]): Operation {
  return operation({ kind: "SeparateDatabaseAndState", databaseOperations, stateOperations });
}

/** A data migration by a function of the same file; nothing to do backwards. */
export function runPython(name: string): Operation {
  return operation({ kind: "RunPython", code: ref(name), reverseCode: ref("django.db.migrations.RunPython.noop"), atomic: null });
}

export function ref(path: string): Value {
  return { kind: "ref", path, place: nowhere, text: path };
}

export function call(path: string, args: readonly Value[], kwargs: Readonly<Record<string, Value>> = {}): CallValue {
  return { kind: "call", path, args, kwargs: new Map(Object.entries(kwargs)), unknownArgs: null, place: nowhere, text: path };
}

/** The field with arguments set or, where the value is undefined, left out. */
export function withArguments(field: Field, changes: Readonly<Record<string, Value | undefined>>): Field {
  const kwargs = new Map(field.kwargs);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) kwargs.delete(name);
    else kwargs.set(name, value);
  }
  return { ...field, kwargs };
}
