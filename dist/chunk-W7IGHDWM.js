import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  isUnknown
} from "./chunk-YZYW2KWO.js";

// src/report/words.ts
var vendorNames = { postgresql: "PostgreSQL", mysql: "MySQL", mariadb: "MariaDB", sqlite: "SQLite" };
var numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
function numberWord(number) {
  return numbers[number] ?? String(number);
}
function count(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
function listed(items) {
  return items.length < 2 ? items[0] ?? "" : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

// src/report/order.ts
function orderOf(migrations) {
  const records = migrations.flatMap((migration) => migration.operations);
  const first = records.filter((record) => record.newNeedsItFirst).length;
  const breaking = records.some((record) => record.breaks.some(({ release }) => release === "running"));
  const which = (number) => number < records.length ? `${number} of these operations` : number === 1 ? "this operation" : "these operations";
  if (first > 0 && breaking) return `No order of \`migrate\` and deployment works: the running release fails after \`migrate\`, and the new one needs ${which(first)} before it starts.`;
  if (first > 0) return `Run \`migrate\` before the new release starts: it needs ${which(first)}.`;
  const sure = records.every((record) => !isUnknown(record) && record.breaks.every(({ release }) => release === "running"));
  if (breaking && sure) return "The new release works without these operations, too: run `migrate` when no process of the running release is left.";
  return null;
}

export {
  vendorNames,
  numberWord,
  count,
  listed,
  orderOf
};
