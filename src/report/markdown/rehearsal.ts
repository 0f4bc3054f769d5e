import type { Cell, Failure, Rehearsal, RehearsalRow, RehearsedStep } from "../../rehearsal/types.ts";
import { code, prose } from "../escape.ts";
import { grouped } from "../same-failures.ts";
import { count } from "../words.ts";
import { blocks, bullets, folded, type Frame, table } from "./parts.ts";

/** What an embedded PostgreSQL did with the migrations: a matrix of schemas and releases, and every failure in the server's own words. */
export function rehearsalSection(frame: Frame, rehearsal: Rehearsal | undefined): string {
  if (rehearsal === undefined) return "";
  const { server, stopped, releases, rows, proven, notes } = rehearsal;
  if (rows.length === 0) return stopped === null ? "" : blocks(`${frame.heading} Not rehearsed`, prose(stopped));
  const failed = rows.flatMap((row) => [...row.steps.filter(({ error }) => error !== null).map((step) => stepLine(row, step)), ...row.cells.flatMap((cell, at) => grouped(cell?.failures ?? []).map((same) => failureLine(row, releases[at]!, same)))]);
  const failures = rows.reduce((sum, row) => sum + row.steps.filter(({ error }) => error !== null).length + row.cells.reduce((all, cell) => all + (cell?.failures.length ?? 0), 0), 0);
  return blocks(
    `${frame.heading} Rehearsed on ${server ?? "PostgreSQL"}`,
    table(["schema after", ...releases], rows.map((row) => [row.cells.every((cell) => cell === null) ? `${row.schema} ❌ fails` : row.schema, ...row.cells.map((cell) => mark(cell))])),
    stopped === null ? "" : prose(stopped),
    proven ? "The plan is proven: every step ran, and every statement of the release before and the release after held." : "",
    failed.length === 0 ? "" : folded(`${count(failures, "failure")}, in the server's own words`, bullets(failed, 40)),
    observed(rows),
    notes.length === 0 ? "" : folded("What could not be rehearsed as it is", bullets(notes.map((note) => prose(note)), 20)),
  );
}

/** In no-break spaces: a cell that breaks its line is hard to read. */
function mark(cell: Cell | null): string {
  if (cell === null || cell.of === 0) return "";
  return `${cell.held === cell.of ? "✅" : "❌"} ${cell.held} of ${cell.of}`.replaceAll(" ", "\u00a0");
}

function failureLine(row: RehearsalRow, release: string, same: readonly Failure[]): string {
  const { table: name, error } = same[0]!;
  return `${release} on ${row.schema}: ${same.map(({ statement }) => statement).join(", ")} on ${code(name)}: ${code(error)}`;
}

function stepLine(row: RehearsalRow, { sql, error }: RehearsedStep): string {
  return `${row.schema}: the migration itself fails: ${code(sql)}: ${code(error?.message ?? "")}`;
}

/** What the server says that its statements do beside changing its catalogue. */
function observed(rows: readonly RehearsalRow[]): string {
  const lines = rows.flatMap((row) => row.steps.filter(({ works }) => works.length > 0).map(({ sql, works, locks }) => `${row.schema}: ${code(sql)}: ${works.map((work) => code(work)).join(", ")}${held(locks)}`));
  return lines.length === 0 ? "" : folded("Scans, rewrites and index builds that the server reports", bullets(lines, 30));
}

function held(locks: RehearsedStep["locks"]): string {
  const names = Object.entries(locks).filter(([, mode]) => /^(AccessExclusive|Exclusive|ShareRowExclusive|Share)Lock$/.test(mode));
  return names.length === 0 ? "" : `, with ${names.map(([name, mode]) => `${mode} on ${code(name)}`).join(", ")}`;
}
