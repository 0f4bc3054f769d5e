import type { Breakage, Finding, MigrationRecord, OperationRecord } from "../../safety/types.ts";
import { visible } from "../escape.ts";
import { failures, preposition } from "../failures.ts";
import { dropsOnly, otherFindings } from "../restated.ts";
import { closed, sqlOf, unknownSql } from "../statements.ts";
import { impactLine } from "../waits.ts";
import { indented, linesOf, operationName } from "./parts.ts";

/** A migration with everything that is known of it, operation by operation. */
export function migrationLines(migration: MigrationRecord): string[] {
  return [
    visible(`${migration.app}.${migration.name}  ${migration.path}${migration.atomic ? "" : "  (not atomic)"}`),
    ...indented([
      ...migration.findings.flatMap(findingLines),
      ...migration.operations.flatMap((record) => operationLines(migration, record)),
      ...(migration.deferred.length === 0 ? [] : ["at the end of the migration", ...indented(sqlLines(migration.deferred), 4)]),
    ]),
  ];
}

function operationLines(migration: MigrationRecord, record: OperationRecord): string[] {
  const unknown = unknownSql(record);
  return [
    `${record.index} ${operationName(migration, record)}: ${record.phase}`,
    ...indented(
      [
        ...(unknown === null ? sqlLines(record.statements) : [`unknown: ${visible(unknown)}`]),
        ...(Object.keys(record.impact.locks).length === 0 ? [] : [`locks: ${visible(impactLine(record.impact))}`]),
        ...effectLines(record),
        ...otherFindings(record, null).flatMap((finding) => findingLines({ ...finding, place: null })),
      ],
      4,
    ),
  ];
}

/** What it breaks, what it may stop on and what it may lose. */
export function effectLines(record: OperationRecord): string[] {
  return [
    ...failureLines(record, "running", "breaks"),
    ...failureLines(record, "new", "breaks the new release"),
    ...(record.failsOnExistingRows === null ? [] : [`may stop on existing rows: ${visible(record.failsOnExistingRows)}`]),
    ...(record.losesData === null ? [] : [`${dropsOnly(record) ? "drops data" : "may lose data"}: ${visible(record.losesData)}`]),
  ];
}

function failureLines(record: OperationRecord, release: Breakage["release"], verb: string): string[] {
  return failures(record, release).flatMap(({ table, statements, errors, reasons }) => [
    `${verb}: ${statements.join(", ")} ${preposition(statements)} ${visible(table)}`,
    ...indented([...errors.map(({ error, statements: by }) => `${errors.length === 1 ? "" : `${by.join(", ")}: `}${visible(error)}`), ...reasons.map(visible)]),
  ]);
}

export function findingLines({ level, message, advice, place }: Finding): string[] {
  const at = place === null ? "" : ` (${place.path}:${place.line})`;
  return [visible(`${level}: ${message}${at}`), ...(advice === null ? [] : indented([visible(advice)]))];
}

function sqlLines(statements: OperationRecord["statements"]): string[] {
  const texts = sqlOf(statements) ?? statements.map(({ sql, unknown }) => (sql === null ? `-- UNKNOWN: ${visible(unknown ?? "")}` : closed(sql)));
  return texts.flatMap(linesOf);
}
