import { decoded } from "./encoding.ts";
import type { SourceText } from "./source.ts";

/** Files above this many bytes are not read: no migration, settings or lock file comes near it. */
export const defaultMaxBytes = 2 * 1024 * 1024;

/** How much of a file git looks at to call it binary (buffer_is_binary in xdiff-interface.c). */
const binaryProbe = 8000;

/** Bytes as text, or the reason why they are none. */
export function textOf(bytes: Uint8Array): SourceText {
  if (bytes.subarray(0, binaryProbe).includes(0)) return { unreadable: "a binary file" };
  return decoded(bytes);
}

/** The reason to leave a file of this size alone, or null. */
export function tooLarge(size: number, maxBytes: number): SourceText | null {
  if (size <= maxBytes) return null;
  return { unreadable: `larger than ${maxBytes} bytes (${size})` };
}

export const symbolicLink: SourceText = { unreadable: "a symbolic link" };
