import type { Tally } from "./judge.ts";
import type { Review } from "./types.ts";
import { count } from "./words.ts";

/** The review in one line of plain text, and the emoji that goes before it. */
export interface Headline {
  readonly emoji: "🔴" | "⚪" | "🟡" | "🟢";
  readonly text: string;
}

export function headline(review: Review, numbers: Tally): Headline {
  const broken = [
    ...clause(numbers.breakRunning, (n) => `${n} of ${count(numbers.operations, "operation")} ${verb(n, "break")} the running release`),
    ...clause(numbers.breakNew, (n) => `${n} ${verb(n, "break")} the new release`),
    ...clause(numbers.failOnRows, (n) => `${n} may fail on rows that are there`),
    ...clause(numbers.graphErrors, (n) => `${count(n, "problem")} in the migration graph`),
  ];
  const unclear = [
    ...clause(numbers.unknown, (n) => `${n}${broken.length > 0 ? "" : ` of ${count(numbers.operations, "operation")}`} cannot be judged`),
    ...clause(numbers.skipped, (n) => `${count(n, "file")} could not be read`),
  ];
  if (broken.length + unclear.length > 0) return { emoji: broken.length > 0 ? "🔴" : "⚪", text: [...broken, ...unclear].join(", ") };
  if (review.verdict === "fail") return { emoji: "🔴", text: "the check fails" };
  if (numbers.operations === 0) return { emoji: "🟢", text: "nothing to review" };

  const careful = [
    ...clause(numbers.wait, (n) => `${n} of ${count(numbers.operations, "operation")} ${verb(n, "make")} a table wait`),
    ...clause(numbers.loseData, (n) => `${n} may lose data`),
  ];
  if (careful.length > 0) return { emoji: "🟡", text: `the running release keeps working, but ${careful.join(", ")}` };
  return { emoji: "🟢", text: `${numbers.operations === 1 ? "the one operation keeps" : `all ${numbers.operations} operations keep`} the running release working` };
}

function clause(number: number, text: (number: number) => string): string[] {
  return number === 0 ? [] : [text(number)];
}

function verb(number: number, word: string): string {
  return number === 1 ? `${word}s` : word;
}
