import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  configPaths,
  defaultBase,
  gitLatestTag,
  gitOutput,
  gitReleases,
  gitSource,
  mergeBase,
  parseConfig,
  readConfig,
  resolveRef,
  saidOf,
  stagedSource,
  withRowCounts,
  worktreeSource
} from "./chunk-VGQSLDQG.js";
import {
  ConfigError,
  defaultConfig
} from "./chunk-ORWAABAB.js";
import {
  rehearsal
} from "./chunk-C3KP45A2.js";
import {
  folderSource
} from "./chunk-D37OOHO4.js";
import "./chunk-4M35CJUN.js";
import {
  SourceError,
  isDate,
  textOf
} from "./chunk-M2XUEG37.js";
import "./chunk-WENUEFS7.js";
import "./chunk-LHOMP52Y.js";
import "./chunk-PFM5Z35S.js";

// src/cli/commands.ts
import { resolve as resolve2 } from "node:path";

// src/cli/configuration.ts
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
async function configuration(file, source) {
  const config = file === void 0 ? await fromSource(source) : await fromFile(file);
  return withRowCounts(config, async (path) => textOf((await source.read([path])).get(path)));
}
async function fromFile(file) {
  let text;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    throw new ConfigError(`The configuration ${file} cannot be read (${error instanceof Error && "code" in error ? String(error.code) : String(error)}). Name a file that exists.`);
  }
  const config = parseConfig(file, text);
  if (config === null) throw new ConfigError(`${basename(file)} has no table [tool.django-expand-contract]. Add one, or leave --config out.`);
  return config;
}
async function fromSource(source) {
  const files = /* @__PURE__ */ new Map();
  for (const [path, found] of await source.read(configPaths)) {
    if ("text" in found) files.set(path, found.text);
    else if (path === configPaths[0]) throw new ConfigError(`${path} cannot be read: ${found.unreadable}.`);
  }
  return files.size === 0 ? defaultConfig : readConfig(files);
}

// src/cli/running-release.ts
async function runningRelease(repo, said2, head) {
  const { ref, source } = await refOf(repo, said2, head);
  return branchPoint(repo, ref, head, source);
}
async function refOf(repo, { choice, source }, head) {
  if (choice !== "latest-tag" && choice !== "latest-release") return { ref: choice, source };
  if (choice === "latest-release" && source === "--running-release") throw new SourceError("latest-release is asked of GitHub, which only the action does. Here name latest-tag, or the release's tag.");
  const commit = await commitOf(repo, head);
  const tag = await gitLatestTag(repo, commit);
  if (tag === null) throw new SourceError(`There is no version tag that ${commit.slice(0, 7)} comes from (running-release is ${choice}). Fetch the tags with git fetch --tags, or name the release.`);
  return { ref: `refs/tags/${tag.name}`, source: choice === "latest-tag" ? source : `${source}: the latest tag, as there is no GitHub to ask` };
}
async function auditedRelease(repo, said2, head, isRepository) {
  const itself = { base: null, runningRelease: { ref: head.label, commit: head.commit, source: "everything is released" } };
  if (!isRepository) return { ...said2 === null ? itself : await runningRelease(repo, said2, head), releases: null };
  const releases = () => gitReleases(repo);
  if (said2 !== null) return { ...await runningRelease(repo, said2, head), releases };
  const branch = await defaultBase(repo).catch(() => null);
  return { ...branch === null ? itself : await branchPoint(repo, branch, head, "the default branch"), releases };
}
async function branchPoint(repo, ref, head, source) {
  const tip = await resolveRef(repo, ref);
  const headCommit = await commitOf(repo, head);
  const parted = await partedAt(repo, tip, headCommit);
  const commit = parted === null || parted === headCommit ? tip : parted;
  return {
    base: await gitSource(repo, commit),
    runningRelease: { ref: ref.replace(/^refs\/(heads|tags)\//, ""), commit, source: commit === tip ? source : `${source}, where the head left it` }
  };
}
async function commitOf(repo, head) {
  return head.commit ?? await resolveRef(repo, "HEAD");
}
async function partedAt(repo, tip, head) {
  try {
    return await mergeBase(repo, tip, head);
  } catch (error) {
    if (error instanceof SourceError) return null;
    throw error;
  }
}

// src/cli/sources.ts
import { statSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { basename as basename2, resolve } from "node:path";
function requireFolder(dir) {
  const found = statSync(dir, { throwIfNoEntry: false });
  if (found === void 0) throw new SourceError(`There is no folder ${dir}. Name one that exists.`);
  if (!found.isDirectory()) throw new SourceError(`${dir} is a file. Name the folder of the repository.`);
}
async function asItIs(dir) {
  return await isTopOfRepository(dir) ? await worktreeSource(dir) : folderSource(dir);
}
async function refOrFolder(repo, name) {
  if (await meansFolder(repo, name)) return folderSource(name);
  return gitSource(repo, name);
}
async function meansFolder(repo, name) {
  const folder = statSync(name, { throwIfNoEntry: false })?.isDirectory() === true;
  if (looksLikePath(name)) {
    if (!folder) throw new SourceError(`There is no folder ${name}. Name one that exists, or a ref.`);
    return true;
  }
  if (!folder) {
    if (name.includes("/") && !await isRef(repo, name)) throw new SourceError(`${JSON.stringify(name)} is neither a folder nor a ref of ${repo}. Name one that exists; a branch of the remote has to be fetched first.`);
    return false;
  }
  return !await isRef(repo, name);
}
async function compared(repo, base, head) {
  const after = head.staged ? await stagedSource(repo) : head.named === void 0 ? await asItIs(repo) : await refOrFolder(repo, head.named);
  if (base !== void 0 && await meansFolder(repo, base)) {
    return { head: after, base: folderSource(base), runningRelease: { ref: basename2(resolve(base)), commit: null, source: "--base" } };
  }
  const ref = base ?? await defaultBase(repo);
  return { head: after, ...await branchPoint(repo, ref, after, base === void 0 ? "default branch" : "--base") };
}
async function isTopOfRepository(dir) {
  try {
    const top = (await gitOutput(dir, ["rev-parse", "--show-toplevel"])).toString("utf8").trim();
    return await realpath(top) === await realpath(dir);
  } catch {
    return false;
  }
}
async function isRef(repo, name) {
  try {
    await resolveRef(repo, name);
    return true;
  } catch {
    return false;
  }
}
function looksLikePath(name) {
  return /^(\.{0,2}[\\/]|\.{1,2}$|[A-Za-z]:[\\/])/.test(name);
}

// src/cli/commands.ts
async function carryOut(run, core, progress) {
  const repo = resolve2(run.options.get("repo") ?? ".");
  requireFolder(repo);
  const shared = { overrides: overrides(run.options), ...progress === void 0 ? {} : { progress } };
  const configFile = run.options.get("config");
  if (run.command === "review") {
    const base = run.options.get("base");
    const first = await compared(repo, base, { named: run.options.get("head"), staged: run.options.has("staged") });
    const config2 = await configuration(configFile, first.base);
    const option = said(run.options.get("running-release"));
    const release = base === void 0 || option !== null ? saidOf(option, config2) : null;
    const sources = release === null ? first : { head: first.head, ...await runningRelease(repo, release, first.head) };
    const failOn = run.options.get("fail-on");
    const when = run.options.get("rehearse") ?? config2.rehearse ?? "never";
    return core.review({ ...shared, ...rehearsal(when), ...sources, since: await sinceOf(repo, config2.since), config: failOn === void 0 ? config2 : { ...config2, failOn } });
  }
  const named = run.options.get("head");
  const head = named === void 0 ? await asItIs(repo) : await refOrFolder(repo, named);
  const config = await configuration(configFile, head);
  if (run.command === "explain") {
    const [app = null, migration = null] = run.positionals;
    return core.explain({ ...shared, head, base: null, config, app, migration, since: app === null ? await sinceOf(repo, config.since) : null });
  }
  const released = await auditedRelease(repo, saidOf(said(run.options.get("running-release")), config), head, await isTopOfRepository(repo));
  return core.audit({ ...shared, head, config, ...released, since: await sinceOf(repo, run.options.get("since") ?? config.since) });
}
function said(option) {
  return option === void 0 ? null : { choice: option, source: "--running-release" };
}
async function sinceOf(repo, since) {
  return since === null || isDate(since) ? since : await refOrFolder(repo, since);
}
function overrides(options) {
  const [database, databaseVersion, django] = ["database", "database-version", "django"].map((name) => options.get(name));
  return {
    ...database === void 0 ? {} : { database },
    ...databaseVersion === void 0 ? {} : { databaseVersion },
    ...django === void 0 ? {} : { django }
  };
}
export {
  carryOut
};
