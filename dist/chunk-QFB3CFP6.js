import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);

// src/schema/names.ts
import { createHash } from "node:crypto";
var maxNameLength = { postgresql: 63, mysql: 64, mariadb: 64, sqlite: 200 };
function namesDigest(parts, length) {
  const hash = createHash("md5");
  for (const part of parts) hash.update(part);
  return hash.digest("hex").slice(0, length);
}
function bareTable(table) {
  const dot = table.indexOf('"."');
  const name = dot >= 0 ? table.slice(dot + 3) : table;
  return name.replace(/^"|"$/g, "");
}
function indexName(vendor, table, columns, suffix = "") {
  const bare = bareTable(table);
  const limit = maxNameLength[vendor];
  let tail = `${namesDigest([bare, ...columns], 8)}${suffix}`;
  const name = `${bare}_${columns.join("_")}_${tail}`;
  if (name.length <= limit) return name;
  if (tail.length > limit / 3) tail = tail.slice(0, Math.floor(limit / 3));
  const other = Math.floor((limit - tail.length) / 2) - 1;
  const short = `${bare.slice(0, other)}_${columns.join("_").slice(0, other)}_${tail}`;
  return /^[_0-9]/.test(short) ? `D${short.slice(0, -1)}` : short;
}
function foreignKeyName(vendor, table, column, toTable, toColumn, suffix = "_fk_%(to_table)s_%(to_column)s") {
  return indexName(vendor, table, [column], suffix.replace("%(to_table)s", bareTable(toTable)).replace("%(to_column)s", toColumn));
}
function postgresqlObjectName(table, column, label) {
  const overhead = label.length + 1 + (column === null ? 0 : 1);
  let first = bareTable(table).length;
  let second = column?.length ?? 0;
  while (first + second + overhead > 63) {
    if (first > second) first--;
    else second--;
  }
  const parts = [bareTable(table).slice(0, first), ...column === null ? [] : [column.slice(0, second)], label];
  return parts.join("_");
}

export {
  namesDigest,
  indexName,
  foreignKeyName,
  postgresqlObjectName
};
