import type { Breakage, MigrationRecord } from "../../safety/types.ts";
import type { Detail } from "../detail.ts";
import { code, prose } from "../escape.ts";
import { failures, preposition, type Failure } from "../failures.ts";
import { losesSilently } from "../restated.ts";
import type { Review } from "../types.ts";
import { blocks, bullets, operationLabel, type Frame } from "./parts.ts";

/** What fails, with the statement, the table and the database's own words. Empty when nothing does. */
export function breakages(frame: Frame, review: Review, migrations: readonly MigrationRecord[], detail: Detail): string {
  const running = lines(frame, migrations, "running");
  const fresh = lines(frame, migrations, "new");
  const records = migrations.flatMap((migration) => migration.operations.map((record) => ({ migration, record })));
  const rows = records.flatMap(({ migration, record }) => (record.failsOnExistingRows === null ? [] : [`${operationLabel(frame, migration, record)} → ${code(record.failsOnExistingRows)}`]));
  const losses = records.flatMap(({ migration, record }) => (record.losesData === null || !losesSilently(record) ? [] : [`${operationLabel(frame, migration, record)}: ${prose(record.losesData)}`]));
  return blocks(
    list(`${frame.merged === true ? "If this is released as it is" : "If this merges as it is"}, statements of ${release(review)} fail from the moment \`migrate\` runs until the last old process is gone:`, running, detail),
    list(running.length > 0 ? "The new release fails as well, once `migrate` has run:" : "The new release fails once `migrate` has run:", fresh, detail),
    list("`migrate` itself may stop, depending on the rows that are there:", rows, detail),
    list("Data may be lost without an error:", losses, detail),
  );
}

/** `main` @ `3f2a91c`. */
export function release({ runningRelease: { ref, commit } }: Pick<Review, "runningRelease">): string {
  if (commit === null) return code(ref);
  return commit.startsWith(ref) ? code(commit.slice(0, 7)) : `${code(ref)} @ ${code(commit.slice(0, 7))}`;
}

function list(intro: string, items: readonly string[], detail: Detail): string {
  return items.length === 0 ? "" : `${intro}\n\n${bullets(items, detail.bullets)}`;
}

/** One item for each operation and table that statements of a release fail on. */
function lines(frame: Frame, migrations: readonly MigrationRecord[], of: Breakage["release"]): string[] {
  return migrations.flatMap((migration) =>
    migration.operations.flatMap((record) =>
      failures(record, of).map((failure) => failing(failure, [operationLabel(frame, migration, record), why(failure)].filter((part) => part !== "").join(": "))),
    ),
  );
}

/** **`INSERT` into `shop_order`** → `null value in column …`, and what makes it so; several errors each on a line of its own. */
export function failing({ table, statements, errors }: Failure, cause: string): string {
  const codes = (kinds: readonly string[]) => kinds.map((kind) => code(kind)).join(", ");
  const what = `**${codes(statements)} ${preposition(statements)} ${code(table)}**`;
  const head = errors.length === 1 ? `${what} → ${code(errors[0]!.error)}` : what;
  const each = errors.length === 1 ? [] : errors.map(({ error, statements: by }) => `  - ${codes(by)} → ${code(error)}`);
  return [cause === "" ? head : `${head}  \n  ${cause}`, ...each].join("\n");
}

/** The reasons of a failure in a sentence or more; empty without any. */
export function why({ reasons }: Failure): string {
  return reasons.map((reason) => prose(reason)).join(" ");
}
