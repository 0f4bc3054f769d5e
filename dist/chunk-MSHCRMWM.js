import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  listed
} from "./chunk-F76VESVK.js";
import {
  isUnknown
} from "./chunk-YDTEZH2C.js";

// src/report/detail.ts
var fullDetail = { bullets: 12, rows: 200, plan: "files and SQL", sql: true, background: true };
var wholeDetail = { ...fullDetail, bullets: Infinity, rows: Infinity };
function capped(items, limit) {
  return { shown: items.slice(0, limit), more: Math.max(0, items.length - limit) };
}

// src/report/order.ts
function orderOf(migrations, name) {
  const records = migrations.flatMap((migration) => migration.operations);
  const at = (moment) => migrations.filter((migration) => migration.moment === moment && migration.operations.length > 0);
  const first = records.filter((record) => record.newNeedsItFirst).length;
  const breaks = (release) => records.some((record) => record.breaks.some((breakage) => breakage.release === release));
  const which = (number) => number < records.length ? `${number} of these operations` : number === 1 ? "this operation" : "these operations";
  const after = at("after");
  if (first > 0 && at("never").length > 0 && breaks("running")) return `No order of \`migrate\` and deployment works: the running release fails after \`migrate\`, and the new one needs ${which(first)} before it starts.`;
  const sure = !records.some(isUnknown) && !breaks("new") && at("unknown").length + at("never").length === 0;
  if (first > 0 && after.length === 0) return `Run \`migrate\` before the new release starts: it needs ${which(first)}.`;
  if (first > 0 && sure) return `Migrate twice: ${names(at("before"), name)} before the new release starts, ${names(after, name)} when no process of the running release is left.`;
  if (first === 0 && after.length > 0 && sure) return "The new release works without these operations, too: run `migrate` when no process of the running release is left.";
  return null;
}
function names(migrations, name) {
  const { shown, more } = capped(migrations, 6);
  return listed([...shown.map(name), ...more > 0 ? [`${more} more`] : []]);
}

export {
  fullDetail,
  wholeDetail,
  capped,
  orderOf
};
