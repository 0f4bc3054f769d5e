#!/usr/bin/env node
import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  UsageError,
  commands,
  parseArguments,
  switches
} from "./chunk-DE3AROLH.js";
import "./chunk-ORWAABAB.js";
import {
  home
} from "./chunk-Y3FRN7YE.js";
import "./chunk-4M35CJUN.js";
import {
  version
} from "./chunk-ELF6ECMR.js";
import "./chunk-PFM5Z35S.js";

// src/cli/core.ts
var core = {
  review: async (request) => (await import("./review-BSCGBRFG.js")).review(request),
  explain: async (request) => (await import("./explain-R6SFVLFC.js")).explain(request),
  audit: async (request) => (await import("./audit-CGEDNK6J.js")).audit(request)
};

// src/cli/help.ts
var program = "django-expand-contract";
var width = 100;
function help(command2) {
  return command2 === null ? programHelp() : commandHelp(command2);
}
function programHelp() {
  const names = Object.keys(commands);
  return [
    "Reviews Django migrations from the side of the release that is still running, and writes the plan.",
    "",
    `Usage: ${program} COMMAND [options]`,
    "",
    "Commands:",
    ...names.flatMap((name) => entry(name, commands[name].summary)),
    "",
    "Options:",
    ...switches.flatMap(optionEntry),
    "",
    `${program} COMMAND --help prints a command's options.`,
    "Exit status: 0 passed, 1 the verdict is fail, 2 it could not be done.",
    ""
  ].join("\n");
}
function commandHelp(name) {
  const { usage, summary, options } = commands[name];
  return [
    ...wrapped(summary, width),
    "",
    ...usage.map((line, index) => `${index === 0 ? "Usage:" : "      "} ${program} ${line}`),
    "",
    "Options:",
    ...[...options, ...switches].flatMap(optionEntry),
    ""
  ].join("\n");
}
function optionEntry({ name, short, value, allowed, help: text }) {
  const left = `${short === void 0 ? "    " : `-${short}, `}--${name}${value === void 0 ? "" : ` ${value}`}`;
  return entry(left, allowed === void 0 ? text : `${text} One of: ${allowed.join(", ")}.`);
}
function entry(left, right) {
  const indent = 32;
  return wrapped(right, width - indent).map((line, index) => `${index === 0 ? `  ${left}`.padEnd(indent) : " ".repeat(indent)}${line}`);
}
function wrapped(text, limit) {
  const lines = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== void 0 && last.length + word.length < limit) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

// src/cli/run.ts
async function run(argv, streams, core2 = core) {
  try {
    const invocation = parseArguments(argv);
    if (invocation.kind === "run") return await command(invocation, streams, core2);
    streams.stdout.write(invocation.kind === "version" ? `${version}
` : help(invocation.command));
    return 0;
  } catch (error) {
    const { visibleLines } = await import("./escape-Y6HGH2OZ.js");
    streams.stderr.write(visibleLines(`${message(error)}
`));
    return 2;
  }
}
async function command(invocation, streams, core2) {
  const [{ carryOut }, { answer }, { progressOn }] = await Promise.all([import("./commands-T5BRWDRV.js"), import("./answer-IRGSDBL6.js"), import("./progress-R3E5FBCQ.js")]);
  const progress = progressOn(streams.stderr);
  const report = await carryOut(invocation, core2, progress.report).finally(progress.end);
  const text = await answer(report, invocation.options.get("format") ?? "text");
  const file = invocation.options.get("output");
  if (file !== void 0) await writeTo(file, text);
  else streams.stdout.write(streams.stdout.isTTY === true ? (await import("./escape-Y6HGH2OZ.js")).visibleLines(text) : text);
  const folder = invocation.options.get("write-plan");
  if (folder !== void 0 && report.kind !== "explain") {
    const { writeContracts, writePlan } = await import("./write-plan-VRRWMY3S.js");
    streams.stderr.write(report.kind === "review" ? await writePlan(report, folder) : await writeContracts(report, folder));
  }
  return report.kind === "review" && report.verdict === "fail" ? 1 : 0;
}
async function writeTo(file, text) {
  const { writeFile } = await import("node:fs/promises");
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new UsageError(`${file} cannot be written (${error instanceof Error && "code" in error ? String(error.code) : String(error)}). Name a file in a folder that exists.`);
  }
}
var expected = /* @__PURE__ */ new Set(["UsageError", "SourceError", "ConfigError", "RequestError"]);
function message(error) {
  if (error instanceof Error && expected.has(error.name)) return error.message;
  const text = error instanceof Error ? error.stack ?? error.message : String(error);
  return `An error in django-expand-contract ${version} itself; nothing was judged. Please report it at ${home}/issues with this text:
${text}`;
}

// src/cli.ts
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE") throw error;
});
process.exitCode = await run(process.argv.slice(2), process);
