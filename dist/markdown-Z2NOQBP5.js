import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  reviewToMarkdown
} from "./chunk-OHC7TKJB.js";
import "./chunk-KRY7UYTL.js";
import "./chunk-3WCU6ZZZ.js";
import "./chunk-YGWULN5D.js";
import "./chunk-EXG2NVDG.js";
import "./chunk-LVOZ6DMR.js";
import "./chunk-COD6G2EM.js";
import "./chunk-YDTEZH2C.js";
import "./chunk-VE6HXMP7.js";
import "./chunk-CSBCGSFX.js";
import "./chunk-WENUEFS7.js";
import "./chunk-PFM5Z35S.js";
export {
  reviewToMarkdown
};
