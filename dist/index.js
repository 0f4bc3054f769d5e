import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  setFailed,
  summary
} from "./chunk-W5P3MIS3.js";
import {
  fence,
  visibleLines
} from "./chunk-M6RJXJRU.js";
import {
  home
} from "./chunk-Y3FRN7YE.js";
import {
  version
} from "./chunk-ELF6ECMR.js";
import "./chunk-LLNCCPBL.js";
import "./chunk-PFM5Z35S.js";

// src/action.ts
var expected = /* @__PURE__ */ new Set(["InputError", "EventError", "SourceError", "ConfigError", "RequestError"]);
process.on("uncaughtException", (error) => void fail(error));
process.on("unhandledRejection", (error) => void fail(error));
try {
  const { run } = await import("./run-KU6BX7J4.js");
  const failure = await run();
  if (failure !== null) setFailed(failure);
} catch (error) {
  await fail(error);
}
async function fail(error) {
  const text = visibleLines(reason(error));
  setFailed(text);
  try {
    await summary.addRaw(`## \u{1F534} Migrations: not judged

${fence(text, "")}`, true).write({ overwrite: true });
  } catch {
  }
}
function reason(error) {
  if (error instanceof Error && expected.has(error.name)) return `Nothing was judged. ${error.message}`;
  const text = error instanceof Error ? error.stack ?? error.message : String(error);
  return `An error in django-expand-contract ${version} itself; nothing was judged. Please report it at ${home}/issues with this text:
${text}`;
}
