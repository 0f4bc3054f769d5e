import type { Vendor } from "../django/project.ts";
import type { MigrationRecord } from "../safety/types.ts";
import type { RehearseWhen } from "./types.ts";

/** Is a rehearsal worth its seconds? `auto`: on PostgreSQL, where an operation breaks a release or blocks others. */
export function wantsRehearsal(when: RehearseWhen, vendor: Vendor, migrations: readonly MigrationRecord[]): boolean {
  if (when !== "auto") return when === "always" && migrations.length > 0;
  return vendor === "postgresql" && migrations.some((migration) => migration.operations.some(({ breaks, impact }) => breaks.length > 0 || impact.blocksReads || impact.blocksWrites));
}
