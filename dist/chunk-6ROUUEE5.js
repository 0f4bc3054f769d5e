import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  info
} from "./chunk-W5P3MIS3.js";
import {
  visible
} from "./chunk-M6RJXJRU.js";

// src/github/log.ts
function say(text) {
  info(harmless(text));
}
function harmless(text) {
  return visible(text).replaceAll("##[", "## [").replace(/^\s*::/, "\xB7 ::");
}

export {
  say
};
