import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  keyOf
} from "./chunk-WENUEFS7.js";

// src/django/graph/words.ts
function code(text) {
  return `\`${(text ?? "").replace(/[`\p{Cc}\p{Zl}\p{Zp}]/gu, "?")}\``;
}
function codeKey(key) {
  return code(keyOf(key));
}
function argument(path) {
  return path !== null && /^[\w./@+][\w./@+-]*$/.test(path) ? path : null;
}

// src/safety/findings/words.ts
function listed(items) {
  return items.length < 2 ? items[0] ?? "" : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
function sentence(text) {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
function failing(breakages) {
  const groups = /* @__PURE__ */ new Map();
  for (const { table, error, statement } of breakages) {
    const key = `${table}
${error}`;
    const group = groups.get(key) ?? { table, error, statements: /* @__PURE__ */ new Set() };
    group.statements.add(statement);
    groups.set(key, group);
  }
  const shown = [...groups.values()].map(({ table, error, statements }) => `${listed([...statements].map(code))} on ${code(table)} (${code(error)})`);
  const most = 6;
  return shown.length <= most ? shown.join(", ") : `${shown.slice(0, most).join(", ")} and ${shown.length - most} more`;
}
function locked({ locks, rows }, busy) {
  const all = Object.keys(locks).sort();
  const shown = all.filter((table) => busy.includes(table));
  return listed((shown.length > 0 ? shown : all).map((table) => `${code(table)} (${locks[table]}${rows?.[table] === void 0 ? "" : `, ${rowsText(rows[table])}`})`));
}
function rowsText(rows) {
  const [unit, name] = rows >= 1e9 ? [1e9, " billion"] : rows >= 1e6 ? [1e6, " million"] : [1, ""];
  const rounded = unit === 1 ? Number(rows.toPrecision(2)) : Math.round(rows / unit * 10) / 10;
  return `about ${rounded.toLocaleString("en-US")}${name} rows`;
}
function modelName(model) {
  return model === null ? "a table" : code(model);
}

export {
  code,
  codeKey,
  argument,
  listed,
  sentence,
  failing,
  locked,
  rowsText,
  modelName
};
