import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  projectSections,
  reviewToMarkdown
} from "./chunk-DL5INWWS.js";
import "./chunk-LSJTYGFW.js";
import "./chunk-5FIF7XRE.js";
import "./chunk-7TPORC5J.js";
import "./chunk-EXG2NVDG.js";
import "./chunk-TWEPDNE4.js";
import "./chunk-K34GKWKM.js";
import "./chunk-WU36MUMP.js";
import "./chunk-COD6G2EM.js";
import "./chunk-YDTEZH2C.js";
import "./chunk-VE6HXMP7.js";
import "./chunk-CSBCGSFX.js";
import "./chunk-WENUEFS7.js";
import "./chunk-PFM5Z35S.js";
export {
  projectSections,
  reviewToMarkdown
};
