import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  auditSummary,
  reviewSummary,
  writeSummary
} from "./chunk-25FPI4WI.js";
import "./chunk-XJCAVGN2.js";
import "./chunk-5EK3N3B2.js";
import "./chunk-YNR7XTXO.js";
import "./chunk-DXZWIJE2.js";
import "./chunk-FRJUPGON.js";
import "./chunk-MSHCRMWM.js";
import "./chunk-DJTVDKX3.js";
import "./chunk-MT72GE5J.js";
import "./chunk-XFD7JVGX.js";
import "./chunk-F76VESVK.js";
import "./chunk-W5P3MIS3.js";
import "./chunk-M6RJXJRU.js";
import "./chunk-Y3FRN7YE.js";
import "./chunk-YDTEZH2C.js";
import "./chunk-VE6HXMP7.js";
import "./chunk-CSBCGSFX.js";
import "./chunk-WENUEFS7.js";
import "./chunk-LLNCCPBL.js";
import "./chunk-PFM5Z35S.js";
export {
  auditSummary,
  reviewSummary,
  writeSummary
};
