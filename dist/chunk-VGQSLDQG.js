import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  ConfigError,
  defaultConfig,
  failOnLevels,
  rehearseChoices
} from "./chunk-ORWAABAB.js";
import {
  compare,
  defaultMaxBytes,
  filesOf,
  symbolicLink,
  textOf,
  tooLarge
} from "./chunk-D37OOHO4.js";
import {
  editDistance,
  nearest
} from "./chunk-4M35CJUN.js";
import {
  SourceError,
  TomlError,
  parse
} from "./chunk-M2XUEG37.js";
import {
  djangoVersions,
  vendors
} from "./chunk-LHOMP52Y.js";

// src/config/running-release.ts
function saidOf(given, config) {
  const said = given ?? (config.runningRelease === null ? null : { choice: config.runningRelease, source: config.sources.get("running-release") ?? "running-release" });
  return said?.choice === "base" ? null : said;
}

// node_modules/valibot/dist/index.mjs
var store$4;
var DEFAULT_CONFIG = {
  lang: void 0,
  message: void 0,
  abortEarly: void 0,
  abortPipeEarly: void 0
};
// @__NO_SIDE_EFFECTS__
function getGlobalConfig(config$1) {
  if (!config$1 && !store$4) return DEFAULT_CONFIG;
  return {
    lang: config$1?.lang ?? store$4?.lang,
    message: config$1?.message,
    abortEarly: config$1?.abortEarly ?? store$4?.abortEarly,
    abortPipeEarly: config$1?.abortPipeEarly ?? store$4?.abortPipeEarly
  };
}
var store$3;
// @__NO_SIDE_EFFECTS__
function getGlobalMessage(lang) {
  return store$3?.get(lang);
}
var store$2;
// @__NO_SIDE_EFFECTS__
function getSchemaMessage(lang) {
  return store$2?.get(lang);
}
var store$1;
// @__NO_SIDE_EFFECTS__
function getSpecificMessage(reference, lang) {
  return store$1?.get(reference)?.get(lang);
}
// @__NO_SIDE_EFFECTS__
function _stringify(input) {
  const type = typeof input;
  if (type === "string") return `"${input}"`;
  if (type === "number" || type === "bigint" || type === "boolean") return `${input}`;
  if (type === "object" || type === "function") return (input && Object.getPrototypeOf(input)?.constructor?.name) ?? "null";
  return type;
}
function _addIssue(context, label, dataset, config$1, other) {
  const input = other && "input" in other ? other.input : dataset.value;
  const expected = other?.expected ?? context.expects ?? null;
  const received = other?.received ?? /* @__PURE__ */ _stringify(input);
  const issue = {
    kind: context.kind,
    type: context.type,
    input,
    expected,
    received,
    message: `Invalid ${label}: ${expected ? `Expected ${expected} but r` : "R"}eceived ${received}`,
    requirement: context.requirement,
    path: other?.path,
    issues: other?.issues,
    lang: config$1.lang,
    abortEarly: config$1.abortEarly,
    abortPipeEarly: config$1.abortPipeEarly
  };
  const isSchema = context.kind === "schema";
  const message$1 = other?.message ?? context.message ?? /* @__PURE__ */ getSpecificMessage(context.reference, issue.lang) ?? (isSchema ? /* @__PURE__ */ getSchemaMessage(issue.lang) : null) ?? config$1.message ?? /* @__PURE__ */ getGlobalMessage(issue.lang);
  if (message$1 !== void 0) issue.message = typeof message$1 === "function" ? message$1(issue) : message$1;
  if (isSchema) dataset.typed = false;
  if (dataset.issues) dataset.issues.push(issue);
  else dataset.issues = [issue];
}
// @__NO_SIDE_EFFECTS__
function _isValidObjectKey(object$1, key) {
  return Object.prototype.hasOwnProperty.call(object$1, key) && key !== "__proto__" && key !== "prototype" && key !== "constructor";
}
// @__NO_SIDE_EFFECTS__
function _joinExpects(values$1, separator) {
  const list = [...new Set(values$1)];
  if (list.length > 1) return `(${list.join(` ${separator} `)})`;
  return list[0] ?? "never";
}
function _standardSchema(schema) {
  schema["~standard"] = {
    version: 1,
    vendor: "valibot",
    validate: (value$1) => schema["~run"]({ value: value$1 }, /* @__PURE__ */ getGlobalConfig())
  };
  return schema;
}
var EMOJI_REGEX = new RegExp("^(?:[\\u{1F1E6}-\\u{1F1FF}]{2}|\\u{1F3F4}[\\u{E0061}-\\u{E007A}]{2}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{1,3}\\u{E007F}|(?:\\p{Emoji}\\uFE0F\\u20E3?|\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|(?![\\p{Emoji_Modifier_Base}\\u{1F1E6}-\\u{1F1FF}])\\p{Emoji_Presentation})(?:\\u200D(?:\\p{Emoji}\\uFE0F\\u20E3?|\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|(?![\\p{Emoji_Modifier_Base}\\u{1F1E6}-\\u{1F1FF}])\\p{Emoji_Presentation}))*)+$", "u");
// @__NO_SIDE_EFFECTS__
function integer(message$1) {
  return {
    kind: "validation",
    type: "integer",
    reference: integer,
    async: false,
    expects: null,
    requirement: Number.isInteger,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "integer", dataset, config$1);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function minValue(requirement, message$1) {
  return {
    kind: "validation",
    type: "min_value",
    reference: minValue,
    async: false,
    expects: `>=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !(dataset.value >= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function nonEmpty(message$1) {
  return {
    kind: "validation",
    type: "non_empty",
    reference: nonEmpty,
    async: false,
    expects: "!0",
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && dataset.value.length === 0) _addIssue(this, "length", dataset, config$1, { received: "0" });
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function regex(requirement, message$1) {
  return {
    kind: "validation",
    type: "regex",
    reference: regex,
    async: false,
    expects: `${requirement}`,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "format", dataset, config$1);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function trim() {
  return {
    kind: "transformation",
    type: "trim",
    reference: trim,
    async: false,
    "~run"(dataset) {
      dataset.value = dataset.value.trim();
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function array(item, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "array",
    reference: array,
    expects: "Array",
    async: false,
    item,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (Array.isArray(input)) {
        dataset.typed = true;
        dataset.value = [];
        for (let key = 0; key < input.length; key++) {
          const value$1 = input[key];
          const itemDataset = this.item["~run"]({ value: value$1 }, config$1);
          if (itemDataset.issues) {
            const pathItem = {
              type: "array",
              origin: "value",
              input,
              key,
              value: value$1
            };
            for (const issue of itemDataset.issues) {
              if (issue.path) issue.path.unshift(pathItem);
              else issue.path = [pathItem];
              dataset.issues?.push(issue);
            }
            if (!dataset.issues) dataset.issues = itemDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          if (!itemDataset.typed) dataset.typed = false;
          dataset.value.push(itemDataset.value);
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function number(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "number",
    reference: number,
    expects: "number",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (typeof dataset.value === "number" && !isNaN(dataset.value)) dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function picklist(options, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "picklist",
    reference: picklist,
    expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
    async: false,
    options,
    message: message$1,
    "~run"(dataset, config$1) {
      if (this.options.includes(dataset.value)) dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function record(key, value$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "record",
    reference: record,
    expects: "Object",
    async: false,
    key,
    value: value$1,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (input && typeof input === "object") {
        dataset.typed = true;
        dataset.value = {};
        for (const entryKey in input) if (/* @__PURE__ */ _isValidObjectKey(input, entryKey)) {
          const entryValue = input[entryKey];
          const keyDataset = this.key["~run"]({ value: entryKey }, config$1);
          if (keyDataset.issues) {
            const pathItem = {
              type: "object",
              origin: "key",
              input,
              key: entryKey,
              value: entryValue
            };
            for (const issue of keyDataset.issues) {
              issue.path = [pathItem];
              dataset.issues?.push(issue);
            }
            if (!dataset.issues) dataset.issues = keyDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          const valueDataset = this.value["~run"]({ value: entryValue }, config$1);
          if (valueDataset.issues) {
            const pathItem = {
              type: "object",
              origin: "value",
              input,
              key: entryKey,
              value: entryValue
            };
            for (const issue of valueDataset.issues) {
              if (issue.path) issue.path.unshift(pathItem);
              else issue.path = [pathItem];
              dataset.issues?.push(issue);
            }
            if (!dataset.issues) dataset.issues = valueDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
          if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function string(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "string",
    reference: string,
    expects: "string",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (typeof dataset.value === "string") dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function pipe(...pipe$1) {
  return _standardSchema({
    ...pipe$1[0],
    pipe: pipe$1,
    "~run"(dataset, config$1) {
      for (const item of pipe$1) if (item.kind !== "metadata") {
        if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
          dataset.typed = false;
          break;
        }
        if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = item["~run"](dataset, config$1);
      }
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function safeParse(schema, input, config$1) {
  const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
  return {
    typed: dataset.typed,
    success: !dataset.issues,
    output: dataset.value,
    issues: dataset.issues
  };
}

// src/config/line.ts
function lineOfKey(text2, section, key) {
  let current = "";
  for (const [index, line] of text2.split(/\r?\n/).entries()) {
    const header = /^\s*\[\s*([^[\]]+?)\s*\]\s*(#.*)?$/.exec(line);
    if (header) {
      current = header[1].replace(/["']/g, "").replace(/\s*\.\s*/g, ".");
      if (current === (section === "" ? key : `${section}.${key}`)) return index + 1;
      continue;
    }
    const name = /^\s*["']?([\w-]+)["']?\s*[.=]/.exec(line)?.[1];
    if (current === section && name === key) return index + 1;
  }
  return null;
}

// src/config/schema.ts
var text = (what) => pipe(string(`must be ${what}, as a string`), trim(), nonEmpty(`must be ${what}, not empty`));
var texts = (what) => array(pipe(string("must be a string"), trim(), nonEmpty("must not be empty")), `must be a list of ${what}: ["\u2026"]`);
var oneOf = (options) => picklist(options, `must be one of ${options.map((option) => `"${option}"`).join(", ")}`);
var rows = pipe(number("must be a number of rows"), integer("must be a whole number of rows"), minValue(0, "must be a number of rows, 0 or more"));
var keys = {
  database: oneOf(vendors),
  "database-version": pipe(text(`the server's version, such as "16" or "10.11"`), regex(/^\d+(\.\d+){0,2}$/, `must be the server's version, such as "16" or "10.11"`)),
  django: oneOf(djangoVersions),
  "fail-on": oneOf(failOnLevels),
  rehearse: oneOf(rehearseChoices),
  "accept-label": text("the name of a label"),
  settings: text("a settings file or module"),
  exclude: texts("globs of paths"),
  "running-release": text("base, latest-release, latest-tag, or a branch, tag or commit"),
  since: text('a branch, tag or commit, or a date such as "2026-01-31"'),
  "hot-tables": texts("table names"),
  "small-tables": texts("table names"),
  "row-counts": pipe(text("the path of a JSON file in the repository"), regex(/^(?!\/)(?!.*(^|\/)\.\.(\/|$)).+\.json$/u, 'must be the path of a JSON file in the repository, such as "migrations/rows.json"')),
  "small-below": rows,
  "hot-from": rows,
  "auth-user-model": pipe(text(`"app_label.Model"`), regex(/^\w+\.\w+$/u, `must be "app_label.Model"`)),
  "default-auto-field": pipe(text("the dotted path of a field class"), regex(/^\w+(\.\w+)+$/u, `must be the dotted path of a field class, such as "django.db.models.BigAutoField"`)),
  "app-labels": record(string(), pipe(string("must be an app label, as a string"), regex(/^[^\W\d]\w*$/u, "must be an app label: a Python identifier")), `must be a table: folder = "label"`)
};

// src/config/read.ts
var configPaths = ["django-expand-contract.toml", "pyproject.toml"];
var tool = "django-expand-contract";
function readConfig(files) {
  for (const path of configPaths) {
    const text2 = files.get(path);
    const config = text2 === void 0 ? null : parseConfig(path, text2);
    if (config !== null) return config;
  }
  return defaultConfig;
}
function parseConfig(path, text2) {
  const inPyproject = /(^|[\\/])pyproject\.toml$/.test(path);
  if (inPyproject && !text2.includes(tool)) return null;
  const toml = parseToml(path, text2);
  const table = inPyproject ? asTable(asTable(toml["tool"])?.[tool]) : toml;
  if (table === null) return null;
  const section = inPyproject ? `tool.${tool}` : "";
  const where = (key) => {
    const line = lineOfKey(text2, section, key);
    return line === null ? path : `${path}:${line}`;
  };
  const values = /* @__PURE__ */ new Map();
  for (const [key, value] of Object.entries(table)) values.set(key, check(key, value, where(key)));
  return {
    ...defaultConfig,
    ...Object.fromEntries([...values].filter(([key]) => key !== "app-labels").map(([key, value]) => [camel(key), value])),
    appLabels: new Map(Object.entries(values.get("app-labels") ?? {}).map(([folder, label]) => [folder.replace(/^\.\/|\/$/g, ""), label])),
    sources: new Map([...values.keys()].map((key) => [key, where(key)]))
  };
}
function parseToml(path, text2) {
  try {
    return parse(text2, { integersAsBigInt: false });
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const message = (error.message.split("\n")[0] ?? "").replace(/^Invalid TOML document: /, "");
    throw new ConfigError(`${path}:${error.line}: not valid TOML: ${message}`);
  }
}
function asTable(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
}
function check(key, value, where) {
  const schema = Object.hasOwn(keys, key) ? keys[key] : null;
  if (schema === null) {
    const guess = nearest(key, Object.keys(keys));
    throw new ConfigError(`${where}: unknown key ${JSON.stringify(key)}${guess === null ? `. Known keys: ${Object.keys(keys).join(", ")}` : `. Did you mean ${JSON.stringify(guess)}?`}`);
  }
  const result = safeParse(schema, value);
  if (result.success) return result.output;
  const issue = result.issues[0];
  const inside = (issue.path ?? []).map((item) => typeof item.key === "number" ? `[${item.key}]` : `.${String(item.key)}`).join("");
  throw new ConfigError(`${where}: ${key}${inside} ${issue.message}, not ${shown(issue.input)}`);
}
function shown(value) {
  const text2 = typeof value === "bigint" ? String(value) : JSON.stringify(value) ?? typeof value;
  return text2.length > 80 ? `${text2.slice(0, 80)}\u2026` : text2;
}
function camel(key) {
  return key.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
}

// src/config/rows.ts
async function withRowCounts(config, read) {
  const path = config.rowCounts;
  if (path === null) return config;
  const text2 = await read(path);
  const where = config.sources.get("row-counts") ?? "row-counts";
  if (text2 === null) throw new ConfigError(`${where}: row-counts names ${path}, and there is no such file in the commit that the configuration is read from.`);
  return { ...config, rows: readRows(path, text2) };
}
function readRows(path, text2) {
  let value;
  try {
    value = JSON.parse(text2);
  } catch {
    throw new ConfigError(`${path}: not valid JSON. It must be an object of tables and their numbers of rows: {"shop_order": 1200000}`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new ConfigError(`${path}: must be an object of tables and their numbers of rows: {"shop_order": 1200000}`);
  return new Map(Object.entries(value).map(([table, rows2]) => {
    if (typeof rows2 !== "number" || !Number.isFinite(rows2) || rows2 < 0) throw new ConfigError(`${path}: ${JSON.stringify(table)} must be a number of rows, not ${JSON.stringify(rows2)}`);
    return [table, rows2];
  }));
}

// src/source/git-process.ts
import { spawn } from "node:child_process";
var plainly = ["-c", "core.quotepath=off", "-c", "core.fsmonitor=false", "-c", "color.ui=false", "--no-pager"];
var locationVariables = [
  "GIT_DIR",
  "GIT_WORK_TREE",
  "GIT_COMMON_DIR",
  "GIT_INDEX_FILE",
  "GIT_OBJECT_DIRECTORY",
  "GIT_ALTERNATE_OBJECT_DIRECTORIES",
  "GIT_IMPLICIT_WORK_TREE",
  "GIT_GRAFT_FILE",
  "GIT_SHALLOW_FILE",
  "GIT_PREFIX",
  "GIT_NAMESPACE",
  "GIT_INTERNAL_SUPER_PREFIX",
  "GIT_REPLACE_REF_BASE"
];
function cleanEnvironment() {
  const env = { ...process.env, LC_ALL: "C", GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0" };
  for (const name of locationVariables) delete env[name];
  return env;
}
async function git(dir, args, input, env = {}) {
  const result = await run(dir, args, input, env);
  if (result.code === 0) return result;
  if (/detected dubious ownership/.test(result.stderr)) {
    const folder = /repository at '([^']+)'/.exec(result.stderr)?.[1] ?? dir;
    throw new SourceError(`git does not read ${folder} because another user owns it. Run: git config --global --add safe.directory ${folder}`);
  }
  if (/not a git repository/.test(result.stderr)) {
    throw new SourceError(`${dir} is not a git repository. Run this in the project's clone, or review two folders instead.`);
  }
  return result;
}
async function gitOutput(dir, args, input, env = {}) {
  const result = await git(dir, args, input, env);
  if (result.code !== 0) throw new SourceError(`git ${args[0]} failed in ${dir}: ${result.stderr.trim() || `exit code ${result.code}`}`);
  return result.stdout;
}
function run(dir, args, input = "", env) {
  return new Promise((resolve2, reject) => {
    const child = spawn("git", [...plainly, ...args], { cwd: dir, env: { ...cleanEnvironment(), ...env }, stdio: ["pipe", "pipe", "pipe"], windowsHide: true });
    const [stdout, stderr] = [[], []];
    child.stdout.on("data", (chunk) => stdout.push(chunk));
    child.stderr.on("data", (chunk) => stderr.push(chunk));
    child.on("error", () => {
      reject(new SourceError(`git could not be started in ${dir}. Is git installed and on PATH, and does the folder exist?`));
    });
    child.on("close", (code, signal) => {
      const words = Buffer.concat(stderr).toString("utf8");
      resolve2({ code: code ?? 128, stdout: Buffer.concat(stdout), stderr: signal ? `${words}
killed by ${signal}` : words });
    });
    child.stdin.on("error", () => {
    });
    child.stdin.end(input);
  });
}

// src/source/releases.ts
var pattern = /^(?<prefix>|.*?[^\d.])(?<numbers>\d+(?:[.-]\d+)*)(?<rest>(?:[-._]?(?:post|p|patch|final|ga|lts|stable)[-._]?\d*|\+.*)?)$/i;
var usualPrefix = /^(?:v|ver|version|rel|release|releases?\/)?[-_/.]?v?$/i;
var preRelease = /\d[-._]?(?:a|alpha|b|beta|c|rc|pre|preview|dev|nightly|snapshot)[-._]?$/i;
function versionOf(name) {
  const groups = name.length > 200 ? void 0 : pattern.exec(name)?.groups;
  if (!groups || preRelease.test(groups["prefix"])) return null;
  return { prefix: groups["prefix"], numbers: groups["numbers"].split(/[.-]/).map(BigInt), rest: groups["rest"] };
}
function releaseTags(tags) {
  const versions = tags.flatMap((tag) => {
    const version = versionOf(tag.name);
    return version === null ? [] : [{ tag, version }];
  });
  const usual = versions.filter(({ version }) => usualPrefix.test(version.prefix));
  const ours = usual.length > 0 ? usual : ofMostUsedPrefix(versions);
  const calendar = ours.length > 0 && isCalendar(ours[0].version);
  const former = ({ version }) => Number(isCalendar(version) !== calendar);
  return ours.toSorted((a, b) => former(a) - former(b) || compare2(b.version, a.version) || (a.tag.name < b.tag.name ? -1 : 1)).map(({ tag }) => tag);
}
function ofMostUsedPrefix(versions) {
  const groups = /* @__PURE__ */ new Map();
  for (const one of versions) groups.set(one.version.prefix, [...groups.get(one.version.prefix) ?? [], one]);
  return [...groups.values()].toSorted((a, b) => b.length - a.length)[0] ?? [];
}
function isCalendar({ numbers }) {
  return numbers[0] >= 1990n && numbers[0] < 2200n;
}
function compare2(a, b) {
  for (let index = 0; index < Math.max(a.numbers.length, b.numbers.length); index++) {
    const [left, right] = [a.numbers[index] ?? 0n, b.numbers[index] ?? 0n];
    if (left !== right) return left < right ? -1 : 1;
  }
  return a.rest < b.rest ? -1 : a.rest > b.rest ? 1 : 0;
}

// src/source/git-releases.ts
var most = 200;
async function gitReleases(repoDir) {
  const releases = releaseTags(await tagsOf(repoDir, []));
  const tags = releases.slice(0, most);
  return { tags, more: releases.length > most, having: (paths) => having(repoDir, tags, paths) };
}
async function gitLatestTag(repoDir, commit) {
  return releaseTags(await tagsOf(repoDir, [`--merged=${commit}`]))[0] ?? null;
}
async function tagsOf(repoDir, options) {
  const listed = await gitOutput(repoDir, ["for-each-ref", ...options, "--sort=-creatordate", "--format=%(refname:strip=2) %(objectname) %(*objectname)", "refs/tags"]);
  return listed.toString("utf8").split("\n").flatMap((line) => {
    const [name, object, peeled] = line.split(" ");
    return name && object ? [{ name, commit: peeled || object }] : [];
  });
}
async function having(repoDir, tags, paths) {
  const asked = paths.filter((path) => !/[\n\0]/.test(path));
  if (tags.length === 0 || asked.length === 0) return /* @__PURE__ */ new Map();
  const input = asked.flatMap((path) => tags.map((tag) => `${tag.commit}:${path}
`)).join("");
  const lines = (await gitOutput(repoDir, ["cat-file", "--batch-check=%(objecttype)"], input)).toString("utf8").split("\n");
  return new Map(asked.map((path, index) => [path, tags.filter((_, at) => lines[index * tags.length + at] === "blob")]));
}

// src/source/git-refs.ts
async function resolveRef(repoDir, ref) {
  if (ref === "" || ref.startsWith("-") || /[\0\n\r]/.test(ref)) {
    throw new SourceError(`${JSON.stringify(ref)} is no name of a commit: name a branch, a tag or a commit id.`);
  }
  const found = await commitOf(repoDir, ref) ?? await commitOf(repoDir, `refs/remotes/origin/${ref}`);
  if (found) return found;
  const alike = mostAlike(ref, await refNames(repoDir));
  throw new SourceError(
    [
      `There is no ref ${JSON.stringify(ref)} in ${repoDir}.`,
      alike.length > 0 ? `There is ${alike.map((name) => JSON.stringify(name)).join(", ")}.` : "",
      await isShallow(repoDir) ? "The clone is shallow: with actions/checkout, set fetch-depth: 0." : "",
      `If it is on the remote, run: git fetch origin ${fetchable(ref)}`
    ].filter(Boolean).join(" ")
  );
}
async function mergeBase(repoDir, a, b) {
  const [first, second] = [await resolveRef(repoDir, a), await resolveRef(repoDir, b)];
  const result = await git(repoDir, ["merge-base", "--end-of-options", first, second]);
  const base = result.stdout.toString("utf8").trim().split("\n")[0];
  if (result.code === 0 && base) return base;
  if (await isShallow(repoDir)) {
    throw new SourceError(`The commit where ${a} and ${b} parted is not in this shallow clone. With actions/checkout, set fetch-depth: 0; by hand, run: git fetch --unshallow`);
  }
  throw new SourceError(`${a} and ${b} have no commit in common. Name a base that the change was made from.`);
}
var usualBases = ["origin/main", "origin/master", "origin/develop", "main", "master", "develop"];
async function defaultBase(repoDir) {
  const head = await git(repoDir, ["symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD"]);
  const named = head.stdout.toString("utf8").trim();
  for (const ref of head.code === 0 ? [named, ...usualBases] : usualBases) {
    if (await commitOf(repoDir, `refs/${ref.startsWith("origin/") ? "remotes" : "heads"}/${ref}`)) return ref;
  }
  throw new SourceError(`The base to compare with is not known in ${repoDir}: there is no origin/HEAD, main or master. Name it.`);
}
async function commitOf(repoDir, ref) {
  const result = await git(repoDir, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]);
  const id = result.stdout.toString("utf8").trim();
  return result.code === 0 && /^[0-9a-f]{40,64}$/.test(id) ? id : null;
}
async function isShallow(repoDir) {
  const answer = await git(repoDir, ["rev-parse", "--is-shallow-repository"]);
  return answer.stdout.toString("utf8").trim() === "true";
}
async function refNames(repoDir) {
  const output = await gitOutput(repoDir, ["for-each-ref", "--count=2000", "--format=%(refname:short)", "refs/heads", "refs/remotes", "refs/tags"]);
  return output.toString("utf8").split("\n").filter(Boolean);
}
function fetchable(ref) {
  const name = ref.replace(/^(refs\/(heads|tags)\/|(refs\/remotes\/)?origin\/)/, "");
  return /^[\w./-]+$/.test(name) ? name : "REF";
}
function mostAlike(ref, names) {
  const short = (name) => name.slice(name.lastIndexOf("/") + 1).slice(0, 100).toLowerCase();
  const wanted = short(ref).slice(0, 100);
  return names.map((name) => ({ name, distance: editDistance(wanted, short(name)) })).filter(({ name, distance }) => distance < wanted.length && distance <= Math.max(2, Math.floor(wanted.length / 3)) || wanted.length > 2 && name.toLowerCase().includes(wanted)).sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1)).slice(0, 3).map(({ name }) => name);
}

// src/source/git.ts
import { realpath } from "node:fs/promises";
import { dirname, resolve } from "node:path";
async function gitSource(repoDir, ref, options = {}) {
  const commit = await resolveRef(repoDir, ref);
  return blobsSource(repoDir, { label: ref.length >= 7 && commit.startsWith(ref) ? commit.slice(0, 7) : `${ref} @ ${commit.slice(0, 7)}`, commit }, () => readTree(repoDir, commit), options);
}
async function stagedSource(repoDir, options = {}) {
  const top = (await gitOutput(repoDir, ["rev-parse", "--show-toplevel"])).toString("utf8").replace(/\r?\n$/, "");
  return blobsSource(top, { label: "what is staged", commit: null }, () => readIndex(top), options);
}
function blobsSource(repoDir, named, entriesOf, options) {
  const maxBytes = options.maxBytes ?? defaultMaxBytes;
  let tree = null;
  const entries = () => tree ??= entriesOf();
  return {
    ...named,
    async list() {
      return [...(await entries()).values()].map(({ path, blob, size }) => ({ path, blob, size }));
    },
    async read(paths) {
      const files = await entries();
      const texts2 = /* @__PURE__ */ new Map();
      const wanted = [];
      for (const path of new Set(paths)) {
        const entry = files.get(path);
        if (!entry) continue;
        const refused = entry.link ? symbolicLink : tooLarge(entry.size, maxBytes);
        if (refused) texts2.set(path, refused);
        else wanted.push(entry);
      }
      const blobs = await readBlobs(repoDir, wanted);
      for (const { path, blob } of wanted) texts2.set(path, blobs.get(blob));
      return texts2;
    }
  };
}
async function worktreeSource(repoDir, options = {}) {
  const top = (await gitOutput(repoDir, ["rev-parse", "--show-toplevel"])).toString("utf8").replace(/\r?\n$/, "");
  const list = async () => {
    const listed = await gitOutput(top, ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    return [...new Set(listed.toString("utf8").split("\0").filter(Boolean))];
  };
  return filesOf(top, list, { ...options, label: options.label ?? "working tree" });
}
async function readTree(repoDir, commit) {
  const output = await gitOutput(repoDir, ["ls-tree", "-r", "-z", "-l", "--full-tree", "--end-of-options", commit]);
  const files = [];
  for (const record2 of output.toString("utf8").split("\0")) {
    const match = /^(\d+) blob ([0-9a-f]+) +(\d+|-)\t(.+)$/s.exec(record2);
    if (match) files.push({ path: match[4], blob: match[2], size: Number(match[3]) || 0, link: match[1] === "120000" });
  }
  return byPath(files);
}
async function readIndex(top) {
  const index = await indexFile(top);
  const output = await gitOutput(top, ["ls-files", "-z", "--stage", "--full-name"], "", index);
  const staged = [];
  for (const record2 of output.toString("utf8").split("\0")) {
    const match = /^(\d+) ([0-9a-f]+) (\d)\t(.+)$/s.exec(record2);
    if (match && match[3] !== "0") throw new SourceError(`A merge is not resolved in ${top} (${match[4]}). Resolve it and stage it first.`);
    if (match && match[1] !== "160000") staged.push({ path: match[4], blob: match[2], link: match[1] === "120000" });
  }
  const intended = new Set((await gitOutput(top, ["diff", "-z", "--name-only", "--diff-filter=A", "--no-ext-diff"], "", index)).toString("utf8").split("\0"));
  const sizes = new Map((await gitOutput(top, ["cat-file", "--batch-check=%(objectname) %(objectsize)"], staged.map(({ blob }) => `${blob}
`).join(""))).toString("utf8").split("\n").map((line) => line.split(" ")));
  return byPath(staged.filter(({ path }) => !intended.has(path)).map((file) => ({ ...file, size: Number(sizes.get(file.blob)) || 0 })));
}
async function indexFile(top) {
  const given = process.env["GIT_INDEX_FILE"];
  if (!given) return {};
  const file = resolve(given);
  const folder = (await gitOutput(top, ["rev-parse", "--absolute-git-dir"])).toString("utf8").replace(/\r?\n$/, "");
  return await realpath(dirname(file)).catch(() => null) === await realpath(folder) ? { GIT_INDEX_FILE: file } : {};
}
function byPath(files) {
  return new Map(files.toSorted((a, b) => compare(a.path, b.path)).map((file) => [file.path, file]));
}
async function readBlobs(repoDir, wanted) {
  const ids = [...new Set(wanted.map((entry) => entry.blob))];
  const texts2 = /* @__PURE__ */ new Map();
  if (ids.length === 0) return texts2;
  const output = await gitOutput(repoDir, ["cat-file", "--batch"], `${ids.join("\n")}
`);
  let offset = 0;
  for (const id of ids) {
    const end = output.indexOf(10, offset);
    if (end < 0) throw new SourceError(`git cat-file ended early in ${repoDir}. Run: git fsck`);
    const header = /^[0-9a-f]+ blob (\d+)$/.exec(output.toString("latin1", offset, end));
    offset = end + 1;
    if (!header) {
      texts2.set(id, { unreadable: "missing from the repository's objects: a partial clone; fetch it first" });
      continue;
    }
    const size = Number(header[1]);
    texts2.set(id, textOf(output.subarray(offset, offset + size)));
    offset += size + 1;
  }
  return texts2;
}

export {
  configPaths,
  readConfig,
  parseConfig,
  withRowCounts,
  saidOf,
  git,
  gitOutput,
  releaseTags,
  gitReleases,
  gitLatestTag,
  resolveRef,
  mergeBase,
  defaultBase,
  gitSource,
  stagedSource,
  worktreeSource
};
