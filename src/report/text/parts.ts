import type { MigrationKey } from "../../django/operation.ts";
import type { OperationRecord } from "../../safety/types.ts";
import { visible, visibleLines } from "../escape.ts";
import { subject } from "../names.ts";

/** A paragraph's lines, each moved to the right. */
export function indented(lines: readonly string[], by = 2): string[] {
  return lines.map((line) => (line === "" ? "" : `${" ".repeat(by)}${line}`));
}

/** Text of many lines (SQL, a diff) as lines that a terminal shows as they are. */
export function linesOf(text: string): string[] {
  return visibleLines(text).replace(/\n+$/, "").split("\n");
}

/** Rows of cells side by side, each column as wide as its widest cell. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => rows.reduce((width, row) => Math.max(width, row[column]?.length ?? 0), 0));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)).join("  ").trimEnd());
}

/** `AddField Order.priority`; a rename says to what. */
export function operationName(migration: MigrationKey, record: OperationRecord): string {
  const { name, to } = subject(record, migration.app);
  return visible([record.type, ...(name === null ? [] : [name]), ...(to === null ? [] : ["->", to])].join(" "));
}

/** Paragraphs with a line between them; empty ones left out. Ends in a line end. */
export function paragraphs(...parts: readonly (readonly string[])[]): string {
  return `${parts.filter((part) => part.length > 0).map((part) => part.join("\n")).join("\n\n")}\n`;
}
