import type { Rehearsal } from "../../rehearsal/types.ts";
import { visible } from "../escape.ts";
import { grouped } from "../same-failures.ts";
import { columns, indented } from "./parts.ts";

/** The rehearsal's matrix for a terminal, and every failure in the server's own words. */
export function rehearsalLines(rehearsal: Rehearsal | undefined): string[] {
  if (rehearsal === undefined) return [];
  const { server, stopped, releases, rows, proven, notes } = rehearsal;
  if (rows.length === 0) return stopped === null ? [] : [visible(`Not rehearsed: ${stopped}`)];
  const failed = rows.flatMap((row) => [
    ...row.steps.flatMap(({ sql, error }) => (error ? [`${row.schema}: the migration itself fails: ${sql}: ${error.message}`] : [])),
    ...row.cells.flatMap((cell, at) => grouped(cell?.failures ?? []).map((same) => `${releases[at]} on ${row.schema}: ${same.map(({ statement }) => statement).join(", ")} on ${same[0]!.table}: ${same[0]!.error}`)),
  ]);
  return [
    `Rehearsed on ${server ?? "PostgreSQL"}:`,
    ...indented(columns([["schema after", ...releases], ...rows.map((row) => [row.schema, ...row.cells.map((cell) => (cell === null || cell.of === 0 ? "" : `${cell.held === cell.of ? "ok" : "FAILS"} ${cell.held} of ${cell.of}`))])])),
    ...(stopped === null ? [] : [visible(stopped)]),
    ...(proven ? ["The plan is proven: every step ran, and every statement of the release before and the release after held."] : []),
    ...indented([...failed, ...notes.map((note) => `not as it is: ${note}`)].map((line) => visible(line))),
  ];
}
