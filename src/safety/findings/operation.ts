import type { Operation } from "../../django/operation.ts";
import type { Value } from "../../python/value.ts";

/** Functions that an operation's RunPython calls forwards, `RunPython.noop` left out; null for code that has no name. */
export function dataMigrations(operation: Operation): (string | null)[] {
  if (operation.kind === "SeparateDatabaseAndState") return operation.databaseOperations.flatMap(dataMigrations);
  if (operation.kind !== "RunPython" || isNoop(operation.code)) return [];
  return [nameOf(operation.code)];
}

/** Types of the operations that Django cannot reverse: RunPython and RunSQL without a reverse. */
export function irreversible(operation: Operation): string[] {
  switch (operation.kind) {
    case "SeparateDatabaseAndState":
      return operation.databaseOperations.flatMap(irreversible);
    case "RunPython":
      return operation.reverseCode === null ? [operation.type] : [];
    case "RunSQL":
      return operation.reverseSql === null ? [operation.type] : [];
    default:
      return [];
  }
}

/** Is it `migrations.RunPython.noop`? */
export function isNoop(value: Value): boolean {
  return typeof value === "object" && value !== null && value.kind === "ref" && value.path.endsWith("RunPython.noop");
}

function nameOf(value: Value): string | null {
  if (typeof value !== "object" || value === null) return null;
  return value.kind === "ref" ? value.path : null;
}
