import type { Tally } from "./judge.ts";
import type { Review } from "./types.ts";
import { count } from "./words.ts";

/** The review in one line of plain text, and the emoji that goes before it. */
export interface Headline {
  readonly emoji: "🔴" | "⚪" | "🟡" | "🟢";
  readonly text: string;
}

export function headline(review: Review, numbers: Tally): Headline {
  if (review.acceptedByLabel === undefined) return plainHeadline(review, numbers);
  const { text } = plainHeadline({ ...review, verdict: "fail" }, numbers);
  return { emoji: "🟡", text: `accepted by a label: ${text === fails ? "the check would fail" : text}` };
}

const fails = "the check fails";

function plainHeadline(review: Review, numbers: Tally): Headline {
  const { operations } = numbers;
  const broken = clauses(operations, [
    [numbers.breakRunning, (n) => `${verb(n, "break")} the running release`],
    [numbers.breakNew, (n) => `${verb(n, "break")} the new release`],
  ]);
  if (numbers.graphErrors > 0) broken.push(`${count(numbers.graphErrors, "problem")} in the migration graph`);
  if (numbers.modelErrors > 0) broken.push(`${count(numbers.modelErrors, "difference")} between models and migrations`);
  const unclear = broken.length > 0 ? clauses(null, [[numbers.unknown, () => "cannot be judged"]]) : clauses(operations, [[numbers.unknown, () => "cannot be judged"]]);
  if (numbers.skipped > 0) unclear.push(`${count(numbers.skipped, "file")} could not be read`);
  if (broken.length + unclear.length > 0) return { emoji: broken.length > 0 ? "🔴" : "⚪", text: [...broken, ...unclear].join(", ") };
  if (review.verdict === "fail") return { emoji: "🔴", text: fails };
  if (operations === 0 && numbers.graphWarnings > 0) return { emoji: "🟡", text: count(numbers.graphWarnings, "warning") };
  if (operations === 0) return { emoji: "🟢", text: "nothing to review" };

  const careful = clauses(operations, [
    [numbers.wait, (n) => `${verb(n, "make")} a table wait`],
    [numbers.failOnRows, () => "may fail on rows that are there"],
    [numbers.loseData, () => "may lose data"],
  ]);
  if (numbers.accepted > 0) return { emoji: "🟡", text: [`${numbers.accepted} of ${count(operations, "operation")} would fail the check, and ${numbers.accepted === 1 ? "is" : "are"} accepted`, ...clauses(null, [[numbers.wait, (n) => `${verb(n, "make")} a table wait`]])].join(", ") };
  if (careful.length > 0) return { emoji: "🟡", text: `the running release keeps working; ${careful.join(", ")}` };
  return { emoji: "🟢", text: `${operations === 1 ? "the one operation keeps" : `all ${operations} operations keep`} the running release working` };
}

/** `2 of 4 operations break …`, then `1 breaks …`: numbers that are not 0 with what they are of; null leaves the total out. */
function clauses(total: number | null, items: readonly (readonly [number, (number: number) => string])[]): string[] {
  return items
    .filter(([number]) => number > 0)
    .map(([number, text], index) => `${number}${index === 0 && total !== null ? ` of ${count(total, "operation")}` : ""} ${text(number)}`);
}

function verb(number: number, word: string): string {
  return number === 1 ? `${word}s` : word;
}
