import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  keyOf
} from "./chunk-WENUEFS7.js";

// src/history/since.ts
function isDate(text) {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}
function olderThan({ project: before, date }, project) {
  if (date !== void 0) {
    const older = generatedBefore(date, project);
    return (migration) => older.has(keyOf(migration));
  }
  const known = before?.graph.full;
  return (migration) => known?.has(keyOf(migration)) === true;
}
function generatedBefore(date, project) {
  const older = /* @__PURE__ */ new Set();
  const apps = /* @__PURE__ */ new Set();
  for (const migration of project.order.toReversed()) {
    const day = migration.path === null ? null : generatedOn(project.text(migration.path) ?? "");
    if (day === null ? !apps.has(migration.app) : day >= date) continue;
    apps.add(migration.app);
    older.add(keyOf(migration));
  }
  return older;
}
function generatedOn(text) {
  return /^# Generated .*?\bon (\d{4}-\d{2}-\d{2})/m.exec(text.slice(0, 2e3))?.[1] ?? null;
}

export {
  isDate,
  olderThan
};
