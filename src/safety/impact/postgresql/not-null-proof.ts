import type { Table } from "../../../schema/schema.ts";

/**
 * Does a validated CHECK say that the column is not null? PostgreSQL 12 and later then skips the scan of SET NOT NULL.
 * Found: `col IS NOT NULL` alone or joined to other conditions by AND. The server can prove more; missing a proof only costs a warning.
 */
export function provenNotNull(table: Table, column: string): boolean {
  return [...table.constraints.values()].some(
    (constraint) => constraint.kind === "check" && constraint.valid && conjuncts(constraint.sql).some((part) => saysNotNull(part, column)),
  );
}

function saysNotNull(sql: string, column: string): boolean {
  const match = /^("(?:[^"]|"")+"|[a-z_][\w$]*)\s+is\s+not\s+null$/i.exec(sql);
  if (!match) return false;
  const name = match[1]!;
  return (name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name.toLowerCase()) === column;
}

/** Conditions that must all hold: the parts between top-level ANDs. A text with OR or literals comes back whole, which proves nothing. */
function conjuncts(sql: string): string[] {
  const text = unwrapped(sql.trim());
  if (/\bor\b|\bnot\s*\(|\bbetween\b|'/i.test(text)) return [text];
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "(") depth++;
    if (text[i] === ")") depth--;
    if (depth === 0 && /^\sand\s/i.test(text.slice(i, i + 5))) {
      parts.push(text.slice(start, i));
      start = i + 5;
    }
  }
  parts.push(text.slice(start));
  return parts.length === 1 ? [text] : parts.flatMap(conjuncts);
}

function unwrapped(sql: string): string {
  if (!sql.startsWith("(") || !sql.endsWith(")")) return sql;
  let depth = 0;
  for (let i = 0; i < sql.length - 1; i++) {
    if (sql[i] === "(") depth++;
    if (sql[i] === ")") depth--;
    if (depth === 0) return sql;
  }
  return unwrapped(sql.slice(1, -1).trim());
}
