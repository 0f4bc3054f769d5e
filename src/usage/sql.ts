import type { Names } from "./names.ts";
import type { Certainty } from "./types.ts";

const statement = /\b(select|insert\s+into|update|delete\s+from|from|join|where|alter\s+table|create\s+(unique\s+)?index|order\s+by|group\s+by|truncate|copy)\b/i;
const begins = /^[\s(]*(select|insert\s+into|update\s+\S+\s+set|delete\s+from|with|alter\s+table|create|truncate|copy|drop)\b/i;
const namesTable = /\b(from|join|update|into|table)\s+["`[]?[a-z_]/i;

/** How sure it is that a string is SQL that names the table or column; null where it is no SQL or does not name it. */
export function sqlCertainty(text: string, { column, table }: Names): Certainty | null {
  if (!statement.test(text)) return null;
  const named = (name: string | null) => name !== null && new RegExp(`(?<![\\w$])${name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}(?![\\w$])`, "i").test(text);
  const inTable = named(table);
  if (column === null) return inTable ? "certain" : null;
  if (!named(column)) return null;
  if (inTable) return "certain";
  // The table may stand in another piece of the statement.
  return begins.test(text) && !namesTable.test(text) ? "possible" : null;
}
