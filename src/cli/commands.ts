import { resolve } from "node:path";
import type { FailOn, RehearseWhen } from "../config/config.ts";
import type { DjangoVersion, Vendor } from "../django/project.ts";
import { isDate } from "../history/since.ts";
import type { Audit, Explanation, Review } from "../report/types.ts";
import { rehearsal } from "../rehearsal/when.ts";
import type { Overrides, Request } from "../request.ts";
import type { Source } from "../source/source.ts";
import type { Invocation } from "./arguments.ts";
import { configuration } from "./configuration.ts";
import type { Core } from "./core.ts";
import { type Said, saidOf } from "../config/running-release.ts";
import { auditedRelease, runningRelease } from "./running-release.ts";
import { asItIs, compared, isTopOfRepository, refOrFolder, requireFolder } from "./sources.ts";

type Run = Extract<Invocation, { kind: "run" }>;

/** Opens what a command compares, reads the configuration and asks the core. Throws SourceError, ConfigError and RequestError. */
export async function carryOut(run: Run, core: Core, progress: Request["progress"]): Promise<Review | Explanation | Audit> {
  const repo = resolve(run.options.get("repo") ?? ".");
  requireFolder(repo);
  const shared = { overrides: overrides(run.options), ...(progress === undefined ? {} : { progress }) };
  const configFile = run.options.get("config");

  if (run.command === "review") {
    const base = run.options.get("base");
    const first = await compared(repo, base, { named: run.options.get("head"), staged: run.options.has("staged") });
    // The configuration is the base's: a pull request must not loosen its own review.
    const config = await configuration(configFile, first.base);
    // A base that is named is the running release, unless the running release is named, too.
    const option = said(run.options.get("running-release"));
    const release = base === undefined || option !== null ? saidOf(option, config) : null;
    const sources = release === null ? first : { head: first.head, ...(await runningRelease(repo, release, first.head)) };
    const failOn = run.options.get("fail-on");
    const when = (run.options.get("rehearse") as RehearseWhen | undefined) ?? config.rehearse ?? "never";
    return core.review({ ...shared, ...rehearsal(when), ...sources, since: await sinceOf(repo, config.since), config: failOn === undefined ? config : { ...config, failOn: failOn as FailOn } });
  }

  const named = run.options.get("head");
  const head = named === undefined ? await asItIs(repo) : await refOrFolder(repo, named);
  const config = await configuration(configFile, head);
  if (run.command === "explain") {
    const [app = null, migration = null] = run.positionals;
    // Whoever names an app wants to see it, however old it is.
    return core.explain({ ...shared, head, base: null, config, app, migration, since: app === null ? await sinceOf(repo, config.since) : null });
  }
  const released = await auditedRelease(repo, saidOf(said(run.options.get("running-release")), config), head, await isTopOfRepository(repo));
  return core.audit({ ...shared, head, config, ...released, since: await sinceOf(repo, run.options.get("since") ?? config.since) });
}

function said(option: string | undefined): Said | null {
  return option === undefined ? null : { choice: option, source: "--running-release" };
}

/** A date as it is, anything else as a ref or folder. Throws SourceError when it is neither. */
async function sinceOf(repo: string, since: string | null): Promise<Source | string | null> {
  return since === null || isDate(since) ? since : await refOrFolder(repo, since);
}

function overrides(options: ReadonlyMap<string, string>): Overrides {
  const [database, databaseVersion, django] = ["database", "database-version", "django"].map((name) => options.get(name));
  return {
    ...(database === undefined ? {} : { database: database as Vendor }),
    ...(databaseVersion === undefined ? {} : { databaseVersion }),
    ...(django === undefined ? {} : { django: django as DjangoVersion }),
  };
}
