import { resolve } from "node:path";
import type { DjangoVersion, Vendor } from "../django/project.ts";
import type { Audit, Explanation, Review } from "../report/types.ts";
import type { Overrides, Request } from "../request.ts";
import type { Invocation } from "./arguments.ts";
import { configuration } from "./configuration.ts";
import type { Core } from "./core.ts";
import { asItIs, compared, comparedWithRunningRelease, refOrFolder, requireFolder } from "./sources.ts";

type Run = Extract<Invocation, { kind: "run" }>;

/** Opens what a command compares, reads the configuration and asks the core. Throws SourceError, ConfigError and RequestError. */
export async function carryOut(run: Run, core: Core, progress: Request["progress"]): Promise<Review | Explanation | Audit> {
  const repo = resolve(run.options.get("repo") ?? ".");
  requireFolder(repo);
  const shared = { overrides: overrides(run.options), ...(progress === undefined ? {} : { progress }) };
  const configFile = run.options.get("config");

  if (run.command === "review") {
    const base = run.options.get("base");
    const first = await compared(repo, base, run.options.get("head"));
    // The configuration is the base's: a pull request must not loosen its own review.
    const config = await configuration(configFile, first.base);
    const sources = base === undefined ? await comparedWithRunningRelease(repo, config, first) : first;
    return core.review({ ...shared, ...sources, config });
  }

  const head = await asItIs(repo);
  const config = await configuration(configFile, head);
  if (run.command === "explain") {
    const [app = null, migration = null] = run.positionals;
    return core.explain({ ...shared, head, base: null, config, app, migration });
  }
  const since = run.options.get("since");
  return core.audit({ ...shared, head, base: null, config, since: since === undefined ? null : await refOrFolder(repo, since) });
}

function overrides(options: ReadonlyMap<string, string>): Overrides {
  const [database, databaseVersion, django] = ["database", "database-version", "django"].map((name) => options.get(name));
  return {
    ...(database === undefined ? {} : { database: database as Vendor }),
    ...(databaseVersion === undefined ? {} : { databaseVersion }),
    ...(django === undefined ? {} : { django: django as DjangoVersion }),
  };
}
