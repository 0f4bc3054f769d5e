import { parsePatch } from "diff";

/** Lines of the file after a change (1-based, both included) that a diff shows together. A review comment must lie within one such range. */
export interface Hunk {
  readonly first: number;
  readonly last: number;
}

/** The hunks of a `patch` as GitHub's API has it (without a file header); none where there is no patch, or one that was cut off. */
export function hunksOf(patch: string | null): readonly Hunk[] {
  if (patch === null || patch === "") return [];
  try {
    return parsePatch(patch).flatMap(({ hunks }) => hunks.flatMap(({ newStart, newLines }) => (newLines === 0 ? [] : [{ first: newStart, last: newStart + newLines - 1 }])));
  } catch {
    return [];
  }
}

export function isWithin(hunks: readonly Hunk[], first: number, last: number): boolean {
  return hunks.some((hunk) => hunk.first <= first && last <= hunk.last);
}
