import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  Context,
  asGitHubError,
  connect,
  isForbidden,
  isLater,
  keep,
  readMarker,
  readRemark,
  remarkLine
} from "./chunk-CGAUCF6E.js";
import {
  writeSummary
} from "./chunk-25FPI4WI.js";
import {
  commentLimit,
  fit
} from "./chunk-XJCAVGN2.js";
import {
  say
} from "./chunk-6ROUUEE5.js";
import {
  configPaths,
  git,
  gitLatestTag,
  gitOutput,
  gitReleases,
  gitSource,
  mergeBase,
  parseConfig,
  readConfig,
  releaseTags,
  resolveRef,
  saidOf,
  withRowCounts
} from "./chunk-VGQSLDQG.js";
import {
  auditToJson,
  jsonText,
  reviewToJson
} from "./chunk-APX2HCGG.js";
import "./chunk-5EK3N3B2.js";
import "./chunk-YNR7XTXO.js";
import {
  blocks,
  bullets,
  failing,
  operationLabel,
  sentence,
  wait,
  why
} from "./chunk-DXZWIJE2.js";
import {
  headline
} from "./chunk-FRJUPGON.js";
import {
  capped
} from "./chunk-MSHCRMWM.js";
import {
  failures,
  shortNames,
  waitOf
} from "./chunk-DJTVDKX3.js";
import "./chunk-MT72GE5J.js";
import "./chunk-XFD7JVGX.js";
import "./chunk-F76VESVK.js";
import {
  ConfigError,
  defaultConfig,
  failOnLevels,
  rehearseChoices
} from "./chunk-ORWAABAB.js";
import {
  getInput,
  setOutput,
  warning
} from "./chunk-W5P3MIS3.js";
import {
  code,
  fence,
  prose,
  visibleLines
} from "./chunk-M6RJXJRU.js";
import "./chunk-Y3FRN7YE.js";
import {
  changedFiles,
  parsePatch
} from "./chunk-KBKYDKL6.js";
import {
  rehearsal
} from "./chunk-C3KP45A2.js";
import {
  compare,
  defaultMaxBytes,
  symbolicLink,
  textOf as textOf2,
  tooLarge
} from "./chunk-D37OOHO4.js";
import {
  emoji,
  markOf,
  otherFindings,
  tally,
  unknownReason
} from "./chunk-YDTEZH2C.js";
import "./chunk-VE6HXMP7.js";
import {
  nearest
} from "./chunk-4M35CJUN.js";
import {
  isModelsPath,
  wantedFiles
} from "./chunk-QCWVO36Q.js";
import {
  SourceError,
  isDate,
  textOf
} from "./chunk-M2XUEG37.js";
import "./chunk-CSBCGSFX.js";
import "./chunk-WENUEFS7.js";
import {
  version
} from "./chunk-ELF6ECMR.js";
import {
  djangoVersions,
  vendors
} from "./chunk-LHOMP52Y.js";
import "./chunk-LLNCCPBL.js";
import "./chunk-PFM5Z35S.js";

// node_modules/@actions/github/lib/github.js
var context = new Context();

// src/github/reader.ts
function apiReader(octokit, repository) {
  return {
    async tree(id, recursive) {
      const { data } = await asked(octokit.rest.git.getTree({ ...repository, tree_sha: id, ...recursive ? { recursive: "1" } : {} }), `the files of ${id.slice(0, 7)}`);
      const entries = data.tree.flatMap(({ path, mode, type, sha, size }) => path === void 0 || mode === void 0 || type === void 0 || sha == null ? [] : [{ path, mode, type, sha, size: size ?? null }]);
      return { entries, truncated: data.truncated };
    },
    async texts(blobs) {
      const fields = blobs.map((blob, index) => `b${index}:object(oid:"${hex(blob)}"){...on Blob{text isBinary isTruncated}}`);
      const query = `query($owner:String!,$repo:String!){repository(owner:$owner,name:$repo){${fields.join(" ")}}}`;
      const { repository: found2 } = await octokit.graphql(query, { ...repository });
      return new Map(blobs.flatMap((blob, index) => textOf3(blob, found2[`b${index}`] ?? null)));
    },
    async files(commit, paths) {
      const fields = paths.map((path, index) => `f${index}:object(expression:${JSON.stringify(`${hex(commit)}:${path}`)}){...on Blob{text isBinary isTruncated}}`);
      const query = `query($owner:String!,$repo:String!){repository(owner:$owner,name:$repo){${fields.join(" ")}}}`;
      const { repository: found2 } = await asked(octokit.graphql(query, { ...repository }), `the configuration at ${commit.slice(0, 7)}`);
      return new Map(paths.flatMap((path, index) => found2[`f${index}`] ? [[path, textOf3("", found2[`f${index}`])[0]?.[1] ?? null]] : []));
    },
    async blob(id) {
      const { data } = await asked(octokit.rest.git.getBlob({ ...repository, file_sha: id }), "a file");
      return Buffer.from(data.content, data.encoding === "base64" ? "base64" : "utf8");
    },
    async archive(commit) {
      const { data } = await asked(octokit.rest.repos.downloadTarballArchive({ ...repository, ref: commit }), `the archive of ${commit.slice(0, 7)}`);
      return new Uint8Array(data);
    }
  };
}
function textOf3(blob, found2) {
  return found2 === null || found2.text === null || found2.isBinary === true || found2.isTruncated ? [] : [[blob, found2.text]];
}
function hex(blob) {
  if (!/^[0-9a-f]{40,64}$/.test(blob)) throw new SourceError("GitHub's API gave an object without an id.");
  return blob;
}
async function asked(request, what) {
  try {
    return await request;
  } catch (thrown) {
    const error = asGitHubError(thrown);
    const advice = isForbidden(error) ? " The token needs `contents: read` (and `pull-requests: read` to see pull requests of a private repository)." : " Run the job again.";
    throw new SourceError(`GitHub's API could not be asked for ${what}. ${error.message}.${advice}`.replace("..", "."));
  }
}

// src/github/event.ts
var EventError = class extends Error {
  name = "EventError";
};
async function readEvent({ eventName, payload, sha, ref }, octokit, repository) {
  switch (eventName) {
    case "pull_request":
    case "pull_request_target":
      return pullRequest(payload["pull_request"], octokit, repository);
    case "merge_group":
      return mergeGroup(payload["merge_group"]);
    case "push":
      return push(payload, octokit, repository);
    case "workflow_dispatch":
    case "schedule":
      return auditTask(commitId(sha, "GITHUB_SHA"), shortRef(ref), payload);
    default:
      throw new EventError(`The event ${JSON.stringify(eventName)} is none to review: use this action on pull_request, pull_request_target, merge_group or push, and for the audit on workflow_dispatch or schedule.`);
  }
}
function auditTask(commit, ref, { repository }) {
  const branch = repository?.default_branch;
  return { kind: "audit", commit, ref, defaultBranch: branch === void 0 || branch === ref ? null : branch };
}
async function pullRequest(told, octokit, repository) {
  const number = told?.number;
  if (number === void 0 || !Number.isSafeInteger(number)) throw new EventError("The event's payload has no pull request. Does the job run on pull_request itself?");
  let { head, base, labels: labels2 } = told ?? {};
  if (!head?.sha || !base?.sha) ({ head, base, labels: labels2 } = (await asked(octokit.rest.pulls.get({ ...repository, pull_number: number }), `pull request ${number}`)).data);
  return {
    kind: "review",
    pull: number,
    labels: labelNames(labels2),
    head: { ref: head.ref ?? `#${number}`, commit: commitId(head.sha, "pull_request.head.sha") },
    base: { ref: base.ref ?? "base", commit: commitId(base.sha, "pull_request.base.sha"), source: "the base of the pull request" },
    from: "merge base"
  };
}
function labelNames(labels2) {
  if (!Array.isArray(labels2)) return [];
  return labels2.flatMap((label2) => typeof label2 === "object" && label2 !== null && "name" in label2 && typeof label2.name === "string" ? [label2.name] : []);
}
function mergeGroup(group) {
  return {
    kind: "review",
    pull: null,
    labels: [],
    head: { ref: shortRef(group?.head_ref ?? "merge queue"), commit: commitId(group?.head_sha, "merge_group.head_sha") },
    base: { ref: shortRef(group?.base_ref ?? "base"), commit: commitId(group?.base_sha, "merge_group.base_sha"), source: "the base of the merge queue" },
    from: "tip"
  };
}
async function push(payload, octokit, repository) {
  const ref = shortRef(payload.ref ?? "");
  if (payload.deleted === true || isNone(payload.after)) return { kind: "nothing", why: "The push deletes a branch or tag." };
  const head = { ref, commit: commitId(payload.after, "after") };
  if (!isNone(payload.before)) return { kind: "review", pull: null, labels: [], head, base: { ref, commit: commitId(payload.before, "before"), source: "the branch before the push" }, from: "tip" };
  const branch = payload.repository?.default_branch;
  if (branch === void 0 || branch === ref) return { kind: "nothing", why: "This is the first push: no release runs before it." };
  const { data } = await asked(octokit.rest.repos.getCommit({ ...repository, ref: `heads/${branch}` }), "the default branch");
  return { kind: "review", pull: null, labels: [], head, base: { ref: branch, commit: commitId(data.sha, "the default branch"), source: "the default branch" }, from: "merge base" };
}
function commitId(value, name) {
  if (value !== void 0 && /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(value)) return value;
  throw new EventError(`${name} is no commit id. Is the event's payload complete?`);
}
function isNone(commit) {
  return commit !== void 0 && /^0+$/.test(commit);
}
function shortRef(ref) {
  return ref.replace(/^refs\/(heads|tags)\//, "");
}

// src/github/inputs.ts
var commentChoices = ["always", "on-findings", "never"];
var InputError = class extends Error {
  name = "InputError";
};
function readInputs() {
  const token = getInput("github-token");
  if (token === "") throw new InputError("The input github-token is empty. Leave it out (the workflow's own token is taken), or give a token that may read the repository.");
  const [database, databaseVersion, django] = [oneOf("database", vendors), matching("database-version", /^\d+(\.\d+){0,2}$/, "a version such as 16 or 10.11"), oneOf("django", djangoVersions)];
  return {
    token,
    repo: getInput("repo") || ".",
    overrides: {
      ...database === null ? {} : { database },
      ...databaseVersion === null ? {} : { databaseVersion },
      ...django === null ? {} : { django }
    },
    config: matching("config", /^(?!\/)(?!.*(^|\/)\.\.(\/|$)).+\.toml$/, "the path of a .toml file in the repository, such as config/migrations.toml")?.replace(/^\.\//, "") ?? null,
    failOn: oneOf("fail-on", failOnLevels),
    rehearse: oneOf("rehearse", rehearseChoices),
    acceptLabel: matching("accept-label", /^.{1,200}$/u, "the name of a label, on one line"),
    comment: oneOf("comment", commentChoices) ?? "on-findings",
    commentKey: matching("comment-key", /^[\w.-]{1,60}$/, "up to 60 letters, digits, dots, dashes and underscores") ?? "default",
    inline: oneOf("inline", ["true", "false"]) !== "false",
    runningRelease: said(matching("running-release", /^[^-\s][^\s]{0,250}$/, "base, latest-release, latest-tag, or a branch, tag or commit")),
    issue: oneOf("issue", ["true", "false"]) === "true",
    since: matching("since", /^[^-\s][^\s]{0,250}$/, "a branch, tag or commit, or a date such as 2026-01-31") ?? null,
    sarifFile: matching("sarif-file", /^.{1,500}$/u, "a path of the workspace, such as migrations.sarif")
  };
}
function said(choice) {
  return choice === null ? null : { choice, source: "the input running-release" };
}
function oneOf(name, allowed) {
  const value = getInput(name);
  if (value === "") return null;
  if (allowed.includes(value)) return value;
  const guess = nearest(value, allowed);
  throw new InputError(`The input ${name} must be one of ${allowed.join(", ")}, not ${JSON.stringify(value)}.${guess === null ? "" : ` Did you mean ${guess}?`}`);
}
function matching(name, pattern, what) {
  const value = getInput(name);
  if (value === "" || pattern.test(value)) return value || null;
  throw new InputError(`The input ${name} must be ${what}, not ${JSON.stringify(value)}.`);
}

// src/source/api-blobs.ts
import { createHash } from "node:crypto";

// src/source/api-archive.ts
import { gunzipSync } from "node:zlib";
var block = 512;
var maxUnpacked = 1024 * 1024 * 1024;
function* archiveFiles(gzipped) {
  const tar = unpacked(gzipped);
  let longPath = null;
  for (let offset = 0; offset + block <= tar.length; ) {
    const header = tar.subarray(offset, offset + block);
    if (header[0] === 0) return;
    const size = Number.parseInt(text(header, 124, 12), 8);
    if (!Number.isSafeInteger(size) || size < 0 || offset + block + size > tar.length) throw new SourceError("GitHub's archive of the commit is cut off. Run the job again.");
    const bytes = tar.subarray(offset + block, offset + block + size);
    const type = String.fromCharCode(header[156]);
    offset += block + Math.ceil(size / block) * block;
    if (type === "x") {
      longPath = paxPath(bytes);
      continue;
    }
    const prefix = text(header, 345, 155);
    const path = longPath ?? (prefix === "" ? text(header, 0, 100) : `${prefix}/${text(header, 0, 100)}`);
    if (type !== "g") longPath = null;
    if (type === "0" || type === "\0") yield { path: path.slice(path.indexOf("/") + 1), bytes };
  }
}
function unpacked(gzipped) {
  try {
    return gunzipSync(gzipped, { maxOutputLength: maxUnpacked });
  } catch (error) {
    throw new SourceError(`GitHub's archive of the commit cannot be unpacked (${error instanceof Error ? error.message : String(error)}). Check the repository out before this step.`);
  }
}
function paxPath(bytes) {
  for (let offset = 0; offset < bytes.length; ) {
    const space = bytes.indexOf(32, offset);
    const length = Number.parseInt(text(bytes, offset, space - offset), 10);
    if (space < 0 || !(length > 0)) return null;
    const record = Buffer.from(bytes.subarray(space + 1, offset + length - 1)).toString("utf8");
    if (record.startsWith("path=")) return record.slice(5);
    offset += length;
  }
  return null;
}
function text(bytes, start, length) {
  const field = bytes.subarray(start, start + length);
  const end = field.indexOf(0);
  return Buffer.from(end < 0 ? field : field.subarray(0, end)).toString("utf8").trim();
}

// src/source/api-blobs.ts
var atOnce = 150;
var maxQueries = 5;
var firstQueries = 2;
var maxQueriesAfter = 8;
var maxSingle = 10;
var ApiBlobs = class {
  #reader;
  #mayNeed;
  #texts = /* @__PURE__ */ new Map();
  #archived = /* @__PURE__ */ new Set();
  #asked = /* @__PURE__ */ new Set();
  #queries = 0;
  #single = 0;
  #graphql = true;
  /** `mayNeed` are the files worth keeping of an archive. */
  constructor(reader, mayNeed) {
    this.#reader = reader;
    this.#mayNeed = mayNeed;
  }
  /** The content of a blob that was loaded; otherwise why there is none. */
  text(blob) {
    return this.#texts.get(blob) ?? { unreadable: "GitHub's API did not give its content" };
  }
  /** Fetches what is not there yet, as far as it comes in few requests. `tree` holds the files of the commit whose archive may be taken. Throws SourceError. */
  async prefetch(wanted, commit, tree) {
    await this.#query(this.#missing(wanted));
    if (this.#missing(wanted).length <= maxSingle || this.#archived.has(commit)) return;
    await this.#unpack(commit, tree);
    await this.#query(this.#missing(wanted));
  }
  /** As `prefetch`, and then one by one what is still missing. Throws SourceError when GitHub's API cannot be read. */
  async load(wanted, commit, tree) {
    await this.prefetch(wanted, commit, tree);
    for (const blob of this.#missing(wanted)) {
      if (this.#single++ < maxSingle) this.#texts.set(blob, textOf2(await this.#reader.blob(blob)));
      else this.#texts.set(blob, { unreadable: `one of more than ${maxSingle} files that GitHub's API gives only one by one; check the repository out before this step` });
    }
  }
  #missing(wanted) {
    return [...new Set(wanted.map((file) => file.blob))].filter((blob) => !this.#texts.has(blob));
  }
  /** Does nothing when it would take too many queries. */
  async #query(missing) {
    const blobs = missing.filter((blob) => !this.#asked.has(blob));
    const most3 = this.#archived.size > 0 ? maxQueriesAfter : this.#queries === 0 ? firstQueries : maxQueries;
    if (!this.#graphql || this.#queries + Math.ceil(blobs.length / atOnce) > most3) return;
    const chunks = Array.from({ length: Math.ceil(blobs.length / atOnce) }, (_, index) => blobs.slice(index * atOnce, (index + 1) * atOnce));
    this.#queries += chunks.length;
    for (const blob of blobs) this.#asked.add(blob);
    const answers = await Promise.allSettled(chunks.map((chunk) => this.#reader.texts(chunk)));
    for (const answer of answers) {
      if (answer.status === "rejected") this.#graphql = false;
      else for (const [blob, text2] of answer.value) this.#keep(blob, Buffer.from(text2));
    }
  }
  async #unpack(commit, tree) {
    const blobs = new Map(tree.filter((file) => !file.link && this.#mayNeed(file.path)).map((file) => [file.path, file.blob]));
    this.#archived.add(commit);
    for (const { path, bytes } of archiveFiles(await this.#reader.archive(commit))) {
      const blob = blobs.get(path);
      if (blob !== void 0 && !this.#texts.has(blob)) this.#keep(blob, bytes);
    }
  }
  /** Content with another id was changed on the way: cut off, another encoding, `export-subst`. */
  #keep(blob, bytes) {
    if (blobId(bytes, blob.length === 64 ? "sha256" : "sha1") === blob) this.#texts.set(blob, textOf2(bytes));
  }
};
function blobId(bytes, algorithm) {
  return createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

// src/source/api-tree.ts
var maxRequests = 40;
async function readApiTree(reader, commit) {
  const whole = await reader.tree(commit, true);
  const entries = whole.truncated ? await byFolder(reader, commit) : whole.entries;
  return entries.filter((entry) => entry.type === "blob").map(({ path, sha, size, mode }) => ({ path, blob: sha, size: size ?? 0, link: mode === "120000" })).sort((a, b) => compare(a.path, b.path));
}
async function byFolder(reader, commit) {
  const entries = [];
  const folders = [{ id: commit, path: "" }];
  let requests = 0;
  const ask = (id, recursive) => {
    requests += 1;
    if (requests > maxRequests) throw new SourceError(tooMany(commit));
    return reader.tree(id, recursive);
  };
  for (let folder = folders.pop(); folder !== void 0; folder = folders.pop()) {
    const prefix = folder.path === "" ? "" : `${folder.path}/`;
    const under = (entry) => ({ ...entry, path: `${prefix}${entry.path}` });
    const listed2 = await ask(folder.id, false);
    if (listed2.truncated) throw new SourceError(tooMany(commit));
    for (const entry of listed2.entries) {
      if (entry.type !== "tree") entries.push(under(entry));
      else {
        const below = await ask(entry.sha, true);
        if (below.truncated) folders.push({ id: entry.sha, path: under(entry).path });
        else entries.push(...below.entries.map((one) => ({ ...one, path: `${prefix}${entry.path}/${one.path}` })));
      }
    }
  }
  return entries;
}
function tooMany(commit) {
  return `The repository has more files at ${commit.slice(0, 7)} than GitHub's API lists. Check it out before this step (actions/checkout with fetch-depth: 0): then its files are read from git.`;
}

// src/source/api.ts
function apiRepository(reader, options) {
  const blobs = new ApiBlobs(reader, options.mayNeed);
  const trees = /* @__PURE__ */ new Map();
  const treeOf = (commit) => {
    const tree = trees.get(commit) ?? readApiTree(reader, commit);
    trees.set(commit, tree);
    return tree;
  };
  return {
    sources(commits) {
      const prefetch = once(async () => prefetchFor(commits[0].commit, await Promise.all(commits.map(({ commit }) => treeOf(commit))), blobs, options));
      return commits.map((commit) => sourceAt(commit, { tree: () => treeOf(commit.commit), prefetch, blobs, maxBytes: options.maxBytes ?? defaultMaxBytes }));
    }
  };
}
async function prefetchFor(first, trees, blobs, options) {
  const maxBytes = options.maxBytes ?? defaultMaxBytes;
  const pick = (files, paths) => files.filter((file) => paths.has(file.path) && isReadable(file, maxBytes));
  const likely = trees.map((files) => pick(files, new Set(options.likely(files))));
  await blobs.prefetch(likely.flat(), first, trees[0]);
  const next = trees.map((files, index) => {
    const known = /* @__PURE__ */ new Map();
    for (const file of likely[index]) {
      const text2 = blobs.text(file.blob);
      if ("text" in text2) known.set(file.path, text2.text);
    }
    return pick(files, new Set(options.then(known, files.map((file) => file.path))));
  });
  await blobs.prefetch(next.flat(), first, trees[0]);
}
function sourceAt({ commit, label: label2 }, { tree, prefetch, blobs, maxBytes }) {
  const byPath = once(async () => new Map((await tree()).map((file) => [file.path, file])));
  return {
    label: label2,
    commit,
    async list() {
      return (await tree()).map(({ path, blob, size }) => ({ path, blob, size }));
    },
    async read(paths) {
      const files = await byPath();
      const found2 = [...new Set(paths)].flatMap((path) => files.get(path) ?? []);
      if (found2.length === 0) return /* @__PURE__ */ new Map();
      await prefetch();
      await blobs.load(found2.filter((file) => isReadable(file, maxBytes)), commit, [...files.values()]);
      return new Map(found2.map((file) => [file.path, file.link ? symbolicLink : tooLarge(file.size, maxBytes) ?? blobs.text(file.blob)]));
    }
  };
}
function isReadable(file, maxBytes) {
  return !file.link && file.size <= maxBytes;
}
function once(make) {
  let made = null;
  return () => made ??= make();
}

// src/github/comparison.ts
var listed = 300;
async function compareCommits(octokit, repository, base, head) {
  const request = octokit.rest.repos.compareCommitsWithBasehead({ ...repository, basehead: `${base}...${head}`, per_page: 1, page: 1 });
  const { data } = await asked(request, "what the change touches");
  const files = data.files === void 0 || data.files.length >= listed ? null : data.files.map(({ filename, previous_filename, patch, changes }) => ({
    paths: previous_filename === void 0 ? [filename] : [filename, previous_filename],
    // A large or binary file has no patch, and neither has a file that was only renamed.
    lines: patch ?? (changes === 0 ? "" : null)
  }));
  return { base: data.base_commit.sha, mergeBase: data.merge_base_commit.sha, files };
}

// src/github/configuration.ts
async function configurationAt(file, read) {
  return withRowCounts(await configAt(file, read), async (path) => (await read([path])).get(path) ?? null);
}
async function configAt(file, read) {
  const texts = await read(file === null ? configPaths : [file]);
  if (file !== null) {
    const text2 = texts.get(file);
    if (text2 === void 0) throw new ConfigError(`The configuration ${file} (input config) is not in the base commit. It is read from there, so that a pull request does not loosen its own review.`);
    const config = text2 === null ? null : parseConfig(file, text2);
    if (config === null) throw new ConfigError(`The configuration ${file} (input config) ${text2 === null ? "is not a text file" : "has no table [tool.django-expand-contract]"}.`);
    return config;
  }
  if (texts.get(configPaths[0]) === null) throw new ConfigError(`${configPaths[0]} cannot be read: it is not a text file.`);
  const known = new Map([...texts].flatMap(([path, text2]) => text2 === null ? [] : [[path, text2]]));
  return known.size === 0 ? defaultConfig : readConfig(known);
}

// src/github/likely.ts
function likelyFiles(config) {
  return {
    likely: (entries) => [...config === null ? configPaths : [config], ...wantedFiles(entries), ...entries.flatMap(({ path }) => isMigration(path) ? [path] : [])],
    then: importedModules,
    mayNeed: (path) => /\.(py|toml|txt|lock|cfg|in|ya?ml|env|json|html?|jinja2?|j2|djhtml)$|(^|\/)(Pipfile|Dockerfile|Procfile)/.test(path)
  };
}
function isMigration(path) {
  return /(^|\/)migrations\/[^/]+\.py$/.test(path);
}
function importedModules(texts, paths) {
  const modules = /* @__PURE__ */ new Set();
  for (const [path, text2] of texts) {
    if (!path.endsWith(".py")) continue;
    for (const match of text2.matchAll(/^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import|import[ \t]+([\w.]+))/gm)) {
      const name = match[1] ?? match[2];
      if (!/^(django|\.*$)/.test(name)) modules.add(absolute(name, path));
    }
  }
  return paths.filter((path) => {
    if (!path.endsWith(".py") || texts.has(path)) return false;
    const module = path.replace(/(\/__init__)?\.py$/, "");
    for (let at = 0; at >= 0; at = module.indexOf("/", at) + 1 || -1) if (modules.has(module.slice(at))) return true;
    return false;
  });
}
function absolute(name, path) {
  const dots = /^\.*/.exec(name)[0].length;
  const rest = name.slice(dots).replaceAll(".", "/");
  if (dots === 0) return rest;
  return [...path.split("/").slice(0, -dots), rest].filter(Boolean).join("/");
}

// src/github/patches.ts
async function patchesOfComparison(octokit, repository, files, pull, paths) {
  const wanted = new Set(paths);
  if (files !== null) return new Map(files.flatMap(({ paths: [path], lines }) => path !== void 0 && wanted.has(path) ? [[path, lines]] : []));
  const found2 = /* @__PURE__ */ new Map();
  if (pull === null) return found2;
  for (let page = 1; page <= 30 && found2.size < wanted.size; page++) {
    const { data } = await asked(octokit.rest.pulls.listFiles({ ...repository, pull_number: pull, per_page: 100, page }), "the files of the pull request");
    for (const { filename, patch } of data) if (wanted.has(filename)) found2.set(filename, patch ?? null);
    if (data.length < 100) break;
  }
  return found2;
}
async function patchesInCheckout(dir, base, head, paths) {
  const names = (await gitOutput(dir, ["diff", "--name-status", "--find-renames", "-z", base, head])).toString("utf8").split("\0");
  const before = /* @__PURE__ */ new Map();
  for (let at = 0; at + 1 < names.length; at += 2) if (/^[RC]/.test(names[at])) before.set(names[++at + 1], names[at]);
  const found2 = /* @__PURE__ */ new Map();
  for (const path of paths) {
    const both = before.has(path) ? [before.get(path), path] : [path];
    const diff = (await gitOutput(dir, ["diff", "--no-ext-diff", "--no-textconv", "--find-renames", "--unified=3", base, head, "--", ...both.map((one) => `:(top,literal)${one}`)])).toString("utf8");
    found2.set(path, /^@@ [^]*/m.exec(diff)?.[0] ?? null);
  }
  return found2;
}

// src/github/releases.ts
async function namedRelease({ choice, source }, head, from) {
  if (choice === "latest-release") {
    const ref = await latestRelease(from);
    return { ref, rev: from.dir === null ? ref : `refs/tags/${ref}`, source: `${source}: latest-release` };
  }
  if (choice !== "latest-tag") return { ref: choice, rev: choice, source };
  const { name, commit } = await latestTag(head, from);
  return { ref: name, rev: commit, source: `${source}: latest-tag` };
}
async function latestRelease({ octokit, repository }) {
  try {
    return (await octokit.rest.repos.getLatestRelease({ ...repository })).data.tag_name;
  } catch (thrown) {
    if (asGitHubError(thrown).status === 404) throw new SourceError("The repository has no release that GitHub calls the latest (running-release is latest-release). Name latest-tag, a branch or a tag.");
    return asked(Promise.reject(thrown), "the latest release");
  }
}
var candidates = 4;
async function latestTag(head, from) {
  const inCheckout2 = from.dir === null ? null : await readable(gitLatestTag(from.dir, head));
  if (inCheckout2 !== null) return inCheckout2;
  const { tags } = await apiReleases(from);
  for (const tag of tags.slice(0, candidates)) {
    const { mergeBase: mergeBase2 } = await compareCommits(from.octokit, from.repository, tag.commit, head);
    if (mergeBase2 === tag.commit) return tag;
  }
  throw new SourceError(`${tags.length === 0 ? "The repository has no version tag" : `${head.slice(0, 7)} comes from none of the highest version tags`} (running-release is latest-tag). Name a tag, or check the repository out with fetch-depth: 0 before this step.`);
}
async function readable(asking) {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof SourceError) return null;
    throw error;
  }
}
async function releasesOf(from) {
  const inCheckout2 = from.dir === null ? null : await readable(gitReleases(from.dir));
  return inCheckout2 !== null && inCheckout2.tags.length > 0 ? inCheckout2 : apiReleases(from);
}
var most = { tags: 10, paths: 30, atOnce: 150 };
async function apiReleases({ octokit, repository }) {
  const query = 'query($owner:String!,$repo:String!){repository(owner:$owner,name:$repo){refs(refPrefix:"refs/tags/",first:100,orderBy:{field:TAG_COMMIT_DATE,direction:DESC}){totalCount nodes{name target{oid ...on Tag{target{oid}}}}}}}';
  const found2 = (await asked(octokit.graphql(query, { ...repository }), "the tags")).repository?.refs ?? { totalCount: 0, nodes: [] };
  const all = releaseTags(found2.nodes.map(({ name, target }) => ({ name, commit: target.target?.oid ?? target.oid })));
  const tags = all.slice(0, most.tags);
  return { tags: all, more: false, ...all.length > tags.length || found2.totalCount > found2.nodes.length ? { tags, more: true } : {}, having: (paths) => having(octokit, repository, tags, paths) };
}
async function having(octokit, repository, tags, paths) {
  const pairs = paths.slice(0, most.paths).flatMap((path) => tags.map((tag) => ({ path, tag })));
  const found2 = new Map(paths.slice(0, most.paths).map((path) => [path, []]));
  for (let from = 0; from < pairs.length; from += most.atOnce) {
    const some = pairs.slice(from, from + most.atOnce);
    const fields = some.map(({ path, tag }, index) => `o${index}:object(expression:${JSON.stringify(`${tag.commit}:${path}`)}){oid}`);
    const query = `query($owner:String!,$repo:String!){repository(owner:$owner,name:$repo){${fields.join(" ")}}}`;
    const { repository: objects } = await asked(octokit.graphql(query, { ...repository }), "the releases' files");
    for (const [index, { path, tag }] of some.entries()) if (objects[`o${index}`]) found2.get(path).push(tag);
  }
  return found2;
}

// src/github/since.ts
async function sinceAt(since, dir, repo) {
  if (since === null || isDate(since)) return since;
  if (dir !== null && await resolves(dir, since)) return gitSource(dir, since);
  const { octokit, repository } = repo;
  const { data } = await asked(octokit.rest.repos.getCommit({ ...repository, ref: since }), "the ref of since");
  return apiSource({ ref: since, commit: data.sha }, repo);
}
function apiSource({ ref, commit }, { octokit, repository, config }) {
  return apiRepository(apiReader(octokit, repository), likelyFiles(config)).sources([{ commit, label: `${ref} @ ${commit.slice(0, 7)}` }])[0];
}
async function resolves(dir, ref) {
  try {
    return await resolveRef(dir, ref) !== "";
  } catch (error) {
    if (error instanceof SourceError) return false;
    throw error;
  }
}

// src/github/touched.ts
function touchesMigrations(files) {
  return files.some(({ paths, lines }) => paths.some((path) => isNamedSo(path) || path.endsWith(".py") && (lines === null || /migration/i.test(lines))));
}
function isNamedSo(path) {
  return isModelsPath(path) || /(^|\/)[^/]*migrations?[^/]*\/(.*\/)?[^/]+\.py$/i.test(path) || /(^|\/)(\d{4}_[^/]*|apps)\.py$/.test(path);
}

// src/github/workspace.ts
import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
async function checkoutWith(dir, commits) {
  try {
    const folder = await realpath(resolve(dir));
    const top = (await gitOutput(folder, ["rev-parse", "--show-toplevel"])).toString("utf8").trim();
    if (await realpath(top) !== folder) return null;
    const partial = await git(folder, ["config", "--get-regexp", "^remote\\..*\\.promisor$"]);
    if (partial.stdout.length > 0) return null;
    for (const commit of commits) if ((await git(folder, ["cat-file", "-e", `${commit}^{tree}`])).code !== 0) return null;
    return folder;
  } catch {
    return null;
  }
}
async function partedInCheckout(dir, a, b) {
  try {
    if ((await gitOutput(dir, ["rev-parse", "--is-shallow-repository"])).toString("utf8").trim() === "true") return null;
    return await mergeBase(dir, a, b);
  } catch (error) {
    if (error instanceof SourceError) return null;
    throw error;
  }
}

// src/github/open.ts
async function openChange(task, repo) {
  const dir = await checkoutWith(repo.dir, [task.head.commit, task.base.commit]);
  const parted = dir === null ? null : task.from === "tip" ? task.base.commit : await partedInCheckout(dir, task.base.commit, task.head.commit);
  return dir !== null && parted !== null ? inCheckout(task, repo, dir, parted) : throughApi(task, repo);
}
async function inCheckout(task, repo, dir, parted) {
  const at = async ({ ref, commit }) => ({ ...await gitSource(dir, commit), label: label(ref, commit) });
  const [head, base] = [await at(task.head), await at({ ...task.base, commit: parted })];
  return {
    touchesMigrations: touchesMigrations(await touchedIn(base, head)),
    readFrom: "the checkout",
    patches: (paths) => patchesInCheckout(dir, parted, task.head.commit, paths),
    async open() {
      const tip = await at(task.base);
      const config = await configurationAt(repo.config, readAt(tip));
      const since = await sinceAt(config.since, dir, repo);
      const said2 = saidOf(repo.runningRelease, config);
      if (said2 === null) return { head, base, config, since, runningRelease: releaseOf(task, parted) };
      const running = await namedRelease(said2, task.head.commit, { ...repo, dir });
      const commit = await resolveRef(dir, running.rev);
      const left = await partedInCheckout(dir, commit, task.head.commit);
      return { head, config, since, ...await named(running, { base: commit, mergeBase: left ?? commit }, task.head.commit, at) };
    }
  };
}
async function throughApi(task, repo) {
  const { octokit, repository } = repo;
  const comparison = await compareCommits(octokit, repository, task.base.commit, task.head.commit);
  const reader = apiReader(octokit, repository);
  const api = apiRepository(reader, likelyFiles(repo.config));
  const parted = task.from === "tip" ? task.base.commit : comparison.mergeBase;
  const of = ({ ref, commit }) => ({ commit, label: label(ref, commit) });
  const [head, base] = api.sources([of(task.head), of({ ...task.base, commit: parted })]);
  const files = comparison.mergeBase === parted ? comparison.files : null;
  return {
    touchesMigrations: touchesMigrations(files ?? await touchedIn(base, head)),
    readFrom: "GitHub's API",
    patches: (paths) => patchesOfComparison(octokit, repository, comparison.files, task.pull, paths),
    async open() {
      const tip = parted === task.base.commit ? readAt(base) : (paths) => reader.files(task.base.commit, paths);
      const config = await configurationAt(repo.config, tip);
      const since = await sinceAt(config.since, null, repo);
      const said2 = saidOf(repo.runningRelease, config);
      if (said2 === null) return { head, base, config, since, runningRelease: releaseOf(task, parted) };
      const running = await namedRelease(said2, task.head.commit, { ...repo, dir: null });
      const found2 = await compareCommits(octokit, repository, running.rev, task.head.commit);
      return { head, config, since, ...await named(running, found2, task.head.commit, async (commit) => api.sources([of(commit)])[0]) };
    }
  };
}
async function named({ ref, source }, { base, mergeBase: mergeBase2 }, head, at) {
  const commit = mergeBase2 === head ? base : mergeBase2;
  return { base: await at({ ref, commit }), runningRelease: { ref, commit, source: commit === base ? source : `${source}, where the head left it` } };
}
function releaseOf({ base }, commit) {
  return { ref: base.ref, commit, source: commit === base.commit ? base.source : `${base.source}, where the head left it` };
}
async function touchedIn(base, head) {
  const changes = await changedFiles(base, head);
  const named2 = changes.map(({ path }) => ({ paths: [path], lines: path.endsWith(".py") ? null : "" }));
  if (named2.some(({ paths: paths2 }) => isNamedSo(paths2[0]))) return named2;
  const paths = changes.map(({ path }) => path).filter((path) => path.endsWith(".py"));
  const [before, after] = [await base.read(paths), await head.read(paths)];
  return paths.map((path) => {
    const texts = [before.get(path), after.get(path)].filter((text2) => text2 !== void 0);
    return { paths: [path], lines: texts.some((text2) => "unreadable" in text2) ? null : texts.map((text2) => "text" in text2 ? text2.text : "").join("\n") };
  });
}
function readAt(source) {
  return async (paths) => new Map([...await source.read(paths)].map(([path, found2]) => [path, textOf(found2)]));
}
function label(ref, commit) {
  return `${ref} @ ${commit.slice(0, 7)}`;
}

// src/github/open-audit.ts
async function openAudit(task, given, repo) {
  const { octokit, repository } = repo;
  const at = { ref: task.ref, commit: task.commit };
  const dir = await checkoutWith(repo.dir, [at.commit]);
  const reader = apiReader(octokit, repository);
  const config = await configurationAt(repo.config, dir === null ? (paths) => reader.files(at.commit, paths) : readAt(await gitSource(dir, at.commit)));
  const from = { octokit, repository, dir };
  const said2 = saidOf(repo.runningRelease, config);
  const named2 = said2 !== null ? await namedRelease(said2, at.commit, from) : task.defaultBranch === null ? null : { ref: task.defaultBranch, rev: task.defaultBranch, source: "the default branch" };
  const running = named2 === null ? null : await where(named2.ref, named2.rev, at.commit, repo, dir);
  const since = given ?? config.since;
  const older = since === null || isDate(since) ? null : { ref: since, commit: await commitOf(since, repo, dir) };
  const labels2 = [at, running, older].flatMap((one) => one ?? []);
  const inGit = dir !== null && await checkoutWith(repo.dir, labels2.map(({ commit }) => commit)) !== null;
  const sources = inGit ? await Promise.all(labels2.map(async ({ ref, commit }) => ({ ...await gitSource(dir, commit), label: label(ref, commit) }))) : apiRepository(reader, likelyFiles(repo.config)).sources(labels2.map(({ ref, commit }) => ({ commit, label: label(ref, commit) })));
  const of = (one) => one === null ? null : sources[labels2.indexOf(one)];
  const runningRelease = running === null ? { ...at, source: "what is merged" } : { ref: running.ref, commit: running.commit, source: `${named2.source}${running.parted ? ", where the head left it" : ""}` };
  return {
    head: of(at),
    base: running === null || running.commit === at.commit ? null : of(running),
    runningRelease,
    releases: () => releasesOf(from),
    since: since !== null && isDate(since) ? since : of(older),
    config,
    readFrom: inGit ? "the checkout" : "GitHub's API"
  };
}
async function where(ref, rev, head, { octokit, repository }, dir) {
  const inGit = dir === null ? null : await resolved(dir, rev);
  const parted = inGit === null ? null : await partedInCheckout(dir, inGit, head);
  const { base, mergeBase: mergeBase2 } = inGit !== null && parted !== null ? { base: inGit, mergeBase: parted } : await compareCommits(octokit, repository, rev.replace(/^refs\/tags\//, ""), head);
  const commit = mergeBase2 === head ? base : mergeBase2;
  return { ref, commit, parted: commit !== base };
}
async function commitOf(ref, { octokit, repository }, dir) {
  const inGit = dir === null ? null : await resolved(dir, ref);
  return inGit ?? (await asked(octokit.rest.repos.getCommit({ ...repository, ref }), "the ref of since")).data.sha;
}
async function resolved(dir, ref) {
  try {
    return await resolveRef(dir, ref);
  } catch (error) {
    if (error instanceof SourceError) return null;
    throw error;
  }
}

// src/github/outputs.ts
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
async function setOutputs(report) {
  const operations = report.projects.flatMap((project) => project.migrations.flatMap((migration) => migration.operations));
  const phase = (name) => operations.filter((record) => record.phase === name).length;
  setOutput("verdict", report.kind === "review" ? report.verdict : "pass");
  setOutput("additive-count", phase("additive"));
  setOutput("expand-count", phase("expand"));
  setOutput("contract-count", phase("contract"));
  setOutput("unknown-count", operations.filter((record) => record.phase === "unknown" || record.unknown !== null).length);
  setOutput("releases", report.kind === "review" ? Math.max(1, ...report.projects.map((project) => project.plan?.releases.length ?? 1)) : 0);
  setOutput("pre-deploy-migrations", labels(report, "before"));
  setOutput("post-deploy-migrations", labels(report, "after"));
  setOutput("pending-count", report.kind === "audit" ? report.projects.flatMap(({ pending }) => pending).length : "");
  setOutput("report-path", await writeReport(jsonText(report.kind === "review" ? reviewToJson(report) : auditToJson(report))));
}
function setOutputsOfNothing() {
  setOutput("verdict", "pass");
  for (const name of ["additive-count", "expand-count", "contract-count", "unknown-count"]) setOutput(name, 0);
  setOutput("releases", 1);
  for (const name of ["pre-deploy-migrations", "post-deploy-migrations", "pending-count", "report-path"]) setOutput(name, "");
}
function labels(report, moment) {
  const all = report.projects.flatMap(({ migrations }) => migrations).filter((migration) => migration.moment === moment).map(({ app, name }) => `${app}.${name}`);
  const plain = all.filter((label2) => /^[A-Za-z_][A-Za-z0-9_]*\.[A-Za-z0-9_]+$/.test(label2));
  const left = all.length - plain.length;
  if (left > 0) warning(`${left} of the migrations ${left === 1 ? "is" : "are"} left out of the outputs, for a name that is more than letters, digits and underscores.`, { title: "Outputs not complete" });
  return plain.join(" ");
}
async function writeReport(json) {
  const folder = await mkdtemp(join(process.env["RUNNER_TEMP"] || tmpdir(), "django-expand-contract-"));
  const path = join(folder, "report.json");
  await writeFile(path, json);
  return path;
}

// src/github/comments.ts
async function whoAndWhere(octokit, { owner, repo, number }) {
  const query = "query($owner:String!,$repo:String!,$number:Int!){viewer{login} repository(owner:$owner,name:$repo){pullRequest(number:$number){headRefOid}}}";
  const { viewer, repository } = await octokit.graphql(query, { owner, repo, number });
  return { login: viewer.login, head: repository?.pullRequest?.headRefOid ?? null };
}
async function ownComments(octokit, { number, ...repository }, login, key) {
  const all = await octokit.paginate(octokit.rest.issues.listComments, { ...repository, issue_number: number, per_page: 100 });
  return all.flatMap(({ id, body, user }) => {
    const marker = readMarker(body ?? "");
    return user?.login === login && marker?.key === key ? [{ id, body: body ?? "", marker }] : [];
  }).sort((a, b) => a.id - b.id);
}

// src/github/comment.ts
async function comment(octokit, thread, who, marker, wanted) {
  const { number, ...repository } = thread;
  try {
    const { login, head } = await who();
    if (head !== null && head !== marker.head) return { kind: "outdated" };
    const kind = await keep(
      {
        find: () => ownComments(octokit, thread, login, marker.key),
        create: (body) => octokit.rest.issues.createComment({ ...repository, issue_number: number, body }),
        update: ({ id }, body) => octokit.rest.issues.updateComment({ ...repository, comment_id: id, body }),
        fold: ({ id }) => octokit.rest.issues.deleteComment({ ...repository, comment_id: id }),
        stands: () => true
      },
      marker,
      wanted
    );
    return { kind };
  } catch (error) {
    return { kind: "failed", warning: warningOf(asGitHubError(error)) };
  }
}
function warningOf(error) {
  if (isForbidden(error)) return `The comment could not be written: the token lacks \`pull-requests: write\` (GitHub answered ${error.status}). Pull requests from forks and from Dependabot get a read-only token; the report is in the job summary and the annotations, and the verdict is the same.`;
  return `The comment could not be written. ${error.message} The report is in the job summary, and the verdict is the same.`;
}

// src/plan/first-step.ts
function firstStepOf(plan, { target, place, lastLine }, text2) {
  const all = (plan?.releases.find(({ number }) => number === 1)?.steps ?? []).map((one) => one.alone ? { ...one, edits: one.alone } : one);
  const [step, ...more] = all.filter((one) => one.target === target);
  if (!step || more.length > 0 || !standsAlone(step, all)) return null;
  const own = step.edits.filter((edit) => edit.path === place.path);
  const within = own.length === 1 ? replacement(own[0], text2(place.path), { first: place.line, last: lastLine }) : null;
  const others = step.edits.filter((edit) => edit.path !== place.path).map((edit) => replacement(edit, text2(edit.path), null));
  if (within === null || others.some((one) => one === null)) return null;
  return { step, own: within, others: others.filter((one) => one !== null) };
}
function standsAlone(step, all) {
  const sharing = step.model === void 0 ? [step] : all.filter(({ model }) => model === step.model);
  return sharing.length === 1 || sharing.every(({ edits, target }) => edits.every((edit) => edit.kind === "new file" || isMigration2(edit) || isAbout(edit, target)));
}
function isMigration2({ whole }) {
  return whole !== void 0 && /^class Migration\(/m.test(whole);
}
function isAbout(edit, target) {
  const change = edit.kind === "diff" ? changeOf(edit.text) : null;
  const field = target.split(".")[2];
  const assigned = [...change?.before ?? [], ...change?.after ?? []].flatMap((line) => /^ {4}(\w+)/.exec(line)?.[1] ?? []);
  return field !== void 0 && assigned.length > 0 && assigned.every((name) => name === field);
}
function replacement(edit, text2, whole) {
  if (edit.kind !== "diff" || text2 === null || text2.includes("\r")) return null;
  const change = changeOf(edit.text);
  const lines = text2.split("\n");
  const at = change && (whole ? found(change, lines, whole.first - 1, whole.last) : found(change, lines, 0, lines.length));
  if (!change || at === null) return null;
  const range = whole ?? { first: at + 1, last: at + change.before.length };
  const put = [...lines.slice(range.first - 1, at), ...change.after, ...lines.slice(at + change.before.length, range.last)];
  return put.length === 0 ? null : { path: edit.path, first: range.first, last: range.last, text: put.join("\n") };
}
function changeOf(diff) {
  const [patch, ...more] = parsePatch(/^@@[^]*/m.exec(diff)?.[0] ?? "");
  const [hunk, ...others] = patch?.hunks ?? [];
  if (!hunk || more.length + others.length > 0) return null;
  const { lines } = hunk;
  const changed = (line) => !line.startsWith(" ");
  const [start, end] = [lines.findIndex(changed), lines.findLastIndex(changed) + 1];
  if (start < 0 || lines.some((line) => line.startsWith("\\"))) return null;
  const first = lines.slice(start, end).some((line) => !line.startsWith("+")) ? start : start - 1;
  if (first < 0) return null;
  const block2 = lines.slice(first, end);
  const side = (without) => block2.filter((line) => !line.startsWith(without)).map((line) => line.slice(1));
  return { before: side("+"), after: side("-"), at: hunk.oldStart - 1 + lines.slice(0, first).filter((line) => !line.startsWith("+")).length };
}
function found({ before, at }, lines, from, to) {
  const isAt = (index) => index >= from && index + before.length <= to && before.every((line, offset) => lines[index + offset] === line);
  if (isAt(at)) return at;
  const places = lines.flatMap((_, index) => isAt(index) ? [index] : []);
  return places.length === 1 ? places[0] : null;
}

// src/report/remarks.ts
function remarksOf(review2, text2) {
  if (review2.acceptedByLabel !== void 0) return [];
  const all = review2.projects.flatMap((project) => ofProject(project, text2));
  return [...all.filter(({ error }) => error), ...all.filter(({ error }) => !error)].map(({ remark: remark2 }) => remark2);
}
function ofProject({ graph, skipped, migrations, plan }, text2) {
  const frame = { name: shortNames(migrations), heading: "###" };
  return [
    ...graph.flatMap(ofFinding),
    ...skipped.flatMap(ofSkipped),
    ...migrations.flatMap((migration) => [...migration.findings.flatMap(ofFinding), ...migration.operations.flatMap((record) => ofOperation(frame, migration, record, plan, text2))])
  ];
}
function ofFinding(finding) {
  const { level, place } = finding;
  if (level !== "error" || place === null) return [];
  return [{ error: true, remark: { path: place.path, first: place.line, last: place.line, label: code(finding.rule), text: `\u{1F534} ${sentence(finding)}
`, fix: null } }];
}
function ofSkipped({ path, line, reason }) {
  return line === null ? [] : [{ error: true, remark: { path, first: line, last: line, label: code(path), text: `\u26AA Not read, so nothing in it counts as safe: ${prose(reason)}
`, fix: null } }];
}
function ofOperation(frame, migration, record, plan, text2) {
  const unknown = unknownReason(record);
  const findings = otherFindings(record, null).filter(({ level }) => level === "error");
  const waits = waitOf(record).long;
  const broken = ["running", "new"].flatMap((release) => failures(record, release).map((failure2) => `${release === "new" ? "The new release: " : ""}${failing(failure2, why(failure2))}`));
  const error = broken.length > 0 || unknown !== null || findings.length > 0 || record.failsOnExistingRows !== null;
  if (!error && !waits) return [];
  const label2 = operationLabel(frame, migration, record);
  const said2 = [
    ...broken,
    ...record.failsOnExistingRows === null ? [] : [`\`migrate\` may stop on rows that are there: ${code(record.failsOnExistingRows)}`],
    ...unknown === null ? [] : [`Not understood, so it does not count as safe: ${prose(unknown)}`],
    ...findings.map(sentence),
    ...waits ? [upperFirst(wait(record, "text"))] : []
  ];
  const fix = firstStepOf(plan, { target: record.target, place: record.place, lastLine: record.lastLine }, text2);
  const remark2 = { path: record.place.path, first: record.place.line, last: record.lastLine, label: label2, text: blocks(`${emoji[markOf(record)]} **${label2} ${headline2(record)}**`, bullets(said2, 6), planned(record, plan)), fix };
  return [{ remark: remark2, error }];
}
function headline2(record) {
  const of = (release) => record.breaks.some((breakage) => breakage.release === release);
  if (of("running")) return "breaks the running release";
  if (of("new")) return "breaks the new release";
  if (unknownReason(record) !== null) return "cannot be judged";
  if (record.failsOnExistingRows !== null) return "may stop on existing rows";
  return markOf(record) === "breaks" ? "cannot run as it is" : "makes others wait";
}
function planned({ target }, plan) {
  const releases = plan?.releases.flatMap(({ number, steps }) => {
    const titles = steps.filter((step) => step.target === target).map(({ title }) => prose(title));
    return titles.length === 0 ? [] : [`**release ${number}**: ${titles.join("; then: ")}`];
  }) ?? [];
  const shorter = plan?.shortcuts.filter((shortcut) => shortcut.target === target).map(({ text: text2 }) => `**Shorter:** ${prose(text2)}`) ?? [];
  return blocks(...shorter, releases.length < 2 ? releases.map((one) => `The plan: ${one}.`).join("") : `The plan:

${bullets(releases, 6)}`);
}
function upperFirst(text2) {
  return text2.replace(/^(\**)([a-z])/, (_, stars, letter) => `${stars}${letter.toUpperCase()}`);
}

// src/github/drafts.ts
import { createHash as createHash2 } from "node:crypto";

// src/github/hunks.ts
function hunksOf(patch) {
  if (patch === null || patch === "") return [];
  try {
    return parsePatch(patch).flatMap(({ hunks }) => hunks.flatMap(({ newStart, newLines }) => newLines === 0 ? [] : [{ first: newStart, last: newStart + newLines - 1 }]));
  } catch {
    return [];
  }
}
function isWithin(hunks, first, last) {
  return hunks.some((hunk) => hunk.first <= first && last <= hunk.last);
}

// src/github/drafts.ts
var most2 = 20;
var longestSuggestion = 1e4;
function draftsOf(remarks, hunks) {
  const drafts = [];
  const left = [];
  const taken = /* @__PURE__ */ new Set();
  const fits = ({ path, first, last }) => isWithin(hunks.get(path) ?? [], first, last);
  for (const remark2 of remarks) {
    const { path, first, last, fix } = remark2;
    const suggests = fix !== null && [fix.own, ...fix.others].every((one) => fits(one) && isPlain(one.text)) ? fix : null;
    const range = fits(remark2) ? { first, last } : fits({ path, first, last: first }) ? { first, last: first } : null;
    const made = range === null ? [] : [{ path, ...range, body: `${remark2.text}${suggests === null ? "" : `
${ownSuggestion(suggests)}`}` }, ...(suggests?.others ?? []).map((one) => ({ path: one.path, first: one.first, last: one.last, body: otherSuggestion(remark2, one) }))];
    if (made.length === 0 || drafts.length + made.length > most2) left.push(remark2);
    else for (const one of made) drafts.push({ ...one, fingerprint: fingerprint(one, taken) });
  }
  return { drafts, left };
}
function isPlain(text2) {
  return text2.length <= longestSuggestion && visibleLines(text2) === text2 && !text2.endsWith("\n");
}
function ownSuggestion({ step, own, others }) {
  const together = others.length === 0 ? [] : [`Apply it together with the one in ${others.map(({ path }) => code(path)).join(", ")}.`];
  const words2 = [...step.explanation === "" ? [] : [prose(step.explanation)], ...together].join(" ");
  return `${words2 === "" ? "" : `${words2}

`}${fence(own.text, "suggestion")}`;
}
function otherSuggestion({ label: label2, fix }, { text: text2 }) {
  return `Goes with the suggestion for ${label2} in ${code(fix.own.path)}:

${fence(text2, "suggestion")}`;
}
function fingerprint({ path, body }, taken) {
  for (let number = 0; ; number++) {
    const hash = createHash2("sha256").update(JSON.stringify([path, body, number])).digest("hex").slice(0, 20);
    if (taken.has(hash)) continue;
    taken.add(hash);
    return hash;
  }
}

// src/github/inline.ts
async function draftsFor(review2, head, patches) {
  const edited = review2.projects.flatMap(({ migrations, plan }) => [...migrations.map(({ path }) => path), ...(plan?.releases[0]?.steps ?? []).flatMap((step) => step.edits.filter(({ kind }) => kind === "diff").map(({ path }) => path))]);
  const texts = await head.read([...new Set(edited)]);
  const remarks = remarksOf(review2, (path) => textOf(texts.get(path)));
  const paths = new Set(remarks.flatMap(({ path, fix }) => [path, ...(fix?.others ?? []).map((one) => one.path)]));
  const shown = paths.size === 0 ? /* @__PURE__ */ new Map() : await patches([...paths]);
  return draftsOf(remarks, new Map([...shown].map(([path, patch]) => [path, hunksOf(patch)])));
}

// src/github/review-comments.ts
async function remark(octokit, thread, who, marker, drafts) {
  try {
    const { login, head } = await who();
    const find = () => ownRemarks(octokit, thread, login, marker.key);
    const own = await find();
    if (head !== null && head !== marker.head || own.some((one) => isLater(one.marker, marker))) return { kind: "outdated" };
    const wanted = new Set(drafts.map(({ fingerprint: fingerprint2 }) => fingerprint2));
    const holds = own.filter((one) => wanted.has(one.fingerprint) && (!one.outdated || one.answered));
    const there = new Set(holds.map(({ fingerprint: fingerprint2 }) => fingerprint2));
    const fresh = drafts.filter(({ fingerprint: fingerprint2 }) => !there.has(fingerprint2));
    const warning2 = fresh.length === 0 ? null : await post(octokit, thread, marker, fresh, find);
    const { removed, error } = await remove(octokit, thread, own.filter((one) => !holds.includes(one) && !one.answered));
    return { kind: "done", posted: warning2 === null ? fresh.length : 0, removed, kept: there.size, warning: warning2 ?? (error && warningOf2(error)) };
  } catch (error) {
    return { kind: "done", posted: 0, removed: 0, kept: 0, warning: warningOf2(asGitHubError(error)) };
  }
}
async function ownRemarks(octokit, { number, ...repository }, login, key) {
  const all = await octokit.paginate(octokit.rest.pulls.listReviewComments, { ...repository, pull_number: number, per_page: 100 });
  const answered = new Set(all.map(({ in_reply_to_id: to }) => to));
  return all.flatMap(({ id, body, user, line }) => {
    const read = readRemark(body);
    return user?.login === login && read?.marker.key === key ? [{ id, ...read, outdated: line == null, answered: answered.has(id) }] : [];
  }).sort((a, b) => a.id - b.id);
}
async function post(octokit, thread, marker, drafts, find) {
  const { number, ...repository } = thread;
  const comments = drafts.map(({ path, first, last, body, fingerprint: fingerprint2 }) => ({
    path,
    ...first < last ? { start_line: first, start_side: "RIGHT" } : {},
    line: last,
    side: "RIGHT",
    body: `${remarkLine(marker, fingerprint2)}${body}`
  }));
  try {
    await octokit.rest.pulls.createReview({ ...repository, pull_number: number, commit_id: marker.head, event: "COMMENT", body: "", comments });
  } catch (thrown) {
    const error = asGitHubError(thrown);
    if (error.done === "no" || !await wasPosted(marker, find)) return warningOf2(error);
  }
  await foldTwins(octokit, thread, marker, find);
  return null;
}
async function wasPosted(marker, find) {
  try {
    return (await find()).some((own) => isSameRun(own.marker, marker));
  } catch {
    return false;
  }
}
async function foldTwins(octokit, thread, marker, find) {
  try {
    const own = await find();
    const twins = own.filter((one) => isSameRun(one.marker, marker) && own.some((other) => other.id < one.id && other.fingerprint === one.fingerprint && !other.outdated));
    await remove(octokit, thread, twins);
  } catch {
  }
}
function isSameRun(one, other) {
  return one.run === other.run && one.attempt === other.attempt;
}
async function remove(octokit, { owner, repo }, remarks) {
  let removed = 0;
  for (const { id } of remarks) {
    try {
      await octokit.rest.pulls.deleteReviewComment({ owner, repo, comment_id: id });
      removed += 1;
    } catch (thrown) {
      const error = asGitHubError(thrown);
      if (error.status !== 404) return { removed, error };
    }
  }
  return { removed, error: null };
}
function warningOf2(error) {
  const same = "The job summary and the annotations have everything, and the verdict is the same.";
  if (isForbidden(error)) return `The comments on the lines could not be written: the token lacks \`pull-requests: write\` (GitHub answered ${error.status}). ${same}`;
  if (error.status === 422) return `GitHub does not take the comments on the lines. ${error.message} ${same}`;
  return `The comments on the lines could not be written. ${error.message} ${same}`;
}

// src/github/publish.ts
async function publish(reviewed, task, here) {
  const { inputs, octokit, owner, repo, context: context2 } = here;
  if (task.pull === null || inputs.comment === "never" && !inputs.inline) return;
  const thread = { owner, repo, number: task.pull };
  const marker = { key: inputs.commentKey, head: task.head.commit, run: context2.runId || 0, attempt: context2.runAttempt || 1 };
  let asked2 = null;
  const who = () => asked2 ??= whoAndWhere(octokit, thread);
  const review2 = reviewed === null || reviewed.review.projects.length === 0 ? null : reviewed.review;
  const drafts = inputs.inline ? await placed(reviewed) : null;
  if (inputs.comment !== "never") {
    const speaks = review2 !== null && (inputs.comment === "always" || hasFindings(review2));
    const body = speaks ? (line) => commentBody(review2, drafts?.left ?? [], line, here) : null;
    const outcome = await comment(octokit, thread, who, marker, { body, nothingLeft: nothingLeft(review2) });
    tell(outcome);
    if (outcome.kind === "none" || outcome.kind === "outdated" || outcome.kind === "failed") return;
  }
  if (drafts !== null) tellRemarks(await remark(octokit, thread, who, marker, drafts.drafts));
}
async function placed(reviewed) {
  if (reviewed === null) return { drafts: [], left: [] };
  try {
    return await draftsFor(reviewed.review, reviewed.head, reviewed.patches);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    warning(`The comments on the lines are left as they are. ${error.message}`, { title: "No comments on the lines" });
    return null;
  }
}
function nothingLeft(review2) {
  const why2 = review2 === null ? "This pull request changes no migration any more" : prose(upperFirst2(headline(review2, tally(review2)).text));
  return `## \u{1F7E2} Migrations: nothing left to point out

${why2}.
`;
}
function upperFirst2(text2) {
  return `${text2.slice(0, 1).toUpperCase()}${text2.slice(1)}`;
}
function hasFindings(review2) {
  const findings = review2.projects.flatMap((project) => [...project.graph, ...project.migrations.flatMap((migration) => [...migration.findings, ...migration.operations.flatMap((record) => record.findings)])]);
  const plans = review2.projects.some((project) => (project.plan?.releases.length ?? 0) > 1);
  return review2.verdict === "fail" || headline(review2, tally(review2)).emoji !== "\u{1F7E2}" || plans || findings.some((finding) => finding.level !== "note");
}
function commentBody(review2, withoutPlace, marker, { owner, repo, context: context2 }) {
  const others = notOnLines(withoutPlace);
  const link = `
<sub>[The job summary](${context2.serverUrl}/${owner}/${repo}/actions/runs/${context2.runId}) has what is left out.</sub>
`;
  const { markdown, left } = fit(review2, commentLimit - link.length - others.length, marker);
  return `${markdown}${others}${left.length === 0 ? "" : link}`;
}
function notOnLines(remarks) {
  if (remarks.length === 0) return "";
  const { shown, more } = capped(remarks, 30);
  return `
<sub>Not on lines of their own (too many, or not in the diff): ${shown.map(({ label: label2 }) => label2).join(", ")}${more > 0 ? ` and ${more} more` : ""}.</sub>
`;
}
var words = {
  posted: "The comment is posted.",
  updated: "The comment is updated.",
  unchanged: "The comment is up to date as it is.",
  outdated: "A later run or commit has its say: the comment is left alone.",
  none: "There is nothing to comment on."
};
function tellRemarks(outcome) {
  if (outcome.kind === "outdated") return say("A later run or commit has its say: the comments on the lines are left alone.");
  const { posted, removed, kept, warning: problem } = outcome;
  if (problem !== null) warning(problem, { title: "Not all comments on the lines" });
  if (posted + removed + kept > 0) say(`Comments on the lines: ${posted} posted, ${kept} that still hold, ${removed} removed.`);
}
function tell(outcome) {
  if (outcome.kind === "failed") warning(outcome.warning, { title: "No comment on the pull request" });
  else say(words[outcome.kind]);
}

// src/github/sarif-file.ts
import { mkdir, writeFile as writeFile2 } from "node:fs/promises";
import { dirname, resolve as resolve2 } from "node:path";
var nothingFound = { kind: "explain", projects: [], version };
async function writeSarif(file, report) {
  if (file === null) return null;
  const { sarifText } = await import("./sarif-WS4SG5IQ.js");
  const path = resolve2(process.env["GITHUB_WORKSPACE"] ?? ".", file);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile2(path, sarifText(report));
    return null;
  } catch (error) {
    return `The file ${file} (input sarif-file) cannot be written (${error instanceof Error && "code" in error ? String(error.code) : String(error)}).`;
  }
}

// src/github/run.ts
async function run(context2 = context) {
  const inputs = readInputs();
  const { octokit, counted } = connect(inputs.token);
  const here = { ...context2.repo, octokit, inputs, context: context2 };
  const repo = { octokit, repository: context2.repo, dir: inside(process.env["GITHUB_WORKSPACE"] ?? ".", inputs.repo), config: inputs.config, runningRelease: inputs.runningRelease };
  try {
    return await carryOut(await readEvent(context2, octokit, context2.repo), here, repo);
  } finally {
    say(`Asked GitHub's API: ${counted.requests} ${counted.requests === 1 ? "request" : "requests"}, ${Math.ceil(counted.bytes / 1024)} kB.`);
  }
}
async function carryOut(task, here, repo) {
  if (task.kind === "nothing") return pass(`${task.why} There is nothing to review.`, here);
  return task.kind === "review" ? await review(task, here, repo) : await audit(task, here, repo);
}
async function review(task, here, repo) {
  const change = await openChange(task, repo);
  if (!change.touchesMigrations) {
    await publish(null, task, here);
    return pass("No migration changed. There is nothing to review.", here);
  }
  const [core, { reviewSummary }, { annotate }] = await Promise.all([import("./review-BSCGBRFG.js"), import("./summary-MGQZXIKS.js"), import("./annotate-4A3JLOWV.js")]);
  const opened = await change.open();
  const config = { ...opened.config, failOn: here.inputs.failOn ?? opened.config.failOn, acceptLabel: here.inputs.acceptLabel ?? opened.config.acceptLabel };
  const found2 = await core.review({ ...opened, config, labels: task.labels, overrides: here.inputs.overrides, ...rehearsal(here.inputs.rehearse ?? config.rehearse ?? "auto") });
  say(`Read from ${change.readFrom}.`);
  if (found2.acceptedByLabel !== void 0) say(`Accepted by the label ${found2.acceptedByLabel}: ${found2.reasons.join(" ")}`);
  await writeSummary(reviewSummary(found2));
  await setOutputs(found2);
  annotate(found2);
  await publish({ review: found2, head: opened.head, patches: change.patches }, task, here);
  const unwritten = await writeSarif(here.inputs.sarifFile, found2);
  const failures2 = [...found2.verdict === "fail" ? [failure(found2)] : [], ...unwritten === null ? [] : [unwritten]];
  return failures2.length === 0 ? null : failures2.join(" ");
}
async function audit(task, here, repo) {
  const [core, { auditSummary }] = await Promise.all([import("./audit-CGEDNK6J.js"), import("./summary-MGQZXIKS.js")]);
  const { readFrom, ...opened } = await openAudit(task, here.inputs.since, repo);
  const progress = (done, total, what) => {
    if (total === 0) say(`Now ${what}.`);
    else if (done % 250 === 0) say(`${done} of ${total} migrations`);
  };
  say(`Auditing ${opened.head.label} from the side of ${opened.runningRelease.ref} (${opened.runningRelease.source}), from ${readFrom}.`);
  const found2 = await core.audit({ ...opened, overrides: here.inputs.overrides, progress });
  await writeSummary(auditSummary(found2));
  await setOutputs(found2);
  const issue = here.inputs.issue ? await (await import("./issue-BPF33LN7.js")).trackAudit(found2, task.commit, here) : null;
  setOutput("issue-number", issue ?? "");
  return await writeSarif(here.inputs.sarifFile, found2);
}
async function pass(words2, { inputs }) {
  say(words2);
  await writeSummary(`## \u{1F7E2} Migrations: nothing to review

${words2}
`);
  setOutputsOfNothing();
  return await writeSarif(inputs.sarifFile, nothingFound);
}
function failure({ reasons }) {
  return `Migrations: ${reasons.join(" ")} The job summary has the report.`;
}
function inside(workspace, folder) {
  return `${workspace}/${folder}`;
}
export {
  run
};
