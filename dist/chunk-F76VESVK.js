import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);

// src/report/words.ts
var vendorNames = { postgresql: "PostgreSQL", mysql: "MySQL", mariadb: "MariaDB", sqlite: "SQLite" };
var numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
function numberWord(number) {
  return numbers[number] ?? String(number);
}
function count(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
function firstRelease(merged) {
  return merged ? "before anything of it is released" : "ship it in this pull request";
}
function listed(items) {
  return items.length < 2 ? items[0] ?? "" : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
var aloneView = "Each operation as though it shipped alone: the running release is the one with the models before it.";

export {
  vendorNames,
  numberWord,
  count,
  firstRelease,
  listed,
  aloneView
};
