import type { MigrationRecord, Moment } from "../safety/types.ts";
import { capped } from "./detail.ts";
import { isUnknown } from "./judge.ts";
import { listed } from "./words.ts";

/**
 * In which order `migrate` and the new release go, where not every order works; null where each does, or where too little is known.
 * `name` makes a migration's name safe for where the sentence will stand.
 */
export function orderOf(migrations: readonly MigrationRecord[], name: (migration: MigrationRecord) => string): string | null {
  const records = migrations.flatMap((migration) => migration.operations);
  const at = (moment: Moment) => migrations.filter((migration) => migration.moment === moment && migration.operations.length > 0);
  const first = records.filter((record) => record.newNeedsItFirst).length;
  const breaks = (release: "running" | "new") => records.some((record) => record.breaks.some((breakage) => breakage.release === release));
  const which = (number: number) => (number < records.length ? `${number} of these operations` : number === 1 ? "this operation" : "these operations");
  const after = at("after");

  if (first > 0 && at("never").length > 0 && breaks("running")) return `No order of \`migrate\` and deployment works: the running release fails after \`migrate\`, and the new one needs ${which(first)} before it starts.`;
  // Said of the whole change, so only where all of it is known and the new release survives it.
  const sure = !records.some(isUnknown) && !breaks("new") && at("unknown").length + at("never").length === 0;
  if (first > 0 && after.length === 0) return `Run \`migrate\` before the new release starts: it needs ${which(first)}.`;
  if (first > 0 && sure) return `Migrate twice: ${names(at("before"), name)} before the new release starts, ${names(after, name)} when no process of the running release is left.`;
  if (first === 0 && after.length > 0 && sure) return "The new release works without these operations, too: run `migrate` when no process of the running release is left.";
  return null;
}

function names(migrations: readonly MigrationRecord[], name: (migration: MigrationRecord) => string): string {
  const { shown, more } = capped(migrations, 6);
  return listed([...shown.map(name), ...(more > 0 ? [`${more} more`] : [])]);
}
