import type { Operation } from "../../django/operation.ts";
import type { Value } from "../../python/value.ts";
import { changesOf } from "../../schema/change.ts";
import type { OperationRecord } from "../types.ts";

/** Functions that an operation's RunPython calls forwards, `RunPython.noop` left out; null for code that has no name. */
export function dataMigrations(operation: Operation): (string | null)[] {
  if (operation.kind === "SeparateDatabaseAndState") return operation.databaseOperations.flatMap(dataMigrations);
  if (operation.kind !== "RunPython" || isNoop(operation.code)) return [];
  return [nameOf(operation.code)];
}

/** The operations that Django cannot reverse, with the argument that is missing: RunPython and RunSQL without a reverse. */
export function withoutReverse(operation: Operation): { readonly type: string; readonly argument: string }[] {
  switch (operation.kind) {
    case "SeparateDatabaseAndState":
      return operation.databaseOperations.flatMap(withoutReverse);
    case "RunPython":
      return operation.reverseCode === null ? [{ type: operation.type, argument: "reverse_code" }] : [];
    case "RunSQL":
      return operation.reverseSql === null ? [{ type: operation.type, argument: "reverse_sql" }] : [];
    default:
      return [];
  }
}

/** May it be what `atomic = False` is there for: CONCURRENTLY, a constraint that is validated apart, or code of the project's own? */
export function wantsNoTransaction({ operation, statements, deferred }: Pick<OperationRecord, "operation" | "statements" | "deferred">): boolean {
  if (["RunPython", "RunSQL", "Unknown", "SeparateDatabaseAndState", "ValidateConstraint"].includes(operation.kind)) return true;
  if (operation.kind === "AddConstraint" && operation.notValid) return true;
  return [...statements, ...deferred].flatMap(changesOf).some((change) => "concurrently" in change && change.concurrently);
}

/** Is it `migrations.RunPython.noop`? */
export function isNoop(value: Value): boolean {
  return typeof value === "object" && value !== null && value.kind === "ref" && value.path.endsWith("RunPython.noop");
}

function nameOf(value: Value): string | null {
  if (typeof value !== "object" || value === null) return null;
  return value.kind === "ref" ? value.path : null;
}
