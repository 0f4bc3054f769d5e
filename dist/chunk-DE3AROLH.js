import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  failOnLevels,
  rehearseChoices
} from "./chunk-ORWAABAB.js";
import {
  nearest
} from "./chunk-4M35CJUN.js";

// src/cli/arguments.ts
import { parseArgs } from "node:util";

// src/cli/options.ts
var repo = { name: "repo", value: "DIR", help: "The repository's folder; the current folder unless told." };
var running = { name: "running-release", value: "RELEASE", help: "The release that is deployed: base (what the base has), latest-tag (the highest version tag that the head comes from), or a branch, tag or commit. The configuration's unless told, else base." };
var common = [
  { name: "database", value: "VENDOR", allowed: ["postgresql", "mysql", "mariadb", "sqlite"], help: "The database the migrations run on; found in the settings unless told." },
  { name: "database-version", value: "VERSION", help: "Its version: 16, 8.4, 10.11." },
  { name: "django", value: "VERSION", allowed: ["4.2", "5.0", "5.1", "5.2", "6.0", "6.1"], help: "Django's version; found in lock and requirement files unless told." },
  { name: "config", value: "FILE", help: "The configuration; unless told django-expand-contract.toml or pyproject.toml of the repository (for a review: of the base)." },
  { name: "format", value: "FORMAT", allowed: ["text", "markdown", "json", "sarif", "sql"], help: "How the answer is printed; text unless told." },
  { name: "output", short: "o", value: "FILE", help: "Write the answer to a file instead of the standard output." }
];
var switches = [
  { name: "help", short: "h", help: "Print this help." },
  { name: "version", short: "V", help: "Print the version." }
];
var commands = {
  review: {
    usage: ["review [--repo DIR] [--base REF] [--head REF | --staged]", "review --base DIR --head DIR"],
    summary: "Say whether the running release keeps working while the changed migrations run, and what to ship in which order where it does not.",
    options: [
      repo,
      { name: "base", value: "REF|DIR", help: "The code that is running: a branch, tag, commit or folder; the repository's default branch unless told. Of a branch it is the commit that the head was made from." },
      { name: "head", value: "REF|DIR", help: "The code to review; the repository's folder as it is unless told." },
      { name: "staged", excludes: "head", help: "Review what is staged: what git commit would take." },
      running,
      { name: "fail-on", value: "LEVEL", allowed: failOnLevels, help: "What makes the exit status 1: error (a release breaks, something is unknown or cannot run), warning (also what makes users wait) or never. The configuration's unless told." },
      { name: "rehearse", value: "WHEN", allowed: rehearseChoices, help: "Run the migrations and the plan on an embedded PostgreSQL, with the statements of the releases around them: auto where something breaks or blocks, which takes some seconds. The configuration's unless told, or never." },
      { name: "write-plan", value: "DIR", help: "Save the plan's files below DIR, release by release." },
      ...common
    ],
    positionals: []
  },
  audit: {
    usage: ["audit [--repo DIR] [--running-release RELEASE] [--since REF|DATE]"],
    summary: "Say what is not released yet and would break the running release, what the database still holds for a release that is gone and how to contract it, which plans are unfinished, and which operations broke the release before them.",
    options: [repo, { name: "head", value: "REF|DIR", help: "The code to audit; the repository's folder as it is unless told." }, running, { name: "since", value: "REF|DIR|DATE", help: "Only the migrations that are not there yet, or were generated on that day or later (2026-01-31). The configuration's unless told." }, { name: "write-plan", value: "DIR", help: "Save the migrations that contract below DIR, by whether they are safe now, and the plan for what is not released yet." }, ...common],
    positionals: []
  },
  explain: {
    usage: ["explain [--repo DIR] [APP [MIGRATION]]"],
    summary: "Print what each operation does, as though it shipped alone: SQL, phase, what it breaks, what waits for it.",
    options: [repo, ...common],
    positionals: ["APP", "MIGRATION"]
  }
};

// src/cli/arguments.ts
var UsageError = class extends Error {
  name = "UsageError";
};
function parseArguments(argv) {
  const name = argv.find((argument) => !argument.startsWith("-"));
  const command = commandOf(name);
  const known = [...command === null ? [] : commands[command].options, ...switches];
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: Object.fromEntries(known.map(({ name: long, short, value }) => [long, { type: value === void 0 ? "boolean" : "string", ...short === void 0 ? {} : { short } }]))
  });
  const options = /* @__PURE__ */ new Map();
  const positionals = [];
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind === "option") options.set(token.name, check(token.rawName, known.find((option) => option.name === token.name), token.value, token.inlineValue === true, known));
  }
  const clash = known.find(({ name: one, excludes }) => excludes !== void 0 && options.has(one) && options.has(excludes));
  if (clash) throw new UsageError(`--${clash.name} and --${clash.excludes} do not go together. Name one of them.`);
  if (options.has("help")) return { kind: "help", command };
  if (options.has("version")) return { kind: "version" };
  if (command === null) throw new UsageError("Say what to do: review, audit or explain. --help says more.");
  return { kind: "run", command, options, positionals: rest(command, commands[command], positionals.slice(1)) };
}
function commandOf(name) {
  if (name === void 0) return null;
  if (Object.hasOwn(commands, name)) return name;
  const guess = nearest(name, Object.keys(commands));
  throw new UsageError(`There is no command ${JSON.stringify(name)}. ${guess === null ? "There are review, audit and explain." : `Did you mean ${guess}?`}`);
}
function check(written, option, value, inline, known) {
  if (option === void 0) {
    const guess = nearest(written.replace(/^-+/, ""), known.map((one) => one.name));
    throw new UsageError(`There is no option ${written}. ${guess === null ? "--help lists them." : `Did you mean --${guess}?`}`);
  }
  if (option.value === void 0) {
    if (value !== void 0) throw new UsageError(`${written} takes no value.`);
    return "";
  }
  if (value === void 0 || value === "" || !inline && value.startsWith("-")) throw new UsageError(`${written} needs a value: ${written} ${option.value}.`);
  if (option.allowed !== void 0 && !option.allowed.includes(value)) {
    const guess = nearest(value, option.allowed);
    throw new UsageError(`${written} must be one of ${option.allowed.join(", ")}, not ${JSON.stringify(value)}.${guess === null ? "" : ` Did you mean ${guess}?`}`);
  }
  return value;
}
function rest(name, { positionals: names }, values) {
  const extra = values[names.length];
  if (extra === void 0) return values;
  throw new UsageError(`${name} takes ${names.length === 0 ? "no arguments" : `at most ${names.join(" and ")}`} beside its options, so ${JSON.stringify(extra)} is one too many.`);
}

export {
  switches,
  commands,
  UsageError,
  parseArguments
};
