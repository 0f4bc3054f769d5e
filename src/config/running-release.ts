import type { Config } from "./config.ts";

/** What `running-release` says, and who said it: the option, the input, or the configuration's line. */
export interface Said {
  /**
   * A branch, tag or commit; or `base` (for a review that of the pull request, for an audit what is merged), `latest-release` (GitHub's), or `latest-tag`
   * (the highest version tag that the head comes from).
   */
  readonly choice: string;
  readonly source: string;
}

/** The command line or an input wins over the configuration. null where neither says, and for `base`, which is what is taken then. */
export function saidOf(given: Said | null, config: Config): Said | null {
  const said = given ?? (config.runningRelease === null ? null : { choice: config.runningRelease, source: config.sources.get("running-release") ?? "running-release" });
  return said?.choice === "base" ? null : said;
}
