import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  clip,
  code,
  fence,
  prose,
  visible,
  visibleLines
} from "./chunk-M6RJXJRU.js";
import "./chunk-LLNCCPBL.js";
import "./chunk-PFM5Z35S.js";
export {
  clip,
  code,
  fence,
  prose,
  visible,
  visibleLines
};
