import type { MigrationRecord, OperationRecord, Phase } from "../../safety/types.ts";
import { capped, type Detail } from "../detail.ts";
import { code, type Where } from "../escape.ts";
import { acceptsRisk, emoji, isUnknown, markOf } from "../judge.ts";
import { orderOf } from "../order.ts";
import { rowsText } from "../../safety/findings/words.ts";
import { locksOf, waitOf } from "../waits.ts";
import { count, listed } from "../words.ts";
import { blocks, folded, operationLabel, table, type Frame } from "./parts.ts";

const header = ["", "operation", "phase", "running release", "the table waits"];
/** So many operations without anything to say are not folded away yet. */
const fewEnough = 8;

interface Row {
  readonly cells: readonly string[];
  readonly fine: boolean;
}

/** All operations in one table. */
export function operationTable(frame: Frame, migrations: readonly MigrationRecord[], detail: Detail): string {
  return long(rowsOf(frame, migrations), detail);
}

/** The table of operations; in a long one those that need nothing are folded. */
export function operations(frame: Frame, migrations: readonly MigrationRecord[], detail: Detail): string {
  const rows = rowsOf(frame, migrations);
  const fine = rows.filter((one) => one.fine);
  if (rows.length <= fewEnough || fine.length < 3) return long(rows, detail);
  return blocks(
    long(rows.filter((one) => !one.fine), detail),
    folded(`🟢 ${fine.length === rows.length ? "" : "and "}${count(fine.length, "operation")} that ${fine.length === 1 ? "needs" : "need"} nothing`, long(fine, detail)),
  );
}

/** Whether one of the two orders of `migrate` and the new release fails. */
export function order(frame: Frame, migrations: readonly MigrationRecord[]): string {
  return orderOf(migrations, (migration) => code(frame.name(migration))) ?? "";
}

function long(rows: readonly Row[], detail: Detail): string {
  if (rows.length === 0) return "";
  const { shown, more } = capped(rows, detail.rows);
  return blocks(table(header, shown.map((one) => one.cells)) + (more > 0 ? `\n… and ${count(more, "operation")} more\n` : ""));
}

function rowsOf(frame: Frame, migrations: readonly MigrationRecord[]): Row[] {
  return migrations.flatMap((migration) => migration.operations.map((record) => ({ cells: row(frame, migration, record), fine: markOf(record) === "fine" })));
}

function row(frame: Frame, migration: MigrationRecord, record: OperationRecord): string[] {
  return [emoji[markOf(record)], operationLabel(frame, migration, record, "cell"), phaseNames[record.phase], effect(record), wait(record)];
}

const phaseNames: Record<Phase, string> = { additive: "additive", expand: "expand", contract: "contract", unknown: "**unknown**" };

function effect(record: OperationRecord): string {
  const kinds = (release: "running" | "new") => [...new Set(record.breaks.filter((breakage) => breakage.release === release).map((breakage) => breakage.statement))].join(", ");
  const [running, fresh] = [kinds("running"), kinds("new")];
  const parts = running !== "" ? [`**breaks**: ${running}`] : [acceptsRisk(record) ? "accepted" : isUnknown(record) && record.phase === "unknown" ? "unknown" : "works"];
  if (fresh !== "") parts.push(`**the new one breaks**: ${fresh}`);
  if (record.failsOnExistingRows !== null) parts.push("**may stop on existing rows**");
  return parts.join("; ");
}

/** What waits, for a cell or running text. */
export function wait(record: OperationRecord, where: Where = "cell"): string {
  const waits = waitOf(record);
  if (!waits.long) return waits.text;
  const { shown, more } = capped(waits.tables, 3);
  const tables = [...shown.map(({ table: name, rows }) => `${code(name, where)}${rows === null ? "" : ` (${rowsText(rows)})`}`), ...(more > 0 ? [`${more} more`] : [])];
  return `**${waits.who} ${listed(tables)} wait** while ${waits.during} (${locksOf(waits).map((lock) => code(lock, where)).join(", ")})`;
}
