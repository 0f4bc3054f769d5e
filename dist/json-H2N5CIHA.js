import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  auditToJson,
  explanationToJson,
  jsonSchema,
  jsonText,
  reviewToJson
} from "./chunk-APX2HCGG.js";
import "./chunk-VE6HXMP7.js";
import "./chunk-PFM5Z35S.js";
export {
  auditToJson,
  explanationToJson,
  jsonSchema,
  jsonText,
  reviewToJson
};
