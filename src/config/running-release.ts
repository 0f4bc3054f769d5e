import type { Config } from "./config.ts";

/**
 * What `running-release` may say beside a branch, tag or commit: the base (for a review that of the pull request, for an audit what is merged),
 * the release that GitHub calls the latest, or the highest version tag that the head comes from.
 */
export const runningReleases = ["base", "latest-release", "latest-tag"] as const;

/** What `running-release` says, and who said it: the option, the input, or the configuration's line. */
export interface Said {
  readonly choice: string;
  readonly source: string;
}

/** The command line or an input wins over the configuration. null where neither says, and for `base`, which is what is taken then. */
export function saidOf(given: Said | null, config: Config): Said | null {
  const said = given ?? (config.runningRelease === null ? null : { choice: config.runningRelease, source: config.sources.get("running-release") ?? "running-release" });
  return said?.choice === "base" ? null : said;
}
