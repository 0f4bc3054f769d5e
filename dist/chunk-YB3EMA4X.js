import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  subject
} from "./chunk-DJTVDKX3.js";
import {
  visible,
  visibleLines
} from "./chunk-M6RJXJRU.js";

// src/report/text/parts.ts
function indented(lines, by = 2) {
  return lines.map((line) => line === "" ? "" : `${" ".repeat(by)}${line}`);
}
function linesOf(text) {
  return visibleLines(text).replace(/\n+$/, "").split("\n");
}
function columns(rows) {
  const widths = (rows[0] ?? []).map((_, column) => rows.reduce((width, row) => Math.max(width, row[column]?.length ?? 0), 0));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column])).join("  ").trimEnd());
}
function operationName(migration, record) {
  const { name, to } = subject(record, migration.app);
  return visible([record.type, ...name === null ? [] : [name], ...to === null ? [] : ["->", to]].join(" "));
}
function paragraphs(...parts) {
  return `${parts.filter((part) => part.length > 0).map((part) => part.join("\n")).join("\n\n")}
`;
}

export {
  indented,
  linesOf,
  columns,
  operationName,
  paragraphs
};
