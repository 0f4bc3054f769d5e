import type { Finding, Level, MigrationRecord, OperationRecord } from "../safety/types.ts";
import { clip, visible } from "./escape.ts";
import { failures, preposition } from "./failures.ts";
import { operationName } from "./text/parts.ts";
import { isAboutModels, unknownReason } from "./judge.ts";
import { losesSilently, otherFindings } from "./restated.ts";
import type { Review } from "./types.ts";
import { waitOf, waitText } from "./waits.ts";

/** What a workflow command (`::error file=…,line=…::`) shows beside a line of the diff. Plain text. */
export interface Annotation {
  readonly level: Level;
  readonly title: string;
  readonly message: string;
  /** null for what has no place in a file. */
  readonly path: string | null;
  readonly line: number | null;
  readonly endLine: number | null;
}

/** Everything there is to say about lines of files: breakages, unknowns, long waits, findings and files not read. Errors first. */
export function annotations(review: Review): Annotation[] {
  const all = review.projects.flatMap((project) => [
    ...project.graph.map((finding) => ofFinding(finding, isAboutModels(finding) ? "Models and migrations" : "Migration graph")),
    ...project.skipped.map(({ path, line, reason }) => annotation("error", "Not read", `${reason}. Nothing in it counts as safe.`, { path, line, endLine: line })),
    ...project.migrations.flatMap((migration) => [
      ...migration.findings.map((finding) => ofFinding(finding, `${migration.app}.${migration.name}`)),
      ...migration.operations.flatMap((record) => ofOperation(migration, record)),
    ]),
  ]);
  const order: Record<Level, number> = { error: 0, warning: 1, note: 2 };
  return all.sort((a, b) => order[a.level] - order[b.level]);
}

function ofOperation(migration: MigrationRecord, record: OperationRecord): Annotation[] {
  const place = { path: record.place.path, line: record.place.line, endLine: record.lastLine };
  const name = operationName(migration, record);
  const wait = waitOf(record);
  const unknown = unknownReason(record);
  return [
    ...(["running", "new"] as const).flatMap((release) =>
      failures(record, release).map(({ table, statements, errors, reasons }) =>
        annotation("error", `${name} breaks the ${release} release`, [`${statements.join(", ")} ${preposition(statements)} ${table}: ${errors.map(({ error }) => error).join("; ")}.`, ...reasons].join(" "), place),
      ),
    ),
    ...(record.failsOnExistingRows === null ? [] : [annotation("warning", `${name} may stop on existing rows`, record.failsOnExistingRows, place)]),
    ...(record.losesData === null || !losesSilently(record) ? [] : [annotation("warning", `${name} may lose data`, record.losesData, place)]),
    ...(unknown === null ? [] : [annotation("error", `${name} cannot be judged`, unknown, place)]),
    ...(wait.long ? [annotation("warning", `${name} makes others wait`, `${waitText(wait)}.`, place)] : []),
    ...otherFindings(record, null).filter(({ rule }) => !(wait.long && rule.startsWith("blocks-") && rule !== "blocks-deletes")).map((finding) => ofFinding(finding, name, place)),
  ];
}

type At = Pick<Annotation, "path" | "line" | "endLine">;

function ofFinding({ level, message, advice, place }: Finding, title: string, fallback: At = { path: null, line: null, endLine: null }): Annotation {
  const at = place === null ? fallback : { path: place.path, line: place.line, endLine: place.line };
  return annotation(level, title, advice === null ? message : `${message} ${advice}`, at);
}

function annotation(level: Level, title: string, message: string, at: At): Annotation {
  return { level, title: clip(visible(title), 120), message: clip(visible(message), 1000), ...at };
}
