import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  count
} from "./chunk-F76VESVK.js";

// src/report/headline.ts
function headline(review, numbers) {
  if (review.acceptedByLabel === void 0) return plainHeadline(review, numbers);
  const { text } = plainHeadline({ ...review, verdict: "fail" }, numbers);
  return { emoji: "\u{1F7E1}", text: `accepted by a label: ${text === fails ? "the check would fail" : text}` };
}
var fails = "the check fails";
function plainHeadline(review, numbers) {
  const { operations } = numbers;
  const broken = clauses(operations, [
    [numbers.breakRunning, (n) => `${verb(n, "break")} the running release`],
    [numbers.breakNew, (n) => `${verb(n, "break")} the new release`]
  ]);
  if (numbers.graphErrors > 0) broken.push(`${count(numbers.graphErrors, "problem")} in the migration graph`);
  if (numbers.modelErrors > 0) broken.push(`${count(numbers.modelErrors, "difference")} between models and migrations`);
  const unclear = broken.length > 0 ? clauses(null, [[numbers.unknown, () => "cannot be judged"]]) : clauses(operations, [[numbers.unknown, () => "cannot be judged"]]);
  if (numbers.skipped > 0) unclear.push(`${count(numbers.skipped, "file")} could not be read`);
  if (broken.length + unclear.length > 0) return { emoji: broken.length > 0 ? "\u{1F534}" : "\u26AA", text: [...broken, ...unclear].join(", ") };
  if (review.verdict === "fail") return { emoji: "\u{1F534}", text: fails };
  if (operations === 0 && numbers.graphWarnings > 0) return { emoji: "\u{1F7E1}", text: count(numbers.graphWarnings, "warning") };
  if (operations === 0) return { emoji: "\u{1F7E2}", text: "nothing to review" };
  const careful = clauses(operations, [
    [numbers.wait, (n) => `${verb(n, "make")} a table wait`],
    [numbers.failOnRows, () => "may fail on rows that are there"],
    [numbers.loseData, () => "may lose data"]
  ]);
  if (numbers.accepted > 0) return { emoji: "\u{1F7E1}", text: [`${numbers.accepted} of ${count(operations, "operation")} would fail the check, and ${numbers.accepted === 1 ? "is" : "are"} accepted`, ...clauses(null, [[numbers.wait, (n) => `${verb(n, "make")} a table wait`]])].join(", ") };
  if (careful.length > 0) return { emoji: "\u{1F7E1}", text: `the running release keeps working; ${careful.join(", ")}` };
  return { emoji: "\u{1F7E2}", text: `${operations === 1 ? "the one operation keeps" : `all ${operations} operations keep`} the running release working` };
}
function clauses(total, items) {
  return items.filter(([number]) => number > 0).map(([number, text], index) => `${number}${index === 0 && total !== null ? ` of ${count(total, "operation")}` : ""} ${text(number)}`);
}
function verb(number, word) {
  return number === 1 ? `${word}s` : word;
}

// src/report/same-failures.ts
function grouped(failures) {
  const found = /* @__PURE__ */ new Map();
  for (const failure of failures) {
    const key = JSON.stringify([failure.table, failure.error]);
    found.set(key, [...found.get(key) ?? [], failure]);
  }
  return [...found.values()];
}

export {
  headline,
  grouped
};
