import type { Breakage, MigrationRecord, OperationRecord } from "../../safety/types.ts";
import type { Detail } from "../detail.ts";
import { code, prose } from "../escape.ts";
import type { Review } from "../types.ts";
import { blocks, bullets, operationLabel, type Frame } from "./parts.ts";

/** What fails, with the statement, the table and the database's own words. Empty when nothing does. */
export function breakages(frame: Frame, review: Review, migrations: readonly MigrationRecord[], detail: Detail): string {
  const running = lines(frame, migrations, "running");
  const fresh = lines(frame, migrations, "new");
  const records = migrations.flatMap((migration) => migration.operations.map((record) => ({ migration, record })));
  const rows = records.flatMap(({ migration, record }) => (record.failsOnExistingRows === null ? [] : [`${operationLabel(frame, migration, record)} → ${code(record.failsOnExistingRows)}`]));
  const losses = records.flatMap(({ migration, record }) => (record.losesData === null ? [] : [`${operationLabel(frame, migration, record)}: ${prose(record.losesData)}`]));
  return blocks(
    list(`If this merges as it is, ${release(review)} stops working the moment \`migrate\` runs, until the last old process is gone:`, running, detail),
    list(running.length > 0 ? "The new release fails as well, once `migrate` has run:" : "The new release fails once `migrate` has run:", fresh, detail),
    list("`migrate` itself may stop, depending on the rows that are there:", rows, detail),
    list("Data may be lost without an error:", losses, detail),
  );
}

/** `main` @ `3f2a91c`. */
export function release({ runningRelease: { ref, commit } }: Review): string {
  if (commit === null) return code(ref);
  return commit.startsWith(ref) ? code(commit.slice(0, 7)) : `${code(ref)} @ ${code(commit.slice(0, 7))}`;
}

function list(intro: string, items: readonly string[], detail: Detail): string {
  return items.length === 0 ? "" : `${intro}\n\n${bullets(items, detail.bullets)}`;
}

/** One line for each operation and table that statements of a release fail on. */
function lines(frame: Frame, migrations: readonly MigrationRecord[], of: Breakage["release"]): string[] {
  return migrations.flatMap((migration) =>
    migration.operations.flatMap((record) =>
      [...group(record, of).values()].map((breaks) => `${failing(breaks)}  \n  ${operationLabel(frame, migration, record)}${why(breaks)}`),
    ),
  );
}

/** The breakages of one release by table. */
function group(record: OperationRecord, of: Breakage["release"]): ReadonlyMap<string, Breakage[]> {
  const tables = new Map<string, Breakage[]>();
  for (const breakage of record.breaks) {
    if (breakage.release === of) tables.set(breakage.table, [...(tables.get(breakage.table) ?? []), breakage]);
  }
  return tables;
}

/** **`INSERT` into `shop_order`** → `null value in column …`; several errors each with their statements. */
function failing(breaks: readonly Breakage[]): string {
  const statements = [...new Set(breaks.map((breakage) => breakage.statement))];
  const errors = new Map<string, Set<string>>();
  for (const { error, statement } of breaks) errors.set(error, (errors.get(error) ?? new Set()).add(statement));
  const said = [...errors].map(([error, by]) => (errors.size === 1 ? code(error) : `${[...by].map((statement) => code(statement)).join(", ")}: ${code(error)}`));
  const head = `**${statements.map((statement) => code(statement)).join(", ")} ${statements.length === 1 ? preposition[statements[0]!] : "on"} ${code(breaks[0]!.table)}**`;
  return `${head} → ${said.join(" · ")}`;
}

const preposition: Record<Breakage["statement"], string> = { SELECT: "from", INSERT: "into", UPDATE: "of", DELETE: "from", WHERE: "on" };

function why(breaks: readonly Breakage[]): string {
  const reasons = [...new Set(breaks.flatMap((breakage) => (breakage.because === null ? [] : [breakage.because])))];
  return reasons.length === 0 ? "" : `: ${reasons.map((reason) => prose(reason)).join(" ")}`;
}
