import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  isUnknown
} from "./chunk-YDTEZH2C.js";
import {
  unknownSql
} from "./chunk-VE6HXMP7.js";
import {
  rowsText
} from "./chunk-CSBCGSFX.js";

// src/report/names.ts
function shortNames(migrations) {
  const uses = /* @__PURE__ */ new Map();
  for (const key of migrations) uses.set(short(key), (uses.get(short(key)) ?? 0) + 1);
  return (key) => uses.get(short(key)) === 1 ? short(key) : `${key.app}.${key.name}`;
}
function short({ app, name }) {
  return `${app}.${/^\d{4,}(?=_)/.exec(name)?.[0] ?? name}`;
}
function subject(record, app) {
  const { operation, target } = record;
  const name = target?.startsWith(`${app}.`) ? target.slice(app.length + 1) : target;
  switch (operation.kind) {
    case "RenameField":
      return { name: `${modelOf(name) ?? operation.model}.${operation.from}`, to: operation.to };
    case "RenameModel":
      return { name: operation.from, to: operation.to };
    case "RenameIndex":
      return { name: operation.from ?? operation.oldFields?.join(", ") ?? name, to: operation.to };
    case "AlterModelTable":
      return { name, to: operation.table ?? "its default table" };
    default:
      return { name, to: null };
  }
}
function modelOf(name) {
  const parts = name?.split(".") ?? [];
  return parts.length === 2 ? parts[0] : null;
}

// src/report/failures.ts
function failures(record, release) {
  const breaks = record.breaks.filter((breakage) => breakage.release === release);
  return unique(breaks.map((breakage) => breakage.table)).map((table) => {
    const here = breaks.filter((breakage) => breakage.table === table);
    return {
      table,
      statements: unique(here.map((breakage) => breakage.statement)),
      errors: unique(here.map((breakage) => breakage.error)).map((error) => ({ error, statements: unique(here.filter((breakage) => breakage.error === error).map((breakage) => breakage.statement)) })),
      reasons: unique(here.flatMap((breakage) => breakage.because === null ? [] : [breakage.because]))
    };
  });
}
var prepositions = { SELECT: "from", INSERT: "into", UPDATE: "of", DELETE: "from", WHERE: "on" };
function preposition(statements) {
  return statements.length === 1 ? prepositions[statements[0]] : "on";
}
function unique(items) {
  return [...new Set(items)];
}

// src/report/waits.ts
var harmless = /^(ACCESS SHARE|ROW SHARE|ROW EXCLUSIVE|SHARE UPDATE EXCLUSIVE|SHARED.*|NONE)$/;
var letsRead = /^(SHARE|SHARE ROW EXCLUSIVE|SHARE UPDATE EXCLUSIVE)$/;
function waitOf(record) {
  const { impact } = record;
  const locks = Object.entries(impact.locks).map(([table, lock]) => ({ table, lock, rows: impact.rows?.[table] ?? null })).sort((a, b) => a.table < b.table ? -1 : 1);
  const held = locks.filter(({ lock }) => !harmless.test(lock));
  if (impact.blocksReads || impact.blocksWrites) {
    const busy = held.filter(({ table }) => impact.rewrites.includes(table) || impact.scans.includes(table));
    const who = impact.blocksReads && impact.blocksWrites ? "reads and writes of" : impact.blocksReads ? "reads of" : "writes to";
    const tables = (busy.length > 0 ? busy : held.length > 0 ? held : locks).map((one, _, all) => impact.blocksReads && all.length === 1 && letsRead.test(one.lock) ? { ...one, lock: "ACCESS EXCLUSIVE" } : one);
    return { long: true, who, tables, during: during(record, tables.length) };
  }
  if (unknownSql(record) !== null || isUnknown(record) && record.statements.length === 0) return { long: false, text: "unknown" };
  if (record.findings.some(({ rule }) => rule === "unknown-locks")) return { long: false, text: "not known" };
  if (held.length > 0) return { long: false, text: "only a moment" };
  return { long: false, text: record.onNewTable ? "no, it is new" : "no" };
}
function during({ impact, statements }, tables) {
  const them = tables === 1 ? "it is" : "they are";
  if (impact.rewrites.length > 0) return `${them} rewritten`;
  const builds = statements.some(({ change }) => change.kind === "CreateIndex" || change.kind === "AddConstraint" && change.constraint.kind === "unique");
  return builds ? "the index builds" : `${them} read`;
}
function waitText(wait) {
  if (!wait.long) return wait.text;
  return `${wait.who} ${wait.tables.map(({ table, rows }) => `${table}${rows === null ? "" : ` (${rowsText(rows)})`}`).join(", ")} wait while ${wait.during} (${locksOf(wait).join(", ")})`;
}
function locksOf(wait) {
  return wait.long ? [...new Set(wait.tables.map(({ lock }) => lock))] : [];
}
function impactLine(impact) {
  const locks = Object.entries(impact.locks).sort(([a], [b]) => a < b ? -1 : 1).map(([table, lock]) => `${lock} on ${table}`);
  const rewrite = impact.rewrites.length > 0 ? `rewrites ${impact.rewrites.join(", ")}` : "no rewrite";
  const scan = impact.scans.length > 0 ? `reads all of ${impact.scans.join(", ")}` : "no scan";
  return [locks.length > 0 ? locks.join("; ") : "no lock on a table that was there", rewrite, scan].join(", ");
}

export {
  shortNames,
  subject,
  failures,
  preposition,
  waitOf,
  waitText,
  locksOf,
  impactLine
};
