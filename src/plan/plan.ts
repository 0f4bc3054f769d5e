import type { Plan } from "./types.ts";
export function planOf(_: unknown): Plan | null {
  return null;
}
