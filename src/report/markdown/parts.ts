import type { MigrationKey } from "../../django/operation.ts";
import type { OperationRecord } from "../../safety/types.ts";
import { code, prose, type Where } from "../escape.ts";
import { subject } from "../names.ts";
import { capped } from "../detail.ts";

/** What every section needs: the short names of the migrations and the level its headings have. */
export interface Frame {
  readonly name: (key: MigrationKey) => string;
  readonly heading: "###" | "####";
  /** It is about what is merged and not released, not about a pull request. */
  readonly merged?: true;
}

/** `shop.0042` AddField `Order.note`; a rename says to what. */
export function operationLabel(frame: Frame, migration: MigrationKey, record: OperationRecord, where: Where = "text"): string {
  const { name, to } = subject(record, migration.app);
  const words = [code(frame.name(migration), where), prose(record.type, where)];
  if (name !== null) words.push(code(name, where));
  if (to !== null) words.push("→", code(to, where));
  return words.join(" ");
}

/** A list of bullets, with a last one that says how many more there are. Empty for none. */
export function bullets(items: readonly string[], limit: number): string {
  const { shown, more } = capped(items, limit);
  return [...shown.map((item) => `- ${item}\n`), ...(more > 0 ? [`- … and ${more} more\n`] : [])].join("");
}

/** A folded block. The summary is HTML that is safe already; the body is Markdown. */
export function folded(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body.trimEnd()}\n\n</details>\n`;
}

/** Rows of cells that are safe already. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `|${cells.map((cell) => (cell === "" ? " " : ` ${cell} `)).join("|")}|\n`;
  return `${line(header)}|${header.map(() => "---|").join("")}\n${rows.map(line).join("")}`;
}

/** Blocks one after the other with a blank line between; empty ones left out. */
export function blocks(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").map((part) => `${part.trimEnd()}\n`).join("\n");
}
