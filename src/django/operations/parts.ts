import type { Place } from "../../place.ts";
import type { Operation } from "../operation.ts";

interface At {
  readonly place: Place;
  /** Source of the call. */
  readonly text: string;
}

/** What every operation has. */
export function commonOf(type: string, at: At): { readonly type: string; readonly place: Place; readonly lastLine: number } {
  return { type, place: at.place, lastLine: at.place.line + at.text.split("\n").length - 1 };
}

/** An operation that cannot be read, with the reason and the way to settle it; `assumed` where its effect on the project state is known. */
export function unknownOperation(type: string, at: At, reason: string, assumed?: Operation): Operation {
  return { ...commonOf(type, at), kind: "Unknown", reason, text: at.text, ...(assumed && { assumed }) };
}

/** An operation whose effects on database and state are known to differ. */
export function separated(type: string, at: At, databaseOperations: readonly Operation[], stateOperations: readonly Operation[]): Operation {
  return { ...commonOf(type, at), kind: "SeparateDatabaseAndState", databaseOperations, stateOperations };
}

/** The last part of a dotted path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}
