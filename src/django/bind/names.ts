import { createHash } from "node:crypto";
import type { Vendor } from "../project.ts";

/** DatabaseOperations.max_name_length(); null: no limit (SQLite). */
const limits: Record<Vendor, number | null> = { postgresql: 63, mysql: 64, mariadb: 64, sqlite: null };

/** django.db.backends.utils.truncate_name: the name cut to the vendor's limit with four digits of its MD5; a schema before `"."` stays. */
export function truncateName(name: string, vendor: Vendor): string {
  const limit = limits[vendor];
  const parts = name.split('"."');
  const namespace = parts.length === 2 ? stripped(parts[0]!) : "";
  const table = stripped(parts.length === 2 ? parts[1]! : name);
  if (limit === null || codePoints(table).length <= limit) return name;
  const digest = createHash("md5").update(table).digest("hex").slice(0, 4);
  const short = `${codePoints(table).slice(0, limit - 4).join("")}${digest}`;
  return namespace ? `${namespace}"."${short}` : short;
}

/** django.db.backends.utils.strip_quotes: `"other"."table"` → `other"."table`. */
export function stripQuotes(table: string): string {
  return table.length >= 2 && table.startsWith('"') && table.endsWith('"') ? table.slice(1, -1) : table;
}

/** Python's str.strip('"'). */
function stripped(text: string): string {
  return text.replace(/^"+|"+$/g, "");
}

function codePoints(text: string): readonly string[] {
  return [...text];
}
