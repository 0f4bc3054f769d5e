import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  auditSummary,
  reviewSummary,
  writeSummary
} from "./chunk-T3CCP5DI.js";
import "./chunk-P65AG7LD.js";
import "./chunk-FBQXZ3LV.js";
import "./chunk-GLU4KYS6.js";
import "./chunk-7N622ZYY.js";
import "./chunk-FRJUPGON.js";
import "./chunk-MSHCRMWM.js";
import "./chunk-EXG2NVDG.js";
import "./chunk-DCES6W2V.js";
import "./chunk-QG3RZD7G.js";
import "./chunk-F76VESVK.js";
import "./chunk-W5P3MIS3.js";
import "./chunk-COD6G2EM.js";
import "./chunk-YDTEZH2C.js";
import "./chunk-VE6HXMP7.js";
import "./chunk-CSBCGSFX.js";
import "./chunk-WENUEFS7.js";
import "./chunk-PFM5Z35S.js";
export {
  auditSummary,
  reviewSummary,
  writeSummary
};
