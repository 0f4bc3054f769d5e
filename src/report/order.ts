import type { MigrationRecord } from "../safety/types.ts";
import { isUnknown } from "./judge.ts";

/** In which order `migrate` and the new release go, where one of the two orders fails; null where both work. */
export function orderOf(migrations: readonly MigrationRecord[]): string | null {
  const records = migrations.flatMap((migration) => migration.operations);
  const first = records.filter((record) => record.newNeedsItFirst).length;
  const breaking = records.some((record) => record.breaks.some(({ release }) => release === "running"));
  const which = (number: number) => (number < records.length ? `${number} of these operations` : number === 1 ? "this operation" : "these operations");
  if (first > 0 && breaking) return `No order of \`migrate\` and deployment works: the running release fails after \`migrate\`, and the new one needs ${which(first)} before it starts.`;
  if (first > 0) return `Run \`migrate\` before the new release starts: it needs ${which(first)}.`;
  // Said of the whole change, so only where all of it is known and the new release survives it.
  const sure = records.every((record) => !isUnknown(record) && record.breaks.every(({ release }) => release === "running"));
  if (breaking && sure) return "The new release works without these operations, too: run `migrate` when no process of the running release is left.";
  return null;
}
