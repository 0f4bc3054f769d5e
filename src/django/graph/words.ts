import type { MigrationKey } from "../operation.ts";
import { keyOf } from "./key.ts";

/** A code span around text of the repository: a file name may hold backticks and line breaks. */
export function code(text: string | null): string {
  return `\`${(text ?? "").replace(/[`\p{Cc}\p{Zl}\p{Zp}]/gu, "?")}\``;
}

export function codeKey(key: MigrationKey): string {
  return code(keyOf(key));
}

/** A path as an argument of a command to paste; null when it would need quoting. */
export function argument(path: string | null): string | null {
  return path !== null && /^[\w./@+][\w./@+-]*$/.test(path) ? path : null;
}
