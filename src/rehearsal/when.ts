import type { Vendor } from "../django/project.ts";
import type { MigrationRecord } from "../safety/types.ts";
import type { ReviewRequest } from "../request.ts";
import type { RehearseWhen } from "../config/config.ts";

/** Milliseconds for all rehearsals of a review. */
const limit = 30_000;

/** What a review is told. The embedded PostgreSQL is loaded only when it is used; the projects of a repository share the time limit. */
export function rehearsal(when: RehearseWhen): Pick<ReviewRequest, "rehearse"> {
  if (when === "never") return {};
  let left = limit;
  return {
    rehearse: {
      when,
      run: async (input) => {
        const started = performance.now();
        const { rehearse } = await import("./rehearse.ts");
        const done = await rehearse(input, { limit: Math.max(0, left) });
        left -= performance.now() - started;
        return done;
      },
    },
  };
}

/** Is a rehearsal worth its seconds? `auto`: on PostgreSQL, where an operation breaks a release or blocks others. */
export function wantsRehearsal(when: RehearseWhen, vendor: Vendor, migrations: readonly MigrationRecord[]): boolean {
  if (when !== "auto") return when === "always" && migrations.length > 0;
  return vendor === "postgresql" && migrations.some((migration) => migration.operations.some(({ breaks, impact }) => breaks.length > 0 || impact.blocksReads || impact.blocksWrites));
}
