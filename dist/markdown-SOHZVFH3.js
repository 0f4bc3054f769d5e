import{createRequire as __cr}from"node:module";import{fileURLToPath as __fu}from"node:url";import{dirname as __dn}from"node:path";const require=__cr(import.meta.url);const __filename=__fu(import.meta.url);const __dirname=__dn(__filename);
import {
  reviewToMarkdown
} from "./chunk-HJH2WBGM.js";
import "./chunk-UWG2FARC.js";
import "./chunk-LVOZ6DMR.js";
import "./chunk-IDVFYXEZ.js";
import "./chunk-3WCTRJGV.js";
import "./chunk-FUNMWDCO.js";
import "./chunk-COD6G2EM.js";
import "./chunk-YZYW2KWO.js";
import "./chunk-VE6HXMP7.js";
import "./chunk-PFM5Z35S.js";
export {
  reviewToMarkdown
};
