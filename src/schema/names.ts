import { createHash } from "node:crypto";
import type { Vendor } from "../django/project.ts";

/** Longest identifier (DatabaseOperations.max_name_length); SQLite has none, and Django then cuts at 200. */
export const maxNameLength: Record<Vendor, number> = { postgresql: 63, mysql: 64, mariadb: 64, sqlite: 200 };

/** django.db.backends.utils.names_digest: the first `length` hex digits of the MD5 of all parts. */
export function namesDigest(parts: readonly string[], length: number): string {
  const hash = createHash("md5");
  for (const part of parts) hash.update(part);
  return hash.digest("hex").slice(0, length);
}

/** The table without its schema: `"public"."order"` → `order` (django.db.backends.utils.split_identifier). */
export function bareTable(table: string): string {
  const dot = table.indexOf('"."');
  const name = dot >= 0 ? table.slice(dot + 3) : table;
  return name.replace(/^"|"$/g, "");
}

/** BaseDatabaseSchemaEditor._create_index_name: table, columns, digest and suffix, shortened to the vendor's limit. */
export function indexName(vendor: Vendor, table: string, columns: readonly string[], suffix = ""): string {
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

/** The name Django gives a foreign key that is made with its column or table. */
export function foreignKeyName(vendor: Vendor, table: string, column: string, toTable: string, toColumn: string, suffix = "_fk_%(to_table)s_%(to_column)s"): string {
  return indexName(vendor, table, [column], suffix.replace("%(to_table)s", bareTable(toTable)).replace("%(to_column)s", toColumn));
}

/**
 * PostgreSQL's own name for an unnamed constraint (makeObjectName in indexcmds.c): table, column and label, the longer of the
 * first two shortened until all fit into 63 bytes.
 */
export function postgresqlObjectName(table: string, column: string | null, label: string): string {
  const overhead = label.length + 1 + (column === null ? 0 : 1);
  let first = bareTable(table).length;
  let second = column?.length ?? 0;
  while (first + second + overhead > 63) {
    if (first > second) first--;
    else second--;
  }
  const parts = [bareTable(table).slice(0, first), ...(column === null ? [] : [column.slice(0, second)]), label];
  return parts.join("_");
}
