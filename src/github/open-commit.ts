import type { Config } from "../config/config.ts";
import { gitSource } from "../source/git.ts";
import type { Source } from "../source/source.ts";
import { configurationAt } from "./configuration.ts";
import { label, readAt, type Change, type Label, type Repo } from "./open.ts";
import { apiSource, sinceAt } from "./since.ts";
import { checkoutWith } from "./workspace.ts";

/** The files of one commit and the configuration in it, for the audit; `since` is what the configuration says unless told. Throws SourceError and ConfigError. */
export async function openCommit(at: Label, since: string | null, repo: Repo): Promise<{ readonly head: Source; readonly since: Source | string | null; readonly config: Config; readonly readFrom: Change["readFrom"] }> {
  const dir = await checkoutWith(repo.dir, [at.commit]);
  const head = dir === null ? apiSource(at, repo) : { ...(await gitSource(dir, at.commit)), label: label(at.ref, at.commit) };
  const config = await configurationAt(repo.config, readAt(head));
  return { head, since: await sinceAt(since ?? config.since, dir, repo), config, readFrom: dir === null ? "GitHub's API" : "the checkout" };
}
